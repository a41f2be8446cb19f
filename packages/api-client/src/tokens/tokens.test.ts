import { describe, expect, it } from 'vitest'
import { AccessTokenError } from '../errors/api-error.js'
import { canaries, onBench } from '../testing/bench.js'
import { memoryStore } from '../testing/memory-shared.js'
import { classicToken, stableToken } from './access-token.js'
import type { TokenConflict } from './credential.js'
import { keyOf } from './shared.js'

const call = 'GET /cgi-bin/menu/get'
const menu = { menu: { button: [] } }
const many = (count: number, run: () => Promise<unknown>): Promise<unknown[]> =>
  Promise.all(Array.from({ length: count }, run))

describe('the access token', () => {
  it('is fetched once for 200 concurrent calls, cold and again across its expiry', () =>
    onBench(async ({ wechat, clock, client }) => {
      wechat.route(call, menu)
      const api = client()
      expect(await many(200, () => api.call(call))).toEqual(Array(200).fill(menu))
      expect(wechat.tokenFetches()).toBe(1)
      await clock.advance(7_200_000)
      expect(await many(200, () => api.call(call))).toEqual(Array(200).fill(menu))
      expect(wechat.tokenFetches()).toBe(2)
      expect(wechat.calls().length).toBe(400)
    }))

  it('is stable_token in its normal mode by default: never forced, secret in the body', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(call, menu)
      await client().call(call)
      expect(wechat.requests[0]?.path).toBe('/cgi-bin/stable_token')
      expect([...(wechat.requests[0]?.query ?? [])]).toEqual([])
      expect(JSON.parse(String(wechat.requests[0]?.body))).toEqual({
        grant_type: 'client_credential',
        appid: 'wx0123456789abcdef',
        secret: canaries.appSecret,
        force_refresh: false,
      })
    }))

  it.each([
    ['stable', stableToken],
    ['classic', classicToken],
  ])('%s: stolen by another server, it is refreshed once and no call is lost', (_, source) =>
    onBench(async ({ wechat, client }) => {
      wechat.route(call, menu)
      const api = client({ tokens: source() })
      await api.call(call)
      wechat.steal()
      expect(await many(50, () => api.call(call))).toEqual(Array(50).fill(menu))
      expect(wechat.tokenFetches()).toBe(2)
    }),
  )

  it('refused for good ends in one clear error after two calls', () =>
    onBench(async ({ wechat, client }) => {
      const api = client({ locale: 'en' })
      await api.tokens.get()
      wechat.refuseAll()
      const error = await api.call('POST /cgi-bin/menu/create', { body: { button: [] } }).catch((it: unknown) => it)
      expect(error).toBeInstanceOf(AccessTokenError)
      expect(error).toMatchObject({
        code: 'WX_API_ACCESS_TOKEN',
        errcode: 40001,
        endpoint: 'POST /cgi-bin/menu/create',
        retryable: false,
      })
      expect(String(error)).toContain('A fresh token was refused as well')
      expect(wechat.calls().length).toBe(2)
      expect(wechat.tokenFetches()).toBe(2)
    }))

  it('that WeChat gives again after refusing it is not asked for with every call', () =>
    onBench(async ({ wechat, client, clock }) => {
      wechat.route('POST /cgi-bin/stable_token', { access_token: `${canaries.token}-same`, expires_in: 7200 })
      const api = client()
      for (let calls = 0; calls < 10; calls++) await expect(api.call(call)).rejects.toBeInstanceOf(AccessTokenError)
      expect(wechat.tokenFetches()).toBe(2)
      await clock.advance(30_000)
      await expect(api.call(call)).rejects.toBeInstanceOf(AccessTokenError)
      expect(wechat.tokenFetches()).toBe(3)
    }))

  it('is renewed early, behind the back of callers who go on with the old one', () =>
    onBench(async ({ wechat, clock, client }) => {
      wechat.route(call, menu)
      const api = client()
      const first = await api.tokens.get()
      // random 0.5: five minutes less half of two.
      await clock.advance(7_200_000 - 240_000 - 1)
      expect(await api.tokens.get()).toMatchObject({ token: first.token })
      expect(wechat.tokenFetches()).toBe(1)
      await clock.advance(1)
      expect(
        (await many(20, () => api.tokens.get())).every((it) => (it as { token: string }).token === first.token),
      ).toBe(true)
      await clock.advance(0)
      expect(wechat.tokenFetches()).toBe(2)
      expect((await api.tokens.get()).token).not.toBe(first.token)
    }))

  it('goes on with the old one while the token endpoint is down, without hammering it', () =>
    onBench(async ({ wechat, clock, client }) => {
      const api = client({ retry: { attempts: 1 } })
      const first = await api.tokens.get()
      wechat.route('POST /cgi-bin/stable_token', (_, response) => void response.writeHead(503).end())
      await clock.advance(7_200_000 - 200_000)
      for (let times = 0; times < 10; times++) {
        expect((await api.tokens.get()).token).toBe(first.token)
        await clock.advance(0)
      }
      expect(wechat.tokenFetches()).toBe(2)
    }))

  it('is imported with its expiry and exported again', () =>
    onBench(async ({ wechat, clock, client }) => {
      wechat.route(call, menu)
      wechat.steal()
      const expiresAt = clock.now() + 60_000
      const api = client({ tokens: stableToken({ initial: { token: wechat.token(), expiresAt } }) })
      expect(await api.call(call)).toEqual(menu)
      expect(await api.tokens.peek()).toMatchObject({ token: wechat.token(), expiresAt })
      wechat.steal()
      await api.tokens.put({ token: wechat.token(), expiresAt })
      expect(await api.call(call)).toEqual(menu)
      expect(wechat.tokenFetches()).toBe(0)
      await clock.advance(60_000)
      expect(await api.tokens.peek()).toBe(undefined)
    }))

  it('refused while young is reported once, with its age', () =>
    onBench(async ({ wechat, clock, client, logger }) => {
      wechat.route(call, menu)
      const conflicts: TokenConflict[] = []
      const api = client({ onTokenConflict: (it) => conflicts.push(it) })
      await api.call(call)
      await clock.advance(90_000)
      wechat.steal()
      await many(20, () => api.call(call))
      expect(conflicts).toEqual([{ appId: api.appId, kind: 'access_token', ageMs: 90_000, errcode: 40001 }])
      expect(logger.lines.filter(({ message }) => message.includes('young token')).length).toBe(1)
    }))

  it('given up by hand is replaced, and nobody is said to have taken it away', () =>
    onBench(async ({ wechat, client, logger }) => {
      const conflicts: TokenConflict[] = []
      const api = client({ onTokenConflict: (it) => conflicts.push(it), tokens: classicToken() })
      const old = await api.tokens.get()
      await api.tokens.invalidate(old)
      const fresh = await api.tokens.get()
      expect(fresh.token).not.toBe(old.token)
      expect(wechat.tokenFetches()).toBe(2)
      await api.tokens.invalidate(old)
      expect((await api.tokens.get()).token).toBe(fresh.token)
      expect([conflicts, logger.lines.filter(({ level }) => level === 'warn')]).toEqual([[], []])
    }))

  it('an aborted caller leaves the flight to the others', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(call, menu)
      const api = client()
      const gone = new AbortController()
      const lost = api.call(call, { signal: gone.signal })
      const kept = api.call(call)
      gone.abort(new Error('changed my mind'))
      await expect(lost).rejects.toThrow('changed my mind')
      expect(await kept).toEqual(menu)
      expect(wechat.tokenFetches()).toBe(1)
    }))
})

describe('a shared store', () => {
  it('holds token and expiry as one entry, under a key without the secret', () =>
    onBench(async ({ client, clock }) => {
      const store = memoryStore()
      const { token } = await client({ store }).tokens.get()
      const [key, value] = [...store.entries][0] ?? []
      expect(key).toBe(keyOf('wx0123456789abcdef', 'access_token'))
      expect(JSON.parse(value ?? '')).toEqual({ token, expiresAt: clock.now() + 7_200_000, fetchedAt: clock.now() })
      expect(store.entries.size).toBe(1)
    }))

  it('gives a second client the token of the first, and after a theft the one the other fetched', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(call, menu)
      const store = memoryStore()
      const [one, other] = [client({ store, tokens: classicToken() }), client({ store, tokens: classicToken() })]
      await one.call(call)
      await other.call(call)
      expect(wechat.tokenFetches()).toBe(1)
      wechat.steal()
      await one.call(call)
      await other.call(call)
      // Compare and refresh: the other found a newer one in the store and fetched none.
      expect(wechat.tokenFetches()).toBe(2)
    }))

  it('that fails or holds rubbish costs a fetch and a warning, never a call', () =>
    onBench(async ({ wechat, client, logger }) => {
      wechat.route(call, menu)
      const down = () => Promise.reject(new Error('store is down'))
      expect(await client({ store: { get: down, set: down } }).call(call)).toEqual(menu)
      const store = memoryStore()
      store.entries.set(keyOf('wx0123456789abcdef', 'access_token'), '{"token":5}')
      expect(await client({ store }).call(call)).toEqual(menu)
      expect(logger.lines.filter(({ level }) => level === 'warn').length).toBe(3)
    }))

  it('with a lock that stays busy: the classic token is not fetched beside its owner, the stable one is', () =>
    onBench(async ({ wechat, client }) => {
      const lock = { lock: () => undefined }
      await expect(client({ lock, tokens: classicToken() }).tokens.get()).rejects.toMatchObject({
        code: 'WX_TOKEN_UNAVAILABLE',
      })
      expect(wechat.tokenFetches()).toBe(0)
      await client({ lock, tokens: stableToken() }).tokens.get()
      expect(wechat.tokenFetches()).toBe(1)
    }))
})
