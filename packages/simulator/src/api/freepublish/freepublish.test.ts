import { parseMessage } from '@wx/xml-messages'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callerOf } from '../../testing/caller.js'
import { contentStage } from '../../testing/content-stage.js'

async function staged() {
  const it = await contentStage(onTestFinished)
  const { call, addDraft, clock, sim } = it
  const post = (what: string, body: object) => call(`POST /cgi-bin/freepublish/${what}`, { body })
  /** Numbers of the answer are too large for `JSON.parse`. */
  const submit = async (mediaId: unknown) => {
    const { bytes, errcode } = await post('submit', { media_id: mediaId })
    const idOf = (name: string) => new RegExp(`"${name}":(\\d+)`).exec(bytes.toString())?.[1] ?? ''
    return { errcode, publishId: idOf('publish_id'), msgDataId: idOf('msg_data_id') }
  }
  const done = async () => {
    await clock.advance(3_000)
    await sim.idle()
  }
  const publish = async (...changes: readonly object[]) => {
    const draft = (await addDraft(...changes)).json['media_id']
    const submitted = await submit(draft)
    await done()
    const { json } = await post('get', { publish_id: submitted.publishId })
    return { draft, ...submitted, json, articleId: String(json['article_id']) }
  }
  const pushes = () =>
    [...sim.exchanges].filter(({ kind }) => kind === 'push').map((push) => parseMessage(push.request.plaintext))
  return { ...it, post, submit, done, publish, pushes }
}

describe('publishing a draft', () => {
  it('answers ids above 2^53, and has the articles a little later', async () => {
    const { addDraft, submit, post, done } = await staged()
    const { publishId, msgDataId } = await submit((await addDraft({}, {})).json['media_id'])
    for (const id of [publishId, msgDataId]) expect(Number.isSafeInteger(Number(id))).toBe(false)
    expect((await post('get', { publish_id: publishId })).json).toMatchObject({ publish_status: 1, fail_idx: [] })
    await done()
    const { json } = await post('get', { publish_id: publishId })
    expect(json).toMatchObject({ publish_status: 0, article_detail: { count: 2, item: [{ idx: 1 }, { idx: 2 }] } })
    expect(json['article_id']).toMatch(/^[\w-]{64}$/)
  })

  it('pushes its end, which the table of events understands', async () => {
    const { publish, pushes, account } = await staged()
    const { publishId, articleId, json } = await publish()
    expect(pushes()).toMatchObject([
      {
        kind: 'event',
        event: 'publishjobfinish',
        target: account.id,
        publishEventInfo: { publishId, publishStatus: 0, articleId, articleDetail: { count: 1 } },
      },
    ])
    const [event] = pushes()
    const told = event?.kind === 'event' && event.event === 'publishjobfinish' ? event.publishEventInfo : undefined
    const [item] = (json['article_detail'] as { item: { article_url: string }[] }).item
    expect(told?.articleDetail?.item?.[0]?.articleUrl).toBe(item?.article_url)
  })

  it('takes the draft out of the draft box, and its article opens', async () => {
    const { publish, call, account } = await staged()
    const { draft, json } = await publish({ title: '发布了' })
    expect((await call('POST /cgi-bin/draft/get', { body: { media_id: draft } })).errcode).toBe(40007)
    const [item] = (json['article_detail'] as { item: { article_url: string }[] }).item
    const html = await (await fetch(item?.article_url ?? '')).text()
    expect(html).toContain('<h1>发布了</h1>')
    expect(html).toContain(account.name)
    expect(html).not.toContain('预览')
  })

  it('40007 for what is no draft, 53501 for one that is being published, 53502 for an unknown publication', async () => {
    const { addDraft, submit, post } = await staged()
    const draft = (await addDraft()).json['media_id']
    expect((await submit('made-up')).errcode).toBe(40007)
    expect((await submit(draft)).errcode).toBe(0)
    expect((await submit(draft)).errcode).toBe(53501)
    expect((await post('get', { publish_id: '100000001' })).errcode).toBe(53502)
  })

  it('needs nobody who listens', async () => {
    const { sim, clock } = await staged()
    const account = sim.createAccount()
    const { state } = account
    const { mediaId } = state.drafts.add([])
    await callerOf({ sim }, account)('POST /cgi-bin/freepublish/submit', { body: { media_id: mediaId } })
    expect(state.articles.list()).toHaveLength(0)
    await clock.advance(3_000)
    await sim.idle()
    expect(state.articles.list()).toHaveLength(1)
  })

  it('fails when the test says so, and the draft stays', async () => {
    const { account, publish, call, pushes } = await staged()
    account.publishing.failNext({ status: 4, failIdx: [2] })
    const { draft, json } = await publish({}, {})
    expect(json).toMatchObject({ publish_status: 4, fail_idx: [2] })
    expect(json).not.toHaveProperty('article_id')
    expect(pushes()).toMatchObject([{ publishEventInfo: { publishStatus: 4, failIdx: [2], articleId: undefined } }])
    expect((await call('POST /cgi-bin/draft/get', { body: { media_id: draft } })).errcode).toBe(0)
    expect((await publish()).json).toMatchObject({ publish_status: 0 })
  })
})

describe('published articles', () => {
  it('are told one by one and in pages; what was sent to all is not among them', async () => {
    const { publish, post, account } = await staged()
    const first = await publish({ title: '一' })
    const second = await publish({ title: '二' }, { title: '三' })
    account.state.articles.publish([], 'mass')
    const { json } = await post('getarticle', { article_id: second.articleId })
    expect(json['news_item']).toMatchObject([
      { title: '二', content: '<p>正文</p>', is_deleted: false },
      { title: '三', is_deleted: false },
    ])
    const list = (await post('batchget', { offset: 0, count: 20, no_content: 1 })).json
    expect(list).toMatchObject({ total_count: 2, item_count: 2 })
    const items = list['item'] as { article_id: string; content: { news_item: object[] } }[]
    expect(items.map((it) => it.article_id)).toEqual([second.articleId, first.articleId])
    expect(items[0]?.content.news_item[0]).not.toHaveProperty('content')
  })

  it('one can be taken down, and then all', async () => {
    const { publish, post } = await staged()
    const { articleId, publishId, json } = await publish({}, {})
    const urls = (json['article_detail'] as { item: { article_url: string }[] }).item.map((it) => it.article_url)
    const page = async (at: number) => (await fetch(urls[at] ?? '')).text()
    await post('delete', { article_id: articleId, index: 1 })
    expect([await page(0), await page(1)]).toEqual([
      expect.stringContaining('已被发布者删除'),
      expect.stringContaining('正文'),
    ])
    expect((await post('get', { publish_id: publishId })).json).toMatchObject({ publish_status: 0 })
    await post('delete', { article_id: articleId })
    expect(await page(1)).toContain('已被发布者删除')
    expect((await post('get', { publish_id: publishId })).json).toMatchObject({ publish_status: 5 })
    expect((await post('getarticle', { article_id: articleId })).json['news_item']).toMatchObject([
      { is_deleted: true },
      { is_deleted: true },
    ])
  })

  it('53600 for an unknown article_id, 40114 for a place that is not there', async () => {
    const { publish, post } = await staged()
    const { articleId } = await publish()
    expect((await post('getarticle', { article_id: 'made-up' })).errcode).toBe(53600)
    expect((await post('delete', { article_id: 'made-up' })).errcode).toBe(53600)
    expect((await post('delete', { article_id: articleId, index: 2 })).errcode).toBe(40114)
  })
})
