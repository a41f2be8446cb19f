import { describe, expect, it, onTestFinished } from 'vitest'
import type { CreateAccountOptions } from '../../account.js'
import { contentStage, type FilePart, files, formOf } from '../../testing/content-stage.js'
import { findMedia } from './find-media.js'

async function staged(account: CreateAccountOptions = {}) {
  const it = await contentStage(onTestFinished, { account })
  const get = (mediaId: unknown) => it.call('GET /cgi-bin/media/get', { query: { media_id: String(mediaId) } })
  const load = async (url: unknown) => {
    const response = await fetch(String(url))
    return { status: response.status, type: response.headers.get('content-type'), bytes: await bytesOf(response) }
  }
  return { ...it, get, load }
}

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer())

/** AMR of the kind of a real voice: frames of 32 bytes, 20 ms each. */
const amrOf = (seconds: number): Buffer =>
  Buffer.concat([
    Buffer.from('#!AMR\n'),
    ...Array.from({ length: seconds * 50 }, () => Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)])),
  ])

/** MP3 of layer 3, 32 kbit/s at 32 kHz: frames of 144 bytes, 36 ms each. */
const mp3Of = (seconds: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(seconds / 0.036) }, () =>
      Buffer.concat([Buffer.from([0xff, 0xfb, 0x18, 0xc0]), Buffer.alloc(140)]),
    ),
  )

describe('uploading temporary media', () => {
  it.each<[string, FilePart]>([
    ['image', files.png],
    ['image', files.jpg],
    ['image', files.gif],
    ['voice', files.amr],
    ['voice', { bytes: mp3Of(59), fileName: 'a.mp3' }],
    ['video', files.mp4],
  ])('takes a %s and gives the same bytes back', async (type, file) => {
    const { upload, get, load } = await staged()
    const { json } = await upload(type, file)
    expect(json).toMatchObject({ errcode: 0, type, created_at: expect.any(Number) })
    const answered = await get(json['media_id'])
    const bytes = type === 'video' ? (await load(answered.json['video_url'])).bytes : answered.bytes
    expect(bytes.equals(file.bytes)).toBe(true)
  })

  it('names the id of a thumbnail differently', async () => {
    const { upload, get } = await staged()
    const { json } = await upload('thumb', files.jpg)
    expect(json['media_id']).toBeUndefined()
    expect((await get(json['thumb_media_id'])).bytes.equals(files.jpg.bytes)).toBe(true)
  })

  const large = (start: Uint8Array, length: number) => Buffer.concat([start], length)
  it.each<[number, string, string, FilePart]>([
    [40004, 'an unknown type', 'audio', files.png],
    [40005, 'a picture as a voice', 'voice', files.png],
    [40005, 'a BMP', 'image', files.bmp],
    [40005, 'a PNG as a thumbnail', 'thumb', files.png],
    [40005, 'what is no picture', 'image', { bytes: Buffer.from('not a picture'), fileName: 'a.png' }],
    [40005, 'a picture with the name of a film', 'image', { bytes: files.png.bytes, fileName: 'a.mp4' }],
    [40006, 'a picture of more than 10 MB', 'image', { ...files.png, bytes: large(files.png.bytes, 10 * 2 ** 20 + 1) }],
    [40006, 'a thumbnail of more than 64 KB', 'thumb', { ...files.jpg, bytes: large(files.jpg.bytes, 2 ** 16 + 1) }],
    [40006, 'a voice of more than 2 MB', 'voice', { ...files.amr, bytes: large(files.amr.bytes, 2 ** 21 + 1) }],
    [45007, 'AMR of more than a minute', 'voice', { bytes: amrOf(61), fileName: 'a.amr' }],
    [45007, 'MP3 of more than a minute', 'voice', { bytes: mp3Of(61), fileName: 'a.mp3' }],
    [41005, 'a name that is not ASCII', 'image', { ...files.png, fileName: '图.png' }],
  ])('%i: refuses %s', async (code, _, type, file) => {
    const { upload } = await staged()
    expect((await upload(type, file)).errcode).toBe(code)
  })

  it('40004: a mini program uploads pictures only', async () => {
    const { upload } = await staged({ kind: 'miniProgram' })
    expect((await upload('image', files.png)).errcode).toBe(0)
    expect((await upload('voice', files.amr)).errcode).toBe(40004)
  })

  it('takes a picture of just 10 MB and a voice of just a minute', async () => {
    const { upload } = await staged()
    const picture = { ...files.png, bytes: large(files.png.bytes, 10 * 2 ** 20) }
    expect((await upload('image', picture)).errcode).toBe(0)
    expect((await upload('voice', { bytes: amrOf(60), fileName: 'a.amr' })).errcode).toBe(0)
  })
})

describe('getting temporary media', () => {
  it('has type and name of the file', async () => {
    const { upload, get } = await staged()
    const mediaId = (await upload('image', files.jpg)).json['media_id']
    const { headers } = await get(mediaId)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${mediaId}.jpg"`)
  })

  it('is over after three days, with the address', async () => {
    const { upload, get, load, clock, account } = await staged()
    const mediaId = String((await upload('image', files.png)).json['media_id'])
    const { url } = findMedia(account.state, mediaId) ?? {}
    await clock.advance(3 * 24 * 3_600_000 - 1)
    expect((await get(mediaId)).errcode).toBeUndefined()
    expect((await load(url)).status).toBe(200)
    await clock.advance(1)
    expect((await load(url)).status).toBe(404)
    expect((await get(mediaId)).errcode).toBe(40007)
    expect(findMedia(account.state, mediaId)).toBeUndefined()
  })

  it('knows no ids of other accounts, none that were made up, and none that are permanent', async () => {
    const { upload, call, sim, addMaterial, get } = await staged()
    const mediaId = String((await upload('image', files.png)).json['media_id'])
    const other = sim.createAccount().state.tokens.stable({ force: false }).access_token
    const asked = await call('GET /cgi-bin/media/get', { query: { media_id: mediaId }, token: other })
    const permanent = (await addMaterial('image', files.png)).json['media_id']
    expect([asked.errcode, (await get('made-up')).errcode, (await get(permanent)).errcode]).toEqual([
      40007, 40007, 40007,
    ])
    expect((await call('GET /cgi-bin/media/get')).errcode).toBe(41006)
  })

  it('gives only voices in better quality', async () => {
    const { upload, call } = await staged()
    const jssdk = async (mediaId: unknown) =>
      call('GET /cgi-bin/media/get/jssdk', { query: { media_id: String(mediaId) } })
    const voice = (await upload('voice', files.amr)).json['media_id']
    const picture = (await upload('image', files.png)).json['media_id']
    expect((await jssdk(voice)).bytes.equals(files.amr.bytes)).toBe(true)
    expect((await jssdk(picture)).errcode).toBe(40007)
  })
})

describe('pictures of articles', () => {
  it('load from the address that is answered', async () => {
    const { call, load } = await staged()
    const { json } = await call('POST /cgi-bin/media/uploadimg', { body: formOf(files.png) })
    expect(await load(json['url'])).toEqual({ status: 200, type: 'image/png', bytes: Buffer.from(files.png.bytes) })
  })

  it.each<[number, FilePart]>([
    [40005, files.gif],
    [40009, { ...files.png, bytes: Buffer.concat([files.png.bytes], 2 ** 20 + 1) }],
  ])('%i', async (code, file) => {
    const { call } = await staged()
    expect((await call('POST /cgi-bin/media/uploadimg', { body: formOf(file) })).errcode).toBe(code)
  })
})

describe('what a user sends', () => {
  const fieldOf = (plaintext: string, name: string) =>
    new RegExp(`<${name}>(?:<!.CDATA.)?([^\\]<]*)`).exec(plaintext)?.[1]?.replaceAll('&amp;', '&')

  it('a picture leads to a real one, by its id and by its address', async () => {
    const { user, get, load } = await staged()
    const [delivery] = (await user.send({ type: 'image' })).deliveries
    const pushed = delivery?.plaintext ?? ''
    const byId = await get(fieldOf(pushed, 'MediaId'))
    const byUrl = await load(fieldOf(pushed, 'PicUrl'))
    expect(byId.headers.get('content-type')).toBe('image/png')
    expect(byUrl.type).toBe('image/png')
    expect(byUrl.bytes.equals(byId.bytes)).toBe(true)
  })

  it('a voice and both parts of a video too', async () => {
    const { user, get, load } = await staged()
    const voice = (await user.send({ type: 'voice' })).deliveries[0]?.plaintext ?? ''
    const video = (await user.send({ type: 'video' })).deliveries[0]?.plaintext ?? ''
    expect((await get(fieldOf(voice, 'MediaId'))).bytes.subarray(0, 6).toString()).toBe('#!AMR\n')
    const { json } = await get(fieldOf(video, 'MediaId'))
    expect((await load(json['video_url'])).type).toBe('video/mp4')
    expect((await get(fieldOf(video, 'ThumbMediaId'))).headers.get('content-type')).toBe('image/png')
  })

  it('is what the test gave, as bytes or as base64, under the id it gave', async () => {
    const { user, get } = await staged()
    await user.send({ type: 'image', bytes: files.jpg.bytes, mediaId: 'first' })
    await user.send({ type: 'image', bytes: Buffer.from(files.gif.bytes).toString('base64'), mediaId: 'second' })
    expect((await get('first')).bytes.equals(files.jpg.bytes)).toBe(true)
    expect((await get('second')).bytes.equals(files.gif.bytes)).toBe(true)
    await expect(user.send({ type: 'image', bytes: Buffer.from('no picture') })).rejects.toThrow(/bytes/)
  })

  it('is the same again under the same id', async () => {
    const { user, get, clock } = await staged()
    await user.send({ type: 'image', bytes: files.jpg.bytes, mediaId: 'again' })
    await user.send({ type: 'image', mediaId: 'again' })
    expect((await get('again')).bytes.equals(files.jpg.bytes)).toBe(true)
    await clock.advance(3 * 24 * 3_600_000)
    expect((await get('again')).errcode).toBe(40007)
  })
})
