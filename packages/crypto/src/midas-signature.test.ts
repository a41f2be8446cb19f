import { ConfigError } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { signMidas, signMidasSession } from './midas-signature.js'

const call = { path: '/cgi-bin/midas/getbalance', params: { openid: 'o', ts: 1507530737 }, secret: 'key' }
const session = { ...call, accessToken: 'token', sig: 'sig', sessionKey: 'HyVFkGl5F5OQWJZZaNzBBg==' }

describe('legacy Midas', () => {
  it('sorts names by ASCII: capitals, then the underscore, then small letters', () => {
    const sorted = signMidas({ ...call, params: { Z: 1, _b: 1, a: 1 } })
    expect(signMidas({ ...call, params: { a: 1, _b: 1, Z: 1 } })).toBe(sorted)
    // openssl dgst -hmac, over 'Z=1&_b=1&a=1&org_loc=/cgi-bin/midas/getbalance&method=POST&secret=key'
    expect(sorted).toBe('3aeed5f70ac8739b1f60b0eaa86b64ee4c08bf9b63c213b8218531cd4e271bad')
  })

  it('signs a number as it is written', () => {
    expect(signMidas({ ...call, params: { openid: 'o', ts: '1507530737' } })).toBe(signMidas(call))
  })

  it('signs values as they are, not encoded', () => {
    const encoded = { openid: 'o', pay_item: encodeURIComponent('道具 1') }
    expect(signMidas({ ...call, params: { ...encoded, pay_item: '道具 1' } })).not.toBe(
      signMidas({ ...call, params: encoded }),
    )
  })

  it.each([
    ['path', 'cgi-bin/midas/getbalance'],
    ['path', '/cgi-bin/midas/getbalance?x'],
    ['path', undefined],
    ['secret', ''],
    ['params', undefined],
    ['params', []],
    ['params', { openid: undefined }],
    ['params', { ts: Number.NaN }],
    ['params', { list: ['x'] }],
    ['params', { 'a&b': 'x' }],
  ])('refuses %s %j', (name, value) => {
    expect(() => signMidas({ ...call, [name]: value })).toThrow(ConfigError)
  })

  it.each([
    ['accessToken', '', { code: 'WX_CONFIG_INVALID' }],
    ['sig', undefined, { code: 'WX_CONFIG_INVALID' }],
    ['sessionKey', '', { code: 'WX_CRYPTO_KEY' }],
  ])('refuses a session without %s', (name, value, error) => {
    expect(signMidasSession(session)).toMatch(/^[0-9a-f]{64}$/)
    expect(() => signMidasSession({ ...session, [name]: value })).toThrow(expect.objectContaining(error))
  })
})
