import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasRedisServer, type RedisServer, startRedis } from '../testing/redis-server.js'
import { redisCoordinator } from './redis-coordinator.js'

const home = fileURLToPath(new URL('../..', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const conditions = process.env['WX_TEST_DIST'] === '1' ? [] : ['--conditions=@wx/source']

describe.skipIf(!hasRedisServer())('processes that share a coordinator on Redis', () => {
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

  /** A process with the names `coordinator`, `client` and `spans`; it says `ready`, and runs the code when it is told to. */
  async function start(code: string): Promise<ChildProcess> {
    const script = `import { redisCoordinator } from '@wx/context-store/redis'
      import { Redis } from 'ioredis'
      const client = new Redis({ path: process.env.REDIS_SOCKET })
      const coordinator = redisCoordinator({ client })
      const spans = { leaseMs: 2_000, keepMs: 60_000, onLostOwner: 'rerun' }
      await client.ping()
      await new Promise((resolve) => process.once('message', resolve).send('ready'))
      ${code}
      client.disconnect()
      process.disconnect()`
    const child = spawn(process.execPath, ['--import', tsx, ...conditions, '--input-type=module', '--eval', script], {
      cwd: home,
      env: { ...process.env, REDIS_SOCKET: server.socket },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    children.push(child)
    await once(child, 'message')
    return child
  }

  it('a message whose process is killed in its handler is handled again, when the lease is over and with a higher fence', async () => {
    const child = await start(`process.send(await coordinator.claim('k', { ...spans, line: 'user' }))
      await new Promise(() => setInterval(() => {}, 1000))`)
    const claiming = once(child, 'message')
    child.send('go')
    const [first] = (await claiming) as [{ state: string; fence: number }]
    expect(first.state).toBe('claimed')

    const coordinator = redisCoordinator({ client })
    const spans = { leaseMs: 60_000, keepMs: 60_000, onLostOwner: 'rerun' } as const
    const next = await coordinator.claim('next', { ...spans, line: 'user' })
    expect(next).toMatchObject({ state: 'claimed', first: false })
    child.kill('SIGKILL')
    expect(await coordinator.claim('k', spans)).toEqual({ state: 'running', attempt: 2 })
    expect(await coordinator.wait('k')).toEqual({ state: 'free' })
    const rerun = await coordinator.claim('k', { ...spans, line: 'user', again: true })
    expect(rerun).toMatchObject({ state: 'claimed', attempt: 2, lostOwner: true })
    if (rerun.state !== 'claimed' || next.state !== 'claimed') throw new Error('both were claimed')
    expect(rerun.fence).toBeGreaterThan(first.fence)
    // The dead one stands in nobody's way: both get their turn.
    const order: string[] = []
    await Promise.all(
      Object.entries({ k: rerun.fence, next: next.fence }).map(async ([key, fence]) => {
        await coordinator.turn(key, { fence })
        order.push(key)
        await coordinator.settle(key, { fence, answer: key, keepMs: 60_000 })
      }),
    )
    expect(order.sort()).toEqual(['k', 'next'])
    coordinator.disconnect()
  })

  it('a process that is killed while it waits for a lock holds up nobody behind it', async () => {
    const child = await start(`const quick = redisCoordinator({ client, pollMs: 100, timeoutMs: 500 })
      await quick.lock('l', { leaseMs: 60_000, waitMs: 60_000 })`)
    const coordinator = redisCoordinator({ client, pollMs: 100 })
    const lock = await coordinator.lock('l', { leaseMs: 60_000 })
    child.send('go')
    await expect.poll(() => client.zcard('{wx}:q:l'), { timeout: 15_000 }).toBe(1)
    const next = coordinator.lock('l', { leaseMs: 60_000, waitMs: 60_000 })
    await expect.poll(() => client.zcard('{wx}:q:l'), { timeout: 15_000 }).toBe(2)
    child.kill('SIGKILL')
    expect(await lock?.release()).toBe(true)
    expect((await next)?.fence).toBeGreaterThan(lock?.fence ?? Number.NaN)
    coordinator.disconnect()
  })

  it('P10: two processes that get each message at the same moment handle it once, in order, and both carry the answer', async () => {
    const code = `
      for (let n = 0; n < 100; n++) {
        const key = 'k' + n
        const claim = await coordinator.claim(key, { ...spans, leaseMs: 60_000, line: 'user' + (n % 3) })
        if (claim.state === 'claimed') {
          await coordinator.turn(key, { fence: claim.fence })
          await client.rpush('handled', key)
          await coordinator.settle(key, { fence: claim.fence, answer: process.pid + ' handled ' + key, keepMs: 60_000 })
        }
        process.send(claim.state === 'answered' ? claim : await coordinator.wait(key))
      }
      coordinator.disconnect()`
    const two = [await start(code), await start(code)]
    const carried = two.map((child) => {
      const answers: string[] = []
      child.on('message', (it: { answer: string }) => answers.push(it.answer))
      return answers
    })
    const ends = two.map((child) => once(child, 'exit'))
    for (const child of two) child.send('go')
    expect(await Promise.all(ends)).toEqual([
      [0, null],
      [0, null],
    ])
    expect(await client.lrange('handled', 0, -1)).toEqual(Array.from({ length: 100 }, (_, n) => `k${n}`))
    expect(carried[0]).toEqual(carried[1])
    expect(carried[0]?.map((answer) => answer.split(' ').pop())).toEqual(Array.from({ length: 100 }, (_, n) => `k${n}`))
  })
})
