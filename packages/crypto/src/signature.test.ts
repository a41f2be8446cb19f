import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSignature, sha1Signature, verifySignature } from './signature.js'

const sha1 = (text: string | Buffer): string => createHash('sha1').update(text).digest('hex')
const token = 'AAAAA'
const timestamp = '1714036504'
const nonce = '1514711492'
const signature = 'f464b24fc39322e44b38aa78f5edd27bd1441696'
const good = { token, timestamp, nonce, signature }

describe('sha1Signature', () => {
  it('sorts by code point, not by locale', () => {
    expect(sha1Signature('abc', '_x', 'Test_1', 'AAAAA')).toBe(sha1('AAAAATest_1_xabc'))
    expect(sha1Signature('10', '9', '009')).toBe(sha1('009109'))
  })

  it('sorts beyond U+FFFF as bytes do, not as UTF-16 does', () => {
    expect(sha1Signature('😀', '\uff5e')).toBe(sha1('\uff5e😀'))
  })

  it('sorts any texts in the order of their bytes', () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(texts, (parts) => {
        const bytes = parts.map((part) => Buffer.from(part)).sort(Buffer.compare)
        expect(sha1Signature(...parts)).toBe(sha1(Buffer.concat(bytes)))
      }),
    )
  })

  it('gives what verifySignature accepts, and leaves an array that was spread alone', () => {
    const parts = ['b', 'a']
    expect(sha1Signature(...parts)).toBe(sha1('ab'))
    expect(parts).toEqual(['b', 'a'])
  })

  it('refuses a number, whose leading zeros are lost', () => {
    expect(() => sha1Signature(token, 17 as never)).toThrow(expect.objectContaining({ code: 'WX_CONFIG_INVALID' }))
  })
})

describe('verifySignature', () => {
  it('accepts what WeChat signed', () => {
    expect(verifySignature(good)).toBe(true)
  })

  it('keeps leading zeros of timestamp and nonce', () => {
    const zeros = { token, timestamp: '0017', nonce: '007' }
    expect(verifySignature({ ...zeros, signature: sha1Signature(token, '0017', '007') })).toBe(true)
    expect(verifySignature({ ...zeros, signature: sha1Signature(token, '17', '7') })).toBe(false)
  })

  it('accepts any of several tokens, and no other', () => {
    expect(verifySignature({ ...good, token: ['BBBBB', token] })).toBe(true)
    expect(verifySignature({ ...good, token: ['BBBBB', 'CCCCC'] })).toBe(false)
    expect(verifySignature({ ...good, token: [] })).toBe(false)
  })

  it('covers Encrypt when it is given', () => {
    const signed = sha1Signature(token, timestamp, nonce, 'YWJj')
    expect(verifySignature({ ...good, signature: signed, encrypted: 'YWJj' })).toBe(true)
    expect(verifySignature({ ...good, signature: signed, encrypted: 'YWJk' })).toBe(false)
    expect(verifySignature({ ...good, signature: signed })).toBe(false)
    expect(verifySignature({ ...good, encrypted: 'YWJj' })).toBe(false)
  })

  it.each([
    ['upper case', signature.toUpperCase()],
    ['too short', signature.slice(1)],
    ['too long', `${signature}0`],
    ['a blank in front', ` ${signature}`],
    ['a line break behind', `${signature}\n`],
    ['no hex', signature.replace('f', 'g')],
    ['wide digits', signature.replace('4', '\uff14')],
    ['empty', ''],
  ])('S3: refuses a signature that is %s', (_what, given) => {
    expect(verifySignature({ ...good, signature: given })).toBe(false)
    expect(isSignature(given)).toBe(false)
  })

  it('refuses every signature but the right one', () => {
    const flips = fc.tuple(fc.nat(39), fc.constantFrom(...'0123456789abcdef'))
    fc.assert(
      fc.property(flips, ([at, digit]) => {
        const changed = signature.slice(0, at) + digit + signature.slice(at + 1)
        expect(verifySignature({ ...good, signature: changed })).toBe(changed === signature)
      }),
    )
  })

  const hostile: readonly unknown[] = [
    undefined,
    null,
    '',
    0,
    1714036504,
    true,
    Number.NaN,
    10n,
    Symbol('x'),
    [],
    [timestamp],
    [[]],
    {},
    { length: 40 },
    Object.create(null),
    { toString: () => timestamp },
    () => timestamp,
    new String(timestamp),
    Buffer.from(timestamp),
    'x'.repeat(5_000_000),
    '\ud800',
  ]

  it.each(['token', 'timestamp', 'nonce', 'signature'] as const)('is false, and never throws, for any %s', (name) => {
    for (const value of hostile) expect(verifySignature({ ...good, [name]: value })).toBe(false)
  })

  it('is false for any Encrypt that is no text, even with a matching plain signature', () => {
    for (const value of hostile) {
      if (value === undefined) continue
      expect(verifySignature({ ...good, encrypted: value })).toBe(false)
    }
  })

  it('is false for an empty token in a list, which would let anybody sign', () => {
    const forged = { timestamp, nonce, signature: sha1Signature('', timestamp, nonce) }
    expect(verifySignature({ ...forged, token: '' })).toBe(false)
    expect(verifySignature({ ...forged, token: [token, ''] })).toBe(false)
  })

  it('is false for empty timestamp or nonce, however well signed', () => {
    expect(verifySignature({ token, timestamp: '', nonce, signature: sha1Signature(token, nonce) })).toBe(false)
    expect(verifySignature({ token, timestamp, nonce: '', signature: sha1Signature(token, timestamp) })).toBe(false)
  })

  it('is false for an empty Encrypt, which adds nothing to what is signed', () => {
    expect(verifySignature({ ...good, encrypted: '' })).toBe(false)
  })
})
