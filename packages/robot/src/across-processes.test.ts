import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { redisCoordinator } from '@wx/context-store/redis'
import { hasRedisServer, type RedisServer, startRedis } from '@wx/context-store/testing'
import { ManualClock, silentLogger } from '@wx/core'
import type { WireTree } from '@wx/xml-messages'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

const home = fileURLToPath(new URL('..', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const conditions = process.env['WX_TEST_DIST'] === '1' ? [] : ['--conditions=@wx/source']

/** How long is waited for what has to happen; starting a process takes its time on a busy machine. */
const patient = { timeout: 30_000 }
const atLeisure = { timeout: 60_000 }

/** What a process tells of a message. */
type Told =
  | { readonly state: 'handling'; readonly key: string; readonly attempt: number }
  | { readonly state: 'answered'; readonly text: string }

describe.skipIf(!hasRedisServer())('robots in processes of their own', () => {
  let server: RedisServer
  let client: Redis
  const children: ChildProcess[] = []
  beforeEach(async () => {
    server = await startRedis()
    client = new Redis({ path: server.socket })
  })
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    client.disconnect()
    await server.kill()
  })

  /**
   * A process with a robot that takes deliveries one after the other.
   * @param handler what it does with `ctx`, `client` and `tell`
   * @param options more of the robot's, as they stand in its source
   */
  async function start(handler: string, options: string) {
    const script = `import { redisCoordinator } from '@wx/context-store/redis'
      import { ManualClock, silentLogger } from '@wx/core'
      import { Robot } from '@wx/robot'
      import { testUser } from '@wx/robot/testing'
      import { Redis } from 'ioredis'
      const client = new Redis({ path: process.env.REDIS_SOCKET })
      const coordinator = redisCoordinator({ client, subscriber: client.duplicate() })
      const tell = (told) => process.send(told)
      const robot = new Robot({ token: 'weixin', sessions: false, logger: silentLogger, coordinator, ${options} })
      robot.text(async (ctx) => { ${handler} })
      const user = testUser(robot)
      process.on('message', async (pushes) => {
        for (const push of pushes) {
          const { text } = await user.push(push, { timestamp: Number(push.CreateTime) })
          tell({ state: 'answered', text })
        }
      })
      await client.ping()
      tell('ready')`
    const child = spawn(process.execPath, ['--import', tsx, ...conditions, '--input-type=module', '--eval', script], {
      cwd: home,
      env: { ...process.env, REDIS_SOCKET: server.socket },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    children.push(child)
    await once(child, 'message')
    const told: Told[] = []
    child.on('message', (it: Told) => told.push(it))
    return {
      told,
      deliver: (pushes: readonly WireTree[]) => void child.send(pushes),
      kill: () => child.kill('SIGKILL'),
    }
  }

  for (const onLostOwner of ['rerun', 'drop'] as const) {
    const outcome = onLostOwner === 'rerun' ? 'is handled again, with the same key,' : 'gets success'
    it(
      `${onLostOwner}: a message whose process is killed in its handler ${outcome} at the robot of another one`,
      atLeisure,
      async () => {
        const doomed = await start(
          `tell({ state: 'handling', key: ctx.key, attempt: ctx.attempt })
          await new Promise(() => {})`,
          'leaseMs: 2_000',
        )
        const subscriber = client.duplicate()
        const robot = new Robot({
          token: 'weixin',
          sessions: false,
          logger: silentLogger,
          clock: new ManualClock(),
          coordinator: redisCoordinator({ client, subscriber }),
          onLostOwner,
        })
        const handled: Told[] = []
        robot.text(({ key, attempt }) => {
          handled.push({ state: 'handling', key, attempt })
          return 'handled again'
        })
        const user = testUser(robot)
        const push = user.message('message:text')
        doomed.deliver([push])
        await expect
          .poll(() => doomed.told, patient)
          .toEqual([{ state: 'handling', key: expect.any(String), attempt: 1 }])
        const [first] = doomed.told
        const second = user.push(push)
        await expect.poll(() => robot.stats.duplicates, patient).toBe(1)
        doomed.kill()
        const { body, text } = await second
        const third = await user.push(push)
        subscriber.disconnect()
        expect(third.body).toBe(body)
        if (onLostOwner === 'rerun') {
          expect(text).toBe('handled again')
          expect(handled).toEqual([{ ...first, attempt: 2 }])
        } else {
          expect(body).toBe('success')
          expect(handled).toEqual([])
        }
      },
    )
  }

  it(
    'P10: two that get each message at the same moment handle it once, and both carry the answer',
    atLeisure,
    async () => {
      const handler = `await client.rpush('handled', ctx.message.content)
      return process.pid + ' handled ' + ctx.message.content`
      const options = 'leaseMs: 600_000, clock: new ManualClock()'
      const two = await Promise.all([start(handler, options), start(handler, options)])
      const user = testUser(new Robot({ token: 'weixin', clock: new ManualClock() }))
      const contents = Array.from({ length: 60 }, (_, n) => `message ${n}`)
      const pushes = contents.map((it, n) =>
        user.message('message:text', { Content: it, FromUserName: `oUser${n % 3}` }),
      )
      for (const { deliver } of two) deliver(pushes)
      await expect.poll(() => two.map(({ told }) => told.length), patient).toEqual([60, 60])
      expect(await client.lrange('handled', 0, -1)).toEqual(contents)
      expect(two[0].told).toEqual(two[1].told)
      expect(two[0].told).toEqual(
        contents.map((it) => ({ state: 'answered', text: expect.stringMatching(new RegExp(`^\\d+ handled ${it}$`)) })),
      )
    },
  )
})
