import { describe, expect, it } from 'vitest'
import { createClient } from '../client.js'
import { fakeFetch } from './fake-fetch.js'

const clientWith = (fetch: ReturnType<typeof fakeFetch>) => createClient({ appId: 'wx0', appSecret: 'secret', fetch })

describe('fakeFetch', () => {
  it('answers from its table, knows tokens by itself, and keeps what was called', async () => {
    const fetch = fakeFetch({
      'POST /cgi-bin/tags/create': ({ body }) => ({ tag: { id: 100, ...(body as { tag: object }).tag } }),
      'GET /cgi-bin/media/get': Uint8Array.of(1, 2, 3),
    })
    const client = clientWith(fetch)
    expect(await client.call('POST /cgi-bin/tags/create', { body: { tag: { name: '朋友' } } })).toEqual({
      tag: { id: 100, name: '朋友' },
    })
    const media = await client.call('GET /cgi-bin/media/get', { query: { media_id: 'm' } })
    expect('bytes' in media && [...(await media.bytes())]).toEqual([1, 2, 3])
    expect(fetch.requests.map(({ endpoint }) => endpoint)).toEqual([
      'POST /cgi-bin/tags/create',
      'GET /cgi-bin/media/get',
    ])
    expect(fetch.requests[0]?.query).toEqual({ access_token: 'fake-access-token' })
  })

  it('reads forms, and is loud about a route it does not have', async () => {
    const fetch = fakeFetch({ 'POST /cgi-bin/media/upload': { media_id: 'm' } })
    const client = clientWith(fetch)
    await client.call('POST /cgi-bin/media/upload', { query: { type: 'image' }, body: { media: Uint8Array.of(1) } })
    const body = fetch.requests[0]?.body
    expect(body instanceof FormData && body.get('media')).toBeInstanceOf(Blob)
    await expect(client.call('GET /cgi-bin/menu/delete')).rejects.toThrow('fakeFetch has no route')
  })
})
