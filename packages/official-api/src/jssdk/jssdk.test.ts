import { createHash } from 'node:crypto'
import { ApiClient } from '@wx/api-client'
import { fakeFetch } from '@wx/api-client/testing'
import { ManualClock, silentLogger, type WebResponse } from '@wx/core'
import { findLeaks, recordingLogger } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import { jsApis, jsSdk } from './index.js'

const appId = 'wx0123456789abcdef'
const ticket = 'TICKET-of-this-test'
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex')

function bench(getticket: object | (() => object) = { ticket, expires_in: 7200 }) {
  const clock = new ManualClock()
  const fetch = fakeFetch({ 'GET /cgi-bin/ticket/getticket': getticket as object })
  const api = new ApiClient({ appId, appSecret: 'secret-secret-secret', fetch, clock, logger: silentLogger })
  return { sdk: jsSdk(api, { clock }), api, clock, now: Math.floor(clock.now() / 1000) }
}

describe('config', () => {
  it('is what wx.config takes: signed by the ticket, the address without fragment', async () => {
    const { sdk, now } = bench()
    const config = await sdk.config({
      url: 'https://shop.example/a?b=%E4%BD%A0#/route?x=1',
      jsApiList: ['chooseImage'],
      openTagList: ['wx-open-launch-app'],
      debug: true,
    })
    const url = 'https://shop.example/a?b=%E4%BD%A0'
    expect(config).toEqual({
      appId,
      timestamp: now,
      nonceStr: expect.stringMatching(/^\w{16}$/),
      signature: sha1(`jsapi_ticket=${ticket}&noncestr=${config.nonceStr}&timestamp=${now}&url=${url}`),
      jsApiList: ['chooseImage'],
      openTagList: ['wx-open-launch-app'],
      debug: true,
      url,
    })
  })

  it('leaves out what was not asked for', async () => {
    const config = await bench().sdk.config({ url: 'https://shop.example/' })
    expect(config.jsApiList).toEqual([])
    expect(Object.keys(config)).not.toEqual(expect.arrayContaining(['debug']))
  })

  it.each([
    '/a',
    '',
    'shop.example',
    'ftp://shop.example/',
    'file:///etc',
    'https:///a',
    'https://shop.example/a b',
    undefined,
  ])('refuses %j', async (url) => {
    const refused = bench().sdk.config({ url: url as string })
    await expect(refused).rejects.toMatchObject({ code: 'WX_CONFIG_INVALID', setting: 'url' })
  })
})

it('cards are signed by the ticket for cards: sorted values', async () => {
  const { sdk, now } = bench(() => ({ ticket, expires_in: 7200 }))
  const sorted = (...parts: string[]): string => sha1(parts.sort().join(''))
  const { cardId, cardExt } = await sdk.addCard({ cardId: 'CARD', nonceStr: 'nonce' })
  expect(cardId).toBe('CARD')
  expect(JSON.parse(cardExt)).toMatchObject({
    timestamp: String(now),
    signature: sorted(ticket, String(now), 'CARD', 'nonce'),
  })
  expect((await sdk.chooseCard({ cardType: 'CASH', nonceStr: 'nonce' })).cardSign).toBe(
    sorted(ticket, appId, String(now), 'nonce', 'CASH'),
  )
  const invoice = await sdk.chooseInvoice()
  expect(invoice.cardSign).toBe(sorted(ticket, appId, String(now), invoice.nonceStr, 'INVOICE'))
})

it('every API is listed with its chapter', () => {
  expect(Object.keys(jsApis).length).toBeGreaterThan(40)
  expect(jsApis.onMenuShareTimeline).toEqual({ group: 'share', replacedBy: 'updateTimelineShareData' })
})

describe('verify', () => {
  const page = 'https://shop.example/a/%E4%BD%A0?b=1&c=2'
  const input = { nonceStr: 'nonce', timestamp: 0 }
  const sign = (url: string, change: { ticket?: string; name?: string; timestamp?: number } = {}): string =>
    sha1(
      `jsapi_ticket=${change.ticket ?? ticket}&${change.name ?? 'noncestr'}=nonce&timestamp=${change.timestamp ?? 0}&url=${url}`,
    )

  it('says yes to what WeChat says yes to, and shows what was signed without the ticket', async () => {
    const { sdk, now } = bench()
    const { signature, nonceStr } = await sdk.config({ url: page })
    const verified = await sdk.verify({ url: `${page}#top`, signature, nonceStr, timestamp: now })
    expect(verified).toEqual({
      ok: true,
      stringToSign: `jsapi_ticket=***&noncestr=${nonceStr}&timestamp=${now}&url=${page}`,
      reasons: [],
    })
    expect(findLeaks(verified, [ticket])).toEqual([])
  })

  it.each([
    ['fragment', `${page}#/route`, sign(`${page}#/route`)],
    ['trailing-slash', page, sign('https://shop.example/a/%E4%BD%A0/?b=1&c=2')],
    ['trailing-slash', 'https://shop.example/', sign('https://shop.example')],
    ['decoded', page, sign('https://shop.example/a/你?b=1&c=2')],
    ['encoded', 'https://shop.example/a/你', sign('https://shop.example/a/%E4%BD%A0')],
    ['scheme', page, sign(page.replace('https', 'http'))],
    ['scheme', page.replace('https', 'http'), sign(page)],
    ['query', page, sign('https://shop.example/a/%E4%BD%A0')],
    ['html-escaped', page, sign(page.replace('&', '&amp;'))],
    ['port', 'https://shop.example:8443/a', sign('https://shop.example/a')],
    ['host-case', 'https://Shop.example/a', sign('https://shop.example/a')],
    ['names', page, sign(page, { name: 'nonceStr' })],
    ['timestamp', page, sign(page, { timestamp: 1 })],
    ['unknown', page, sign('https://elsewhere.example/')],
    ['not-hex', page, 'abc'],
  ])('finds %s', async (what, url, signature) => {
    const { sdk } = bench()
    const { ok, reasons } = await sdk.verify({ ...input, url, signature })
    expect(ok).toBe(false)
    expect(reasons.map((it) => it.what)).toContain(what)
  })

  it('finds seconds that were signed as milliseconds', async () => {
    const { sdk, now } = bench()
    const signature = sign(page, { timestamp: now * 1000 })
    expect((await sdk.verify({ ...input, url: page, signature, timestamp: now })).reasons[0]?.what).toBe('timestamp')
    const other = sign(page, { timestamp: now })
    expect((await sdk.verify({ ...input, url: page, signature: other, timestamp: now * 1000 })).reasons[0]?.what).toBe(
      'timestamp',
    )
  })

  it('finds another ticket than the kept one, only when it may fetch', async () => {
    let fetched = 0
    const { sdk, now } = bench(() => ({ ticket: fetched++ === 0 ? ticket : 'TICKET-new', expires_in: 7200 }))
    const signature = sign(page, { ticket: 'TICKET-new', timestamp: now })
    const signed = { ...input, url: page, signature, timestamp: now }
    expect((await sdk.verify(signed)).reasons.map((it) => it.what)).toEqual(['unknown'])
    expect(fetched).toBe(1)
    expect((await sdk.verify({ ...signed, freshTicket: true })).reasons.map((it) => it.what)).toEqual(['ticket-stale'])
  })
})

describe('handler', () => {
  const origins = ['https://shop.example', 'https://m.shop.example']
  const ask = (
    handler: ReturnType<ReturnType<typeof jsSdk>['handler']>,
    url: string | undefined,
    origin?: string,
  ): Promise<WebResponse> =>
    handler({
      method: 'GET',
      path: '/js-config',
      query: url === undefined ? '' : `url=${encodeURIComponent(url)}`,
      headers: origin === undefined ? {} : { origin },
    })

  it('signs pages of the listed origins', async () => {
    const handler = bench().sdk.handler({ origins, jsApiList: ['scanQRCode'] })
    const { status, headers, body } = await ask(handler, 'https://shop.example/a?b=c+d#x', 'https://m.shop.example')
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': 'https://m.shop.example',
      vary: 'origin',
    })
    expect(JSON.parse(String(body))).toMatchObject({
      appId,
      url: 'https://shop.example/a?b=c+d',
      jsApiList: ['scanQRCode'],
    })
  })

  it.each([
    ['https://evil.example/', 403],
    ['http://shop.example/', 403],
    ['https://shop.example.evil.example/', 403],
    ['https://shop.example@evil.example/', 403],
    ['https://shop.example:8443/', 403],
    ['javascript:alert(1)', 403],
    ['/a', 400],
    [undefined, 400],
  ])('answers %s with %i', async (url, status) => {
    const answer = await ask(bench().sdk.handler({ origins, logger: silentLogger }), url, 'https://evil.example')
    expect(answer.status).toBe(status)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    expect(String(answer.body)).not.toContain('signature')
  })

  it('without a ticket says 503, and the reason to the log alone', async () => {
    const logger = recordingLogger()
    const { sdk } = bench({ errcode: 40013, errmsg: 'invalid appid' })
    const answer = await ask(sdk.handler({ origins, logger }), 'https://shop.example/')
    expect(answer.status).toBe(503)
    expect(String(answer.body)).not.toContain('40013')
    expect(logger.lines.map((it) => it.level)).toEqual(['error'])
  })

  it.each([[[]], [['*']], [['https://shop.example/']], [['null']]])('refuses origins %j', (wrong) => {
    expect(() => bench().sdk.handler({ origins: wrong })).toThrow(expect.objectContaining({ setting: 'origins' }))
  })
})
