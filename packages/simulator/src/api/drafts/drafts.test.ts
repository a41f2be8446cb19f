import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStage, files, formOf } from '../../testing/content-stage.js'

async function staged() {
  const it = await contentStage(onTestFinished)
  const get = (mediaId: unknown) => it.call('POST /cgi-bin/draft/get', { body: { media_id: mediaId } })
  const first = async (mediaId: unknown) => newsOf((await get(mediaId)).json)[0] ?? {}
  const list = (body: object) => it.call('POST /cgi-bin/draft/batchget', { body })
  const update = (body: object) => it.call('POST /cgi-bin/draft/update', { body })
  const count = async () => (await it.call('GET /cgi-bin/draft/count')).json['total_count']
  return { ...it, get, first, list, update, count }
}

type News = Readonly<Record<string, unknown>>
const newsOf = (json: Readonly<Record<string, unknown>>): readonly News[] => json['news_item'] as News[]

describe('adding drafts', () => {
  it('keeps what was written', async () => {
    const { addDraft, first } = await staged()
    const { json } = await addDraft({ author: '作者', digest: '摘要', content_source_url: 'https://example.com/' })
    expect(await first(json['media_id'])).toMatchObject({
      article_type: 'news',
      title: '标题',
      author: '作者',
      digest: '摘要',
      content: '<p>正文</p>',
      content_source_url: 'https://example.com/',
      need_open_comment: 0,
      only_fans_can_comment: 0,
    })
  })

  it('makes the summary of a single article from the first 54 characters of its text', async () => {
    const { addDraft, first, get } = await staged()
    const content = `<h1>一</h1><p>${'字'.repeat(60)}</p>`
    const alone = (await addDraft({ content })).json['media_id']
    expect((await first(alone))['digest']).toBe(`一 ${'字'.repeat(52)}`)
    const two = (await addDraft({ content }, { content })).json['media_id']
    expect(newsOf((await get(two)).json).map((it) => it['digest'])).toEqual(['', ''])
  })

  it('takes scripts out of the text', async () => {
    const { addDraft, first } = await staged()
    const content = '<p onclick="x()">a<script>alert(1)</script></p><a href="javascript:x()">b</a><script src="x">'
    const { json } = await addDraft({ content })
    expect((await first(json['media_id']))['content']).toBe('<p>a</p><a >b</a>')
  })

  it('keeps pictures of uploadimg, of materials and of mmbiz, and no others', async () => {
    const { call, addMaterial, addDraft, first } = await staged()
    const uploaded = (await call('POST /cgi-bin/media/uploadimg', { body: formOf(files.png) })).json['url']
    const material = (await addMaterial('image', files.png)).json['url']
    const hosted = ['http://mmbiz.qpic.cn/mmbiz_png/a/0', uploaded, String(material).replace('&', '&amp;')]
    const kept = hosted.map((url) => `<img src="${url}">`).join('')
    const foreign = `<img alt=x src='https://example.com/a.png'><img src="${String(uploaded).replace(/\w{8}\//, '00000000/')}">`
    const { json } = await addDraft({ content: `${kept}${foreign}` })
    expect((await first(json['media_id']))['content']).toBe(kept)
  })

  it.each<[number, string, object]>([
    [45003, 'a title of 33 characters', { title: '题'.repeat(33) }],
    [45110, 'an author of 17 characters', { author: '作'.repeat(17) }],
    [45004, 'a summary of 129 characters', { digest: '摘'.repeat(129) }],
    [45002, 'a text of 20,000 characters', { content: 'a'.repeat(20_000) }],
    [44004, 'no text', { content: '' }],
    [45005, 'a source of more than 1 KB', { content_source_url: `https://example.com/${'a'.repeat(1_005)}` }],
    [40007, 'no cover', { thumb_media_id: undefined }],
    [40007, 'a cover that was made up', { thumb_media_id: 'made-up' }],
    [40035, 'no title', { title: '' }],
    [40035, 'a switch of 2', { need_open_comment: 2 }],
    [40035, 'another type', { article_type: 'video' }],
    [40035, 'a picture post without pictures', { article_type: 'newspic', image_info: { image_list: [] } }],
    [40007, 'a picture post of unknown pictures', { article_type: 'newspic', image_info: { image_list: [{}] } }],
  ])('%i: refuses %s', async (code, _, more) => {
    const { addDraft, count } = await staged()
    expect((await addDraft(more)).errcode).toBe(code)
    expect(await count()).toBe(0)
  })

  it('takes texts of just the length', async () => {
    const { addDraft } = await staged()
    const more = {
      title: '😀'.repeat(32),
      author: '作'.repeat(16),
      digest: '摘'.repeat(128),
      content: 'a'.repeat(19_999),
    }
    expect((await addDraft(more)).errcode).toBe(0)
  })

  it('40007: a temporary picture or a voice is no cover', async () => {
    const { upload, addMaterial, addDraft } = await staged()
    const temporary = (await upload('image', files.png)).json['media_id']
    const voice = (await addMaterial('voice', files.amr)).json['media_id']
    for (const id of [temporary, voice]) expect((await addDraft({ thumb_media_id: id })).errcode).toBe(40007)
  })

  it('44003 without articles, 45008 for nine', async () => {
    const { call, addDraft } = await staged()
    const none = await call('POST /cgi-bin/draft/add', { body: { articles: [] } })
    const nine = await addDraft(...Array.from({ length: 9 }, () => ({})))
    expect([none.errcode, nine.errcode]).toEqual([44003, 45008])
  })

  it('takes a picture post, whose cover is its first picture', async () => {
    const { addMaterial, addDraft, first } = await staged()
    const ids = [
      (await addMaterial('image', files.png)).json['media_id'],
      (await addMaterial('image', files.png)).json['media_id'],
    ]
    const image_info = { image_list: ids.map((id) => ({ image_media_id: id })) }
    const { json } = await addDraft({ article_type: 'newspic', image_info, thumb_media_id: undefined })
    expect(await first(json['media_id'])).toMatchObject({ article_type: 'newspic', image_info, thumb_media_id: ids[0] })
  })
})

describe('drafts that are there', () => {
  it('can be looked at as a page that runs nothing', async () => {
    const { addDraft, first } = await staged()
    const { json } = await addDraft({ title: '<b>标题</b>', author: '作者' })
    const page = await fetch(String((await first(json['media_id']))['url']))
    expect(page.headers.get('content-security-policy')).toMatch(/sandbox; default-src 'none'/)
    const html = await page.text()
    expect(html).toContain('<h1>&#60;b&#62;标题&#60;/b&#62;</h1>')
    expect(html).toContain('<article><p>正文</p></article>')
    expect(html).toContain('预览')
  })

  it('one article is replaced by another', async () => {
    const { addDraft, article, update, get } = await staged()
    const mediaId = (await addDraft({}, {})).json['media_id']
    const { json } = await update({ media_id: mediaId, index: 1, articles: await article({ title: '新' }) })
    expect(json).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(newsOf((await get(mediaId)).json).map((it) => it['title'])).toEqual(['标题', '新'])
  })

  it('40114 for a place that is not there, 40007 for an unknown draft, and the rules of adding hold', async () => {
    const { addDraft, article, update } = await staged()
    const mediaId = (await addDraft()).json['media_id']
    const articles = await article()
    expect((await update({ media_id: mediaId, index: 1, articles })).errcode).toBe(40114)
    expect((await update({ media_id: 'made-up', index: 0, articles })).errcode).toBe(40007)
    const long = { ...articles, title: '题'.repeat(33) }
    expect((await update({ media_id: mediaId, index: 0, articles: long })).errcode).toBe(45003)
  })

  it('are listed in pages, the newest change first, without text when asked', async () => {
    const { addDraft, article, update, list, clock, count } = await staged()
    const ids: unknown[] = []
    for (let it = 0; it < 3; it++) {
      ids.push((await addDraft({ title: `第${it}` })).json['media_id'])
      await clock.advance(1_000)
    }
    await update({ media_id: ids[0], index: 0, articles: await article({ title: '改' }) })
    expect(await count()).toBe(3)
    const { json } = await list({ offset: 0, count: 2, no_content: 1 })
    expect(json).toMatchObject({ total_count: 3, item_count: 2 })
    const items = json['item'] as { media_id: string; content: { news_item: News[] } }[]
    expect(items.map((it) => it.media_id)).toEqual([ids[0], ids[2]])
    expect(items[0]?.content.news_item[0]).not.toHaveProperty('content')
    expect((await list({ offset: 0, count: 21 })).errcode).toBe(40035)
  })

  it('are gone when they were deleted, their preview too', async () => {
    const { addDraft, call, get, first, count } = await staged()
    const mediaId = (await addDraft()).json['media_id']
    const { url } = await first(mediaId)
    await call('POST /cgi-bin/draft/delete', { body: { media_id: mediaId } })
    expect((await get(mediaId)).errcode).toBe(40007)
    expect(await count()).toBe(0)
    expect((await fetch(String(url))).status).toBe(404)
  })

  it('the draft box is open', async () => {
    const { call } = await staged()
    const { json } = await call('POST /cgi-bin/draft/switch', { query: { checkonly: 1 }, body: {} })
    expect(json).toMatchObject({ errcode: 0, is_open: 1 })
  })
})
