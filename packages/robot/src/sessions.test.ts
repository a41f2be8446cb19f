import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContextStore, memoryCoordinator } from '@wx/context-store'
import { fileSessions } from '@wx/context-store/file'
import { ManualClock } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import type { RobotContext } from './context.js'
import { RobotUsageError } from './errors.js'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

interface Visit {
  count: number
  cart?: string[]
}

const count = (ctx: Pick<RobotContext<never, Visit>, 'session'>): number => {
  const next = ctx.session.get('count', 0) + 1
  ctx.session.set('count', next)
  return next
}

/** A robot that counts the messages of each user. */
const counter = (options: Partial<RobotOptions<Visit>> = {}) =>
  new Robot<Visit>({ token: 'weixin', logger: recordingLogger(), ...options }).text((ctx) => String(count(ctx)))

describe('ctx.session', () => {
  it('remembers between messages without any option, for each user apart', async () => {
    const robot = counter()
    const [ada, bob] = [testUser(robot, { openid: 'oAda' }), testUser(robot, { openid: 'oBob' })]
    expect([await ada.send('a'), await ada.send('b'), await bob.send('c')].map(({ text }) => text)).toEqual([
      '1',
      '2',
      '1',
    ])
  })

  it('is keyed by account and openid: one openid of two accounts is two users', async () => {
    const sessions = new ContextStore<Visit>()
    const robot = counter({ sessions })
    const texts = []
    for (const account of ['gh_a', 'gh_b', 'gh_a']) texts.push((await testUser(robot, { account }).send('hi')).text)
    expect(texts).toEqual(['1', '1', '2'])
    expect((await sessions.open('oTestUser', { account: 'gh_a' })).get('count')).toBe(2)
  })

  it('is keyed by the option account where there is one, so that two robots of it share', async () => {
    const sessions = new ContextStore<Visit>()
    const [one, two] = [counter({ sessions, account: 'shop' }), counter({ sessions, account: 'shop' })]
    expect((await testUser(one, { account: 'gh_a' }).send('hi')).text).toBe('1')
    expect((await testUser(two, { account: 'gh_b' }).send('hi')).text).toBe('2')
  })

  it('loses no write when messages of one user come at the same time', async () => {
    const robot = new Robot<Visit>({ token: 'weixin' }).text(async (ctx) => {
      const before = ctx.session.get('count', 0)
      await new Promise((resolve) => setImmediate(resolve))
      ctx.session.set('count', before + 1)
      return String(before + 1)
    })
    const user = testUser(robot)
    const answers = await Promise.all(Array.from({ length: 20 }, () => user.send('hi')))
    expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, at) => String(at + 1)))
  })

  it('loses none between two processes that share a coordinator and a store', async () => {
    const shared = { sessions: new ContextStore<Visit>(), coordinator: memoryCoordinator(), account: 'shop' }
    const users = [testUser(counter(shared)), testUser(counter(shared))]
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => users[at % 2]?.send('hi')))
    expect(answers.map((it) => Number(it?.text)).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('is saved before the answer goes out, and only when it changed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'wx-robot-'))
    const sessions = fileSessions<Visit>(dir)
    let saves = 0
    const open = sessions.open.bind(sessions)
    sessions.open = async (...given) => {
      const session = await open(...given)
      const save = session.save.bind(session)
      session.save = () => {
        saves++
        return save()
      }
      return session
    }
    try {
      const robot = new Robot<Visit>({ token: 'weixin', sessions })
      robot.hears('look', (ctx) => String(ctx.session.get('count')))
      robot.hears('cart', (ctx) => String(ctx.session.setDefault('cart', [])?.push('apples')))
      robot.text((ctx) => String(count(ctx)))
      const user = testUser(robot)
      expect((await user.send('hi')).text).toBe('1')
      expect(saves).toBe(1)
      expect((await fileSessions<Visit>(dir).open(user.openid, { account: user.account })).get('count')).toBe(1)
      expect((await user.send('look')).text).toBe('1')
      expect(saves).toBe(1)
      // A value changed in place is a change.
      expect([(await user.send('cart')).text, (await user.send('cart')).text, saves]).toEqual(['1', '2', 3])
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })

  it('is there for a robot made anew on the same store', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'wx-robot-'))
    try {
      const texts = []
      for (let life = 0; life < 3; life++) {
        const robot = counter({ sessions: fileSessions<Visit>(dir) })
        texts.push((await testUser(robot).send('hi')).text)
        await robot.close()
      }
      expect(texts).toEqual(['1', '2', '3'])
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })

  it('expires after the time of the store, or as the handler says', async () => {
    const clock = new ManualClock()
    const robot = counter({ clock, sessions: new ContextStore<Visit>({ clock, ttlSeconds: 60 }) })
    robot.image((ctx) => {
      ctx.session.setExpiry(600)
    })
    const user = testUser(robot)
    await user.send('hi')
    await clock.advance(59_000)
    expect((await user.send('hi')).text).toBe('2')
    await clock.advance(60_000)
    expect((await user.send('hi')).text).toBe('1')
    await user.push(user.message('message:image'))
    await clock.advance(599_000)
    expect((await user.send('hi')).text).toBe('2')
  })

  it('lives 7200 seconds in memory by default, by the clock of the robot', async () => {
    const clock = new ManualClock()
    const user = testUser(counter({ clock }))
    await user.send('hi')
    await clock.advance(7_199_000)
    expect((await user.send('hi')).text).toBe('2')
    await clock.advance(7_200_000)
    expect((await user.send('hi')).text).toBe('1')
  })

  it('keeps what a handler changed before it failed', async () => {
    const robot = new Robot<Visit>({ token: 'weixin', logger: recordingLogger() })
    robot.hears('fail', (ctx) => {
      count(ctx)
      throw new Error('no')
    })
    robot.text((ctx) => String(count(ctx)))
    const user = testUser(robot)
    await user.send('fail')
    expect((await user.send('hi')).text).toBe('2')
  })

  it('is not there for a push without user, and without sessions; asking for it says why', async () => {
    const errors: unknown[] = []
    const robot = new Robot({ token: 'weixin', logger: recordingLogger() }).catch((error, ctx) => {
      errors.push(error, ctx.hasSession)
    })
    robot.on('platform', (ctx) => void ctx.session)
    robot.on('event', (ctx) => void ctx.session.get('any'))
    await testUser(robot).deliver(
      '<xml><AppId>wx0</AppId><CreateTime>1</CreateTime><InfoType>component_verify_ticket</InfoType><ComponentVerifyTicket>t</ComponentVerifyTicket></xml>',
    )
    const without = new Robot({ token: 'weixin', sessions: false, logger: recordingLogger() }).catch((error, ctx) => {
      errors.push(error, ctx.hasSession)
    })
    without.text((ctx) => void ctx.session)
    await testUser(without).send('hi')
    expect(errors).toEqual([expect.any(RobotUsageError), false, expect.any(RobotUsageError), false])
    expect(String(errors[0])).toContain('no user')
    expect(String(errors[2])).toContain('sessions: false')
  })
})

describe('a store that fails', () => {
  it('does not keep a message from being handled; it is counted and reported', async () => {
    const sessions = new ContextStore<Visit>()
    const logger = recordingLogger()
    const robot = new Robot<Visit>({ token: 'weixin', sessions, logger }).text((ctx) =>
      ctx.hasSession ? String(count(ctx)) : 'no memory today',
    )
    const user = testUser(robot)
    const { open } = sessions
    sessions.open = () => Promise.reject(new Error('the disk is full'))
    expect((await user.send('hi')).text).toBe('no memory today')
    sessions.open = open
    expect((await user.send('hi')).text).toBe('1')
    expect(robot.stats.sessionErrors).toBe(1)
    expect(logger.lines.map(({ message }) => message)).toEqual([expect.stringContaining('could not be loaded')])
  })

  it('does not take an answer away when it fails to save; what is lost is reported', async () => {
    const sessions = new ContextStore<Visit>()
    const logger = recordingLogger()
    const open = sessions.open.bind(sessions)
    sessions.open = async (...given) =>
      Object.assign(await open(...given), { save: () => Promise.reject(new Error('the disk is full')) })
    const robot = counter({ sessions, logger })
    expect((await testUser(robot).send('hi')).text).toBe('1')
    expect(robot.stats.sessionErrors).toBe(1)
    expect(logger.lines.map(({ message }) => message)).toEqual([expect.stringContaining('could not be saved')])
  })
})
