import type { Download, MenuGetAnswer } from '@wx/endpoints'
import { describe, expectTypeOf, it } from 'vitest'
import { ApiClient, type ApiClient as Client } from './client.js'

declare const client: Client
declare module '@wx/endpoints' {
  interface UserEndpoints {
    'POST /cgi-bin/brand/api-client': {
      request: { a: number }
      query: undefined
      body: { a: number }
      answer: { b: string }
    }
  }
}

describe('client.call', () => {
  it('knows what goes in and out of a known endpoint', () => {
    expectTypeOf(client.call('GET /cgi-bin/menu/get')).resolves.toEqualTypeOf<MenuGetAnswer>()
    expectTypeOf(
      client.call('POST /cgi-bin/tags/create', { body: { tag: { name: 'a' } }, timeoutMs: 1 }),
    ).resolves.toHaveProperty('tag')
    expectTypeOf(
      client.call('GET /cgi-bin/media/get/jssdk', { query: { media_id: 'm' } }),
    ).resolves.toEqualTypeOf<Download>()
    // @ts-expect-error the tag must have a name
    void client.call('POST /cgi-bin/tags/create', { body: { tag: {} } })
    // @ts-expect-error the body may not be left out
    void client.call('POST /cgi-bin/tags/create')
    // @ts-expect-error media_id goes into the query
    void client.call('GET /cgi-bin/media/get', { body: { media_id: 'm' } })
  })

  it('is open for any other, and for types of one’s own', () => {
    expectTypeOf(client.call('POST /cgi-bin/not/known', { body: { any: 1 } })).resolves.toEqualTypeOf<unknown>()
    expectTypeOf(client.call<{ a: 1 }>('GET /cgi-bin/not/known')).resolves.toEqualTypeOf<{ a: 1 }>()
    expectTypeOf(client.call('POST /cgi-bin/brand/api-client', { body: { a: 1 } })).resolves.toEqualTypeOf<{
      b: string
    }>()
    // @ts-expect-error an endpoint is a method and a path
    void client.call('/cgi-bin/not/known')
  })
})

describe('options', () => {
  it('take a store and a lock by their shape', () => {
    const store = new Map<string, string>()
    expectTypeOf(ApiClient).constructorParameters.toMatchTypeOf<[{ appId: string }]>()
    void new ApiClient({ appId: 'wx0', appSecret: 's', store, lock: { lock: async () => undefined } })
  })
})
