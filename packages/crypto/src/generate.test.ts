import { describe, expect, it } from 'vitest'
import { generateEncodingAesKey, generateToken } from './generate.js'
import { MessageCrypto } from './message-crypto.js'
import { isEncodingAesKey, isToken } from './settings.js'

describe('generators', () => {
  it('make settings that are accepted', () => {
    for (let i = 0; i < 50; i++) {
      const [token, encodingAesKey] = [generateToken(), generateEncodingAesKey()]
      expect(token).toMatch(/^[A-Za-z0-9]{32}$/)
      expect(encodingAesKey).toMatch(/^[A-Za-z0-9]{43}$/)
      const crypto = new MessageCrypto({ token, encodingAesKey, appId: 'wx1' })
      expect(crypto.open(crypto.seal('hello'))).toBe('hello')
    }
  })

  it('make a new one each time, of any letter and digit', () => {
    const keys = Array.from({ length: 200 }, generateEncodingAesKey)
    expect(new Set(keys).size).toBe(200)
    expect(new Set(keys.join('')).size).toBe(62)
  })

  it('take 3 to 32 for the length of a token, and nothing else', () => {
    for (const length of [3, 17, 32]) expect(generateToken(length)).toHaveLength(length)
    for (const length of [2, 33, 0, -1, 3.5, Number.NaN, '8', null]) {
      expect(() => generateToken(length as never)).toThrow(expect.objectContaining({ code: 'WX_CONFIG_INVALID' }))
    }
  })

  it('isToken and isEncodingAesKey take anything', () => {
    for (const value of [undefined, null, 5, [], {}, '', [generateToken()], `${generateToken(5)}\n`]) {
      expect(isToken(value)).toBe(false)
      expect(isEncodingAesKey(value)).toBe(false)
    }
  })
})
