import { inspect } from 'node:util'
import { isWxError } from '@wx/core'
import { findLeaks } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import { canaries, onBench } from '../testing/bench.js'
import {
  AccessTokenError,
  ApiError,
  InvalidCodeError,
  IpNotWhitelistedError,
  PermissionError,
  PushQuotaExceededError,
  PushWindowClosedError,
  QuotaError,
} from './api-error.js'

const call = 'POST /cgi-bin/message/custom/send'
const message = { body: { touser: 'o-user', msgtype: 'text', text: { content: 'hi' } } } as const

async function refusal(answer: object, locale: 'zh' | 'en' = 'en'): Promise<ApiError> {
  let caught: unknown
  await onBench(async ({ wechat, client }) => {
    wechat.route(call, answer)
    caught = await client({ locale })
      .call(call, message)
      .catch((error: unknown) => error)
  })
  if (!(caught instanceof ApiError)) throw new TypeError(`no ApiError but ${inspect(caught)}`)
  return caught
}

describe('a refusal', () => {
  it.each([
    [41001, AccessTokenError, 'WX_API_ACCESS_TOKEN'],
    [48001, PermissionError, 'WX_API_PERMISSION'],
    [50001, PermissionError, 'WX_API_PERMISSION'],
    [45015, PushWindowClosedError, 'WX_API_PUSH_WINDOW_CLOSED'],
    [45047, PushQuotaExceededError, 'WX_API_PUSH_QUOTA'],
    [45047, QuotaError, 'WX_API_PUSH_QUOTA'],
    [45009, QuotaError, 'WX_API_QUOTA'],
    [40029, InvalidCodeError, 'WX_API_INVALID_CODE'],
    [40163, InvalidCodeError, 'WX_API_INVALID_CODE'],
    [40003, ApiError, 'WX_API_REFUSED'],
  ])('with %i is a %o', async (errcode, type, code) => {
    const error = await refusal({ errcode, errmsg: 'no rid: 1-2' })
    expect(error).toBeInstanceOf(type)
    expect(error).toMatchObject({ code, errcode, errmsg: 'no rid: 1-2', rid: '1-2', endpoint: call })
    expect(isWxError(error)).toBe(true)
  })

  it.each([
    ['invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 6-5-4', '203.0.113.7'],
    ['invalid ip 2001:db8::17, not in whitelist', '2001:db8::17'],
    ['access clientip is not registered', undefined],
  ])('of an address names it: %s', async (errmsg, ip) => {
    const error = await refusal({ errcode: 40164, errmsg })
    expect(error).toBeInstanceOf(IpNotWhitelistedError)
    expect(error).toMatchObject({ ip, code: 'WX_API_IP_NOT_WHITELISTED' })
  })

  it('says what the code means, why it comes and what to do, in Chinese or English, with the page', async () => {
    const [zh, en] = [await refusal({ errcode: 45047, errmsg: 'out' }, 'zh'), await refusal({ errcode: 45047 })]
    expect(zh.hint).toMatch(/\p{Script=Han}/u)
    expect(en.hint).not.toMatch(/\p{Script=Han}/u)
    expect(en.hint.length).toBeGreaterThan(40)
    expect(en.message).toContain(en.hint)
    expect(en.docs).toMatch(/^https:\/\/developers\.weixin\.qq\.com\//)
  })

  it('of a code nobody knows keeps WeChat’s words; whether it may be repeated is the table’s word', async () => {
    const unknown = await refusal({ errcode: 99_999_999, errmsg: 'brand new', extra: [1] })
    expect(unknown).toMatchObject({ retryable: false, answer: { extra: [1] } })
    expect(unknown.message).toContain('brand new')
    expect(await refusal({ errcode: 45011, errmsg: '' })).toMatchObject({ retryable: true })
  })

  it.each(['zh', 'en'] as const)(
    'of the simulator, for what it does not simulate, says what it says (%s)',
    async (locale) => {
      const error = await refusal({ errcode: -501, errmsg: 'not simulated; see sim.about()' }, locale)
      expect(error.hint).toBe('')
      expect(error.message).not.toMatch(/rid/)
      expect(error.message).toContain('errcode -501 (not simulated; see sim.about()).')
    },
  )

  it.each([
    [{ errcode: '48001', errmsg: 'text' }, 48001],
    [{ base_resp: { errcode: 85001, errmsg: 'inner' } }, 85001],
  ])('in the form of %j is seen', async (answer, errcode) => {
    expect(await refusal(answer)).toMatchObject({ errcode })
  })
})

it('errcode 0, as a number or text, is an answer', () =>
  onBench(async ({ wechat, client }) => {
    for (const answer of [{ errcode: 0, errmsg: 'ok' }, { errcode: '0' }, { base_resp: { errcode: 0 } }, { a: 1 }]) {
      wechat.route(call, answer)
      expect(await client().call(call, message)).toEqual(answer)
    }
  }))

it('no secret that WeChat, a proxy or a fetch repeats comes out of an error', async () => {
  const shown: unknown[] = []
  await onBench(async ({ wechat, client, logger }) => {
    const api = client({ retry: { attempts: 1 } })
    const echo = (): string => `token ${wechat.token()} secret ${canaries.appSecret} of you`
    wechat.route(call, () => ({ errcode: 40003, errmsg: echo(), access_token: wechat.token(), note: echo() }))
    shown.push(await api.call(call, message).catch((error: unknown) => error))
    wechat.route(call, (_, response) => void response.writeHead(502).end(`<html>${echo()}`))
    shown.push(await api.call(call, message).catch((error: unknown) => error))
    wechat.route(call, (_, response) => void response.end(`${echo()}`))
    shown.push(await api.call(call, message).catch((error: unknown) => error))
    const failing = client({
      retry: { attempts: 1 },
      fetch: (url) =>
        Promise.reject(new TypeError(`Failed to fetch ${url}`, { cause: new Error(`${url} ${canaries.appSecret}`) })),
      tokens: api.tokens,
    })
    shown.push(await failing.call(call, message).catch((error: unknown) => error))
    shown.push(...logger.lines)
    expect(shown.length).toBeGreaterThanOrEqual(4)
    const secrets = [wechat.token(), ...Object.values(canaries)]
    expect(findLeaks(shown, secrets)).toEqual([])
    expect(
      findLeaks(
        shown.map((it) => [String(it), JSON.stringify(it), (it as Error).stack]),
        secrets,
      ),
    ).toEqual([])
  })
})

it('the scan that every test of this suite ends with sees a leak', async () => {
  const leaking = onBench(async ({ logger }) => logger.error(`token=${canaries.token}`))
  await expect(leaking).rejects.toThrow('not safe to paste')
})
