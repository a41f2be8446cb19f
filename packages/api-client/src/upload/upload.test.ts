import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onBench } from '../testing/bench.js'
import type { Received } from '../testing/wechat-server.js'
import { bufferedBytes } from './file-part.js'

const upload = 'POST /cgi-bin/media/upload'
const query = { type: 'image' } as const
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from(Array.from({ length: 999 }, (_, at) => at % 256)),
])

interface Part {
  readonly name: string | undefined
  readonly filename: string | undefined
  readonly type: string | undefined
  readonly bytes: Buffer
}

/** A strict reader of its own: boundaries, CRLFs and lengths exactly as they must be. */
function partsOf({ headers, body }: Received): readonly Part[] {
  const boundary = /^multipart\/form-data; boundary=([\w-]+)$/.exec(headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) throw new TypeError('no boundary')
  expect(headers['content-length']).toBe(String(body.byteLength))
  expect(headers['transfer-encoding']).toBe(undefined)
  const text = body.toString('latin1')
  expect(text.endsWith(`\r\n--${boundary}--\r\n`)).toBe(true)
  const sections = `\r\n${text}`.split(`\r\n--${boundary}`).slice(1, -1)
  return sections.map((section) => {
    const end = section.indexOf('\r\n\r\n')
    const head = Buffer.from(section.slice(0, end), 'latin1').toString('utf8')
    return {
      name: /; name="([^"]*)"/.exec(head)?.[1],
      filename: /; filename="([^"]*)"/.exec(head)?.[1],
      type: /Content-Type: (.+)/.exec(head)?.[1],
      bytes: Buffer.from(section.slice(end + 4), 'latin1'),
    }
  })
}

async function* pieces(bytes: Uint8Array, size = 100): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

async function withFile(name: string, use: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wx-upload-'))
  try {
    await writeFile(join(folder, name), png)
    await use(join(folder, name))
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('an upload', () => {
  it('arrives byte for byte with its length, type and an ASCII name, from whatever source', () =>
    withFile('中文 图片.png', (path) =>
      onBench(async ({ wechat, client }) => {
        wechat.route(upload, { media_id: 'm' })
        const api = client()
        const sources = {
          bytes: new Uint8Array(png),
          Blob: new Blob([png]),
          File: new File([png], '图片.png', { type: 'image/png' }),
          stream: pieces(png),
          'web stream': new Blob([png]).stream(),
          path: { path },
          ArrayBuffer: png.buffer.slice(png.byteOffset, png.byteOffset + png.byteLength),
          'ArrayBuffer as data': { data: png.buffer.slice(png.byteOffset, png.byteOffset + png.byteLength) },
        }
        for (const media of Object.values(sources)) {
          expect(await api.call(upload, { query, body: { media } })).toEqual({ media_id: 'm' })
          const [part, ...more] = partsOf(wechat.requests.at(-1) as Received)
          expect(more).toEqual([])
          expect([part?.name, part?.filename, part?.type]).toEqual(['media', 'file.png', 'image/png'])
          expect(part?.bytes.equals(png)).toBe(true)
        }
        expect(wechat.requests.at(-1)?.query.get('type')).toBe('image')
      }),
    ))

  it('keeps a plain name, and one that is given', () =>
    withFile('holiday (1).png', (path) =>
      onBench(async ({ wechat, client }) => {
        wechat.route(upload, { media_id: 'm' })
        const names = [{ path }, { data: png, filename: "it's 100%.jpg" }]
        for (const media of names) await client().call(upload, { query, body: { media } })
        const received = wechat.requests.filter(({ path }) => path === '/cgi-bin/media/upload')
        expect(received.map((it) => partsOf(it)[0]?.filename)).toEqual(['holiday (1).png', "it's 100%.jpg"])
      }),
    ))

  it.each(['中文.png', 'a"b.png', 'a\r\nX: y.png', '', 5])(
    'under the name %j, by which WeChat would find no file (41005), is not sent',
    (filename) =>
      onBench(async ({ wechat, client }) => {
        const media = { data: png, filename: filename as string }
        await expect(client().call(upload, { query, body: { media } })).rejects.toMatchObject({
          setting: 'filename',
          message: expect.stringContaining('leave it out'),
        })
        expect(wechat.requests).toEqual([])
      }),
  )

  it.each<[unknown, string]>([
    ['/tmp/x.png', '{ path } for a file on disk'],
    [null, 'is null: give bytes'],
    [{ path: 5 }, 'is no file: give bytes'],
    [{ data: 'text' }, 'is no file: give bytes'],
    [7, 'is no file: give bytes'],
  ])('of %j, which is no file, is not sent: its field is named', (media, words) =>
    onBench(async ({ wechat, client }) => {
      await expect(client().call(upload, { query, body: { media: media as never } })).rejects.toMatchObject({
        code: 'WX_CONFIG_INVALID',
        setting: 'media',
        message: expect.stringContaining(words),
      })
      expect(wechat.requests).toEqual([])
    }),
  )

  it('sends files before fields, and JSON of fields that are objects', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route('POST /cgi-bin/new/upload', { ok: 1 })
      const body = { description: { title: '标题', introduction: 'x' }, skip: undefined, media: png }
      await client().call('POST /cgi-bin/new/upload', { body })
      const parts = partsOf(wechat.requests.at(-1) as Received)
      expect(parts.map(({ name }) => name)).toEqual(['media', 'description'])
      expect(JSON.parse(parts[1]?.bytes.toString() ?? '')).toEqual(body.description)
    }))

  it('of megabytes streams, with its length', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(upload, { media_id: 'm' })
      const large = Buffer.alloc(bufferedBytes + 5000, 'large file ')
      await client().call(upload, { query, body: { media: { data: pieces(large, 65_536), length: large.length } } })
      expect(partsOf(wechat.requests.at(-1) as Received)[0]?.bytes.equals(large)).toBe(true)
    }))

  it('from a short stream is repeated whole after a token refusal', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(upload, { media_id: 'm' })
      const api = client()
      await api.tokens.get()
      wechat.steal()
      await api.call(upload, { query, body: { media: pieces(png) } })
      expect(wechat.calls().length).toBe(2)
      expect(partsOf(wechat.requests.at(-1) as Received)[0]?.bytes.equals(png)).toBe(true)
    }))

  it('from a long stream is not repeated half-read: a clear error, and the next call has a fresh token', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(upload, { media_id: 'm' })
      const api = client()
      await api.tokens.get()
      wechat.steal()
      const large = Buffer.alloc(bufferedBytes + 1)
      const media = () => ({ data: pieces(large, 1 << 20), length: large.length })
      await expect(api.call(upload, { query, body: { media: media() } })).rejects.toMatchObject({
        code: 'WX_API_BODY_CONSUMED',
        cause: { errcode: 40001 },
      })
      expect(wechat.calls().length).toBe(1)
      expect(await api.call(upload, { query, body: { media: media() } })).toEqual({ media_id: 'm' })
      expect(wechat.calls().length).toBe(2)
    }))

  it.each([
    ['a path that is not there', { path: '/nowhere/at/all.png' }, 'cannot be read'],
    [
      'a long stream without length',
      { data: pieces(Buffer.alloc(bufferedBytes + 1), 1 << 20) },
      'has to say its length',
    ],
    ['a stream shorter than it says', { data: pieces(png), length: 5000 }, 'leave length out'],
    ['a long stream that ends early', { data: pieces(png), length: bufferedBytes + 1 }, 'shorter than it was'],
    [
      'a long stream that goes on',
      { data: pieces(Buffer.alloc(bufferedBytes + 9), 1 << 20), length: bufferedBytes + 1 },
      'longer',
    ],
  ])('of %s is refused in words', (_, media, words) =>
    onBench(async ({ wechat, client }) => {
      wechat.route(upload, { media_id: 'm' })
      await expect(client().call(upload, { query, body: { media } })).rejects.toMatchObject({
        code: 'WX_API_UPLOAD',
        message: expect.stringContaining(words),
      })
    }),
  )

  it('is the body itself where an endpoint takes one', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route('POST /cgi-bin/new/raw', { errcode: 0 })
      await client().call('POST /cgi-bin/new/raw', { body: png })
      const { headers, body } = wechat.requests.at(-1) as Received
      expect([headers['content-type'], headers['content-length']]).toEqual(['image/png', String(png.length)])
      expect(body.equals(png)).toBe(true)

      const voice = 'POST /cgi-bin/media/voice/addvoicetorecofortext'
      wechat.route(voice, { errcode: 0 })
      await client().call(voice, {
        query: { voice_id: 'v' },
        body: { media: { data: png, contentType: 'audio/mpeg' } } as never,
      })
      const known = wechat.requests.at(-1) as Received
      expect([known.headers['content-type'], known.query.get('voice_id')]).toEqual(['audio/mpeg', 'v'])
      expect(known.body.equals(png)).toBe(true)
    }))

  it('never reads a file of this machine for a path in a body of an endpoint nobody knows', () =>
    withFile('secret.png', (path) =>
      onBench(async ({ wechat, client }) => {
        wechat.route('POST /cgi-bin/new/json', { ok: 1 })
        for (const body of [{ path }, { data: { path } }, { page: { path } }]) {
          await client().call('POST /cgi-bin/new/json', { body })
          expect(JSON.parse(String(wechat.requests.at(-1)?.body))).toEqual(body)
        }
        await client().call('POST /cgi-bin/new/json', { body: { media: png, page: { path } } })
        const parts = partsOf(wechat.requests.at(-1) as Received)
        expect(parts.map(({ name, filename }) => [name, filename])).toEqual([
          ['media', 'file.png'],
          ['page', undefined],
        ])
      }),
    ))
})
