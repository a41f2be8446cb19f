import { endpoints } from '@wx/endpoints'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CreateAccountOptions } from '../../account.js'
import type { PlatformSettings } from '../../settings.js'
import { callerOf } from '../../testing/caller.js'
import { stage } from '../../testing/stage.js'
import { quotaOf } from '../quota-limits.js'

async function staged(options: { account?: CreateAccountOptions; settings?: Partial<PlatformSettings> } = {}) {
  const it = await stage(onTestFinished, options)
  const { call } = it
  const { appId, appSecret } = it.account.clientConfig
  const menus = () => call('GET /cgi-bin/menu/get')
  const quota = async (path: string): Promise<unknown> =>
    (await call('POST /cgi-bin/openapi/quota/get', { body: { cgi_path: path } })).json['quota']
  const clear = async (): Promise<unknown> =>
    (await call('POST /cgi-bin/clear_quota', { body: { appid: appId } })).errcode
  return { ...it, appId, appSecret, menus, quota, clear }
}

/** Midnight in Shanghai is 16:00 in UTC. */
const untilMidnight = (now: number): number => 86_400_000 - ((now + 8 * 3_600_000) % 86_400_000)

describe('a day of calls', () => {
  it('ends with 45009, and begins anew at midnight in Shanghai', async () => {
    const { menus, quota, clock } = await staged({ settings: { quotaScale: 0.002 } })
    expect(await quota('/cgi-bin/menu/get')).toEqual({ daily_limit: 2, used: 0, remain: 2 })
    await menus()
    await menus()
    expect((await menus()).json).toMatchObject({
      errcode: 45009,
      errmsg: expect.stringMatching(/^reach max api daily quota limit rid: /),
    })
    expect(await quota('/cgi-bin/menu/get')).toEqual({ daily_limit: 2, used: 2, remain: 0 })
    await clock.advance(untilMidnight(clock.now()) - 1)
    expect((await menus()).errcode).toBe(45009)
    await clock.advance(1)
    expect((await menus()).errcode).not.toBe(45009)
    expect(await quota('/cgi-bin/menu/get')).toEqual({ daily_limit: 2, used: 1, remain: 1 })
  })

  it('is shorter for a test account, where the page says so', async () => {
    const test = await staged()
    const service = await staged({ account: { kind: 'service' } })
    const limits = async ({ quota }: typeof test) => [
      await quota('/cgi-bin/menu/create'),
      await quota('/cgi-bin/message/custom/send'),
      await quota('/cgi-bin/draft/add'),
    ]
    const full = (limit: number) => ({ daily_limit: limit, used: 0, remain: limit })
    expect(await limits(test)).toEqual([full(100), full(50_000), full(1_000)])
    expect(await limits(service)).toEqual([full(1_000), full(500_000), full(1_000)])
  })

  it('is one for each account', async () => {
    const { menus, sim } = await staged({ settings: { quotaScale: 0.001 } })
    await menus()
    expect((await menus()).errcode).toBe(45009)
    const other = callerOf({ sim }, sim.createAccount())
    expect((await other('GET /cgi-bin/menu/get')).errcode).not.toBe(45009)
  })

  it('counts fetched tokens, and not the ones that were refused', async () => {
    const { call, appId, appSecret, quota } = await staged({ settings: { quotaScale: 0.01 } })
    const fetching = (secret: string) =>
      call('GET /cgi-bin/token', { query: { grant_type: 'client_credential', appid: appId, secret }, token: '' })
    for (let turn = 0; turn < 3; turn++) expect((await fetching('wrong')).errcode).toBe(40125)
    await fetching(appSecret)
    expect(await quota('/cgi-bin/token')).toEqual({ daily_limit: 2, used: 1, remain: 1 })
    await fetching(appSecret)
    expect((await fetching(appSecret)).errcode).toBe(45009)
  })

  it('zeros where no limit is published, and no limit', async () => {
    const { quota, call } = await staged({ settings: { quotaScale: 0.000_001 } })
    for (let turn = 0; turn < 3; turn++) await call('GET /cgi-bin/getcallbackip')
    expect(await quota('/cgi-bin/getcallbackip')).toEqual({ daily_limit: 0, used: 3, remain: 0 })
    expect((await call('GET /cgi-bin/getcallbackip')).errcode).toBeUndefined()
  })

  it('zeros where the limit is of a month', async () => {
    const { quota } = await staged()
    expect(await quota('/cgi-bin/clear_quota')).toEqual({ daily_limit: 0, used: 0, remain: 0 })
  })

  it('every limit has its page', () => {
    const known = endpoints.map(quotaOf).filter((it) => it !== undefined)
    expect(known.length).toBeGreaterThan(30)
    for (const { source } of known) expect(source).toMatch(/^https:\/\/developers\.weixin\.qq\.com\/doc\//)
  })
})

describe('a minute of calls', () => {
  it('ends with 45011, over all endpoints, and begins anew', async () => {
    const { call, clock } = await staged({ settings: { callsPerMinute: 2 } })
    await call('GET /cgi-bin/getcallbackip')
    await call('GET /cgi-bin/get_api_domain_ip')
    const { json } = await call('GET /cgi-bin/getcallbackip')
    expect(json).toMatchObject({ errcode: 45011, errmsg: expect.stringContaining('must slower, retry next minute') })
    await clock.advance(60_000)
    expect((await call('GET /cgi-bin/getcallbackip')).errcode).toBeUndefined()
  })
})

describe('clearing', () => {
  it('brings the calls back, ten times a month by token and by secret together', async () => {
    const { menus, clear, call, appId, appSecret, clock } = await staged({ settings: { quotaScale: 0.001 } })
    const bySecret = async (): Promise<unknown> =>
      (
        await call('POST /cgi-bin/clear_quota/v2', {
          query: { appid: appId, appsecret: appSecret },
          body: {},
          token: '',
        })
      ).errcode
    for (let turn = 0; turn < 5; turn++) {
      await menus()
      expect((await menus()).errcode).toBe(45009)
      expect(await clear()).toBe(0)
      expect((await menus()).errcode).not.toBe(45009)
      expect(await bySecret()).toBe(0)
    }
    expect([await clear(), await bySecret()]).toEqual([48006, 48006])
    await clock.advance(31 * 86_400_000)
    expect(await clear()).toBe(0)
  })

  it('of one endpoint leaves the others, fifty times a month', async () => {
    const { menus, call, quota } = await staged({ settings: { quotaScale: 0.001 } })
    const one = async (path: string): Promise<unknown> =>
      (await call('POST /cgi-bin/openapi/quota/clear', { body: { cgi_path: path } })).errcode
    await menus()
    expect(await one('/cgi-bin/tags/get')).toBe(0)
    expect((await menus()).errcode).toBe(45009)
    expect(await one('/cgi-bin/menu/get')).toBe(0)
    expect(await quota('/cgi-bin/menu/get')).toMatchObject({ used: 0 })
    for (let turn = 2; turn < 50; turn++) await one('/cgi-bin/tags/get')
    expect(await one('/cgi-bin/tags/get')).toBe(45009)
  })

  it.each<[number, Record<string, string>]>([
    [41002, { appid: '' }],
    [41004, { appsecret: '' }],
    [40013, { appid: 'wx0000000000000000' }],
    [40125, { appsecret: 'f'.repeat(32) }],
  ])('by secret: %i', async (code, wrong) => {
    const { call, appId, appSecret } = await staged()
    const body = { appid: appId, appsecret: appSecret, ...wrong }
    expect((await call('POST /cgi-bin/clear_quota/v2', { body, token: '' })).errcode).toBe(code)
  })

  it('of another account: 40013', async () => {
    const { call, sim } = await staged()
    const { appId } = sim.createAccount().clientConfig
    expect((await call('POST /cgi-bin/clear_quota', { body: { appid: appId } })).errcode).toBe(40013)
    expect((await call('POST /cgi-bin/clear_quota', { body: {} })).errcode).toBe(40013)
  })
})

describe('asking for a quota', () => {
  it.each([
    [76021, {}],
    [76021, { cgi_path: '/cgi-bin/menu/gett' }],
    [76003, { cgi_path: 'cgi-bin/menu/get' }],
    [76003, { cgi_path: 'https://api.weixin.qq.com/cgi-bin/menu/get' }],
    [76022, { cgi_path: '/sns/userinfo' }],
  ])('%i for %j', async (code, body) => {
    const { call } = await staged()
    expect((await call('POST /cgi-bin/openapi/quota/get', { body })).errcode).toBe(code)
    expect((await call('POST /cgi-bin/openapi/quota/clear', { body })).errcode).toBe(code)
  })

  it('76022 for what this kind of account may not call', async () => {
    const { call } = await staged({ account: { kind: 'miniProgram' } })
    const body = { cgi_path: '/cgi-bin/menu/get' }
    expect((await call('POST /cgi-bin/openapi/quota/get', { body })).errcode).toBe(76022)
  })

  it('tells the rate of a minute too', async () => {
    const { call } = await staged({ settings: { callsPerMinute: 99 } })
    const { json } = await call('POST /cgi-bin/openapi/quota/get', { body: { cgi_path: '/cgi-bin/menu/get' } })
    expect(json).toMatchObject({ errcode: 0, rate_limit: { call_count: 99, refresh_second: 60 } })
  })
})

describe('asking for a rid', () => {
  async function refused() {
    const it = await staged()
    const body = { appid: 'wrong' }
    const { json } = await it.call('POST /cgi-bin/clear_quota', { body, query: { x: 'y' } })
    const rid = /rid: (.*)$/.exec(String(json['errmsg']))?.[1] ?? ''
    const ask = async (asked: unknown = rid) =>
      (await it.call('POST /cgi-bin/openapi/rid/get', { body: { rid: asked } })).json
    return { ...it, rid, body, ask, answered: json }
  }

  it('tells the request and the answer, and no secret', async () => {
    const { ask, body, answered, clock, account } = await refused()
    const { request } = (await ask()) as { request: Record<string, string> }
    const token = account.state.tokens.stable({ force: false }).access_token
    expect(request).toEqual({
      invoke_time: Math.floor(clock.now() / 1000),
      cost_in_ms: 0,
      request_url: `x=y&access_token=${token.slice(0, 7)}xxxx`,
      request_body: JSON.stringify(body),
      response_body: JSON.stringify(answered),
      client_ip: '127.0.0.1',
    })
  })

  it('keeps no file', async () => {
    const { call } = await staged()
    const body = new FormData()
    body.set('media', new Blob(['x'.repeat(100)]), 'a.png')
    const { json } = await call('POST /cgi-bin/media/upload', { query: { type: 'nothing' }, body })
    const rid = /rid: (.*)$/.exec(String(json['errmsg']))?.[1]
    const asked = await call('POST /cgi-bin/openapi/rid/get', { body: { rid } })
    expect(asked.json['request']).toMatchObject({ request_body: '', response_body: JSON.stringify(json) })
  })

  it('for seven days: 76004 afterwards', async () => {
    const { ask, clock } = await refused()
    await clock.advance(7 * 86_400_000)
    expect(await ask()).toMatchObject({ errcode: 0 })
    await clock.advance(1_000)
    expect(await ask()).toMatchObject({ errcode: 76004 })
  })

  it('76002 for what is none, 76001 for one that nobody got, 76003 for that of another account', async () => {
    const { ask, rid, sim } = await refused()
    expect(await ask('abc')).toMatchObject({ errcode: 76002 })
    expect(await ask(1)).toMatchObject({ errcode: 76002 })
    expect(await ask(`${rid.slice(0, -8)}00000000`)).toMatchObject({ errcode: 76001 })
    const other = callerOf({ sim }, sim.createAccount())
    expect((await other('POST /cgi-bin/openapi/rid/get', { body: { rid } })).errcode).toBe(76003)
  })
})
