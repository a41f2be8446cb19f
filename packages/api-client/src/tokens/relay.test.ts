import { createServer } from 'node:http'
import { toNodeListener } from '@wx/core/node'
import { listenOnLoopback } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import { ApiClient } from '../client.js'
import { type Bench, canaries, onBench } from '../testing/bench.js'
import { memoryStore } from '../testing/memory-shared.js'
import { classicToken } from './access-token.js'
import { fromUrl } from './from-url.js'
import { fromStore, readOnly } from './read-only.js'
import { tokenRelay } from './relay.js'

const call = 'GET /cgi-bin/menu/get'
const menu = { menu: { button: [] } }

async function withRelay({ client, clock, logger }: Bench, use: (url: string) => Promise<void>): Promise<void> {
  const owner = client({ tokens: classicToken() })
  const relay = tokenRelay({ tokens: owner.tokens, secret: canaries.relaySecret, clock, logger })
  const server = await listenOnLoopback(createServer(toNodeListener(relay, { logger })))
  try {
    await use(`${server.origin}/token`)
  } finally {
    await server.close()
  }
}

describe('a token relay', () => {
  it('lets readers call with the token of its owner; after a theft it fetches once for all of them', () =>
    onBench((bench) =>
      withRelay(bench, async (url) => {
        bench.wechat.route(call, menu)
        const readers = [0, 1].map(() => bench.client({ tokens: fromUrl(url, canaries.relaySecret) }))
        for (const reader of readers) expect(await reader.call(call)).toEqual(menu)
        expect(bench.wechat.tokenFetches()).toBe(1)
        bench.wechat.steal()
        for (const reader of readers) expect(await reader.call(call)).toEqual(menu)
        expect(bench.wechat.tokenFetches()).toBe(2)
      }),
    ))

  it('tells nothing to who does not know the secret', () =>
    onBench((bench) =>
      withRelay(bench, async (url) => {
        for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: canaries.relaySecret }]) {
          const response = await fetch(url, { method: 'POST', headers: headers as Record<string, string> })
          expect([response.status, await response.text()]).toEqual([
            401,
            '{"code":"UNAUTHORIZED","message":"unknown secret"}',
          ])
        }
        await expect(bench.client({ tokens: fromUrl(url, 'not-the-right-secret') }).call(call)).rejects.toMatchObject({
          code: 'WX_TOKEN_UNAVAILABLE',
          message: expect.stringContaining('does not know the secret'),
        })
        expect(bench.wechat.tokenFetches()).toBe(0)
      }),
    ))

  it('passes on why it has none, and a reader says when nobody answers', () =>
    onBench(async (bench) => {
      let address = ''
      await withRelay(bench, async (url) => {
        address = url
        bench.wechat.route('GET /cgi-bin/token', { errcode: 40125, errmsg: 'invalid appsecret' })
        await expect(bench.client({ tokens: fromUrl(url, canaries.relaySecret) }).call(call)).rejects.toMatchObject({
          code: 'WX_TOKEN_UNAVAILABLE',
          message: expect.stringContaining('40125'),
        })
      })
      await expect(bench.client({ tokens: fromUrl(address, canaries.relaySecret) }).call(call)).rejects.toMatchObject({
        code: 'WX_TOKEN_UNAVAILABLE',
        message: expect.stringContaining('cannot be reached'),
      })
    }))

  it('refuses a secret that can be guessed', () =>
    onBench(async ({ client }) => {
      for (const secret of ['short', undefined as unknown as string, [undefined as unknown as string]]) {
        expect(() => tokenRelay({ tokens: client().tokens, secret })).toThrow('16 random characters')
      }
    }))
})

describe('a provider that may only read', () => {
  it('uses what another client put into the store, and fails instead of fetching', () =>
    onBench(async ({ wechat, client, clock }) => {
      wechat.route(call, menu)
      const store = memoryStore()
      for (const reader of [
        client({ store, tokens: readOnly(classicToken()) }),
        client({ tokens: fromStore(store) }),
      ]) {
        await expect(reader.call(call)).rejects.toMatchObject({ code: 'WX_TOKEN_READ_ONLY' })
        await expect(reader.tokens.put({ token: 'x', expiresAt: 1 })).rejects.toMatchObject({
          code: 'WX_TOKEN_READ_ONLY',
        })
      }
      expect(wechat.tokenFetches()).toBe(0)
      await client({ store }).tokens.get()
      const readers = [client({ store, tokens: readOnly(classicToken()) }), client({ tokens: fromStore(store) })]
      for (const reader of readers) expect(await reader.call(call)).toEqual(menu)
      await clock.advance(7_200_000)
      for (const reader of readers)
        await expect(reader.call(call)).rejects.toMatchObject({ code: 'WX_TOKEN_READ_ONLY' })
      expect(wechat.tokenFetches()).toBe(1)
    }))

  it('reads the provider of another client in the same way', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(call, menu)
      const owner = client()
      const reader = client({ tokens: readOnly(owner.tokens) })
      await expect(reader.call(call)).rejects.toMatchObject({ code: 'WX_TOKEN_READ_ONLY' })
      await owner.tokens.get()
      expect(await reader.call(call)).toEqual(menu)
    }))
})

it('tickets are kept like tokens, and fetched with one', () =>
  onBench(async ({ wechat, client, clock }) => {
    wechat.route('GET /cgi-bin/ticket/getticket', ({ query }) => ({
      errcode: 0,
      errmsg: 'ok',
      ticket: `${canaries.token}-${query.get('type')}`,
      expires_in: 7200,
    }))
    const api = client({ store: memoryStore() })
    const tickets = await Promise.all([1, 2, 3].map(() => api.ticket('jsapi').get()))
    expect(tickets.map(({ token }) => token)).toEqual(Array(3).fill(`${canaries.token}-jsapi`))
    expect((await api.ticket('wx_card').get()).token).toBe(`${canaries.token}-wx_card`)
    expect(wechat.calls().length).toBe(2)
    await clock.advance(7_200_000)
    wechat.steal()
    await api.ticket('jsapi').get()
    expect(wechat.calls().length).toBe(3)
  }))

it('in WeChat’s cloud no token is fetched and none is sent', () =>
  onBench(async ({ wechat, client }) => {
    const api = client({ cloudRun: true })
    await expect(api.call(call)).rejects.toMatchObject({ errcode: 42001 })
    expect(wechat.tokenFetches()).toBe(0)
    expect(wechat.requests[0]?.query.has('access_token')).toBe(false)
    await expect(api.tokens.get()).rejects.toMatchObject({ setting: 'cloudRun' })
  }))

it('a client without AppSecret says at once where tokens can come from', () => {
  expect(() => new ApiClient({ appId: 'wx0' })).toThrow('fromUrl')
})
