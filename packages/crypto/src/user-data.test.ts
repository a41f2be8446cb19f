import { createCipheriv, randomBytes } from 'node:crypto'
import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import type { CryptoErrorKind } from './errors.js'
import { sealUserData } from './testing/index.js'
import { decryptUserData } from './user-data.js'

const sessionKey = 'HyVFkGl5F5OQWJZZaNzBBg=='
const iv = 'r7BXXKkLb8qrSNn05n0qiA=='
const appId = 'wx4f4bc4dec97d474b'
const keys = { sessionKey, iv, appId }

const encrypt = (plain: Buffer): string => {
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'))
  cipher.setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}
const padded = (text: string | Buffer): Buffer => {
  const bytes = Buffer.from(text as string)
  const count = 16 - (bytes.length % 16)
  return Buffer.concat([bytes, Buffer.alloc(count, count)])
}
const open = (encryptedData: unknown, changes: object = {}) =>
  decryptUserData({ ...keys, encryptedData: encryptedData as string, ...changes })
const kind = (wanted: CryptoErrorKind) => expect.objectContaining({ name: 'CryptoError', kind: wanted })
const good = sealUserData({ phoneNumber: '13800000000' }, { ...keys, timestamp: 1477314187 })

describe('decryptUserData', () => {
  it('gives the object, watermark included', () => {
    expect(open(good)).toEqual({ phoneNumber: '13800000000', watermark: { appid: appId, timestamp: 1477314187 } })
  })

  it.each(Array.from({ length: 17 }, (_, size) => size))('reads it with %i bytes more', (size) => {
    expect(open(sealUserData({ x: 'x'.repeat(size) }, keys))['x']).toBe('x'.repeat(size))
  })

  it.each(['sessionKey', 'iv'])('refuses a %s that is not base64 of 16 bytes', (name) => {
    const short = randomBytes(15).toString('base64')
    for (const value of [
      undefined,
      null,
      5,
      {},
      [sessionKey],
      '',
      short,
      `${sessionKey} `,
      sessionKey.slice(0, -1),
      'HyVFkGl5F5OQWJZZaNz_Bg==',
    ]) {
      expect(() => open(good, { [name]: value })).toThrow(kind('key'))
    }
  })

  it.each([undefined, null, 5, {}, [good], '', good.slice(0, -1), 'AAAA', `-${good.slice(1)}`])(
    'refuses the encryptedData %j',
    (value) => {
      expect(() => open(value)).toThrow(kind('ciphertext'))
    },
  )

  it('P23: says that + was lost in transport, when there are blanks', () => {
    const spaced = `${good.slice(0, 4)} ${good.slice(5)}`
    expect(() => open(spaced)).toThrow(/'\+' was probably lost in transport/)
    expect(() => open(spaced)).toThrow(expect.objectContaining({ officialCode: -40010 }))
  })

  it('P23: says what to do when the session_key is of another login', () => {
    expect(() => open(encrypt(Buffer.alloc(32)))).toThrow(kind('padding'))
    expect(() => open(encrypt(Buffer.alloc(32)))).toThrow(/call wx\.login first/)
  })

  it('is strict about padding', () => {
    for (const end of [[0], [17], [3, 2], [255], Array.from({ length: 17 }, () => 17)]) {
      const plain = Buffer.concat([Buffer.alloc(32 - end.length, 1), Buffer.from(end)])
      expect(() => open(encrypt(plain))).toThrow(kind('padding'))
    }
  })

  it.each(['', 'null', '[]', '5', '"text"', '{', 'undefined', Buffer.from([0x7b, 0x22, 0x80, 0x22, 0x3a, 0x31, 0x7d])])(
    'refuses %j: no JSON object',
    (text) => {
      expect(() => open(encrypt(padded(text)))).toThrow(kind('json'))
    },
  )

  it.each([
    ['another app', { watermark: { appid: 'wx1' } }],
    ['no watermark', {}],
    ['an empty watermark', { watermark: {} }],
    ['a watermark that is text', { watermark: appId }],
    ['a list', { watermark: [appId] }],
    ['an appid that is no text', { watermark: { appid: [appId] } }],
    ['null', { watermark: null }],
  ])('refuses the watermark of %s', (_what, data) => {
    expect(() => open(encrypt(padded(JSON.stringify(data))))).toThrow(
      expect.objectContaining({ kind: 'appid', officialCode: -41003, expectedAppId: appId }),
    )
  })

  it('refuses an appId of its own that is none, and a watermark that only a prototype has', () => {
    for (const value of ['', undefined, null, [appId]]) {
      const config = expect.objectContaining({ code: 'WX_CONFIG_INVALID', setting: 'appId' })
      expect(() => open(encrypt(padded('{"watermark":{"appid":""}}')), { appId: value })).toThrow(config)
    }
    expect(() => open(encrypt(padded(`{"__proto__":{"watermark":{"appid":"${appId}"}}}`)))).toThrow(kind('appid'))
  })

  it('refuses stale data only when asked to', () => {
    const clock = new ManualClock(1477314187_000 + 60_000)
    expect(open(good, { clock, maxAgeSeconds: 60 }).watermark.appid).toBe(appId)
    expect(() => open(good, { clock, maxAgeSeconds: 59 })).toThrow(kind('stale'))
    expect(() => open(good, { clock: new ManualClock(0), maxAgeSeconds: 59 })).toThrow(kind('stale'))
    const timeless = encrypt(padded(JSON.stringify({ watermark: { appid: appId } })))
    expect(open(timeless).watermark).toEqual({ appid: appId })
    expect(() => open(timeless, { maxAgeSeconds: 1e9 })).toThrow(kind('stale'))
  })
})
