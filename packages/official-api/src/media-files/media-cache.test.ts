import { ApiClient, type CredentialStore } from '@wx/api-client'
import { type FakeRequest, fakeFetch } from '@wx/api-client/testing'
import { ManualClock, silentLogger } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import { type MediaCacheOptions, mediaCache } from './index.js'

const png = (last = 0): Buffer => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, last])
const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1])
const day = 86_400_000

function bench(options: MediaCacheOptions = {}, appId = 'wx0123456789abcdef') {
  const clock = new ManualClock()
  const uploads: FakeRequest[] = []
  const fetch = fakeFetch({
    'POST /cgi-bin/media/upload': (request) => {
      uploads.push(request)
      const field = request.query['type'] === 'thumb' ? 'thumb_media_id' : 'media_id'
      return { type: request.query['type'], [field]: `ID-${uploads.length}`, created_at: 1 }
    },
    'POST /cgi-bin/message/custom/send': ({ body }) =>
      JSON.stringify(body).includes('ID-1') ? { errcode: 40007, errmsg: 'invalid media_id' } : { errcode: 0 },
  })
  const api = new ApiClient({ appId, appSecret: 'secret-secret-secret', fetch, clock, logger: silentLogger })
  const send = (id: string) =>
    api.call('POST /cgi-bin/message/custom/send', {
      body: { touser: 'o-1', msgtype: 'image', image: { media_id: id } },
    })
  return { cache: mediaCache(api, { clock, ...options }), uploads, clock, send }
}

function sharedStore(): CredentialStore & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>()
  return { entries, get: (key) => entries.get(key), set: (key, value) => entries.set(key, value) }
}

describe('idOf', () => {
  it('uploads the same content once, however it is given, for 71 hours', async () => {
    const { cache, uploads, clock } = bench()
    expect(await cache.idOf('image', png())).toBe('ID-1')
    expect(await cache.idOf('image', new Blob([new Uint8Array(png())]))).toBe('ID-1')
    await clock.advance(3 * day - 3_600_001)
    expect(await cache.idOf('image', { data: png(), filename: 'other.png' })).toBe('ID-1')
    await clock.advance(1)
    expect(await cache.idOf('image', png())).toBe('ID-2')
    expect(uploads).toHaveLength(2)
  })

  it('tells content, type and account apart', async () => {
    const store = sharedStore()
    const { cache, uploads } = bench({ store })
    expect(await cache.idOf('image', png(1))).toBe('ID-1')
    expect(await cache.idOf('image', png(2))).toBe('ID-2')
    expect(await cache.idOf('image', jpg)).toBe('ID-3')
    expect(await cache.idOf('thumb', jpg)).toBe('ID-4')
    expect(await cache.idOf('thumb', jpg)).toBe('ID-4')
    expect(uploads).toHaveLength(4)
    const other = bench({ store }, 'wxfedcba9876543210')
    await other.cache.idOf('image', png(1))
    expect(other.uploads).toHaveLength(1)
  })

  it('asks once for many who come together, and again after a failure', async () => {
    const { cache, uploads } = bench()
    const ids = await Promise.all(Array.from({ length: 20 }, () => cache.idOf('image', png())))
    expect(new Set(ids)).toEqual(new Set(['ID-1']))
    expect(uploads).toHaveLength(1)

    let fails = true
    const clock = new ManualClock()
    const fetch = fakeFetch({
      'POST /cgi-bin/media/upload': () =>
        fails ? { errcode: 45009, errmsg: 'quota' } : { media_id: 'ID', type: 'image' },
    })
    const api = new ApiClient({ appId: 'wx1', appSecret: 'secret-secret', fetch, clock, logger: silentLogger })
    const failing = mediaCache(api, { clock })
    await expect(failing.idOf('image', png())).rejects.toMatchObject({ errcode: 45009 })
    fails = false
    expect(await failing.idOf('image', png())).toBe('ID')
  })

  it('is shared by processes that share a store, also one that never forgets', async () => {
    const store = sharedStore()
    const [one, two] = [bench({ store }), bench({ store })]
    expect(await one.cache.idOf('image', png())).toBe('ID-1')
    expect(await two.cache.idOf('image', png())).toBe('ID-1')
    await two.clock.advance(3 * day)
    await two.cache.idOf('image', png())
    expect([one.uploads.length, two.uploads.length]).toEqual([1, 1])
    expect([...store.entries.keys()].join()).not.toContain('ID-1')
  })

  it('remembers a bounded number', async () => {
    const { cache, uploads } = bench({ entries: 4 })
    for (let last = 0; last < 10; last++) await cache.idOf('image', png(last))
    await cache.idOf('image', png(9))
    expect(uploads).toHaveLength(10)
    await cache.idOf('image', png(0))
    expect(uploads).toHaveLength(11)
  })

  it('a stream is uploaded as it is, each time', async () => {
    const { cache, uploads } = bench()
    const stream = async function* () {
      yield png()
    }
    await cache.idOf('image', stream())
    await cache.idOf('image', stream())
    expect(uploads).toHaveLength(2)
  })

  it('looks at files first, unless told otherwise', async () => {
    const { cache, uploads } = bench()
    await expect(cache.idOf('thumb', png())).rejects.toMatchObject({ code: 'WX_MEDIA_REFUSED' })
    expect(uploads).toHaveLength(0)
    expect(await bench({ check: false }).cache.idOf('thumb', png())).toBe('ID-1')
    const unreadable = bench({ check: false }).cache.idOf('image', { path: '/nowhere/at/all.png' })
    await expect(unreadable).rejects.toMatchObject({ code: 'WX_API_UPLOAD' })
  })

  it('a store out of reach costs an upload and a warning', async () => {
    const logger = recordingLogger()
    const down = (): never => {
      throw new Error('down')
    }
    const { cache } = bench({ store: { get: down, set: down }, logger })
    expect(await cache.idOf('image', png())).toBe('ID-1')
    expect(logger.lines.every((it) => it.level === 'warn')).toBe(true)
    expect(logger.lines.length).toBeGreaterThan(0)
  })

  it('keeps nothing longer than WeChat', () => {
    expect(() => bench({ ttlMs: 3 * day + 1 })).toThrow(expect.objectContaining({ setting: 'ttlMs' }))
  })
})

describe('a refused id', () => {
  it('is not given out again', async () => {
    const { cache } = bench()
    const id = await cache.idOf('image', png())
    await cache.invalidate(id)
    expect(await cache.idOf('image', png())).toBe('ID-2')
  })

  it('that was replaced meanwhile leaves the new one in place', async () => {
    const { cache, uploads } = bench()
    const first = await cache.idOf('image', png())
    await cache.invalidate(first)
    await cache.idOf('image', png())
    await cache.invalidate(first)
    await cache.invalidate('never-seen')
    expect(await cache.idOf('image', png())).toBe('ID-2')
    expect(uploads).toHaveLength(2)
  })

  it('is replaced, and sent once more, by use', async () => {
    const { cache, send, uploads } = bench()
    expect(await cache.use('image', png(), send)).toMatchObject({ errcode: 0 })
    expect(uploads).toHaveLength(2)
    const refusing = (): Promise<never> => send('ID-1') as Promise<never>
    await expect(cache.use('image', png(), refusing)).rejects.toMatchObject({ errcode: 40007 })
    const stream = (async function* () {
      yield png()
    })()
    await expect(cache.use('image', stream, refusing)).rejects.toMatchObject({ errcode: 40007 })
  })
})
