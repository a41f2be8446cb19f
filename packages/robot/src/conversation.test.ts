import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContextStore, memoryCoordinator } from '@wx/context-store'
import { fileSessions } from '@wx/context-store/file'
import { ConfigError, ManualClock } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import type { Conversation } from './conversation.js'
import { RobotUsageError } from './errors.js'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

interface Order {
  product: string
  count: number
  gift?: boolean
}

type Definition = Conversation<Order, Record<string, unknown>>

const order: Definition = {
  start: ['下单', /^order/],
  steps: {
    product: { ask: 'what?', read: (text) => text },
    count: {
      ask: ({ product }) => `how many ${product}?`,
      read: (text = '') => (/^\d+$/.test(text) ? Number(text) : undefined),
      retry: 'a number, please',
      next: ({ count = 0 }) => (count > 10 ? 'gift' : null),
    },
    gift: { ask: 'as a gift?', read: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined) },
  },
  done: ({ product, count, gift }) => `${count} ${product}${gift === true ? ' as a gift' : ''}`,
}

function shop(changes: Partial<Definition> = {}, options: Partial<RobotOptions> = {}) {
  const clock = (options.clock as ManualClock | undefined) ?? new ManualClock()
  const logger = recordingLogger()
  const robot = new Robot({ token: 'weixin', account: 'gh_test', logger, ...options, clock })
  robot.hears('help', () => 'helped')
  robot.conversation<Order>('order', { ...order, ...changes })
  robot.text((ctx) => `echo ${ctx.message.content}`)
  robot.click(() => 'clicked')
  const user = testUser(robot)
  /** What the user gets for each of these. */
  const say = async (...texts: string[]): Promise<(string | undefined)[]> => {
    const answers: (string | undefined)[] = []
    for (const text of texts) {
      const { text: answer, body } = await user.send(text)
      answers.push(answer ?? body)
    }
    return answers
  }
  return { robot, user, clock, logger, say }
}

describe('a conversation', () => {
  it('asks step by step, and hands over what it found out', async () => {
    const { say } = shop()
    expect(await say('hi', '下单', 'apples', '3', 'hi')).toEqual([
      'echo hi',
      'what?',
      'how many apples?',
      '3 apples',
      'echo hi',
    ])
  })

  it('comes before every handler while it is active, its own words included', async () => {
    const { say } = shop()
    expect(await say('order', 'help')).toEqual(['what?', 'how many help?'])
    expect(await say('order')).toEqual(['a number, please'])
  })

  it('asks again for an answer that stands for nothing, a picture among them', async () => {
    const { say, user } = shop()
    expect(await say('order', 'apples', 'many')).toEqual(['what?', 'how many apples?', 'a number, please'])
    expect((await user.send({ MsgType: 'image', MediaId: 'm1' })).text).toBe('a number, please')
    expect(await say('3')).toEqual(['3 apples'])
  })

  it('repeats the question where nothing else was given, and says what read has built', async () => {
    const { say, user } = shop({
      steps: {
        ...order.steps,
        product: {
          ask: 'what?',
          read: (text, ctx) => {
            if (text === 'pears') ctx.reply.text('no pears today')
            return text === 'pears' ? undefined : text
          },
        },
      },
    })
    expect(await say('order', 'pears')).toEqual(['what?', 'no pears today'])
    expect((await user.send({ MsgType: 'image', MediaId: 'm1' })).text).toBe('what?')
  })

  it('goes where next says', async () => {
    const { say } = shop()
    expect(await say('order', 'apples', '12', 'maybe', 'yes')).toEqual([
      'what?',
      'how many apples?',
      'as a gift?',
      'as a gift?',
      '12 apples as a gift',
    ])
  })

  it('ends with a cancel word in any case; what is found out so far is told', async () => {
    const { say } = shop()
    expect(await say('order', ' Cancel ', 'apples', 'order', '取消')).toEqual([
      'what?',
      '已取消。',
      'echo apples',
      'what?',
      '已取消。',
    ])
    const told = shop({ cancel: ['stop'], onCancel: ({ product }) => `no ${product} then` })
    expect(await told.say('order', '取消', 'stop', 'hi')).toEqual([
      'what?',
      'how many 取消?',
      'no 取消 then',
      'echo hi',
    ])
  })

  it('is over when the user takes too long; the message is handled as ever', async () => {
    const { say, clock } = shop({ timeoutSeconds: 60 })
    await say('order', 'apples')
    await clock.advance(60_000)
    expect(await say('a lot')).toEqual(['a number, please'])
    await clock.advance(60_001)
    expect(await say('3', '4')).toEqual(['echo 3', 'echo 4'])
  })

  it('may say that it is over', async () => {
    const { say, clock } = shop({ timeoutSeconds: 60, onTimeout: ({ product }) => `the ${product} are gone` })
    await say('order', 'apples')
    await clock.advance(61_000)
    expect(await say('3', '4')).toEqual(['the apples are gone', 'echo 4'])
  })

  it('lets events through, and is there afterwards', async () => {
    const { say, user } = shop()
    await say('order')
    expect((await user.event('click')).text).toBe('clicked')
    expect(await say('apples')).toEqual(['how many apples?'])
  })

  it("takes events that show a reply as answers with events: 'answer', and no others", async () => {
    const seen: string[] = []
    const { robot, say, user } = shop({
      events: 'answer',
      steps: {
        ...order.steps,
        product: {
          ask: 'what?',
          read: (_, { message }) => {
            seen.push(message.kind === 'event' ? message.event : message.kind)
            return message.kind === 'event' && message.event === 'click' ? message.key : undefined
          },
        },
      },
    })
    robot.on('event:xpay_goods_deliver_notify', () => 'success')
    await say('order')
    await user.event('view')
    await user.event('xpay_goods_deliver_notify')
    expect((await user.event('click', { EventKey: 'APPLES' })).text).toBe('how many APPLES?')
    expect(seen).toEqual(['click'])
  })

  it('says nothing more when done says nothing, and no handler gets the last answer', async () => {
    const { say } = shop({ done: () => undefined })
    expect(await say('order', 'apples', '3')).toEqual(['what?', 'how many apples?', 'success'])
  })

  it('takes the last answer once more when done failed', async () => {
    let isDown = true
    const { say } = shop({
      done: ({ count }) => {
        if (isDown) throw new Error('the shop is down')
        return `${count}`
      },
    })
    await say('order', 'apples')
    expect(await say('3')).toEqual(['success'])
    isDown = false
    expect(await say('4', 'hi')).toEqual(['4', 'echo hi'])
  })

  it('handles an answer once, whatever is delivered again', async () => {
    const { say, user } = shop()
    await say('order')
    const apples = user.message('message:text', { Content: 'apples' })
    const answers = [await user.push(apples), await user.push(apples), await user.push(apples)]
    expect(answers.map(({ text }) => text)).toEqual(['how many apples?', 'how many apples?', 'how many apples?'])
    expect(await say('3')).toEqual(['3 apples'])
  })

  it('is one for each user', async () => {
    const { robot, say } = shop()
    await say('order', 'apples')
    expect((await testUser(robot, { openid: 'oOther' }).send('3')).text).toBe('echo 3')
    expect(await say('3')).toEqual(['3 apples'])
  })
})

describe('ctx.enter, ctx.leave, ctx.conversation', () => {
  it('enter answers with the first question, returned or not', async () => {
    const robot = new Robot({ token: 'weixin' }).conversation<{ name: string; city: string }>('where', {
      steps: {
        name: { ask: ({ city }) => `who in ${city}?`, read: (text) => text },
        city: { ask: 'which city?', read: (text) => text },
      },
      done: ({ name, city }) => `${name} in ${city}`,
    })
    robot.click('A', (ctx) => ctx.enter('where', { city: 'Rome' }))
    robot.click('B', async (ctx) => {
      await ctx.enter('where', { city: 'Bonn' })
    })
    const user = testUser(robot)
    expect((await user.event('click', { EventKey: 'A' })).text).toBe('who in Rome?')
    expect((await user.event('click', { EventKey: 'B' })).text).toBe('who in Bonn?')
    expect((await user.send('Ada')).text).toBe('which city?')
    expect((await user.send('Turin')).text).toBe('Ada in Turin')
  })

  it('leave ends it within a step as well; the message is then for the handlers', async () => {
    const seen: unknown[] = []
    const { say } = shop({
      steps: {
        ...order.steps,
        product: {
          ask: 'what?',
          read: (text, ctx) => {
            seen.push(ctx.conversation)
            if (text === 'nothing') seen.push(ctx.leave(), ctx.conversation, ctx.leave())
            return text
          },
        },
      },
    })
    expect(await say('order', 'nothing', 'hi')).toEqual(['what?', 'echo nothing', 'echo hi'])
    expect(seen).toEqual([{ name: 'order', step: 'product' }, true, undefined, false])
  })

  it('enter from within leads to the other one, from done too', async () => {
    const { robot, say } = shop({ done: (_, ctx) => ctx.enter('survey') })
    robot.conversation<{ stars: number }>('survey', {
      steps: { stars: { ask: 'how many stars?', read: (text) => Number(text) || undefined } },
      done: ({ stars }) => '*'.repeat(stars),
    })
    expect(await say('order', 'apples', '3', 'x', '4', 'hi')).toEqual([
      'what?',
      'how many apples?',
      'how many stars?',
      'how many stars?',
      '****',
      'echo hi',
    ])
  })

  it('are clear about what is missing', async () => {
    const errors: unknown[] = []
    const collect = (robot: Robot) =>
      testUser(robot.text((ctx) => ctx.enter('ordr')).catch((error) => void errors.push(error))).send('hi')
    await collect(new Robot({ token: 'weixin', logger: recordingLogger() }))
    const quiet = new Robot({ token: 'weixin', logger: recordingLogger() }).conversation<Order>('order', order)
    await collect(quiet)
    expect(errors.map(String)).toEqual([
      expect.stringMatching(/no conversations/),
      expect.stringMatching(/no conversation 'ordr'; did you mean 'order'/),
    ])
  })
})

describe('a conversation in a store', () => {
  it('goes on in a robot made anew, after a restart', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'wx-robot-'))
    try {
      const before = shop({}, { sessions: fileSessions(dir) })
      expect(await before.say('order', 'apples')).toEqual(['what?', 'how many apples?'])
      await before.robot.close()
      expect(await shop({}, { sessions: fileSessions(dir) }).say('3')).toEqual(['3 apples'])
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })

  it('goes on in another process, message by message', async () => {
    const clock = new ManualClock()
    const shared = { clock, sessions: new ContextStore({ clock }), coordinator: memoryCoordinator({ clock }) }
    const [one, two] = [shop({}, shared), shop({}, shared)]
    expect([await one.say('order'), await two.say('apples'), await one.say('3')].flat()).toEqual([
      'what?',
      'how many apples?',
      '3 apples',
    ])
  })

  it('is ended, and said so in the log, when its step or itself is gone from the code', async () => {
    const clock = new ManualClock()
    const shared = { clock, sessions: new ContextStore({ clock }) }
    await shop({}, shared).say('order', 'apples')
    const { count: _, ...steps } = order.steps
    const after = shop({ steps: steps as Definition['steps'] }, shared)
    expect(await after.say('3', '4')).toEqual(['echo 3', 'echo 4'])
    expect(after.logger.lines.map(({ message }) => message)).toEqual([expect.stringContaining('does not know')])
  })

  it('survives what else stands in the session, and goes when the session is cleared', async () => {
    const { robot, say, user } = shop()
    robot.on('event:view', (ctx) => ctx.session.set('views', 1) && undefined)
    robot.on('event:enter', (ctx) => ctx.session.clear())
    await say('order')
    await user.event('view')
    expect(await say('apples')).toEqual(['how many apples?'])
    await user.event('enter')
    expect(await say('3')).toEqual(['echo 3'])
  })

  it('waits while the store fails: the message is handled as ever', async () => {
    const sessions = new ContextStore()
    const { say, robot } = shop({}, { sessions })
    await say('order')
    const open = sessions.open
    sessions.open = () => Promise.reject(new Error('the disk is full'))
    expect(await say('apples')).toEqual(['echo apples'])
    sessions.open = open
    expect(await say('pears')).toEqual(['how many pears?'])
    expect(robot.stats.sessionErrors).toBe(1)
  })
})

describe('robot.conversation', () => {
  const make = (changes: object, options: Partial<RobotOptions> = {}) =>
    new Robot({ token: 'weixin', ...options }).conversation('order', { ...order, ...changes } as Definition)

  it('refuses what cannot work', () => {
    expect(() => make({}, { sessions: false })).toThrow(/sessions: false/)
    expect(() => make({}).conversation<Order>('order', order)).toThrow(/two conversations called 'order'/)
    expect(() => make({ steps: {} })).toThrow(RobotUsageError)
    expect(() => make({ steps: { product: { read: () => 1 } } })).toThrow(/asks nothing/)
    expect(() => make({ steps: { product: { ask: 'what?' } } })).toThrow(/read of step 'product'/)
    expect(() => make({ done: 'bye' })).toThrow(/done/)
    expect(() => make({ timeoutSeconds: -1 })).toThrow(ConfigError)
    expect(() => make({ cancel: '取消' })).toThrow(ConfigError)
    expect(() => make({ events: 'all' })).toThrow(ConfigError)
    expect(() => make({ onTimeOut: () => 'late' })).toThrow(/did you mean 'onTimeout'/)
    expect(() => make({ start: [] })).toThrow(/at least one rule/)
  })

  it('is refused after the first message', async () => {
    const robot = new Robot({ token: 'weixin' })
    await testUser(robot).send('hi')
    expect(() => robot.conversation<Order>('order', order)).toThrow(/after the first message/)
  })

  it('fails loudly where a step asks nothing, leads nowhere, or keeps what JSON cannot say', async () => {
    const steps = (product: object) => ({ steps: { ...order.steps, product: { ...order.steps.product, ...product } } })
    for (const [changes, message] of [
      [steps({ ask: () => undefined }), /has asked nothing/],
      [steps({ next: () => 'colour' }), /no step 'colour'/],
      [steps({ read: () => new Date() }), /JSON/],
    ] as const) {
      const { say, logger } = shop(changes as Partial<Definition>)
      await say('order', 'apples')
      expect(String(logger.lines.find(({ level }) => level === 'error')?.fields?.['error'])).toMatch(message)
    }
  })
})
