import { reply } from '@wx/xml-messages'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sampleFile } from '../api/media/sample-files.js'
import { CustomerMessageError, ImpossibleActionError } from '../errors.js'
import { type StageOptions, stage } from '../testing/stage.js'

const hello = { msgtype: 'text', text: { content: 'hello' } }
async function staged(options: StageOptions = {}) {
  const it = await stage(onTestFinished, options)
  const { customerMessages, state } = it.account
  for (const type of ['image', 'voice', 'video', 'thumb'] as const) {
    state.media.add({ type, ...sampleFile(type, '') }, type)
  }
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
    [40007, { msgtype: 'image', image: { media_id: 'unknown' } }],
    [40007, { msgtype: 'image', image: { media_id: 'voice' } }],
    [40007, { msgtype: 'voice', voice: { media_id: 'image' } }],
    [40007, { msgtype: 'video', video: { media_id: 'video', thumb_media_id: 'video' } }],
    [40007, { msgtype: 'music', music: { musicurl: 'u', thumb_media_id: 'voice' } }],
    [40007, { msgtype: 'mpnews', mpnews: { media_id: 'image' } }],
    [53600, { msgtype: 'mpnewsarticle', mpnewsarticle: { article_id: 'unknown' } }],
    [40035, { msgtype: 'msgmenu', msgmenu: { list: [] } }],
    [40035, { msgtype: 'msgmenu', msgmenu: { list: [{ id: '1' }] } }],
    [40073, { msgtype: 'wxcard', wxcard: {} }],
    [40165, { msgtype: 'miniprogrampage', miniprogrampage: { thumb_media_id: 'thumb' } }],
    [40166, { msgtype: 'miniprogrampage', miniprogrampage: { appid: 'x', pagepath: 'p', thumb_media_id: 'thumb' } }],
    [40007, { msgtype: 'miniprogrampage', miniprogrampage: { pagepath: 'p' } }],
    [40008, { msgtype: 'link', link: { title: 't', url: 'u' } }],
    [65401, { ...hello, customservice: { kf_account: 'nobody@x' } }],
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
    const miniprogrampage = { pagepath: 'pages/index', thumb_media_id: 'thumb' }
    expect(await errcode(user.openid, { msgtype: 'miniprogrampage', miniprogrampage } as never)).toBe(0)
    expect(user.inbox).toMatchObject([{ type: 'card', msgtype: 'miniprogrampage', body: miniprogrampage }])
  })

  it('may come from an agent of the account', async () => {
    const { user, account, errcode } = await staged()
    const { account: kf_account } = account.agents.add('anna')
    await user.send({ type: 'text', content: 'a' })
    expect(await errcode(user.openid, { ...hello, customservice: { kf_account } } as never)).toBe(0)
  })

  it('of a mini program is of one of its four types', async () => {
    const { user, errcode } = await staged({ account: { kind: 'miniProgram' } })
    await user.send({ type: 'text', content: 'a' })
    const link = { title: 't', description: 'd', url: 'https://example.com', thumb_url: 'https://example.com/a.png' }
    expect(await errcode(user.openid, { msgtype: 'link', link } as never)).toBe(0)
    expect(await errcode(user.openid, { msgtype: 'voice', voice: { media_id: 'voice' } } as never)).toBe(40008)
  })
})

describe('a msgmenu', () => {
  const menu = (content: string) => ({
    msgtype: 'msgmenu',
    msgmenu: {
      head_content: '?',
      list: [
        { id: '101', content },
        { id: 102, content: '不满意' },
      ],
    },
  })

  it('is tapped, which sends the text of the entry with its id', async () => {
    const { user, account } = await staged()
    await user.send({ type: 'text', content: 'a' })
    await account.customerMessages.send(user.openid, menu('一般'))
    await account.customerMessages.send(user.openid, menu('满意'))
    const { deliveries } = await user.tapMsgMenu('101')
    expect(deliveries[0]?.plaintext).toMatch(/<Content><!\[CDATA\[满意\]\]>.*<bizmsgmenuid><!\[CDATA\[101\]\]>/)
    const second = await user.tapMsgMenu('102')
    expect(second.deliveries[0]?.plaintext).toContain('不满意')
    await expect(user.tapMsgMenu('103')).rejects.toBeInstanceOf(ImpossibleActionError)
  })
})

describe('the pusher', () => {
  it.each([
    [reply.text('late'), { type: 'text', content: 'late' }],
    [reply.image('image'), { type: 'image', mediaId: 'image' }],
    [reply.voice('voice'), { type: 'voice', mediaId: 'voice' }],
    [reply.video({ mediaId: 'video', title: 't' }), { type: 'video', mediaId: 'video', title: 't', description: '' }],
    [
      reply.music({ musicUrl: 'u', thumbMediaId: 'thumb' }),
      { type: 'music', title: '', description: '', musicUrl: 'u', hqMusicUrl: 'u', thumbMediaId: 'thumb' },
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
