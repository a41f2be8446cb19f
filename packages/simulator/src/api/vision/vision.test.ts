import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallFields } from '../../testing/caller.js'
import { files, formOf } from '../../testing/content-stage.js'
import { stage } from '../../testing/stage.js'
import { documents } from './documents.js'

async function staged() {
  const it = await stage(onTestFinished)
  const { call } = it
  const code = await call('POST /cgi-bin/qrcode/create', {
    body: { action_name: 'QR_STR_SCENE', action_info: { scene: { scene_str: 'table-7' } } },
  })
  const ask = async (path: string, fields: CallFields) => (await call(`POST /cv/${path}`, fields)).json
  const pictureAt = (ticket: unknown) =>
    `${it.sim.apiUrl}/cgi-bin/showqrcode?ticket=${encodeURIComponent(String(ticket))}`
  return { ...it, ask, code: code.json, codeUrl: pictureAt(code.json['ticket']) }
}

/** The same part under the name these endpoints want. */
function imgForm(file: (typeof files)['png'], texts: Readonly<Record<string, string>> = {}): FormData {
  const form = formOf({ ...file, texts })
  const part = form.get('media')
  form.delete('media')
  if (part instanceof Blob) form.set('img', part, file.fileName)
  return form
}

describe('a QR code of the simulator', () => {
  it('is read from its address, and from its picture', async () => {
    const { ask, code, codeUrl } = await staged()
    const read = await ask('img/qrcode', { query: { img_url: codeUrl } })
    expect(read).toMatchObject({
      errcode: 0,
      code_results: [{ type_name: 'QR_CODE', data: code['url'] }],
      img_size: { w: 430, h: 430 },
    })
    const bytes = new Uint8Array(await (await fetch(codeUrl)).arrayBuffer())
    expect(await ask('img/qrcode', { body: imgForm({ bytes, fileName: 'a.png' }) })).toEqual(read)
  })

  it('is in no other picture', async () => {
    const { ask } = await staged()
    expect(await ask('img/qrcode', { body: imgForm(files.png) })).toMatchObject({ code_results: [] })
    expect(await ask('img/qrcode', { query: { img_url: 'https://example.com/a.png' } })).toMatchObject({
      code_results: [],
      img_size: { w: 64, h: 64 },
    })
  })
})

describe('a picture', () => {
  it('is cropped in its middle, once for each ratio', async () => {
    const { ask } = await staged()
    const body = imgForm(files.png, { ratios: '1,2' })
    expect(await ask('img/aicrop', { body })).toMatchObject({
      results: [
        { crop_left: 0, crop_top: 0, crop_right: 64, crop_bottom: 64 },
        { crop_left: 0, crop_top: 16, crop_right: 64, crop_bottom: 48 },
      ],
      img_size: { w: 64, h: 64 },
    })
    expect(await ask('img/aicrop', { body: imgForm(files.jpg) })).toMatchObject({
      results: [{ crop_left: 0, crop_top: 0, crop_right: 640, crop_bottom: 480 }],
    })
    for (const ratios of ['1,2,3,4,5,6', '0', 'wide']) {
      expect(await ask('img/aicrop', { body: imgForm(files.png, { ratios }) })).toMatchObject({ errcode: 40035 })
    }
  })

  it('made larger is temporary media for three days', async () => {
    const { ask, call, clock } = await staged()
    const { media_id = '' } = await ask('img/superresolution', { body: imgForm(files.png) })
    const get = () => call('GET /cgi-bin/media/get', { query: { media_id: String(media_id) } })
    expect((await get()).bytes.equals(files.png.bytes)).toBe(true)
    await clock.advance(3 * 24 * 3_600_000)
    expect((await get()).errcode).toBe(40007)
  })

  it('may be one that was uploaded for an article', async () => {
    const { ask, call } = await staged()
    const { json } = await call('POST /cgi-bin/media/uploadimg', { body: formOf(files.jpg) })
    expect(await ask('img/aicrop', { query: { img_url: String(json['url']) } })).toMatchObject({
      img_size: { w: 640, h: 480 },
    })
  })

  it.each([
    [41005, 'no file', { body: new FormData() }],
    [40005, 'another format', { body: imgForm(files.amr) }],
    [
      40009,
      'more than 2 MB',
      { body: imgForm({ bytes: Buffer.concat([files.png.bytes, Buffer.alloc(2 ** 21)]), fileName: 'a.png' }) },
    ],
    [101000, 'no address', { query: { img_url: 'a.png' } }],
  ])('is refused with %i for %s', async (errcode, _, fields) => {
    const { ask } = await staged()
    for (const path of ['img/qrcode', 'img/aicrop', 'img/superresolution', 'ocr/idcard']) {
      expect(await ask(path, fields)).toMatchObject({ errcode })
    }
  })

  it('that is not there any more is refused with 101000', async () => {
    const { ask, sim } = await staged()
    const img_url = `${sim.apiUrl}/mmbiz/gone/0?wx_fmt=png`
    expect(await ask('img/qrcode', { query: { img_url } })).toMatchObject({ errcode: 101000 })
  })
})

describe('a document', () => {
  it.each(Object.entries(documents))('of %s has the fields of its page', async (id, read) => {
    const { ask, sim } = await staged()
    const path =
      sim
        .about()
        .endpoints.find((it) => it.id === id)
        ?.path.replace('/cv/', '') ?? ''
    expect(await ask(path, { body: imgForm(files.png) })).toEqual({
      errcode: 0,
      errmsg: 'ok',
      ...read({ w: 64, h: 64 }),
    })
  })

  it('can be read a hundred times a day', async () => {
    const { ask, call } = await staged()
    expect(await ask('ocr/idcard', { body: imgForm(files.png) })).toMatchObject({ errcode: 0 })
    const left = await call('POST /cgi-bin/openapi/quota/get', { body: { cgi_path: '/cv/ocr/idcard' } })
    expect(left.json).toMatchObject({ quota: { daily_limit: 100, used: 1 } })
  })
})
