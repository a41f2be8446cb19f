import { ApiClient, type CredentialStore } from '@wx/api-client'
import { type FakeRoutes, fakeFetch } from '@wx/api-client/testing'
import { ManualClock, silentLogger, type WebHandler, type WebResponse } from '@wx/core'
import { findLeaks, recordingLogger } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../stores/memory-store.js'
import { type OAuthLogin, type OAuthTokens, type WebOAuthOptions, webOAuth } from './index.js'

const appId = 'wx0123456789abcdef'
const appSecret = 'the-app-secret-of-this-test-0123'
const stateSecret = 'the-state-secret-of-this-test-0123456789'
const granted = {
  access_token: 'AT-user',
  expires_in: 7200,
  refresh_token: 'RT-user',
  openid: 'o-1',
  scope: 'snsapi_base',
}
const profile = { openid: 'o-1', nickname: 'Ann', unionid: 'u-1', privilege: [] }
const spent = { errcode: 40163, errmsg: 'code been used' }

function client(routes: FakeRoutes, clock = new ManualClock()) {
  const fetch = fakeFetch(routes)
  return { api: new ApiClient({ appId, appSecret, fetch, clock, logger: silentLogger }), fetch, clock }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A browser: keeps cookies, shows addresses. */
class Browser {
  readonly cookies = new Map<string, string>()
  readonly #handler: WebHandler

  constructor(handler: WebHandler) {
    this.#handler = handler
  }

  async get(address: string, method = 'GET'): Promise<WebResponse> {
    const { pathname, search } = new URL(address, 'https://shop.example')
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = { method, path: pathname, query: search.slice(1), headers: { cookie, host: 'inner:8080' } }
    const response = await this.#handler(request)
    const [pair = ''] = (response.headers['set-cookie'] ?? '').split(';')
    if (pair !== '') this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    return response
  }

  /** Begins a login and agrees: where WeChat sends the browser. */
  async agree(address = '/wechat/login', code = 'CODE-1'): Promise<string> {
    const { headers } = await this.get(address)
    const asked = new URL(headers['location'] ?? '')
    return `${asked.searchParams.get('redirect_uri')}?code=${code}&state=${asked.searchParams.get('state')}`
  }
}

function bench(given: Partial<WebOAuthOptions> = {}, routes: FakeRoutes = {}) {
  const logins: OAuthLogin[] = []
  const logger = recordingLogger()
  const { api, fetch, clock } = client({
    'GET /sns/oauth2/access_token': granted,
    'GET /sns/userinfo': profile,
    ...routes,
  })
  const options = {
    baseUrl: 'https://shop.example',
    stateSecret,
    onLogin: (login: OAuthLogin) => {
      logins.push(login)
      return { headers: { 'set-cookie': `session=${logins.length}` } }
    },
    clock,
    logger,
    ...given,
  } as WebOAuthOptions
  const oauth = webOAuth(api, options)
  const exchanges = (): number => fetch.requests.filter((it) => it.endpoint === 'GET /sns/oauth2/access_token').length
  return { oauth, handler: oauth.handler, browser: new Browser(oauth.handler), logins, exchanges, fetch, clock, logger }
}

describe('the address of WeChat’s page', () => {
  it('has its parameters in the order that page insists on', async () => {
    const { oauth } = bench()
    const redirectUri = 'https://shop.example/back?a=1&b=2'
    expect(await oauth.authorizeUrl({ redirectUri, scope: 'snsapi_userinfo', state: 'abc', forcePopup: true })).toBe(
      `https://open.weixin.qq.com/connect/oauth2/authorize?appid=${appId}&redirect_uri=https%3A%2F%2Fshop.example%2Fback%3Fa%3D1%26b%3D2` +
        '&response_type=code&scope=snsapi_userinfo&state=abc&forcePopup=true#wechat_redirect',
    )
  })

  it.each([
    [{ redirectUri: '/back' }, 'redirectUri'],
    [{ redirectUri: 'ftp://shop.example/' }, 'redirectUri'],
    [{ redirectUri: 'https://shop.example', state: 'a.b' }, 'state'],
    [{ redirectUri: 'https://shop.example', state: 'a'.repeat(129) }, 'state'],
  ])('is refused for %j', async (options, setting) => {
    await expect(bench().oauth.authorizeUrl(options)).rejects.toMatchObject({ code: 'WX_CONFIG_INVALID', setting })
  })
})

describe('single calls', () => {
  it('exchangeCode and refresh give tokens with the time they end', async () => {
    const { api, clock } = client({
      'GET /sns/oauth2/access_token': { ...granted, unionid: 'u-1', is_snapshotuser: 1 },
      'GET /sns/oauth2/refresh_token': { ...granted, access_token: 'AT-2' },
    })
    const oauth = webOAuth(api, { clock })
    const expected = { openid: 'o-1', accessToken: 'AT-user', expiresAt: clock.now() + 7_200_000, isSnapshotUser: true }
    expect(await oauth.exchangeCode('CODE')).toMatchObject({ ...expected, unionid: 'u-1' })
    expect(await oauth.refresh('RT-user')).toMatchObject({ accessToken: 'AT-2', isSnapshotUser: false })
  })

  it('check tells a valid token from one that ended, and throws what says neither', async () => {
    let answer: object = { errcode: 0, errmsg: 'ok' }
    const { api } = client({ 'GET /sns/auth': () => answer })
    const oauth = webOAuth(api)
    expect(await oauth.check('o-1', 'AT')).toBe(true)
    answer = { errcode: 42001, errmsg: 'expired' }
    expect(await oauth.check('o-1', 'AT')).toBe(false)
    answer = { errcode: 50002, errmsg: 'user limited' }
    await expect(oauth.check('o-1', 'AT')).rejects.toMatchObject({ errcode: 50002 })
  })
})

describe('authorizeUserInfo', () => {
  const redirectUri = 'https://shop.example/back'
  const full = { ...granted, scope: 'snsapi_userinfo', unionid: 'u-1' }

  function kept(routes: FakeRoutes = {}) {
    const { api, fetch, clock } = client({
      'GET /sns/oauth2/access_token': full,
      'GET /sns/oauth2/refresh_token': { ...full, access_token: 'AT-fresh', unionid: undefined },
      'GET /sns/userinfo': profile,
      ...routes,
    })
    return { oauth: webOAuth(api, { clock }), store: memoryStore(10, clock), fetch, clock }
  }

  it('sends a stranger to WeChat, and knows them by code and then by what is kept', async () => {
    const { oauth, store, fetch } = kept()
    expect((await oauth.authorizeUserInfo({ redirectUri, store })).url).toContain('scope=snsapi_userinfo')
    expect((await oauth.authorizeUserInfo({ redirectUri, store, code: 'CODE' })).user).toEqual(profile)
    expect((await oauth.authorizeUserInfo({ redirectUri, store, openid: 'o-1' })).user).toEqual(profile)
    expect(fetch.requests.filter((it) => it.endpoint.endsWith('/access_token'))).toHaveLength(1)
  })

  it('refreshes what ended by the clock, and keeps unionid and the fresh token', async () => {
    const { oauth, store, clock } = kept()
    await oauth.authorizeUserInfo({ redirectUri, store, code: 'CODE' })
    await clock.advance(7_200_000)
    const { tokens } = await oauth.authorizeUserInfo({ redirectUri, store, openid: 'o-1' })
    expect(tokens).toMatchObject({ accessToken: 'AT-fresh', unionid: 'u-1' })
    expect(JSON.parse(String(await store.get(`wx:oauth:${appId}:o-1`)))).toMatchObject({ accessToken: 'AT-fresh' })
  })

  it('refreshes what WeChat says has ended, and sends the browser to WeChat when that is refused too', async () => {
    let refresh: object = { ...full, access_token: 'AT-fresh' }
    const { oauth, clock } = kept({
      'GET /sns/userinfo': ({ query }) => (query['access_token'] === 'AT-fresh' ? profile : { errcode: 42001 }),
      'GET /sns/oauth2/refresh_token': () => refresh,
    })
    const tokens: OAuthTokens = {
      openid: 'o-1',
      accessToken: 'AT-old',
      refreshToken: 'RT',
      expiresAt: clock.now() + 1000,
      scope: 'snsapi_userinfo',
      isSnapshotUser: false,
    }
    expect((await oauth.authorizeUserInfo({ redirectUri, tokens })).user).toEqual(profile)
    refresh = { errcode: 42002, errmsg: 'refresh_token expired' }
    expect((await oauth.authorizeUserInfo({ redirectUri, tokens })).url).toContain('/connect/oauth2/authorize')
  })

  it('does not take a scope for more than it is, and needs no profile for snsapi_base', async () => {
    const { oauth, fetch } = kept({ 'GET /sns/oauth2/access_token': granted })
    expect((await oauth.authorizeUserInfo({ redirectUri, code: 'CODE' })).url).toBeDefined()
    const base = await oauth.authorizeUserInfo({ redirectUri, code: 'CODE', scope: 'snsapi_base' })
    expect(base.user).toEqual({ openid: 'o-1' })
    expect(fetch.requests.some((it) => it.endpoint === 'GET /sns/userinfo')).toBe(false)
  })

  it('goes on without a store that is out of reach: the code is spent, and who came is known', async () => {
    const down = async () => {
      throw new Error('store down')
    }
    const store: CredentialStore = { get: down, set: down }
    const logger = recordingLogger()
    const { api } = client({ 'GET /sns/oauth2/access_token': full, 'GET /sns/userinfo': profile })
    const oauth = webOAuth(api, { logger })
    expect((await oauth.authorizeUserInfo({ redirectUri, store, code: 'CODE' })).user).toEqual(profile)
    expect((await oauth.authorizeUserInfo({ redirectUri, store, openid: 'o-1' })).url).toContain('/connect/oauth2/')
    expect(logger.lines).toHaveLength(2)
    expect(findLeaks(logger.lines, [full.access_token, full.refresh_token, 'CODE'])).toEqual([])
  })

  it('spends no code when there is no address to go on with', async () => {
    const { oauth, store, fetch } = kept()
    const lost = oauth.authorizeUserInfo({ redirectUri: '/back', store, code: 'CODE' })
    await expect(lost).rejects.toMatchObject({ setting: 'redirectUri' })
    expect(fetch.requests).toEqual([])
  })

  it('a code that was used begins anew; other refusals are thrown', async () => {
    let answer: object = spent
    const { oauth } = kept({ 'GET /sns/oauth2/access_token': () => answer })
    expect((await oauth.authorizeUserInfo({ redirectUri, code: 'CODE' })).url).toBeDefined()
    answer = { errcode: 40125, errmsg: 'invalid appsecret' }
    await expect(oauth.authorizeUserInfo({ redirectUri, code: 'CODE' })).rejects.toMatchObject({ errcode: 40125 })
  })
})

describe('the handler', () => {
  it('sends the browser to WeChat, with a state WeChat brings back, and leaves the rest in a cookie', async () => {
    const { browser } = bench()
    const { status, headers } = await browser.get('/wechat/login?returnTo=/orders')
    const asked = new URL(headers['location'] ?? '')
    expect(status).toBe(302)
    expect(asked.origin).toBe('https://open.weixin.qq.com')
    expect(asked.searchParams.get('redirect_uri')).toBe('https://shop.example/wechat/login')
    expect(asked.searchParams.get('state')).toMatch(/^[a-zA-Z0-9]{1,128}$/)
    expect(headers['set-cookie']).toMatch(
      /^wx_oauth_\d=[\w.-]+; Path=\/wechat\/login; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect((headers['set-cookie'] ?? '').length).toBeLessThan(1000)
  })

  it.each([
    [{ forcePopup: true }, 'true', null],
    [{ forceSnapShot: true }, null, 'true'],
    [{}, null, null],
  ])('asks WeChat to ask again, or for a snapshot, where told: %j', async (given, popup, snapshot) => {
    const { headers } = await bench(given).browser.get('/wechat/login')
    const { searchParams } = new URL(headers['location'] ?? '')
    expect([searchParams.get('forcePopup'), searchParams.get('forceSnapShot')]).toEqual([popup, snapshot])
  })

  it('logs in, with the headers of onLogin, and goes back', async () => {
    const { browser, logins } = bench()
    const back = await browser.get(await browser.agree('/wechat/login?returnTo=/orders%3Fpage%3D2'))
    expect(back).toMatchObject({
      status: 302,
      headers: {
        location: 'https://shop.example/orders?page=2',
        'set-cookie': 'session=1',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
    })
    expect(logins).toMatchObject([{ openid: 'o-1', scope: 'snsapi_base', isSnapshotUser: false }])
    expect(logins[0]).not.toHaveProperty('user')
  })

  it('an answer of onLogin is the answer', async () => {
    const { browser } = bench({
      onLogin: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: 'hi' }),
    })
    expect(await browser.get(await browser.agree())).toMatchObject({ status: 200, body: 'hi' })
  })

  it('stands behind a proxy that takes a path off, at two paths', async () => {
    const { browser, logins } = bench({
      baseUrl: 'https://shop.example/app/',
      path: '/in',
      callbackPath: '/in/back',
      returnTo: { fallback: '/home' },
    })
    const { headers } = await browser.get('/in')
    const asked = new URL(headers['location'] ?? '')
    expect(asked.searchParams.get('redirect_uri')).toBe('https://shop.example/app/in/back')
    expect(headers['set-cookie']).toContain('; Path=/app/in/back;')
    const back = await browser.get(`/in/back?code=C&state=${asked.searchParams.get('state')}`)
    expect(back.headers['location']).toBe('https://shop.example/home')
    expect(logins).toHaveLength(1)
  })

  it('answers other paths with 404 and other methods with 405', async () => {
    const { browser } = bench()
    expect((await browser.get('/other')).status).toBe(404)
    expect(await browser.get('/wechat/login', 'HEAD')).toMatchObject({ status: 405, headers: { allow: 'GET' } })
  })

  it('two logins of one browser side by side both arrive', async () => {
    const { browser, logins } = bench()
    const ours = (): string[] => [...browser.cookies.keys()].filter((it) => it.startsWith('wx_oauth_'))
    // The cookies have four places: whoever begins often enough has used two of them.
    let [first, second] = ['', await browser.agree('/wechat/login?returnTo=/0', '0')]
    for (let begun = 1; ours().length < 2; begun++) {
      first = second
      second = await browser.agree(`/wechat/login?returnTo=/${begun}`, `${begun}`)
    }
    expect((await browser.get(first)).status).toBe(302)
    expect((await browser.get(second)).status).toBe(302)
    expect(logins).toHaveLength(2)
    for (let begun = 0; begun < 100; begun++) await browser.agree()
    expect(ours().length).toBeLessThanOrEqual(4)
  })
})

describe('state', () => {
  it('of another browser is refused: nobody is logged in by a link', async () => {
    const { browser, handler, logins, exchanges } = bench()
    const link = await browser.agree()
    const victim = new Browser(handler)
    expect((await victim.get(link)).status).toBe(400)
    await victim.agree()
    expect((await victim.get(link)).status).toBe(400)
    expect([logins.length, exchanges()]).toEqual([0, 0])
    expect((await browser.get(link)).status).toBe(302)
  })

  it('that was changed, or signed with another secret or for another account, is refused', async () => {
    const { browser, logins } = bench()
    const link = await browser.agree()
    for (const [name, jwt] of browser.cookies) {
      const [head, payload = '', signature] = jwt.split('.')
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
      const changed = Buffer.from(JSON.stringify({ ...claims, returnTo: 'https://evil.example/' })).toString(
        'base64url',
      )
      browser.cookies.set(name, `${head}.${changed}.${signature}`)
      expect((await browser.get(link)).status).toBe(400)
      const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
      browser.cookies.set(name, `${unsigned}.${changed}.`)
      expect((await browser.get(link)).status).toBe(400)
    }
    const other = bench({ stateSecret: 'another-secret-of-this-test-0123456789' })
    const foreign = await other.browser.agree()
    for (const [name, jwt] of other.browser.cookies) browser.cookies.set(name, jwt)
    expect((await browser.get(foreign)).status).toBe(400)
    expect(logins).toEqual([])
  })

  it('counts for ten minutes', async () => {
    const { browser, clock } = bench()
    const early = await browser.agree('/wechat/login', 'A')
    await clock.advance(599_000)
    expect((await browser.get(early)).status).toBe(302)
    const late = await browser.agree('/wechat/login', 'B')
    await clock.advance(601_000)
    expect((await browser.get(late)).status).toBe(400)
  })

  it('survives a change of the secret', async () => {
    const next = 'the-next-secret-of-this-test-0123456789'
    const { browser } = bench()
    const link = await browser.agree()
    const changed = new Browser(bench({ stateSecret: [next, stateSecret] }).handler)
    for (const [name, jwt] of browser.cookies) changed.cookies.set(name, jwt)
    expect((await changed.get(link)).status).toBe(302)
  })

  it('is found beside a cookie of the same name that another site has set', async () => {
    const { browser, handler } = bench()
    const link = await browser.agree()
    const [[name, jwt] = ['', '']] = browser.cookies
    const { pathname, search } = new URL(link)
    const headers = { cookie: `${name}=planted.by.somebody; other=1; ${name}=${jwt}` }
    const answer = await handler({ method: 'GET', path: pathname, query: search.slice(1), headers })
    expect(answer.status).toBe(302)
  })
})

describe('where a login leads', () => {
  const lead = async (returnTo: string): Promise<string | number | undefined> => {
    const { browser } = bench({ returnTo: { origins: ['https://admin.example'] } })
    const started = await browser.get(`/wechat/login?returnTo=${encodeURIComponent(returnTo)}`)
    if (started.status !== 302) return started.status
    const asked = new URL(started.headers['location'] ?? '')
    return (await browser.get(`/wechat/login?code=C&state=${asked.searchParams.get('state')}`)).headers['location']
  }

  it.each([
    ['/', 'https://shop.example/'],
    ['/a?b=c#d', 'https://shop.example/a?b=c#d'],
    ['/订单', 'https://shop.example/%E8%AE%A2%E5%8D%95'],
    ['https://shop.example/x', 'https://shop.example/x'],
    ['https://admin.example/x', 'https://admin.example/x'],
    // A path of ours: behind the whole address it cannot become another host.
    ['/.//evil.example', 'https://shop.example//evil.example'],
    ['/@evil.example', 'https://shop.example/@evil.example'],
  ])('%s is %s', async (returnTo, location) => {
    expect(await lead(returnTo)).toBe(location)
  })

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    ' //evil.example',
    '\u00a0//evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https://evil.example',
    'https://shop.example@evil.example/',
    'https://user@shop.example/',
    'https://user:pass@shop.example/',
    'https://shop.example.evil.example/',
    'https://shop.example:8443/',
    'http://shop.example/',
    'HTTPS://EVIL.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'orders',
    '',
    '/a\r\nset-cookie: x=1',
    `/${'a'.repeat(2000)}`,
  ])('%j is refused', async (returnTo) => {
    expect(await lead(returnTo)).toBe(400)
  })
})

describe('a code that arrives twice', () => {
  it('is exchanged once: at the same time, and again within five minutes', async () => {
    const { browser, logins, exchanges, clock } = bench()
    const link = await browser.agree()
    const [first, second] = await Promise.all([browser.get(link), browser.get(link)])
    await clock.advance(299_000)
    const third = await browser.get(link)
    for (const answer of [second, third]) {
      expect(answer).toMatchObject({ status: first.status, headers: first.headers })
    }
    expect([logins.length, exchanges()]).toEqual([1, 1])
    expect(first.headers['set-cookie']).toBe('session=1')
  })

  it('while the first arrival is being handled waits for its answer', async () => {
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let begun = 0
    const { browser, exchanges } = bench({
      onLogin: () => {
        begun++
        return held
      },
    })
    const link = await browser.agree()
    const first = browser.get(link)
    while (begun === 0) await settle()
    const second = browser.get(link)
    for (let round = 0; round < 50; round++) await settle()
    expect([begun, exchanges()]).toEqual([1, 1])
    release()
    expect((await second).headers).toEqual((await first).headers)
  })

  it('with another valid state gets nothing of the first login', async () => {
    let used = false
    const { browser, handler, logins } = bench(
      {},
      {
        'GET /sns/oauth2/access_token': () => {
          const answer = used ? spent : granted
          used = true
          return answer
        },
      },
    )
    await browser.get(await browser.agree('/wechat/login', 'VICTIMS'))
    const thief = new Browser(handler)
    const answer = await thief.get(await thief.agree('/wechat/login', 'VICTIMS'))
    expect(answer.status).toBe(400)
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(logins).toHaveLength(1)
  })

  it('in two processes that share a store gets the same answer from both', async () => {
    const clock = new ManualClock()
    const store = memoryStore(10, clock)
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const shared = { clock, memo: { store } }
    const winner = bench({
      ...shared,
      onLogin: async () => {
        await held
        return { headers: { 'set-cookie': 'session=winner' } }
      },
    })
    const loser = bench(shared, { 'GET /sns/oauth2/access_token': spent })
    const link = await winner.browser.agree()
    const second = new Browser(loser.handler)
    for (const [name, jwt] of winner.browser.cookies) second.cookies.set(name, jwt)
    const first = winner.browser.get(link)
    const answer = second.get(link)
    await clock.advance(1000)
    release()
    await first
    await clock.advance(1000)
    expect((await answer).headers['set-cookie']).toBe('session=winner')
    expect(loser.logins).toEqual([])
  })

  it('after a login that failed is tried again: nothing is kept of it', async () => {
    let fails = true
    const { browser, exchanges } = bench({
      onLogin: () => {
        if (fails) throw new Error('the database is away')
      },
    })
    const link = await browser.agree()
    await expect(browser.get(link)).rejects.toThrow('the database is away')
    fails = false
    expect((await browser.get(link)).status).toBe(302)
    expect(exchanges()).toBe(2)
  })

  it('a store out of reach costs the memory of it, not the login', async () => {
    const broken: CredentialStore = {
      get: () => Promise.reject(new Error('down')),
      set: () => Promise.reject(new Error('down')),
    }
    const { browser, logger } = bench({ memo: { store: broken } })
    expect((await browser.get(await browser.agree())).status).toBe(302)
    expect(logger.lines.filter((it) => it.level === 'warn')).toHaveLength(2)
  })
})

describe('pages', () => {
  it.each([40163, 40029])('errcode %i shows a page with a link to begin anew', async (errcode) => {
    const { browser } = bench({}, { 'GET /sns/oauth2/access_token': { errcode, errmsg: 'no' } })
    const { status, headers, body } = await browser.get(await browser.agree('/wechat/login?returnTo=/%22%3E%3Cb%3E'))
    expect(status).toBe(400)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain('重新登录')
    expect(body).not.toContain('<b>')
    expect(body).toContain('&amp;scope=')
    const again = /href="([^"]+)"/.exec(String(body))?.[1]?.replaceAll('&amp;', '&')
    const anew = await browser.get(again ?? '')
    expect(new URL(anew.headers['location'] ?? '').host).toBe('open.weixin.qq.com')
  })

  it('speak the language of the browser, or the one they are told to', async () => {
    const ask = async (language: string, locale?: 'zh' | 'en'): Promise<string> => {
      const { handler } = bench(locale === undefined ? {} : { locale })
      const headers = { 'accept-language': language }
      const request = { method: 'GET', path: '/wechat/login', query: 'code=C&state=x', headers }
      return String((await handler(request)).body)
    }
    expect(await ask('zh-CN,zh;q=0.9,en;q=0.8')).toContain('lang="zh-CN"')
    expect(await ask('en-US,en')).toContain('lang="en"')
    expect(await ask('')).toContain('lang="zh-CN"')
    expect(await ask('zh-CN', 'en')).toContain('lang="en"')
  })

  it('a user who refused is told so: they come back without a code', async () => {
    const { browser, exchanges } = bench()
    const link = new URL(await browser.agree())
    link.searchParams.delete('code')
    expect((await browser.get(link.href)).status).toBe(403)
    expect(exchanges()).toBe(0)
  })

  it('an answer without openid is a page too, and logs nobody in', async () => {
    for (const answer of [
      { errcode: 0, errmsg: 'ok' },
      { ...granted, openid: '' },
    ]) {
      const { browser, logins, logger } = bench({}, { 'GET /sns/oauth2/access_token': answer })
      const { status, headers } = await browser.get(await browser.agree())
      expect([status, headers['set-cookie'], logins]).toEqual([502, undefined, []])
      expect(logger.lines).toHaveLength(1)
    }
  })

  it('other refusals are a page and a line of the log, without code, secret or token', async () => {
    const { browser, logger } = bench(
      {},
      { 'GET /sns/oauth2/access_token': { errcode: 40125, errmsg: `invalid ${appSecret} for CODE-SECRET-1` } },
    )
    const answer = await browser.get(await browser.agree('/wechat/login', 'CODE-SECRET-1'))
    expect(answer.status).toBe(502)
    expect(logger.lines).toHaveLength(1)
    expect(findLeaks([logger.lines, answer.body], [appSecret, 'CODE-SECRET-1', stateSecret])).toEqual([])
  })
})

describe('scope', () => {
  const full = { ...granted, scope: 'snsapi_userinfo' }

  it('snsapi_userinfo brings the profile', async () => {
    const { browser, logins } = bench({ scope: 'snsapi_userinfo' }, { 'GET /sns/oauth2/access_token': full })
    await browser.get(await browser.agree())
    expect(logins[0]?.user).toEqual(profile)
  })

  it('is raised for a user whose profile is wanted, and leads back to the same place', async () => {
    const scopes: string[] = []
    const { browser } = bench(
      {
        onLogin: ({ scope }) => {
          scopes.push(scope)
          return scope === 'snsapi_base' ? { upgrade: 'snsapi_userinfo' } : {}
        },
      },
      { 'GET /sns/oauth2/access_token': ({ query }) => (query['code'] === 'FULL' ? full : granted) },
    )
    const asked = await browser.get(await browser.agree('/wechat/login?returnTo=/me'))
    const url = new URL(asked.headers['location'] ?? '')
    expect(url.searchParams.get('scope')).toBe('snsapi_userinfo')
    const back = await browser.get(`/wechat/login?code=FULL&state=${url.searchParams.get('state')}`)
    expect(back.headers['location']).toBe('https://shop.example/me')
    expect(scopes).toEqual(['snsapi_base', 'snsapi_userinfo'])
  })

  it('that is raised again and again is refused', async () => {
    const { browser } = bench(
      { scope: 'snsapi_userinfo', onLogin: () => ({ upgrade: 'snsapi_userinfo' }) },
      { 'GET /sns/oauth2/access_token': full },
    )
    await expect(browser.get(await browser.agree())).rejects.toMatchObject({ setting: 'onLogin' })
  })
})

describe('a snapshot of the page', () => {
  const snapshot = { ...granted, scope: 'snsapi_userinfo', is_snapshotuser: 1 }
  const routes: FakeRoutes = {
    'GET /sns/oauth2/access_token': snapshot,
    'GET /sns/userinfo': { errcode: 48001, errmsg: 'api unauthorized' },
  }

  it('logs nobody in, and says how to get the full page', async () => {
    const { browser, logins } = bench({}, routes)
    const { status, body } = await browser.get(await browser.agree())
    expect([status, logins]).toEqual([403, []])
    expect(body).toContain('使用完整服务')
  })

  it('is let in where that is wanted, profile or not', async () => {
    const { browser, logins } = bench({ snapshotUsers: 'allow' }, routes)
    expect((await browser.get(await browser.agree())).status).toBe(302)
    expect(logins).toMatchObject([{ isSnapshotUser: true }])
  })

  it('is answered by a function where that is wanted', async () => {
    const { browser, logins } = bench(
      { snapshotUsers: ({ openid }) => ({ status: 200, headers: {}, body: `look, ${openid}` }) },
      routes,
    )
    expect((await browser.get(await browser.agree())).body).toBe('look, o-1')
    expect(logins).toEqual([])
  })
})

it.each<[Partial<WebOAuthOptions>, string]>([
  [{ baseUrl: 'shop.example' }, 'baseUrl'],
  [{ baseUrl: 'https://shop.example?x=1' }, 'baseUrl'],
  [{ path: 'login' }, 'path'],
  [{ callbackPath: '/back?x' }, 'callbackPath'],
  [{ stateSecret: 'short' }, 'stateSecret'],
  [{ stateSecret: [] }, 'stateSecret'],
  [{ returnTo: { origins: ['*'] } }, 'origins'],
  [{ returnTo: { origins: ['https://a.example/'] } }, 'origins'],
  [{ returnTo: { fallback: 'https://evil.example' } }, 'returnTo.fallback'],
  [{ cookie: { name: 'a b' } }, 'cookie.name'],
  [{ cookie: { path: '/;x' } }, 'cookie.path'],
  [{ onLogin: undefined as never }, 'onLogin'],
])('%j is refused when it is given', (options, setting) => {
  expect(() => bench(options)).toThrow(expect.objectContaining({ code: 'WX_CONFIG_INVALID', setting }))
})
