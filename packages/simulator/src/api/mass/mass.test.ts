import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStage, files } from '../../testing/content-stage.js'
import { pushed } from '../../testing/pushed.js'
import type { StageOptions } from '../../testing/stage.js'
import type { User } from '../../user.js'

const day = 24 * 3_600_000

async function staged(options: StageOptions = {}) {
  const it = await contentStage(onTestFinished, options)
  const { account, user, sim, clock, call } = it
  const users: readonly User[] = [user, account.createUser(), account.createUser()]
  const openids = users.map((one) => one.openid)
  const post = async (what: string, body: object) => call(`POST /cgi-bin/message/mass/${what}`, { body })
  let count = 0
  /** A text that was not sent before. */
  const text = (): object => ({ msgtype: 'text', text: { content: `text ${++count}` } })
  const toAll = (message: object = text()) => post('sendall', { filter: { is_to_all: true }, ...message })
  const toSome = (message: object = text(), touser = openids) => post('send', { touser, ...message })
  const due = async (): Promise<void> => {
    await clock.advance(10_000)
    await sim.idle()
  }
  const draft = async (...articles: object[]): Promise<string> =>
    String((await it.addDraft(...articles)).json['media_id'])
  const uploaded = async (type: string, file: (typeof files)[keyof typeof files]): Promise<unknown> =>
    (await it.upload(type, file)).json['media_id']
  return { ...it, users, openids, post, text, toAll, toSome, due, draft, uploaded }
}

/** 64-bit ids of an answer, exact. */
const idsOf = ({ bytes }: { readonly bytes: Buffer }): Readonly<Record<string, string>> =>
  Object.fromEntries([...bytes.toString().matchAll(/"(msg_\w*id)":(\d+)/g)].map(([, name, id]) => [name, id ?? '']))

describe('a mass message', () => {
  it('reaches all followers after a while, and the robot is told', async () => {
    const { sim, account, users, toAll, post, due } = await staged()
    await users[1]?.unfollow()
    const sent = await toAll({ msgtype: 'text', text: { content: '大家好' } })
    expect(sent.json).toMatchObject({ errcode: 0, errmsg: 'send job submission success' })
    const { msg_id, msg_data_id } = idsOf(sent)
    expect([msg_id, msg_data_id]).toEqual([expect.stringMatching(/^\d{17}$/), expect.stringMatching(/^\d{17}$/)])
    const status = async () => (await post('get', { msg_id })).bytes.toString()
    expect(await status()).toBe(`{"msg_id":${msg_id},"msg_status":"SENDING"}`)
    expect(users[0]?.inbox).toEqual([])
    await due()
    expect(await status()).toBe(`{"msg_id":${msg_id},"msg_status":"SEND_SUCCESS"}`)
    expect(users.map((it) => it.inbox.length)).toEqual([1, 0, 1])
    expect(users[0]?.inbox).toMatchObject([{ via: 'mass', type: 'text', content: '大家好' }])
    expect(pushed(sim, 'MASSSENDJOBFINISH')).toMatchObject([
      {
        ToUserName: account.id,
        MsgID: msg_id,
        Status: 'send success',
        TotalCount: '2',
        FilterCount: '2',
        SentCount: '2',
        ErrorCount: '0',
      },
    ])
  })

  it('reaches those of a tag', async () => {
    const { account, users, openids, post, text, due } = await staged()
    const tag = account.state.tags.create('vip')
    account.state.tags.tag(tag.id, openids[1] ?? '')
    const filter = { is_to_all: false, tag_id: tag.id }
    expect((await post('sendall', { filter, ...text() })).errcode).toBe(0)
    await due()
    expect(users.map((it) => it.inbox.length)).toEqual([0, 1, 0])
    expect((await post('sendall', { filter: { tag_id: 4711 }, ...text() })).errcode).toBe(45159)
    expect((await post('sendall', { filter: { is_to_all: 'false', tag_id: tag.id }, ...text() })).errcode).toBe(40035)
    expect((await post('sendall', text())).errcode).toBe(40035)
  })

  it('reaches two openids or more, whoever else is named', async () => {
    const { users, openids, toSome, text, due, sim } = await staged()
    expect((await toSome(text(), openids.slice(0, 1))).errcode).toBe(40130)
    expect((await toSome(text(), [openids[0] ?? '', openids[0] ?? ''])).errcode).toBe(40130)
    expect((await toSome(text(), [openids[0] ?? '', 'oNobody'])).errcode).toBe(40130)
    expect(
      (
        await toSome(
          text(),
          Array.from({ length: 10_001 }, (_, at) => `o${at}`),
        )
      ).errcode,
    ).toBe(40032)
    expect((await toSome(text(), 'o' as never)).errcode).toBe(40031)
    expect((await toSome(text(), [...openids.slice(0, 2), 'oNobody'])).errcode).toBe(0)
    await due()
    expect(users.map((it) => it.inbox.length)).toEqual([1, 1, 0])
    expect(pushed(sim, 'MASSSENDJOBFINISH')).toMatchObject([{ TotalCount: '2', SentCount: '2' }])
  })

  it('brings articles out with pages that load; what went to all leaves the draft box', async () => {
    const { sim, account, users, toAll, toSome, draft, due } = await staged()
    const media_id = await draft({ title: '一' }, { title: '二' })
    const mpnews = { msgtype: 'mpnews', mpnews: { media_id }, send_ignore_reprint: 1 }
    const some = idsOf(await toSome(mpnews))
    await due()
    const all = idsOf(await toAll(mpnews))
    expect(all['msg_id']).not.toBe(some['msg_id'])
    expect(all['msg_data_id']).toBe(some['msg_data_id'])
    await due()
    const [shown] = users[0]?.inbox ?? []
    if (shown?.type !== 'news') throw new Error('no articles')
    expect(shown.articles.map((it) => it.title)).toEqual(['一', '二'])
    expect(await (await fetch(shown.articles[1]?.url ?? '')).text()).toContain('二')
    const [first, second] = sim.exchanges
      .list()
      .filter((it) => it.title === 'event MASSSENDJOBFINISH')
      .map(({ request }) => [...request.plaintext.matchAll(/<ArticleUrl><!\[CDATA\[(.*?)\]\]>/g)].map(([, url]) => url))
    expect(first).toEqual(shown.articles.map((it) => it.url))
    expect(second).toEqual(first)
    expect(account.state.drafts.get(media_id)).toBeUndefined()
    expect((await toSome(mpnews)).errcode).toBe(40007)
  })

  it('says what was uploaded: pictures, voices, videos', async () => {
    const { users, toSome, uploaded, call, due } = await staged()
    const [image, voice, video] = [
      await uploaded('image', files.png),
      await uploaded('voice', files.amr),
      await uploaded('video', files.mp4),
    ]
    const ready = await call('POST /cgi-bin/media/uploadvideo', {
      body: { media_id: video, title: 't', description: 'd' },
    })
    expect(ready.json).toEqual({ type: 'video', media_id: expect.any(String), created_at: expect.any(Number) })
    const messages = [
      { msgtype: 'image', images: { media_ids: [image, image], recommend: 'r' } },
      { msgtype: 'image', image: { media_id: image } },
      { msgtype: 'voice', voice: { media_id: voice } },
      { msgtype: 'mpvideo', mpvideo: { media_id: ready.json['media_id'] } },
    ]
    for (const message of messages) expect((await toSome(message)).errcode).toBe(0)
    await due()
    expect(users[0]?.inbox).toMatchObject([
      { type: 'card', msgtype: 'image', body: { media_ids: [image, image] } },
      { type: 'image', mediaId: image },
      { type: 'voice', mediaId: voice },
      { type: 'video', mediaId: video, title: 't', description: 'd' },
    ])
    expect((await toSome({ msgtype: 'image', images: { media_ids: [image, voice] } })).errcode).toBe(40007)
    expect((await toSome({ msgtype: 'voice', voice: { media_id: image } })).errcode).toBe(40007)
    const wrong = await call('POST /cgi-bin/media/uploadvideo', { body: { media_id: image } })
    expect(wrong.errcode).toBe(40007)
  })

  it.each([
    [40008, { msgtype: 'music', music: {} }],
    [40008, { msgtype: 'toString' }],
    [44002, { msgtype: 'text' }],
    [44004, { msgtype: 'text', text: { content: '' } }],
    [45002, { msgtype: 'text', text: { content: 'a'.repeat(2049) } }],
    [40007, { msgtype: 'mpnews', mpnews: { media_id: 'unknown' } }],
    [40007, { msgtype: 'image', images: { media_ids: [] } }],
    [40073, { msgtype: 'wxcard', wxcard: {} }],
    [45067, { msgtype: 'text', text: { content: 'a' }, clientmsgid: 'x'.repeat(65) }],
  ])('is refused with %i: %j', async (errcode, message) => {
    const { toSome } = await staged()
    expect((await toSome(message)).errcode).toBe(errcode)
  })
})

describe('the same message', () => {
  it('is sent once within a day under its id, and answered with the first one', async () => {
    const { clock, toSome, text } = await staged()
    const message = { ...text(), clientmsgid: 'job-1' }
    const first = idsOf(await toSome(message))
    const again = await toSome({ ...text(), clientmsgid: 'job-1' })
    expect(again.json).toMatchObject({ errcode: 45065, errmsg: 'clientmsgid exist' })
    expect(idsOf(again)['msg_id']).toBe(first['msg_id'])
    await clock.advance(day)
    expect((await toSome(message)).errcode).toBe(0)
  })

  it('has what it says and to whom as its id when it has none', async () => {
    const { openids, toSome, text } = await staged()
    const message = text()
    expect((await toSome(message)).errcode).toBe(0)
    expect((await toSome(message)).errcode).toBe(45065)
    expect((await toSome(message, openids.slice(1))).errcode).toBe(0)
  })
})

describe('how often', () => {
  it('a follower of a service account is sent four a month', async () => {
    const { sim, users, openids, clock, toSome, text, due } = await staged({ account: { kind: 'service' } })
    for (let turn = 0; turn < 4; turn++) await toSome(text(), openids.slice(0, 2))
    await due()
    await toSome()
    await due()
    expect(users.map((it) => it.inbox.length)).toEqual([4, 4, 1])
    expect(pushed(sim, 'MASSSENDJOBFINISH').at(-1)).toMatchObject({ TotalCount: '3', FilterCount: '1', SentCount: '1' })
    await clock.advance(31 * day)
    await toSome()
    await due()
    expect(users[0]?.inbox).toHaveLength(5)
  })

  it('a service account writes to all once a day and four times a month', async () => {
    const { clock, toAll, toSome } = await staged({ account: { kind: 'service' } })
    expect((await toAll()).errcode).toBe(0)
    expect((await toAll()).json).toMatchObject({ errcode: 45028 })
    expect((await toSome()).errcode).toBe(0)
    for (let turn = 0; turn < 3; turn++) {
      await clock.advance(day)
      expect((await toAll()).errcode).toBe(0)
    }
    await clock.advance(day)
    expect((await toAll()).errcode).toBe(45028)
    await clock.advance(31 * day)
    expect((await toAll()).errcode).toBe(0)
  })

  it('a subscription account writes once a day, to a tag or to all, and not to openids', async () => {
    const { account, clock, post, toAll, toSome, text } = await staged({ account: { kind: 'subscription' } })
    const tag = account.state.tags.create('vip')
    expect((await post('sendall', { filter: { tag_id: tag.id }, ...text() })).errcode).toBe(0)
    expect((await toAll()).errcode).toBe(45028)
    await clock.advance(day)
    expect((await toAll()).errcode).toBe(0)
    expect((await toSome()).errcode).toBe(48001)
  })

  it('sixty calls a minute are taken', async () => {
    const { clock, toSome } = await staged()
    for (let turn = 0; turn < 60; turn++) expect((await toSome()).errcode).toBe(0)
    expect((await toSome()).errcode).toBe(45011)
    await clock.advance(60_000)
    expect((await toSome()).errcode).toBe(0)
  })
})

describe('a preview', () => {
  it('shows one follower what would be sent, at once and with the pages of the draft', async () => {
    const { account, users, post, draft } = await staged()
    const media_id = await draft()
    const message = { msgtype: 'mpnews', mpnews: { media_id } }
    const { json } = await post('preview', { touser: users[0]?.openid, ...message })
    expect(json).toMatchObject({ errcode: 0, errmsg: 'preview success' })
    const [shown] = users[0]?.inbox ?? []
    expect(shown).toMatchObject({ via: 'preview', type: 'news', articles: [{ title: '标题' }] })
    if (shown?.type === 'news') expect((await fetch(shown.articles[0]?.url ?? '')).status).toBe(200)
    const named = account.createUser({ wechatId: 'anna_w' })
    await post('preview', { towxname: 'anna_w', touser: users[1]?.openid, ...message })
    expect([named.inbox.length, users[1]?.inbox.length]).toEqual([1, 0])
  })

  it('of a picture takes image.media_id, not the list that sending takes', async () => {
    const { sim, user, post } = await staged()
    const images = { media_ids: ['m'] }
    expect((await post('preview', { touser: user.openid, msgtype: 'image', images })).errcode).toBe(40007)
    expect(sim.exchanges.list().at(-1)?.problem).toContain('image.media_id')
  })

  it('is refused to who is not there or has left, and a hundred times a day is all', async () => {
    const { user, post, text } = await staged()
    expect((await post('preview', { touser: 'oNobody', ...text() })).errcode).toBe(40003)
    expect((await post('preview', { towxname: 'nobody', ...text() })).errcode).toBe(40132)
    for (let turn = 0; turn < 98; turn++) {
      expect((await post('preview', { touser: user.openid, ...text() })).errcode).toBe(0)
    }
    expect((await post('preview', { touser: user.openid, ...text() })).errcode).toBe(45009)
    const other = await staged()
    await other.user.unfollow()
    expect((await other.post('preview', { touser: other.user.openid, ...other.text() })).errcode).toBe(43004)
  })
})

describe('deleting', () => {
  it('takes articles down, one or all, once they are out', async () => {
    const { users, post, toAll, draft, due } = await staged()
    const media_id = await draft({ title: '一' }, { title: '二' })
    const { msg_id } = idsOf(await toAll({ msgtype: 'mpnews', mpnews: { media_id } }))
    const status = async () => (await post('get', { msg_id })).json['msg_status']
    expect((await post('delete', { msg_id, article_idx: 0 })).errcode).toBe(40065)
    await due()
    const [shown] = users[0]?.inbox ?? []
    const pages = async () =>
      shown?.type === 'news'
        ? Promise.all(shown.articles.map(async ({ url }) => (await (await fetch(url)).text()).includes('删除')))
        : []
    expect((await post('delete', { msg_id, article_idx: 3 })).errcode).toBe(40060)
    expect((await post('delete', { msg_id, article_idx: 2 })).errcode).toBe(0)
    expect([await pages(), await status()]).toEqual([[false, true], 'SEND_SUCCESS'])
    expect((await post('delete', { msg_id, article_idx: 0 })).errcode).toBe(0)
    expect([await pages(), await status()]).toEqual([[true, true], 'DELETE'])
    expect(users[0]?.inbox).toHaveLength(1)
  })

  it('knows an article by its address', async () => {
    const { users, post, toAll, draft, due } = await staged()
    await toAll({ msgtype: 'mpnews', mpnews: { media_id: await draft() } })
    await due()
    const [shown] = users[0]?.inbox ?? []
    const url = shown?.type === 'news' ? (shown.articles[0]?.url ?? '') : ''
    expect((await post('delete', { url })).errcode).toBe(0)
    expect(await (await fetch(url)).text()).toContain('删除')
    expect((await post('delete', { url: 'https://mp.weixin.qq.com/s/other' })).errcode).toBe(40059)
  })

  it('is for articles and videos of the account only', async () => {
    const { post, toAll, due } = await staged()
    const { msg_id } = idsOf(await toAll())
    await due()
    expect((await post('delete', { msg_id, article_idx: 0 })).errcode).toBe(40008)
    expect((await post('delete', { msg_id: 30124 })).errcode).toBe(40059)
    expect((await post('delete', {})).errcode).toBe(40059)
    expect((await post('get', { msg_id: 30124 })).errcode).toBe(40059)
  })
})

describe('the speed', () => {
  it('is set from 0 to 4', async () => {
    const { post } = await staged()
    expect((await post('speed/get', {})).json).toEqual({ speed: 0, realspeed: 80 })
    expect((await post('speed/set', { speed: 3 })).errcode).toBe(0)
    expect((await post('speed/get', {})).json).toEqual({ speed: 3, realspeed: 30 })
    expect((await post('speed/set', {})).errcode).toBe(45084)
    expect((await post('speed/set', { speed: 5 })).errcode).toBe(45083)
    expect((await post('speed/set', { speed: -1 })).errcode).toBe(45083)
  })
})

describe('uploaded articles', () => {
  it('are sent as mpnews, and are gone after three days', async () => {
    const { users, clock, call, toSome, upload, due } = await staged()
    const thumb_media_id = (await upload('thumb', files.jpg)).json['thumb_media_id']
    const article = { thumb_media_id, title: '标题', content: '<p>正文</p><script>alert(1)</script>' }
    const uploadNews = (articles: readonly object[]) => call('POST /cgi-bin/media/uploadnews', { body: { articles } })
    const { json } = await uploadNews([article])
    expect(json).toEqual({ type: 'news', media_id: expect.any(String), created_at: expect.any(Number) })
    const mpnews = { msgtype: 'mpnews', mpnews: { media_id: json['media_id'] } }
    expect((await toSome(mpnews)).errcode).toBe(0)
    await due()
    const [shown] = users[0]?.inbox ?? []
    expect(shown).toMatchObject({ type: 'news', articles: [{ title: '标题', description: '正文' }] })
    const page = shown?.type === 'news' ? await (await fetch(shown.articles[0]?.url ?? '')).text() : ''
    expect(page).toContain('正文')
    expect(page).not.toContain('alert')
    await clock.advance(3 * day)
    expect((await toSome(mpnews)).errcode).toBe(40007)
    expect((await uploadNews([article])).errcode).toBe(40007)
  })

  it.each([
    [44003, []],
    [45008, Array.from({ length: 9 }, () => ({}))],
    [45003, [{ title: '' }]],
    [45003, [{ title: '题'.repeat(65) }]],
    [44004, [{ title: 't', content: '' }]],
    [45002, [{ title: 't', content: 'a'.repeat(20_001) }]],
    [45004, [{ title: 't', content: 'c', digest: 'd'.repeat(121) }]],
    [45005, [{ title: 't', content: 'c', content_source_url: 'u'.repeat(1_025) }]],
    [40007, [{ title: 't', content: 'c', thumb_media_id: 'unknown' }]],
  ])('are refused with %i', async (errcode, articles) => {
    const { call } = await staged()
    expect((await call('POST /cgi-bin/media/uploadnews', { body: { articles } })).errcode).toBe(errcode)
  })
})
