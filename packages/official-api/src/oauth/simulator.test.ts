import { createServer } from 'node:http'
import { ApiClient } from '@wx/api-client'
import { ManualClock, silentLogger, type WebHandler } from '@wx/core'
import { toNodeListener } from '@wx/core/node'
import { listenOnLoopback } from '@wx/core/testing'
import { startSimulator, type User, type Visit, type VisitOptions } from '@wx/simulator'
import { describe, expect, it } from 'vitest'
import { type OAuthLogin, type WebOAuth, webOAuth } from './index.js'

interface Stage {
  readonly clock: ManualClock
  readonly user: User
  readonly other: User
  /** A page of our server, opened by the user (or another one). */
  readonly visit: (path: string, options?: VisitOptions & { readonly by?: User }) => Promise<Visit>
  readonly logins: readonly OAuthLogin[]
  readonly oauth: WebOAuth
  /** Where our server shows what the browser brings, without a login. */
  readonly home: string
  /** Codes that were traded, in WeChat's answers. */
  readonly trades: () => readonly string[]
  /** Called just before the callback is handled. */
  beforeCallback?: () => Promise<void>
}

/** A server of ours, and a user of WeChat's browser. */
async function withBrowser(test: (stage: Stage) => Promise<void>): Promise<void> {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock })
  const account = sim.createAccount({})
  const user = account.createUser({ nickname: '小明' })
  const client = new ApiClient({ ...account.clientConfig, clock, logger: silentLogger })
  const logins: OAuthLogin[] = []
  const ours: { stage?: Stage } = {}
  const home: WebHandler = async ({ headers }) => ({
    status: 200,
    headers: {},
    body: headers['cookie']?.toString() ?? '',
  })
  const listener = toNodeListener(async (request, context) => {
    const { stage } = ours
    if (stage === undefined || request.path !== '/wechat/login') return home(request, context)
    if (request.query.includes('state=')) await stage.beforeCallback?.()
    return stage.oauth.handler(request, context)
  })
  const server = await listenOnLoopback(createServer(listener))
  const oauth = webOAuth(client, {
    baseUrl: server.origin,
    stateSecret: 'the-state-secret-of-this-test-0123456789',
    onLogin: (given) => {
      logins.push(given)
      return given.scope === 'snsapi_base' && given.returnTo.endsWith('/profile')
        ? { upgrade: 'snsapi_userinfo' }
        : { headers: { 'set-cookie': `session=${logins.length}; Path=/` } }
    },
    clock,
    logger: silentLogger,
  })
  const trades = () =>
    sim.exchanges
      .list()
      .filter((it) => it.title === 'GET /sns/oauth2/access_token')
      .map((it) => it.answer?.body ?? '')
  const stage: Stage = {
    clock,
    user,
    other: account.createUser({}),
    visit: (path, { by = user, ...options } = {}) => by.visit(`${server.origin}${path}`, options),
    logins,
    oauth,
    home: `${server.origin}/home`,
    trades,
  }
  ours.stage = stage
  try {
    await test(stage)
  } finally {
    await server.close()
    await client.close()
    await sim.close()
  }
}

const codeIn = ({ url }: Visit): string => new URL(url).searchParams.get('code') ?? ''
/** Path and query. */
const pathIn = (url: string): string => url.slice(new URL(url).origin.length)

describe('the handler', () => {
  it('logs a user of WeChat’s browser in, who loads the callback twice; the code is traded once', () =>
    withBrowser(async ({ visit, logins, user, trades }) => {
      const { url, status, body } = await visit('/wechat/login?returnTo=/orders', { loadsTwice: true })
      expect([pathIn(url), status]).toEqual(['/orders', 200])
      expect(body).toBe('session=1')
      expect(logins).toMatchObject([{ openid: user.openid, scope: 'snsapi_base' }])
      expect(trades()).toHaveLength(1)
    }))

  it('asks for the profile when it is wanted', () =>
    withBrowser(async ({ visit, logins }) => {
      const { url } = await visit('/wechat/login?returnTo=/profile', { loadsTwice: true })
      expect(pathIn(url)).toBe('/profile')
      expect(logins.map((it) => it.user?.nickname)).toEqual([undefined, '小明'])
    }))

  it('ends at a page for a snapshot', () =>
    withBrowser(async ({ visit, logins }) => {
      const snapshot = await visit('/wechat/login?scope=snsapi_userinfo', { consent: 'snapshot' })
      expect([snapshot.status, logins]).toEqual([403, []])
      expect(snapshot.body).toContain('使用完整服务')
    }))

  it('logs nobody in who refuses, and the next try works', () =>
    withBrowser(async ({ visit, logins }) => {
      const refused = await visit('/wechat/login?scope=snsapi_userinfo', { consent: 'refuse' })
      expect(refused.url).toContain('/connect/oauth2/authorize')
      expect(logins).toEqual([])
      await visit('/wechat/login?scope=snsapi_userinfo')
      expect(logins).toHaveLength(1)
    }))

  it('shows a page, with a way to begin anew, to who comes back after ten minutes', () =>
    withBrowser(async (stage) => {
      stage.beforeCallback = () => stage.clock.advance(10 * 60_000)
      const late = await stage.visit('/wechat/login?returnTo=/orders')
      expect([late.status, stage.logins, stage.trades()]).toEqual([400, [], []])
      expect(late.body).toContain('href="/wechat/login"')
      stage.beforeCallback = async () => {}
      expect((await stage.visit('/wechat/login?returnTo=/orders')).status).toBe(200)
    }))

  it('shows a page to who comes back when the code is over, but not yet the login', () =>
    withBrowser(async (stage) => {
      stage.beforeCallback = () => stage.clock.advance(5 * 60_000)
      const late = await stage.visit('/wechat/login?returnTo=/orders')
      expect([late.status, stage.logins]).toEqual([400, []])
      expect(late.body).toContain('href="/wechat/login?returnTo=')
      expect(stage.trades()).toEqual([expect.stringContaining('40029')])
    }))

  it('gives the answer of a code that comes again later, and none to another browser', () =>
    withBrowser(async ({ visit, logins, clock, other, trades }) => {
      const { redirects } = await visit('/wechat/login?returnTo=/orders')
      const callback = pathIn(redirects.find((it) => it.includes('code=')) ?? '')
      expect((await visit(callback)).status).toBe(200)
      expect((await visit(callback, { by: other })).status).toBe(400)
      expect([logins.length, trades().length]).toEqual([1, 1])
      // What was remembered is over; WeChat knows that the code was used.
      await clock.advance(6 * 60_000)
      const again = await visit(callback)
      expect([again.status, logins.length]).toEqual([400, 1])
      expect(trades()[1]).toContain('40163')
    }))
})

describe('step by step', () => {
  it('a code is traded once, and its tokens say who it is', () =>
    withBrowser(async ({ oauth, user, home }) => {
      const link = await oauth.authorizeUrl({ redirectUri: home, scope: 'snsapi_userinfo', state: 'abc123' })
      const back = await user.visit(link)
      expect(new URL(back.url).searchParams.get('state')).toBe('abc123')
      const { openid, accessToken, refreshToken } = await oauth.exchangeCode(codeIn(back))
      expect(openid).toBe(user.openid)
      expect(await oauth.check(openid, accessToken)).toBe(true)
      expect(await oauth.userInfo(openid, accessToken)).toMatchObject({ openid, nickname: '小明' })
      await expect(oauth.exchangeCode(codeIn(back))).rejects.toMatchObject({
        code: 'WX_API_INVALID_CODE',
        errcode: 40163,
      })
      await expect(oauth.exchangeCode('never-given')).rejects.toMatchObject({ errcode: 40029 })
      expect((await oauth.refresh(refreshToken)).openid).toBe(openid)
    }))

  it('tokens end after two hours, are refreshed for thirty days, and are another user’s for nobody', () =>
    withBrowser(async ({ oauth, user, other, home, clock }) => {
      const link = await oauth.authorizeUrl({ redirectUri: home, scope: 'snsapi_userinfo' })
      const { openid, accessToken, refreshToken } = await oauth.exchangeCode(codeIn(await user.visit(link)))
      expect(await oauth.check(other.openid, accessToken)).toBe(false)
      await clock.advance(2 * 3_600_000)
      expect(await oauth.check(openid, accessToken)).toBe(false)
      const fresh = await oauth.refresh(refreshToken)
      expect(await oauth.check(openid, fresh.accessToken)).toBe(true)
      await clock.advance(30 * 24 * 3_600_000)
      await expect(oauth.refresh(refreshToken)).rejects.toMatchObject({ errcode: 42002 })
      await expect(oauth.refresh('never-given')).rejects.toMatchObject({ errcode: 40030 })
    }))

  it('of scope snsapi_base give no profile', () =>
    withBrowser(async ({ oauth, user, home }) => {
      const { openid, accessToken } = await oauth.exchangeCode(
        codeIn(await user.visit(await oauth.authorizeUrl({ redirectUri: home }))),
      )
      await expect(oauth.userInfo(openid, accessToken)).rejects.toMatchObject({ errcode: 48001 })
    }))

  it('authorizeUserInfo leads to WeChat, knows the user, refreshes, and leads to WeChat again after thirty days', () =>
    withBrowser(async ({ oauth, user, home, clock }) => {
      const kept = new Map<string, unknown>()
      const store = { get: (key: string) => kept.get(key), set: (key: string, it: unknown) => void kept.set(key, it) }
      const ask = (more: object = {}) => oauth.authorizeUserInfo({ redirectUri: home, store, ...more })
      const { url = '' } = await ask()
      const code = codeIn(await user.visit(url))
      const known = { user: { openid: user.openid, nickname: '小明' } }
      expect(await ask({ code })).toMatchObject(known)
      // The page is loaded again, with the same code and with the session alone.
      expect(await ask({ code, openid: user.openid })).toMatchObject(known)
      await clock.advance(3 * 3_600_000)
      expect(await ask({ openid: user.openid })).toMatchObject(known)
      await clock.advance(30 * 24 * 3_600_000)
      expect(await ask({ openid: user.openid })).toMatchObject({ url: expect.stringContaining('/connect/oauth2/') })
    }))
})
