import { ContextStore } from '@wx/context-store'
import { ConfigError, ManualClock } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import type { IncomingMessage, Reply } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import type { RobotContext } from './context.js'
import { NoPusherError, PushQuotaExceededError, PushWindowClosedError } from './errors.js'
import type { RobotOptions } from './options.js'
import { openings } from './push-openings.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

type Ctx = RobotContext<IncomingMessage>

function counting(options: Partial<RobotOptions> = {}) {
  const clock = new ManualClock()
  const logger = recordingLogger()
  const pushed: Reply[] = []
  let refusal: unknown
  let handle: (ctx: Ctx) => unknown = () => {}
  const pusher = {
    async send(_: string, it: Reply) {
      if (refusal !== undefined) throw refusal
      pushed.push(it)
    },
  }
  const robot = new Robot({ token: 'weixin', account: 'gh_test', pusher, pushWindow: true, clock, logger, ...options })
  robot.handler(async (ctx) => {
    await handle(ctx)
    return 'done'
  })
  const user = testUser(robot)
  let views = 0
  return {
    clock,
    logger,
    pushed,
    robot,
    user,
    /** Something that opens nothing; another one each time. */
    view: () => user.event('view', { EventKey: `https://example.com/${views++}` }),
    work: (handler: (ctx: Ctx) => unknown) => {
      handle = handler
    },
    refuse: (error: unknown) => {
      refusal = error
    },
    /** What a handler finds when the user does this. */
    async on<T>(action: () => Promise<unknown>, handler: (ctx: Ctx) => Promise<T> | T): Promise<T> {
      let found: { value: T } | undefined
      handle = async (ctx) => {
        found = { value: await handler(ctx) }
      }
      await action()
      if (found === undefined) throw new Error('the handler did not run')
      return found.value
    },
  }
}

const remainingOf = (ctx: Ctx) => ctx.push.remaining
const pushTimes = (times: number) => async (ctx: Ctx) => {
  const ends: unknown[] = []
  for (let time = 0; time < times; time++) ends.push(await ctx.push(`${time}`).catch((error: unknown) => error))
  return ends.map((it) => (it instanceof Error ? it.constructor : it))
}

describe('ctx.push', () => {
  it('sends, and knows whether it can', async () => {
    const { on, user, pushed } = counting({ pushWindow: false })
    const { remaining, canPush } = await on(
      () => user.send('hello'),
      async ({ push }) => {
        await push('beside the answer')
        return push
      },
    )
    expect(pushed).toEqual([{ type: 'text', content: 'beside the answer' }])
    expect([remaining, canPush]).toEqual([undefined, true])
  })

  it('cannot without a pusher', async () => {
    const robot = new Robot({ token: 'weixin', logger: recordingLogger() })
    const seen: unknown[] = []
    robot.text(async (ctx) => {
      seen.push(ctx.push.canPush, await ctx.push('hi').catch((error: unknown) => error))
    })
    await testUser(robot).send('hello')
    expect(seen).toEqual([false, expect.any(NoPusherError)])
  })
})

describe('the window of customer messages (pushWindow)', () => {
  it('holds five messages in 48 hours after a message of the user', async () => {
    const { on, user, clock, pushed, view } = counting()
    expect(await on(() => user.send('hello'), remainingOf)).toBe(5)
    expect(await on(() => user.send('hello'), pushTimes(6))).toEqual([
      ...Array(5).fill(undefined),
      PushQuotaExceededError,
    ])
    expect(pushed).toHaveLength(5)
    expect(await on(view, remainingOf)).toBe(0)
    await clock.advance(48 * 3_600_000)
    expect(await on(view, pushTimes(1))).toEqual([PushWindowClosedError])
    expect(await on(() => user.send('hello'), remainingOf)).toBe(5)
  })

  it('counts down what one handler sends, before its eyes', async () => {
    const { on, user } = counting()
    const seen = await on(
      () => user.send('hello'),
      async ({ push }) => {
        await push('1')
        const afterOne = push.remaining
        await pushTimes(4)({ push } as Ctx)
        return [afterOne, push.remaining, push.canPush]
      },
    )
    expect(seen).toEqual([4, 0, false])
  })

  it('holds three in a minute after a click, a scan or a follow, which open no other window', async () => {
    for (const event of ['click', 'scancode_push', 'scancode_waitmsg', 'scan', 'subscribe'] as const) {
      const { on, user, clock, view } = counting()
      expect(await on(() => user.event(event), remainingOf)).toBe(3)
      await clock.advance(60_000)
      expect(await on(view, pushTimes(1))).toEqual([PushWindowClosedError])
    }
  })

  it('has no limit after a payment, and two after a mini program user opens the chat', async () => {
    const { on, user, view } = counting()
    expect(await on(() => user.event('user_enter_tempsession'), remainingOf)).toBe(2)
    expect(await on(() => user.event('user_pay_from_pay_cell'), remainingOf)).toBe(Number.POSITIVE_INFINITY)
    expect(await on(view, pushTimes(9))).toEqual(Array(9).fill(undefined))
  })

  it('takes from the window that closes first', async () => {
    const { on, user, clock, view } = counting()
    await on(() => user.send('hello'), remainingOf)
    expect(await on(() => user.event('click'), pushTimes(3))).toEqual([undefined, undefined, undefined])
    await clock.advance(60_000)
    expect(await on(view, remainingOf)).toBe(5)
  })

  it('is shut by leaving', async () => {
    const { on, user } = counting()
    await on(() => user.send('hello'), remainingOf)
    expect(await on(() => user.event('unsubscribe'), pushTimes(1))).toEqual([PushWindowClosedError])
  })

  it('lets everything go where it knows nothing of the user', async () => {
    const { on, view } = counting()
    expect(await on(view, remainingOf)).toBeUndefined()
    expect(await on(view, pushTimes(7))).toEqual(Array(7).fill(undefined))
  })

  it('is not counted down by a push that failed', async () => {
    const { on, user, refuse, view } = counting()
    refuse(new Error('the network is down'))
    expect(await on(() => user.send('hello'), pushTimes(2))).toEqual([Error, Error])
    expect(await on(view, remainingOf)).toBe(5)
  })

  it('believes WeChat: its refusals are told apart, and learnt from', async () => {
    const { on, user, refuse, view } = counting()
    const said = (errcode: number) => Object.assign(new Error('refused'), { errcode })
    const first = (ctx: Ctx) => ctx.push('hi').catch((error: unknown) => error)
    refuse(said(45047))
    expect(await on(() => user.send('hello'), first)).toMatchObject({
      code: 'WX_ROBOT_PUSH_QUOTA_EXCEEDED',
      estimated: false,
      cause: said(45047),
    })
    expect(await on(view, first)).toMatchObject({ estimated: true })
    refuse(said(45015))
    expect(await on(() => user.send('hello'), first)).toMatchObject({
      code: 'WX_ROBOT_PUSH_WINDOW_CLOSED',
      estimated: false,
    })
    expect(await on(view, first)).toMatchObject({
      code: 'WX_ROBOT_PUSH_WINDOW_CLOSED',
      estimated: true,
      message: expect.stringContaining('an estimate'),
    })
  })

  it('is known to every process that shares the store, and not to other users', async () => {
    const sessions = new ContextStore()
    const [one, two] = [counting({ sessions }), counting({ sessions })]
    await one.on(() => one.user.send('hello'), pushTimes(4))
    expect(await two.on(two.view, remainingOf)).toBe(1)
    const other = testUser(two.robot, { openid: 'oOther' })
    expect(await two.on(() => other.event('view'), remainingOf)).toBeUndefined()
  })

  it('counts late answers too, and reports the one that finds it used up', async () => {
    const { clock, robot, user, work, logger } = counting({ deadline: { onTimeout: 'push' } })
    work((ctx) => pushTimes(5)(ctx).then(() => clock.sleep(6_000)))
    const sent = user.send('slow')
    await clock.advance(6_000)
    expect((await sent).body).toBe('success')
    await robot.close()
    expect(robot.stats).toMatchObject({ pushed: 0, pushErrors: 1 })
    expect(logger.lines.at(-1)?.fields?.['error']).toBeInstanceOf(PushQuotaExceededError)
  })

  it('never stands in the way: with a failing store pushes go out uncounted', async () => {
    const sessions = new ContextStore()
    sessions.open = () => Promise.reject(new Error('the disk is full'))
    sessions.update = () => Promise.reject(new Error('the disk is full'))
    const { on, user, robot } = counting({ sessions })
    expect(await on(() => user.send('hello'), remainingOf)).toBeUndefined()
    expect(await on(() => user.send('hello'), pushTimes(7))).toEqual(Array(7).fill(undefined))
    expect(robot.stats.sessionErrors).toBeGreaterThan(0)
  })

  it('stands beside the session, and works without one', async () => {
    const { on, user } = counting({ sessions: false })
    expect(await on(() => user.send('hello'), remainingOf)).toBe(5)
    const sessions = new ContextStore()
    const withSession = counting({ sessions })
    await withSession.on(() => withSession.user.send('hello'), remainingOf)
    expect((await sessions.open(user.openid, { account: 'gh_test' })).keys()).toEqual([])
  })

  it('needs a pusher', () => {
    expect(() => new Robot({ token: 'weixin', pushWindow: true })).toThrow(ConfigError)
  })

  it('has its figures in one table', () => {
    expect(openings).toEqual({
      message: { messages: 5, seconds: 172_800 },
      menu: { messages: 3, seconds: 60 },
      follow: { messages: 3, seconds: 60 },
      scan: { messages: 3, seconds: 60 },
      enter: { messages: 2, seconds: 60 },
      payment: { messages: null, seconds: 172_800 },
    })
  })
})
