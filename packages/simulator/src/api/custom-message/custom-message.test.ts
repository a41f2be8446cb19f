import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStage, files } from '../../testing/content-stage.js'
import type { StageOptions } from '../../testing/stage.js'

async function staged(options: StageOptions = {}) {
  const it = await contentStage(onTestFinished, options)
  const { user, call } = it
  await user.send({ type: 'text', content: 'a' })
  const send = async (body: object, touser = user.openid): Promise<unknown> =>
    (await call('POST /cgi-bin/message/custom/send', { body: { touser, ...body } })).errcode
  const type = async (command: string, touser = user.openid): Promise<unknown> =>
    (await call('POST /cgi-bin/message/custom/typing', { body: { touser, command } })).errcode
  return { ...it, send, type }
}

const hello = { msgtype: 'text', text: { content: 'hello' } }

describe('custom/send', () => {
  it('shows the message, and takes it from the same window as within the process', async () => {
    const { user, account, clock, send } = await staged()
    await account.customerMessages.send(user.openid, hello)
    expect(await send(hello)).toBe(0)
    expect(user.inbox).toMatchObject([{ content: 'hello' }, { via: 'customerMessage', content: 'hello' }])
    expect(account.customerMessages.remaining(user.openid)).toBe(3)
    for (let turn = 0; turn < 3; turn++) await send(hello)
    expect(await send(hello)).toBe(45047)
    await clock.advance(48 * 3_600_000)
    expect(await send(hello)).toBe(45015)
  })

  it('answers ok as the platform does, and says in the log what is wrong', async () => {
    const { call, user, sim } = await staged()
    const fine = await call('POST /cgi-bin/message/custom/send', { body: { touser: user.openid, ...hello } })
    expect(fine.json).toEqual({ errcode: 0, errmsg: 'ok' })
    const wrong = await call('POST /cgi-bin/message/custom/send', { body: { ...hello } })
    expect(wrong.json).toMatchObject({ errcode: 40003, errmsg: expect.stringMatching(/^invalid openid rid: /) })
    expect([...sim.exchanges].at(-1)?.problem).toContain('touser')
  })

  it('sends what was uploaded, until three days are over', async () => {
    const { user, clock, upload, send } = await staged()
    const { json } = await upload('image', files.png)
    const message = { msgtype: 'image', image: { media_id: json['media_id'] } }
    expect(await send(message)).toBe(0)
    expect(user.inbox).toMatchObject([{ type: 'image', mediaId: json['media_id'] }])
    await clock.advance(3 * 24 * 3_600_000)
    await user.send({ type: 'text', content: 'still there?' })
    expect(await send(message)).toBe(40007)
  })

  it('sends back the picture of a user', async () => {
    const { user, send } = await staged()
    const { deliveries } = await user.send({ type: 'image' })
    const [, media_id] = /<MediaId><!\[CDATA\[(.*?)\]\]>/.exec(deliveries[0]?.plaintext ?? '') ?? []
    expect(await send({ msgtype: 'image', image: { media_id } })).toBe(0)
  })

  it('sends a draft of one article, not of two', async () => {
    const { addDraft, send } = await staged()
    const one = await addDraft({})
    const two = await addDraft({}, {})
    expect(await send({ msgtype: 'mpnews', mpnews: { media_id: one.json['media_id'] } })).toBe(0)
    expect(await send({ msgtype: 'mpnews', mpnews: { media_id: two.json['media_id'] } })).toBe(45008)
  })

  it('sends a published article by its id, until it is deleted', async () => {
    const { account, addDraft, send } = await staged()
    const { json } = await addDraft({})
    const articles = account.state.drafts.get(String(json['media_id']))?.articles ?? []
    const { articleId } = account.state.articles.publish(articles, 'publish')
    const message = { msgtype: 'mpnewsarticle', mpnewsarticle: { article_id: articleId } }
    expect(await send(message)).toBe(0)
    account.state.articles.takeDown(articleId)
    expect(await send(message)).toBe(53600)
  })

  it.each([
    [40003, hello, 'oNobody'],
    [40008, { msgtype: 'sticker' }, undefined],
    [65401, { ...hello, customservice: { kf_account: 'nobody@x' } }, undefined],
  ])('is refused with %i', async (errcode, body, touser) => {
    const { send } = await staged()
    expect(await send(body, touser)).toBe(errcode)
  })
})

describe('custom/typing', () => {
  it('shows "typing …" for 15 seconds, once', async () => {
    const { user, clock, type } = await staged()
    expect(await type('Typing')).toBe(0)
    expect(user.seesTyping).toBe(true)
    expect(await type('Typing')).toBe(45081)
    await clock.advance(15_000)
    expect(user.seesTyping).toBe(false)
    expect(await type('Typing')).toBe(0)
  })

  it('ends with a message, or by CancelTyping', async () => {
    const { user, send, type } = await staged()
    await type('Typing')
    await send(hello)
    expect(user.seesTyping).toBe(false)
    await type('Typing')
    expect(await type('CancelTyping')).toBe(0)
    expect(user.seesTyping).toBe(false)
  })

  it('wants something said within 30 seconds', async () => {
    const { clock, type } = await staged()
    await clock.advance(30_000)
    expect(await type('Typing')).toBe(0)
    await clock.advance(15_001)
    expect(await type('Typing')).toBe(45080)
  })

  it('is refused with 45072 for another command, and when no message may be sent', async () => {
    const { type, clock, send } = await staged()
    expect(await type('typing')).toBe(45072)
    expect(await type('toString')).toBe(45072)
    expect(await type('Typing', 'oNobody')).toBe(40003)
    for (let turn = 0; turn < 5; turn++) await send(hello)
    expect(await type('Typing')).toBe(45047)
    await clock.advance(48 * 3_600_000)
    expect(await type('Typing')).toBe(45015)
  })
})
