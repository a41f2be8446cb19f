import { type Logger, ManualClock } from '@wx/core'
import { type Reply, reply } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { type TestAnswer, type TestUser, testUser } from './testing/index.js'

interface Pushed {
  readonly openid: string
  readonly reply: Reply
}

/** A robot whose only handler takes `ms` of a clock that stands still, and everything it says. */
function slowRobot(ms: number, options: Partial<RobotOptions> = {}) {
  const clock = new ManualClock()
  const lines: string[] = []
  const line = (message: string) => void lines.push(message)
  const logger: Logger = { debug() {}, info() {}, warn: line, error: line }
  const pushed: Pushed[] = []
  let runs = 0
  const robot = new Robot({ token: 'weixin', sessions: false, clock, logger, ...options })
  robot.text(async (ctx) => {
    runs++
    await clock.sleep(ms, ctx.signal)
    return `after ${ms}`
  })
  return {
    clock,
    lines,
    pushed,
    robot,
    pusher: { send: async (openid: string, it: Reply) => void pushed.push({ openid, reply: it }) },
    user: testUser(robot),
    runs: () => runs,
  }
}

/** Delivers as WeChat does: at 0, 5 and 10 seconds, each cut after five; stops at the first answer. */
async function deliver(user: TestUser, clock: ManualClock, deliveries = 3) {
  const push = user.message('message:text', { Content: 'hello' })
  const answers: (TestAnswer | undefined)[] = []
  for (let attempt = 1; attempt <= deliveries; attempt++) {
    const hangUp = new AbortController()
    let answer: TestAnswer | undefined
    const pending = user.push(push, { signal: hangUp.signal }).then((it) => {
      answer ??= it
    })
    await clock.advance(5_000)
    answers.push(answer)
    hangUp.abort()
    await pending
    if (answers.at(-1) !== undefined) break
  }
  return answers
}

describe('a handler that is done before the deadline', () => {
  it('answers the first delivery', async () => {
    const { user, clock, runs } = slowRobot(4_000)
    const answers = await deliver(user, clock)
    expect(answers.map((it) => it?.text)).toEqual(['after 4000'])
    expect(runs()).toBe(1)
  })

  it('answers in the last half second too, since an early delivery is left open until WeChat cuts it', async () => {
    const { user, clock } = slowRobot(4_900)
    expect((await deliver(user, clock)).map((it) => it?.text)).toEqual(['after 4900'])
  })
})

describe('onTimeout: wait', () => {
  it('carries the answer of an eight-second handler on the second delivery, run once', async () => {
    const { user, clock, runs } = slowRobot(8_000)
    expect((await deliver(user, clock)).map((it) => it?.text)).toEqual([undefined, 'after 8000'])
    expect(runs()).toBe(1)
  })

  it('carries the answer of a twelve-second handler on the third delivery, run once', async () => {
    const { user, clock, runs, robot } = slowRobot(12_000)
    expect((await deliver(user, clock)).map((it) => it?.text)).toEqual([undefined, undefined, 'after 12000'])
    expect(runs()).toBe(1)
    expect(robot.stats).toMatchObject({ received: 3, handled: 1, duplicates: 2, undelivered: 0 })
  })

  it('gives the stored answer to a delivery that comes when the handler is long done', async () => {
    const { user, clock, runs } = slowRobot(1_000)
    const push = user.message('message:text')
    const hangUp = new AbortController()
    const first = user.push(push, { signal: hangUp.signal })
    hangUp.abort()
    await clock.advance(5_000)
    const second = user.push(push)
    await clock.advance(0)
    expect((await second).body).toBe((await first).body)
    expect((await second).text).toBe('after 1000')
    expect(runs()).toBe(1)
  })

  it('acknowledges the last delivery in time and reports the answer that has no way out', async () => {
    const { user, clock, robot, lines } = slowRobot(20_000)
    const answers = await deliver(user, clock)
    expect(answers.map((it) => it?.body)).toEqual([undefined, undefined, 'success'])
    await clock.advance(10_000)
    await robot.close()
    expect(robot.stats.undelivered).toBe(1)
    expect(lines.join('\n')).toContain('has no way out')
  })

  it('pushes the answer after the last delivery when there is a pusher', async () => {
    const pushed: Pushed[] = []
    const pusher = { send: async (openid: string, it: Reply) => void pushed.push({ openid, reply: it }) }
    const { user, clock, robot } = slowRobot(20_000, { pusher })
    expect((await deliver(user, clock)).at(-1)?.body).toBe('success')
    await clock.advance(10_000)
    await robot.close()
    expect(pushed).toEqual([{ openid: user.openid, reply: reply.text('after 20000') }])
    expect(robot.stats).toMatchObject({ pushed: 1, undelivered: 0 })
  })

  it('does not acknowledge an early delivery, so that WeChat goes on delivering', async () => {
    const { user, clock } = slowRobot(20_000)
    let answered: TestAnswer | undefined
    void user.send('hello').then((it) => {
      answered = it
    })
    await clock.advance(5_500)
    expect(answered).toBeUndefined()
    await clock.advance(2_000)
    expect(answered?.status).toBe(503)
  })

  it('knows the last delivery by its timestamp when the count is too low: another process had the first ones', async () => {
    const { user, clock } = slowRobot(20_000)
    const push = user.message('message:text')
    const sentAt = Math.floor(clock.now() / 1000)
    const third = user.push(push, { timestamp: sentAt + 10 })
    await clock.advance(4_500)
    expect((await third).body).toBe('success')
  })

  it('tells a handler how often its message was delivered and how much time there is', async () => {
    const clock = new ManualClock()
    const robot = new Robot({ token: 'weixin', sessions: false, clock })
    const seen: [number, number][] = []
    robot.text(async (ctx) => {
      seen.push([ctx.attempt, ctx.remaining])
      await clock.sleep(6_000)
      seen.push([ctx.attempt, ctx.remaining])
      return 'done'
    })
    await deliver(testUser(robot), clock)
    expect(seen).toEqual([
      [1, 14_500],
      [2, 8_500],
    ])
  })
})

describe('onTimeout: push', () => {
  it('says success at the deadline, pushes the answer when it is ready, and answers no redelivery with it', async () => {
    const pushed: Pushed[] = []
    const pusher = { send: async (openid: string, it: Reply) => void pushed.push({ openid, reply: it }) }
    const { user, clock, robot, runs } = slowRobot(8_000, { pusher, deadline: { onTimeout: 'push' } })
    const push = user.message('message:text')
    const first = user.push(push)
    await clock.advance(4_500)
    expect((await first).body).toBe('success')
    expect((await user.push(push)).body).toBe('success')
    expect(pushed).toEqual([])
    await clock.advance(3_500)
    await robot.close()
    expect(pushed).toEqual([{ openid: user.openid, reply: reply.text('after 8000') }])
    expect(runs()).toBe(1)
  })

  it('counts and reports a push that fails', async () => {
    const pusher = {
      send: async () => {
        throw new Error('45015 out of the 48-hour window')
      },
    }
    const { user, clock, robot, lines } = slowRobot(8_000, { pusher, deadline: { onTimeout: 'push' } })
    const first = user.send('hello')
    await clock.advance(8_000)
    await first
    await robot.close()
    expect(robot.stats).toMatchObject({ pushErrors: 1, pushed: 0 })
    expect(lines.join('\n')).toContain('could not be pushed')
  })
})

describe('onTimeout: success', () => {
  it('says success at the deadline and reports the late answer as lost, pusher or not', async () => {
    const pushed: unknown[] = []
    const { user, clock, robot } = slowRobot(8_000, {
      deadline: { onTimeout: 'success' },
      pusher: { send: async (...given) => void pushed.push(given) },
    })
    const first = user.send('hello')
    await clock.advance(4_500)
    expect((await first).body).toBe('success')
    await clock.advance(5_000)
    await robot.close()
    expect(pushed).toEqual([])
    expect(robot.stats.undelivered).toBe(1)
  })
})

describe('handlerTimeout', () => {
  it("gives a handler up, aborts its signal, and lets the user's next message through", async () => {
    const { user, clock, robot, lines } = slowRobot(1_000_000, { handlerTimeout: 3_000 })
    const first = user.send('one')
    await clock.advance(3_000)
    expect((await first).body).toBe('success')
    expect(robot.stats.handlerErrors).toBe(1)
    expect(lines.join('\n')).toContain('a handler failed')
    const second = user.send('two')
    await clock.advance(3_000)
    expect((await second).body).toBe('success')
  })

  it('drops and reports what a handler says after it was given up', async () => {
    const clock = new ManualClock()
    const lines: string[] = []
    const line = (message: string) => void lines.push(message)
    const robot = new Robot({
      token: 'weixin',
      sessions: false,
      clock,
      handlerTimeout: 1_000,
      logger: { debug() {}, info() {}, warn: line, error: line },
    })
    robot.text(async () => {
      await clock.sleep(2_000)
      return 'too late'
    })
    const answer = testUser(robot).send('hello')
    await clock.advance(2_000)
    expect((await answer).body).toBe('success')
    expect(lines.join('\n')).toContain('after it had been given up')
  })
})

describe('the deadline', () => {
  it('counts from the arrival of a delivery, not from the moment its turn comes', async () => {
    const pushed: Pushed[] = []
    const { user, clock, robot } = slowRobot(3_000, {
      deadline: { onTimeout: 'push' },
      pusher: { send: async (openid, it) => void pushed.push({ openid, reply: it }) },
    })
    const first = user.send('one')
    const second = user.send('two')
    await clock.advance(4_500)
    expect([(await first).text, (await second).body]).toEqual(['after 3000', 'success'])
    await clock.advance(1_500)
    await robot.close()
    expect(pushed.map((it) => it.reply)).toEqual([reply.text('after 3000')])
  })

  it('is shorter where the table has a shorter one', async () => {
    const clock = new ManualClock()
    const robot = new Robot({
      token: 'weixin',
      sessions: false,
      clock,
      logger: { debug() {}, info() {}, warn() {}, error() {} },
    })
    robot.on('event:minigame_coin_deliver_completed', () => clock.sleep(60_000))
    const answer = testUser(robot).event('minigame_coin_deliver_completed')
    await clock.advance(2_500)
    expect((await answer).status).toBe(500)
  })
})
