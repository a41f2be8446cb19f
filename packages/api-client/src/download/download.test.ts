import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download } from '@wx/endpoints'
import { describe, expect, it } from 'vitest'
import type { ApiClient } from '../client.js'
import { onBench } from '../testing/bench.js'
import type { RouteAnswer } from '../testing/wechat-server.js'
import { fileNameIn } from './file-name.js'

const get = 'GET /cgi-bin/media/get'
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7) % 256)),
])

const sends =
  (body: Buffer | string, headers: Record<string, string> = {}): RouteAnswer =>
  (_, response) =>
    void response.writeHead(200, { 'content-length': Buffer.byteLength(body), ...headers }).end(body)

async function download(api: ApiClient): Promise<Download> {
  const answer = await api.call(get, { query: { media_id: 'm' } })
  if (!('bytes' in answer)) throw new TypeError('no download')
  return answer
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wx-download-'))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('a download', () => {
  it('is bytes, a stream, a data URL or a file, each byte for byte', () =>
    inFolder((folder) =>
      onBench(async ({ wechat, client }) => {
        wechat.route(get, sends(jpeg, { 'content-disposition': 'attachment; filename="picture.jpg"' }))
        const api = client()
        const first = await download(api)
        expect(first).toMatchObject({ contentType: 'image/jpeg', filename: 'picture.jpg', length: jpeg.length })
        expect(jpeg.equals(await first.bytes())).toBe(true)
        expect(jpeg.equals(await first.bytes())).toBe(true)
        expect(await first.dataUrl()).toBe(`data:image/jpeg;base64,${jpeg.toString('base64')}`)

        const chunks: Uint8Array[] = []
        for await (const chunk of (await download(api)).stream()) chunks.push(chunk)
        expect(jpeg.equals(Buffer.concat(chunks))).toBe(true)

        await (await download(api)).saveTo(join(folder, '照片.jpg'))
        expect(jpeg.equals(await readFile(join(folder, '照片.jpg')))).toBe(true)
        expect(await readdir(folder)).toEqual(['照片.jpg'])
      }),
    ))

  it('is a stream once', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(get, sends(jpeg))
      const once = await download(client())
      for await (const chunk of once.stream()) expect(chunk.byteLength > 0).toBe(true)
      expect(() => once.stream()).toThrow('read already')
      await expect(once.bytes()).rejects.toMatchObject({ code: 'WX_API_DOWNLOAD' })
    }))

  it('that was cut is an error, and leaves no file', () =>
    inFolder((folder) =>
      onBench(async ({ wechat, client }) => {
        wechat.route(get, (_, response) => {
          response.writeHead(200, { 'content-length': jpeg.length })
          response.write(jpeg.subarray(0, 100_000), () => response.destroy())
        })
        const cut = await download(client())
        await expect(cut.saveTo(join(folder, 'a.jpg'))).rejects.toMatchObject({ code: 'WX_API_NETWORK', endpoint: get })
        expect(await readdir(folder)).toEqual([])
      }),
    ))

  it('of a slow reader is not cut: only waiting for WeChat counts as time', () =>
    onBench(async ({ wechat, client, clock }) => {
      wechat.route(get, sends(jpeg))
      const slow = await download(client())
      await clock.advance(3_600_000)
      expect(jpeg.equals(await slow.bytes())).toBe(true)
    }))

  it('that stalls is ended after timeoutMs', () =>
    onBench(async ({ wechat, client, clock }) => {
      wechat.route(get, (_, response) => void response.write(jpeg))
      const stalled = await download(client())
      const ended = stalled.bytes().catch((error: unknown) => error)
      // Each advance lets what has arrived be read first.
      for (let step = 0; step < 20; step++) await clock.advance(1000)
      expect(await ended).toMatchObject({ code: 'WX_API_TIMEOUT' })
    }))
})

describe('bytes or error', () => {
  it('is decided by content: an error that is called a picture is an error', () =>
    onBench(async ({ wechat, client }) => {
      const refusal = '{"errcode":40007,"errmsg":"invalid media_id rid: 1-2-3"}'
      for (const type of ['image/jpeg', 'application/octet-stream', 'text/plain', 'application/json:UTF-8']) {
        wechat.route(
          get,
          sends(refusal, { 'content-type': type, 'content-disposition': 'attachment; filename="a.jpg"' }),
        )
        await expect(download(client())).rejects.toMatchObject({ errcode: 40007, rid: '1-2-3' })
      }
    }))

  it('an error in disguise that speaks of the token is healed like any other', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(get, sends(jpeg))
      const api = client()
      await api.tokens.get()
      wechat.steal()
      expect(jpeg.equals(await (await download(api)).bytes())).toBe(true)
    }))

  it('a video’s address comes as JSON, a picture that is called text as bytes', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(get, sends('{"video_url":"http://example.com/v.mp4"}', { 'content-type': 'text/plain' }))
      expect(await client().call(get, { query: { media_id: 'v' } })).toEqual({ video_url: 'http://example.com/v.mp4' })
      wechat.route(get, sends(jpeg, { 'content-type': 'text/plain' }))
      expect((await download(client())).contentType).toBe('image/jpeg')
    }))

  it.each([
    ['half an error', '{"errcode":40007,"errm', 'cut or broken'],
    ['HTML of a gateway', '<!DOCTYPE html><html><body>blocked</body></html>', 'HTML'],
    ['nothing', '', 'empty'],
  ])('%s is no picture', (_, body, words) =>
    onBench(async ({ wechat, client }) => {
      wechat.route(get, sends(body, { 'content-type': 'image/jpeg' }))
      await expect(client({ retry: { attempts: 1 } }).call(get, { query: { media_id: 'm' } })).rejects.toMatchObject({
        code: 'WX_API_DECODE',
        message: expect.stringContaining(words),
      })
    }),
  )

  it('an endpoint nobody knows answers JSON, or bytes where it says so', () =>
    onBench(async ({ wechat, client }) => {
      const unknown = 'GET /cgi-bin/brand/new'
      wechat.route(unknown, sends('[{"a":1}]', { 'content-type': 'image/png' }))
      expect(await client().call(unknown)).toEqual([{ a: 1 }])
      wechat.route(unknown, sends(jpeg, { 'content-type': 'image/jpeg' }))
      expect(jpeg.equals(await (await client().call<Download>(unknown)).bytes())).toBe(true)
      wechat.route(unknown, sends('ok'))
      await expect(client().call(unknown)).rejects.toMatchObject({ code: 'WX_API_DECODE' })
    }))
})

describe('the name of a download', () => {
  it.each([
    ['attachment; filename="a.jpg"', 'a.jpg'],
    ['attachment; filename=a.jpg', 'a.jpg'],
    [`attachment; filename="${Buffer.from('照片.jpg').toString('latin1')}"`, '照片.jpg'],
    ['attachment; filename="x"; filename*=UTF-8\'\'%E7%85%A7.jpg', '照.jpg'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="..\\\\..\\\\evil.exe"', 'evil.exe'],
    ['attachment; filename=".."', undefined],
    ['inline', undefined],
  ])('of %s is %s', (disposition, name) => {
    expect(fileNameIn(disposition)).toBe(name)
  })
})
