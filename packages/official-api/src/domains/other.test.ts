import { describe, expect, it } from 'vitest'
import { OfficialAccount } from '../official-account.js'
import { recordingAccount } from '../testing/recording-account.js'

describe('qrcode', () => {
  const answer = () => ({ ticket: 'gQ/a+b==', url: 'http://weixin.qq.com/q/1', expire_seconds: 60 })

  it('takes the action that fits the scene', async () => {
    const { account, calls } = await recordingAccount(answer)
    await account.qrcode.temporary(2 ** 32 - 1)
    await account.qrcode.temporary('order:7', { expireSeconds: 2_592_000 })
    await account.qrcode.permanent(100_000)
    await account.qrcode.permanent('字'.repeat(64))
    expect(calls.map(({ body }) => body)).toEqual([
      { action_name: 'QR_SCENE', action_info: { scene: { scene_id: 4_294_967_295 } } },
      { action_name: 'QR_STR_SCENE', expire_seconds: 2_592_000, action_info: { scene: { scene_str: 'order:7' } } },
      { action_name: 'QR_LIMIT_SCENE', action_info: { scene: { scene_id: 100_000 } } },
      { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: '字'.repeat(64) } } },
    ])
  })

  it('answers with the picture’s address', async () => {
    const { account } = await recordingAccount(answer)
    expect(await account.qrcode.temporary(1)).toEqual({
      ticket: 'gQ/a+b==',
      url: 'http://weixin.qq.com/q/1',
      expireSeconds: 60,
      pictureUrl: 'https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=gQ%2Fa%2Bb%3D%3D',
    })
  })

  it('points at another host where the account does', async () => {
    const account = new OfficialAccount({
      appId: 'wx0123456789abcdef',
      appSecret: 'secret',
      baseUrl: 'http://127.0.0.1:7300',
      fetch: async () => Response.json({ ...answer(), access_token: 't', expires_in: 7200 }),
    })
    const { pictureUrl } = await account.qrcode.temporary(1)
    expect(pictureUrl).toBe('http://127.0.0.1:7300/cgi-bin/showqrcode?ticket=gQ%2Fa%2Bb%3D%3D')
  })

  it('has no picture for a ticket that WeChat does not know', async () => {
    const status = { current: 404 }
    const account = new OfficialAccount({
      appId: 'wx0123456789abcdef',
      appSecret: 'secret',
      retry: { attempts: 1 },
      fetch: async () => new Response('<!doctype html>', { status: status.current }),
    })
    const missing = await account.qrcode.picture('the-ticket').catch((error: unknown) => error)
    expect(missing).toMatchObject({ code: 'WX_OFFICIAL_UNKNOWN_TICKET', cause: { code: 'WX_API_HTTP' } })
    expect(String(missing)).not.toContain('the-ticket')
    status.current = 502
    await expect(account.qrcode.picture('the-ticket')).rejects.toMatchObject({ code: 'WX_API_HTTP', status: 502 })
  })

  it('refuses what is beyond the limits', async () => {
    const { account, calls } = await recordingAccount(answer)
    const { qrcode } = account
    for (const scene of [0, -5]) await expect(qrcode.temporary(scene)).rejects.toThrow('scene: must be a whole')
    await expect(qrcode.temporary(2 ** 32)).rejects.toThrow('scene: must be')
    await expect(qrcode.temporary('')).rejects.toThrow('scene: is empty')
    await expect(qrcode.temporary('x'.repeat(65))).rejects.toThrow('scene: 65 characters')
    await expect(qrcode.temporary(1, { expireSeconds: 2_592_001 })).rejects.toThrow('expireSeconds: must be')
    await expect(qrcode.temporary(1, { expireSeconds: 0 })).rejects.toThrow('expireSeconds: must be')
    await expect(qrcode.permanent(100_001)).rejects.toThrow('scene: must be')
    await expect(qrcode.permanent(0)).rejects.toThrow('scene: must be')
    expect(calls).toEqual([])
  })
})

describe('datacube', () => {
  it('cuts a span into pieces that WeChat takes', async () => {
    const { account, calls } = await recordingAccount(({ body }) => ({ list: [{ ref_date: JSON.stringify(body) }] }))
    const figures = await account.datacube.between('getUserSummary', { from: '2026-02-25', to: '2026-03-11' })
    expect(figures).toHaveLength(3)
    expect(calls.map(({ body }) => body)).toEqual([
      { begin_date: '2026-02-25', end_date: '2026-03-03' },
      { begin_date: '2026-03-04', end_date: '2026-03-10' },
      { begin_date: '2026-03-11', end_date: '2026-03-11' },
    ])
  })

  it('asks for one day where one day is all', async () => {
    const { account, calls } = await recordingAccount()
    const day = new Date('2026-03-01T16:30:00Z')
    expect(await account.datacube.between('getArticleTotal', { from: day, to: '2026-03-03' })).toEqual([])
    expect(calls.map(({ endpoint, body }) => [endpoint, body])).toEqual([
      ['POST /datacube/getarticletotal', { begin_date: '2026-03-02', end_date: '2026-03-02' }],
      ['POST /datacube/getarticletotal', { begin_date: '2026-03-03', end_date: '2026-03-03' }],
    ])
  })

  it('takes only figures by day, and spans that go forward', async () => {
    const { account, calls } = await recordingAccount()
    const span = { from: '2026-03-02', to: '2026-03-01' }
    await expect(account.datacube.between('getUserRead', span)).rejects.toThrow('span.to: lies before span.from')
    const wrong = 'getUpstreamMessageWeek' as 'getUserRead'
    await expect(account.datacube.between(wrong, { from: '2026-03-01', to: '2026-03-01' })).rejects.toThrow(
      'method: must',
    )
    expect(calls).toEqual([])
  })
})

describe('shorten, openapi and network', () => {
  it('keep a text under a key', async () => {
    const { account, calls } = await recordingAccount(() => ({
      short_key: 'k',
      long_data: 'long',
      expire_seconds: 9,
      create_time: 1,
      short_url: 'https://w.url.cn/s/A',
    }))
    expect(await account.shorten.keep('long')).toBe('k')
    expect(await account.shorten.read('k')).toEqual({ text: 'long', expireSeconds: 9, createdAt: 1 })
    expect(await account.shorten.url('https://example.com/')).toBe('https://w.url.cn/s/A')
    expect(calls.map(({ body }) => body)).toEqual([
      { long_data: 'long', expire_seconds: 2_592_000 },
      { short_key: 'k' },
      { action: 'long2short', long_url: 'https://example.com/' },
    ])
    await expect(account.shorten.keep('字'.repeat(1366))).rejects.toThrow('longText: 4098 bytes')
  })

  it('answer quotas and what was behind an error', async () => {
    const { account, calls } = await recordingAccount(() => ({
      quota: { daily_limit: 1000, used: 1, remain: 999 },
      request: { request_url: '/cgi-bin/x' },
    }))
    expect(await account.openapi.quota('/cgi-bin/menu/create')).toEqual({ limit: 1000, used: 1, remaining: 999 })
    expect(await account.openapi.rid('1-2-3')).toEqual({ request_url: '/cgi-bin/x' })
    expect(calls.map(({ body }) => body)).toEqual([{ cgi_path: '/cgi-bin/menu/create' }, { rid: '1-2-3' }])
    await expect(account.openapi.quota('POST /cgi-bin/menu/create')).rejects.toThrow('path: the path of an endpoint')
  })

  it('tell addresses and test the callback', async () => {
    const { account, calls } = await recordingAccount(() => ({ ip_list: ['1.2.3.4'], dns: [], ping: [] }))
    expect(await account.network.callbackIps()).toEqual(['1.2.3.4'])
    expect(await account.network.apiIps()).toEqual(['1.2.3.4'])
    await account.network.callbackCheck()
    await account.network.callbackCheck({ action: 'dns', operator: 'UNICOM' })
    expect(calls.slice(2).map(({ body }) => body)).toEqual([
      { action: 'all', check_operator: 'DEFAULT' },
      { action: 'dns', check_operator: 'UNICOM' },
    ])
  })
})
