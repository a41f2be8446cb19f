import { ManualClock, silentLogger } from '@wx/core'
import { parseMessage } from '@wx/xml-messages'
import { renderPush, samplePush } from '@wx/xml-messages/push'
import { describe, expect, it } from 'vitest'
import { claimKey } from './claim-key.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

function counting(options: Partial<ConstructorParameters<typeof Robot>[0]> = {}) {
  const robot = new Robot({ token: 'weixin', sessions: false, logger: silentLogger, ...options })
  const keys: string[] = []
  robot.handler((ctx) => {
    keys.push(ctx.key)
    return `answer ${keys.length}`
  })
  return { robot, keys, user: testUser(robot) }
}

describe('S6: what counts as the same push', () => {
  it('runs the handler once for a message delivered three times, and answers all three alike', async () => {
    const { user, keys } = counting()
    const push = user.message('message:text')
    const answers = [await user.push(push), await user.push(push), await user.push(push)]
    expect(keys).toHaveLength(1)
    expect(new Set(answers.map((it) => it.body)).size).toBe(1)
    expect(answers[0]?.text).toBe('answer 1')
  })

  it('answers a redelivery an hour of clock later, when it is forgotten, as a new message', async () => {
    const clock = new ManualClock()
    const { user, keys } = counting({ clock })
    const push = user.message('message:text')
    await user.push(push)
    await clock.advance(3_600_000)
    await user.push(push)
    expect(keys).toHaveLength(2)
  })

  it('tells messages apart that differ in MsgId, user or account only', async () => {
    const { user, keys } = counting()
    const push = user.message('message:text')
    await user.push(push)
    await user.push({ ...push, MsgId: '9007199254740993' })
    await user.push({ ...push, MsgId: '9007199254740992' })
    await user.push({ ...push, FromUserName: 'oOther' })
    await user.push({ ...push, ToUserName: 'gh_other' })
    expect(keys).toHaveLength(5)
  })

  it('tells events of one second apart by event, key and all the rest', async () => {
    const { user, keys } = counting()
    const push = user.message('event:click', { EventKey: 'a' })
    await user.push(push)
    await user.push(push)
    await user.push({ ...push, EventKey: 'b' })
    await user.push({ ...push, Event: 'VIEW' })
    await user.push({ ...push, CreateTime: String(Number(push['CreateTime']) + 1) })
    await user.push({ ...push, Extra: 'x' })
    expect(keys).toHaveLength(5)
  })

  it('builds keys whose parts cannot run together', () => {
    const key = (fields: Record<string, string>) =>
      claimKey(parseMessage(renderPush({ ...samplePush('message:text'), ...fields }, 'xml')), undefined)
    expect(key({ FromUserName: 'a|m', MsgId: '1' })).not.toBe(key({ FromUserName: 'a', MsgId: 'm|1' }))
    expect(key({ ToUserName: 'a', FromUserName: 'b|c' })).not.toBe(key({ ToUserName: 'a|b', FromUserName: 'c' }))
  })

  it('gives a duplicate of a message without an answer success', async () => {
    const robot = new Robot({ token: 'weixin', sessions: false })
    let runs = 0
    robot.text(() => {
      runs++
    })
    const user = testUser(robot)
    const push = user.message('message:text')
    expect([(await user.push(push)).body, (await user.push(push)).body]).toEqual(['success', 'success'])
    expect(runs).toBe(1)
  })

  it('keeps every kind of reply for a redelivery', async () => {
    const robot = new Robot({ token: 'weixin', sessions: false })
    robot.hears('news', (ctx) => ctx.reply.news([{ title: 't]]>', description: 'd', picUrl: 'p', url: 'u' }]))
    robot.hears('image', (ctx) => ctx.reply.image('m1'))
    robot.hears('digits', () => '12t34j56')
    const user = testUser(robot)
    for (const content of ['news', 'image', 'digits']) {
      const push = user.message('message:text', { Content: content })
      const first = await user.push(push)
      expect(first.body).toContain('<xml>')
      expect((await user.push(push)).body).toBe(first.body)
    }
  })
})

describe('joining', () => {
  it('lets every duplicate that arrives while the handler runs carry its answer', async () => {
    const clock = new ManualClock()
    const robot = new Robot({ token: 'weixin', sessions: false, clock })
    let runs = 0
    robot.text(async () => {
      runs++
      await clock.sleep(1_000)
      return 'joined'
    })
    const user = testUser(robot)
    const push = user.message('message:text')
    const all = Promise.all([user.push(push), user.push(push), user.push(push)])
    await clock.advance(1_000)
    expect((await all).map((it) => it.text)).toEqual(['joined', 'joined', 'joined'])
    expect(runs).toBe(1)
    expect(robot.stats).toMatchObject({ received: 3, handled: 1, duplicates: 2 })
  })
})
