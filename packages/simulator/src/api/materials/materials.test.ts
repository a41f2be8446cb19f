import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStage, type FilePart, files } from '../../testing/content-stage.js'
import { formatOf } from '../media/file-format.js'
import { findMedia } from '../media/find-media.js'

async function staged() {
  const it = await contentStage(onTestFinished)
  const get = (mediaId: unknown) => it.call('POST /cgi-bin/material/get_material', { body: { media_id: mediaId } })
  const list = (body: object) => it.call('POST /cgi-bin/material/batchget_material', { body })
  const count = async () => (await it.call('GET /cgi-bin/material/get_materialcount')).json
  const remove = (mediaId: unknown) => it.call('POST /cgi-bin/material/del_material', { body: { media_id: mediaId } })
  return { ...it, get, list, count, remove }
}

const description = (title: string) => ({ texts: { description: JSON.stringify({ title, introduction: '介绍' }) } })

describe('permanent materials', () => {
  it.each<[string, FilePart]>([
    ['image', files.png],
    ['image', files.bmp],
    ['voice', files.amr],
    ['thumb', files.jpg],
  ])('a %s comes back as it is, also after years', async (type, file) => {
    const { addMaterial, get, clock } = await staged()
    const { json } = await addMaterial(type, file)
    await clock.advance(1_000 * 24 * 3_600_000)
    expect((await get(json['media_id'])).bytes.equals(file.bytes)).toBe(true)
  })

  it('a picture has an address, a voice has none', async () => {
    const { addMaterial } = await staged()
    const { json } = await addMaterial('image', files.png)
    const loaded = await fetch(String(json['url']))
    expect(loaded.headers.get('content-type')).toBe('image/png')
    expect((await addMaterial('voice', files.amr)).json['url']).toBeUndefined()
  })

  it('a video is told of, and loads', async () => {
    const { addMaterial, get } = await staged()
    const { json } = await addMaterial('video', { ...files.mp4, ...description('片名') })
    const answered = await get(json['media_id'])
    expect(answered.json).toMatchObject({ title: '片名', description: '介绍' })
    const loaded = await fetch(String(answered.json['down_url']))
    expect(Buffer.from(await loaded.arrayBuffer()).equals(files.mp4.bytes)).toBe(true)
  })

  it('of a video may be without introduction, or title', async () => {
    const { addMaterial, get } = await staged()
    for (const told of [{ title: '片名' }, { introduction: '介绍' }]) {
      const { json } = await addMaterial('video', { ...files.mp4, texts: { description: JSON.stringify(told) } })
      const { json: answered } = await get(json['media_id'])
      expect([answered['title'], answered['description']]).toEqual([told.title ?? '', told.introduction ?? ''])
    }
    const wrong = { ...files.mp4, texts: { description: '{"title":5}' } }
    expect((await addMaterial('video', wrong)).errcode).toBe(40035)
  })

  it.each<[number, string, string, FilePart]>([
    [40004, 'no type', '', files.png],
    [40005, 'the wrong format', 'video', files.png],
    [
      45001,
      'a thumbnail of more than 64 KB',
      'thumb',
      { ...files.jpg, bytes: Buffer.concat([files.jpg.bytes], 65_537) },
    ],
    [40035, 'a video without description', 'video', files.mp4],
    [47001, 'a description that is no JSON', 'video', { ...files.mp4, texts: { description: 'title=1' } }],
  ])('%i: refuses %s', async (code, _, type, file) => {
    const { addMaterial } = await staged()
    expect((await addMaterial(type, file)).errcode).toBe(code)
  })

  it('45034: an account has a thousand voices and no more', async () => {
    const { addMaterial, account, remove } = await staged()
    const { bytes, fileName } = files.amr
    const format = formatOf(bytes)
    if (format === undefined) throw new Error('no format')
    for (let it = 0; it < 999; it++) account.state.materials.add({ type: 'voice', bytes, fileName, format })
    const last = await addMaterial('voice', files.amr)
    expect(last.errcode).toBe(0)
    expect((await addMaterial('voice', files.amr)).errcode).toBe(45034)
    await remove(last.json['media_id'])
    expect((await addMaterial('voice', files.amr)).errcode).toBe(0)
  })

  it('a deleted one is gone, its address too', async () => {
    const { addMaterial, get, remove, account } = await staged()
    const { json } = await addMaterial('image', files.png)
    expect((await remove(json['media_id'])).json).toEqual({ errcode: 0, errmsg: 'ok' })
    expect((await get(json['media_id'])).errcode).toBe(40007)
    expect((await remove(json['media_id'])).errcode).toBe(40007)
    expect((await fetch(String(json['url']))).status).toBe(404)
    expect(findMedia(account.state, String(json['media_id']))).toBeUndefined()
    expect((await get(undefined)).errcode).toBe(41006)
  })

  it('are counted and listed by type, the newest first', async () => {
    const { addMaterial, addDraft, list, count } = await staged()
    const first = (await addMaterial('image', files.png)).json['media_id']
    const second = (await addMaterial('image', { ...files.png, fileName: 'b.png' })).json['media_id']
    await addMaterial('voice', files.amr)
    const draft = (await addDraft()).json['media_id']
    expect(await count()).toEqual({ voice_count: 1, video_count: 0, image_count: 3, news_count: 1 })
    const page = (await list({ type: 'image', offset: 1, count: 2 })).json
    expect(page).toMatchObject({ total_count: 3, item_count: 2 })
    expect(page['item']).toMatchObject([
      { media_id: second, name: 'b.png' },
      { media_id: first, name: 'a.png' },
    ])
    expect((await list({ type: 'news', offset: 0, count: 20 })).json['item']).toMatchObject([
      { media_id: draft, content: { news_item: [{ title: '标题' }] } },
    ])
  })

  it.each([
    [40004, { type: 'thumb', offset: 0, count: 20 }],
    [40035, { type: 'image', offset: 0, count: 21 }],
    [40035, { type: 'image', offset: 0, count: 0 }],
    [40035, { type: 'image', offset: -1, count: 1 }],
  ])('%i for the list of %o', async (code, body) => {
    const { list } = await staged()
    expect((await list(body)).errcode).toBe(code)
  })

  it('what finds media tells permanent from temporary', async () => {
    const { addMaterial, upload, addDraft, account } = await staged()
    const found = (answer: { readonly json: Readonly<Record<string, unknown>> }) =>
      findMedia(account.state, String(answer.json['media_id'] ?? answer.json['thumb_media_id']))
    expect(found(await addMaterial('thumb', files.jpg))).toMatchObject({ type: 'thumb', permanent: true })
    expect(found(await upload('thumb', files.jpg))).toMatchObject({ type: 'thumb', permanent: false })
    expect(found(await addDraft())).toMatchObject({ type: 'news', permanent: true, url: undefined })
  })

  it('45106: permanent articles are withdrawn', async () => {
    const { call } = await staged()
    for (const path of ['add_news', 'update_news']) {
      const { json } = await call(`POST /cgi-bin/material/${path}`, { body: { articles: [] } })
      expect(json['errcode']).toBe(45106)
      expect(json['errmsg']).toContain('This API has been unsupported')
    }
  })
})
