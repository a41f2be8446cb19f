import { type RedisCoordinator, redisCoordinator } from '@wx/context-store/redis'
import { hasRedisServer, type RedisServer, startRedis } from '@wx/context-store/testing'
import { ManualClock } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { type Reply, reply } from '@wx/xml-messages'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RobotContext } from './context.js'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

/** How long is waited for what has to happen; nothing takes that long. */
const patient = { timeout: 15_000 }

/** Milliseconds of a lease that no test outlives. Leases go by the time of Redis, whatever the robots' clock says. */
const foreverMs = 600_000

/** Something to wait for, and to let happen. */
function gate() {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

describe.skipIf(!hasRedisServer())('two robots that share a coordinator on Redis', () => {
  let server: RedisServer
  const clients: Redis[] = []
  beforeEach(async () => {
    server = await startRedis()
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect()
    await server.kill()
  })

  function connect(): Redis {
    const client = new Redis({ path: server.socket })
    client.on('error', () => {})
    clients.push(client)
    return client
  }

  /** Two robots with connections of their own, as in two processes, and a clock that stands still. */
  function pair(options: Partial<RobotOptions> = {}) {
    const clock = new ManualClock()
    const runs: string[] = []
    const contexts: RobotContext[] = []
    const pushed: { readonly by: string; readonly openid: string; readonly reply: Reply }[] = []
    let work: (name: string, content: string) => unknown = () => {}
    const side = (name: string) => {
      const connections = [connect(), connect()] as const
      const logger = recordingLogger()
      const [client, subscriber] = connections
      const coordinator: RedisCoordinator = redisCoordinator({ client, subscriber, logger })
      const robot = new Robot({
        token: 'weixin',
        sessions: false,
        pusher: { send: async (openid, it) => void pushed.push({ by: name, openid, reply: it }) },
        leaseMs: foreverMs,
        coordinator,
        clock,
        logger,
        ...options,
      })
      robot.text(async (ctx) => {
        runs.push(name)
        contexts.push(ctx)
        await work(name, ctx.message.content)
        return `${ctx.message.content} from ${name}`
      })
      return {
        robot,
        logger,
        coordinator,
        user: testUser(robot),
        cutOff: () => connections.map((it) => it.disconnect()),
      }
    }
    return {
      clock,
      runs,
      contexts,
      pushed,
      one: side('one'),
      two: side('two'),
      /** What a handler waits for. */
      during(wait: typeof work) {
        work = wait
      },
    }
  }

  it('a redelivery that the other one gets joins the handler that runs: both carry its answer', async () => {
    const { one, two, runs, during } = pair()
    const handler = gate()
    during(() => handler.opened)
    const push = one.user.message('message:text', { Content: 'hello' })
    const first = one.user.push(push)
    await expect.poll(() => runs, patient).toEqual(['one'])
    const second = two.user.push(push)
    await expect.poll(() => two.robot.stats.duplicates, patient).toBe(1)
    handler.open()
    expect((await first).text).toBe('hello from one')
    expect((await second).body).toBe((await first).body)
    expect(runs).toEqual(['one'])
    expect([one.robot.stats.handled, two.robot.stats.handled]).toEqual([1, 0])
  })

  it('a redelivery that the other one gets after the answer carries the one that was kept', async () => {
    const { clock, one, two, runs } = pair()
    const push = one.user.message('message:text', { Content: 'hello' })
    const first = await one.user.push(push)
    await clock.advance(5_000)
    const second = await two.user.push(push)
    expect(first.text).toBe('hello from one')
    expect(second.body).toBe(first.body)
    expect(runs).toEqual(['one'])
  })

  it("one user's messages are handled one after the other, in the order they were claimed, whoever got them", async () => {
    const { one, two, during } = pair()
    const head = gate()
    const log: string[] = []
    during(async (name, content) => {
      log.push(`${name} starts ${content}`)
      if (content === '0') await head.opened
      // Gives the next one the time to be too early.
      await two.coordinator.once(`passed ${content}`, { ttlMs: foreverMs })
      log.push(`${name} ends ${content}`)
    })
    const claimed = () => one.robot.stats.handled + two.robot.stats.handled
    const receivers = [one, two, two, one, two, one, one]
    const answers = []
    for (const [n, { user }] of receivers.entries()) {
      answers.push(user.send(`${n}`))
      await expect.poll(claimed, patient).toBe(n + 1)
    }
    expect(log).toEqual(['one starts 0'])
    head.open()
    const names = receivers.map((it) => (it === one ? 'one' : 'two'))
    expect((await Promise.all(answers)).map((it) => it.text)).toEqual(names.map((name, n) => `${n} from ${name}`))
    expect(log).toEqual(names.flatMap((name, n) => [`${name} starts ${n}`, `${name} ends ${n}`]))
  })

  it('a message of another user waits for nobody', async () => {
    const { one, two, runs, during } = pair()
    const slow = gate()
    during((_, content) => (content === 'slow' ? slow.opened : undefined))
    const first = one.user.send('slow')
    await expect.poll(() => runs, patient).toEqual(['one'])
    expect((await testUser(two.robot, { openid: 'oOther' }).send('quick')).text).toBe('quick from two')
    slow.open()
    expect((await first).text).toBe('slow from one')
  })

  it('a robot that is at it, or whose message waits in line, gives a sign of life every third of the lease', async () => {
    const { clock, one, during } = pair({ leaseMs: 9_000, handlerTimeout: foreverMs })
    const beats: [key: string, kept: boolean][] = []
    const { heartbeat } = one.coordinator
    one.coordinator.heartbeat = async (key, options) => {
      const kept = await heartbeat(key, options)
      beats.push([key, kept])
      return kept
    }
    const handler = gate()
    during(() => handler.opened)
    const answers = [one.user.send('running'), one.user.send('in line')]
    await expect.poll(() => one.robot.stats.handled, patient).toBe(2)
    for (const round of [1, 2, 3]) {
      await clock.advance(3_000)
      await expect.poll(() => beats.length, patient).toBe(2 * round)
    }
    expect(new Set(beats.map(([key]) => key)).size).toBe(2)
    expect(beats.every(([, kept]) => kept)).toBe(true)
    handler.open()
    await Promise.all(answers)
    await one.robot.close()
    await clock.advance(9_000)
    expect(beats).toHaveLength(6)
  })

  describe('a late answer', () => {
    it('onTimeout push: is pushed once, though deliveries of its message wait at both', async () => {
      const { clock, one, two, runs, pushed, during } = pair({ deadline: { onTimeout: 'push' } })
      const handler = gate()
      during(() => handler.opened)
      const push = one.user.message('message:text', { Content: 'hello' })
      const first = one.user.push(push)
      await expect.poll(() => runs, patient).toEqual(['one'])
      const second = two.user.push(push)
      await expect.poll(() => two.robot.stats.duplicates, patient).toBe(1)
      await clock.advance(4_500)
      expect([(await first).body, (await second).body]).toEqual(['success', 'success'])
      expect(pushed).toEqual([])
      handler.open()
      await one.robot.close()
      expect((await two.user.push(push)).body).toBe('success')
      await two.robot.close()
      expect(pushed).toEqual([{ by: 'one', openid: one.user.openid, reply: reply.text('hello from one') }])
      expect(runs).toEqual(['one'])
    })

    it('onTimeout push: is pushed once, in time and to one who was told success, though Redis froze meanwhile', async () => {
      const { clock, one, two, runs, pushed, during } = pair({ deadline: { onTimeout: 'push' } })
      const handler = gate()
      during(() => handler.opened)
      const push = one.user.message('message:text', { Content: 'hello' })
      const first = one.user.push(push)
      await expect.poll(() => runs, patient).toEqual(['one'])
      server.freeze()
      await clock.advance(4_800)
      expect((await first).body).toBe('success')
      handler.open()
      await one.robot.close()
      expect(pushed).toEqual([{ by: 'one', openid: one.user.openid, reply: reply.text('hello from one') }])
      expect(one.robot.stats).toMatchObject({ coordinatorErrors: 2, pushed: 1, undelivered: 0 })
      server.thaw()
      expect((await two.user.push(push)).body).toBe('success')
      await two.robot.close()
      expect(pushed).toHaveLength(1)
      expect(runs).toEqual(['one'])
    })

    it('onTimeout wait: is pushed by the one that has it, when the other one said success to the last delivery', async () => {
      const { clock, one, two, runs, pushed, during } = pair()
      const handler = gate()
      during(() => handler.opened)
      const push = one.user.message('message:text', { Content: 'hello' })
      const first = one.user.push(push)
      await expect.poll(() => runs, patient).toEqual(['one'])
      const third = two.user.push(push, { timestamp: Number(push['CreateTime']) + 10 })
      await expect.poll(() => two.robot.stats.duplicates, patient).toBe(1)
      await clock.advance(4_500)
      expect((await third).body).toBe('success')
      handler.open()
      await first
      await one.robot.close()
      expect(pushed).toEqual([{ by: 'one', openid: one.user.openid, reply: reply.text('hello from one') }])
    })
  })

  describe('one that is cut off from Redis while it handles a message', () => {
    async function cutOff(onLostOwner: 'rerun' | 'drop') {
      const all = pair({ leaseMs: 1_000, onLostOwner })
      const { one, two, runs, during } = all
      const handler = gate()
      during((name) => (name === 'one' ? handler.opened : undefined))
      const push = one.user.message('message:text', { Content: 'hello' })
      const first = one.user.push(push)
      await expect.poll(() => runs, patient).toEqual(['one'])
      one.cutOff()
      const second = await two.user.push(push)
      handler.open()
      return { ...all, first: await first, second }
    }

    it('rerun: loses it, after its lease, to the redelivery at the other one: the same key, the next attempt', async () => {
      const { first, second, one, two, runs, contexts } = await cutOff('rerun')
      expect(second.text).toBe('hello from two')
      expect(runs).toEqual(['one', 'two'])
      expect(contexts[1]?.key).toBe(contexts[0]?.key)
      expect(contexts.map((it) => it.attempt)).toEqual([1, 2])
      expect(two.logger.lines.map((it) => it.message).join()).toContain('handled again')
      // It cannot know: what it has goes to its own delivery, if that is still open.
      expect(first.text).toBe('hello from one')
      expect(one.robot.stats.coordinatorErrors).toBe(1)
    })

    it('drop: takes it along: the redelivery gets success, after the lease', async () => {
      const { second, two, runs } = await cutOff('drop')
      expect(second.body).toBe('success')
      expect(runs).toEqual(['one'])
      expect(two.robot.stats.handled).toBe(0)
    })
  })

  describe('when Redis goes away', () => {
    it('each goes on with its own coordinator, in which what it knows still counts once; it says and counts so', async () => {
      const { one, two, runs } = pair()
      const before = one.user.message('message:text', { Content: 'before' })
      await one.user.push(before)
      await server.kill()
      for (const { user, robot, logger } of [one, two]) {
        const push = user.message('message:text', { Content: 'during' })
        const first = await user.push(push)
        expect(first.text).toMatch(/^during from/)
        expect((await user.push(push)).body).toBe(first.body)
        expect(robot.stats).toMatchObject({ coordinatorErrors: 1, duplicates: 1 })
        const said = logger.lines.filter((it) => it.level === 'error')
        expect(said.map((it) => it.message)).toEqual([expect.stringContaining('goes on with its own')])
        expect(said[0]?.fields).toMatchObject({ step: 'claim', error: { code: 'WX_COORDINATOR_REDIS' } })
      }
      expect((await one.user.push(before)).text).toBe('before from one')
      expect(runs).toEqual(['one', 'one', 'two'])
    })

    it('the delivery whose handler runs still carries the answer; those that had joined elsewhere are left to WeChat, the last one is not', async () => {
      const { one, two, runs, during } = pair()
      const handler = gate()
      during(() => handler.opened)
      const push = one.user.message('message:text', { Content: 'hello' })
      const first = one.user.push(push)
      await expect.poll(() => runs, patient).toEqual(['one'])
      const second = two.user.push(push)
      const last = two.user.push(push, { timestamp: Number(push['CreateTime']) + 10 })
      await expect.poll(() => two.robot.stats.duplicates, patient).toBe(2)
      await server.kill()
      expect((await second).status).toBe(503)
      expect((await last).body).toBe('success')
      handler.open()
      expect((await first).text).toBe('hello from one')
      expect((await one.user.push(push)).text).toBe('hello from one')
      expect(runs).toEqual(['one'])
    })

    it('they share again when it is back, and what was handled meanwhile is not handled again', async () => {
      const { clock, one, two, runs } = pair()
      await one.user.send('before')
      server.freeze()
      const push = one.user.message('message:text', { Content: 'during' })
      expect((await one.user.push(push)).text).toBe('during from one')
      expect((await two.user.send('during')).text).toBe('during from two')
      server.thaw()
      await clock.advance(1_000)
      expect((await one.user.push(push)).text).toBe('during from one')
      const next = one.user.message('message:text', { Content: 'after' })
      expect((await one.user.push(next)).text).toBe('after from one')
      expect((await two.user.push(next)).text).toBe('after from one')
      expect(runs).toEqual(['one', 'one', 'two', 'one'])
      expect([one.robot.stats.coordinatorErrors, two.robot.stats.coordinatorErrors]).toEqual([1, 1])
    })
  })
})
