import { reply } from '@wx/xml-messages'
import { afterEach, describe, expect, it } from 'vitest'
import { CustomerMessageError } from '../errors.js'
import type { Simulator } from '../simulator.js'
import { stage } from '../testing/stage.js'

const hello = { msgtype: 'text', text: { content: 'hello' } }
const open: Simulator[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()))
})
async function staged(account: Parameters<typeof stage>[1] = {}) {
  const it = await stage(() => 'success', account)
  open.push(it.sim)
  const { customerMessages } = it.account
  const errcode = async (openid = it.user.openid, message: { msgtype: string } = hello): Promise<number> => {
    try {
      return (await customerMessages.send(openid, message)).errcode
    } catch (error) {
      if (error instanceof CustomerMessageError) return error.errcode
      throw error
    }
  }
  return { ...it, errcode }
}
const times = async (count: number, run: () => Promise<number>): Promise<number[]> => {
  const out: number[] = []
  for (let turn = 0; turn < count; turn++) out.push(await run())
  return out
}

describe('the window of customer messages', () => {
  it('is closed until the user does something', async () => {
    const { errcode } = await staged()
    expect(await errcode()).toBe(45015)
  })

  it('a message of the user allows five within 48 hours', async () => {
    const { user, clock, errcode, account } = await staged()
    await user.send({ type: 'text', content: 'a' })
    expect(account.customerMessages.remaining(user.openid)).toBe(5)
    expect(await times(6, errcode)).toEqual([0, 0, 0, 0, 0, 45047])
    await user.send({ type: 'text', content: 'b' })
    await clock.advance(48 * 3_600_000 - 1)
    expect(await errcode()).toBe(0)
    await clock.advance(1)
    expect(await errcode()).toBe(45015)
  })

  it.each(['CLICK_ME', 'SCAN_PUSH', 'SCAN_WAIT'])('a tap on %s allows three within a minute', async (key) => {
    const { user, clock, errcode } = await staged()
    await user.tap(key)
    expect(await times(4, errcode)).toEqual([0, 0, 0, 45047])
    await clock.advance(60_000)
    expect(await errcode()).toBe(45015)
  })

  it('following and scanning allow three within a minute', async () => {
    const follow = await staged()
    await follow.user.follow()
    expect(await times(4, follow.errcode)).toEqual([0, 0, 0, 45047])
    const scan = await staged()
    await scan.user.scan('1')
    expect(await times(4, scan.errcode)).toEqual([0, 0, 0, 45047])
    await scan.clock.advance(60_000)
    expect(await scan.errcode()).toBe(45015)
  })

  it('a link in the menu opens nothing, a tap does not open the 48 hours', async () => {
    const { user, errcode, clock } = await staged()
    await user.tap('打开网页')
    expect(await errcode()).toBe(45015)
    await user.tap('CLICK_ME')
    await clock.advance(60_000)
    expect(await errcode()).toBe(45015)
  })

  it('takes from the window that closes first', async () => {
    const { user, errcode, account, clock } = await staged()
    await user.send({ type: 'text', content: 'a' })
    await user.tap('CLICK_ME')
    await times(3, errcode)
    await clock.advance(60_000)
    expect(account.customerMessages.remaining(user.openid)).toBe(5)
  })

  it('knows who is not there, who has left, and who may not', async () => {
    const { user, errcode } = await staged()
    await user.send({ type: 'text', content: 'a' })
    expect(await errcode('oNobody')).toBe(40003)
    await user.unfollow()
    expect(await errcode()).toBe(43004)
    const unverified = await staged({ account: { verified: false } })
    expect(await unverified.errcode()).toBe(48001)
  })
})

describe('a customer message', () => {
  it('arrives in the inbox and in the log', async () => {
    const { user, errcode, sim, clock } = await staged()
    await user.send({ type: 'text', content: 'a' })
    await clock.advance(20_000)
    await errcode()
    expect(user.inbox).toEqual([{ at: clock.now(), via: 'customerMessage', type: 'text', content: 'hello' }])
    expect([...sim.exchanges].at(-1)).toMatchObject({
      kind: 'customerMessage',
      openid: user.openid,
      answer: { body: '{"errcode":0,"errmsg":"ok"}' },
    })
  })

  it.each<[number, { msgtype: string; [name: string]: unknown }]>([
    [40008, { msgtype: 'toString' }],
    [40008, { msgtype: 'success' }],
    [44002, { msgtype: 'text' }],
    [44004, { msgtype: 'text', text: { content: '' } }],
    [45002, { msgtype: 'text', text: { content: 'a'.repeat(2049) } }],
    [40007, { msgtype: 'image', image: {} }],
    [45008, { msgtype: 'news', news: { articles: [{}, {}] } }],
  ])('is refused with %i: %j', async (errcode, message) => {
    const it = await staged()
    await it.user.send({ type: 'text', content: 'a' })
    expect(await it.errcode(it.user.openid, message)).toBe(errcode)
    expect(it.user.inbox).toEqual([])
    expect(it.account.customerMessages.remaining(it.user.openid)).toBe(5)
  })

  it('of a type of its own is shown as it is', async () => {
    const { user, errcode } = await staged()
    await user.send({ type: 'text', content: 'a' })
    expect(await errcode(user.openid, { msgtype: 'msgmenu', msgmenu: { head_content: '?' } } as never)).toBe(0)
    expect(user.inbox).toMatchObject([{ type: 'card', msgtype: 'msgmenu', body: { head_content: '?' } }])
  })
})

describe('the pusher', () => {
  it.each([
    [reply.text('late'), { type: 'text', content: 'late' }],
    [reply.image('m'), { type: 'image', mediaId: 'm' }],
    [reply.voice('m'), { type: 'voice', mediaId: 'm' }],
    [reply.video({ mediaId: 'm', title: 't' }), { type: 'video', mediaId: 'm', title: 't', description: '' }],
    [
      reply.music({ musicUrl: 'u', thumbMediaId: 'h' }),
      { type: 'music', title: '', description: '', musicUrl: 'u', hqMusicUrl: 'u', thumbMediaId: 'h' },
    ],
    [
      reply.news([{ title: 't', description: 'd', picUrl: 'p', url: 'u' }]),
      { type: 'news', articles: [{ title: 't', description: 'd', picUrl: 'p', url: 'u' }] },
    ],
  ])('shows what the reply would have shown: %j', async (late, shown) => {
    const { user, account } = await staged()
    await user.send({ type: 'text', content: 'a' })
    await account.pusher.send(user.openid, late)
    expect(user.inbox).toMatchObject([{ via: 'customerMessage', ...shown }])
  })

  it('sends nothing where there is nothing to show, and rejects what is refused', async () => {
    const { user, account } = await staged()
    await account.pusher.send(user.openid, reply.success())
    expect(user.inbox).toEqual([])
    await expect(account.pusher.send(user.openid, reply.text('a'))).rejects.toMatchObject({ errcode: 45015 })
  })
})
