import { ConfigError } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { signPayEvent } from './testing/index.js'
import { signVirtualPayment, verifyPayEvent } from './virtual-payment.js'

const appKey = '12345'
const body = '{"openid":"xxx","env":0}'

describe('signVirtualPayment', () => {
  it('signs the bytes that are sent, and not what they mean', () => {
    const signed = signVirtualPayment({ uri: '/xpay/query_user_balance', body, appKey })
    expect(signVirtualPayment({ uri: '/xpay/query_user_balance', body: Buffer.from(body), appKey })).toBe(signed)
    const spaced = JSON.stringify(JSON.parse(body), null, 1)
    expect(signVirtualPayment({ uri: '/xpay/query_user_balance', body: spaced, appKey })).not.toBe(signed)
  })

  it.each([
    'https://api.weixin.qq.com/xpay/query_user_balance',
    '/xpay/query_user_balance?access_token=x',
    '/xpay/query_user_balance#x',
    'xpay/query_user_balance',
    '/',
    '',
    undefined,
    5,
  ])('refuses the uri %j, which would be signed in vain', (uri) => {
    expect(() => signVirtualPayment({ uri: uri as string, body, appKey })).toThrow(ConfigError)
  })

  it.each([undefined, null, '', 5])('refuses the appKey %j', (wrong) => {
    expect(() => signVirtualPayment({ uri: '/xpay/x', body, appKey: wrong as string })).toThrow(
      expect.objectContaining({ setting: 'appKey' }),
    )
  })
})

describe('verifyPayEvent', () => {
  const event = 'minigame_h5_goods_deliver_notify'
  const payload = '{"OpenId":"to_user_openid","Env":0}'
  const good = { event, payload, appKey, signature: signPayEvent({ event, payload, appKey }) }

  it('takes what was signed, and nothing else', () => {
    expect(verifyPayEvent(good)).toBe(true)
    expect(verifyPayEvent({ ...good, payload: payload.replace('0', '1') })).toBe(false)
    expect(verifyPayEvent({ ...good, payload: `${payload}\n` })).toBe(false)
    expect(verifyPayEvent({ ...good, event: 'minigame_coin_deliver_completed' })).toBe(false)
    expect(verifyPayEvent({ ...good, appKey: '12346' })).toBe(false)
    expect(verifyPayEvent({ ...good, signature: good.signature.toUpperCase() })).toBe(false)
    expect(verifyPayEvent({ ...good, signature: good.signature.slice(0, 40) })).toBe(false)
  })

  it.each([undefined, null, '', 5, {}, [], ['x'], Symbol('x')])('is false for %s, and never throws', (value) => {
    for (const name of ['event', 'payload', 'signature', 'appKey']) {
      expect(verifyPayEvent({ ...good, [name]: value })).toBe(false)
    }
  })

  it('is not fooled by characters whose low byte is right', () => {
    const shifted = Array.from(good.signature, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x100)).join('')
    expect(verifyPayEvent({ ...good, signature: shifted })).toBe(false)
  })

  it('is not fooled by the empty key, with which anybody could sign', () => {
    expect(verifyPayEvent({ ...good, appKey: '', signature: signPayEvent({ event, payload, appKey: '' }) })).toBe(false)
  })
})
