import { describe, expect, it } from 'vitest'
import { signRawData, signSession, verifyRawData } from './session-signature.js'

const sessionKey = 'HyVFkGl5F5OQWJZZaNzBBg=='
const rawData = '{"nickName":"林"}'

describe('raw data', () => {
  it('is verified by what signs it', () => {
    const signature = signRawData(rawData, sessionKey)
    expect(verifyRawData({ rawData, sessionKey, signature })).toBe(true)
    expect(verifyRawData({ rawData: `${rawData} `, sessionKey, signature })).toBe(false)
    expect(verifyRawData({ rawData, sessionKey: 'GtYYez5b/M5HhT4L7n31gQ==', signature })).toBe(false)
    expect(verifyRawData({ rawData, sessionKey, signature: signature.toUpperCase() })).toBe(false)
  })

  it.each([undefined, null, '', 5, {}, [], ['x']])('verification is false for %j, and never throws', (value) => {
    const good = { rawData, sessionKey, signature: signRawData(rawData, sessionKey) }
    for (const name of ['rawData', 'sessionKey', 'signature']) {
      expect(verifyRawData({ ...good, [name]: value })).toBe(false)
    }
  })
})

describe('without a session key', () => {
  it.each([undefined, null, '', 5, {}])('%j signs nothing', (value) => {
    const refused = expect.objectContaining({ kind: 'key', code: 'WX_CRYPTO_KEY' })
    expect(() => signRawData(rawData, value as never)).toThrow(refused)
    expect(() => signSession('', value as never)).toThrow(refused)
  })
})
