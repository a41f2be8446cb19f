import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CryptoErrorKind } from './errors.js'
import { MessageCrypto } from './message-crypto.js'
import { sha1Signature } from './signature.js'

const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const otherKey = 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba'
const token = 'AAAAA'
const appId = 'wxba5fad812f8e6fb9'
const settings = { token, encodingAesKey, appId }
const random = '707722b803182950'
const query = { timestamp: '1713424427', nonce: '415670741' }

// An implementation of its own, straight from the description: shares nothing with the sources.
const aes = (key: string): [string, Buffer, Buffer] => {
  const bytes = Buffer.from(`${key}=`, 'base64')
  return ['aes-256-cbc', bytes, bytes.subarray(0, 16)]
}
const sealFrame = (frame: Buffer, key = encodingAesKey): string => {
  const cipher = createCipheriv(...aes(key)).setAutoPadding(false)
  return Buffer.concat([cipher.update(frame), cipher.final()]).toString('base64')
}
const openFrame = (encrypted: string, key = encodingAesKey): Buffer => {
  const decipher = createDecipheriv(...aes(key)).setAutoPadding(false)
  return Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()])
}
const padded = (frame: Buffer): Buffer => {
  const count = 32 - (frame.length % 32)
  return Buffer.concat([frame, Buffer.alloc(count, count)])
}
const frameOf = (message: string | Buffer, parts: { receiver?: string; length?: number } = {}): Buffer => {
  const bytes = Buffer.from(message as string)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(parts.length ?? bytes.length)
  return Buffer.concat([Buffer.from(random), length, bytes, Buffer.from(parts.receiver ?? appId)])
}

const kind = (wanted: CryptoErrorKind) => expect.objectContaining({ name: 'CryptoError', kind: wanted })
const crypto = new MessageCrypto(settings)

describe('every length', () => {
  it.each(Array.from({ length: 97 }, (_, size) => size))('%i bytes, both directions', (size) => {
    const message = 'x'.repeat(size)
    const sealed = sealFrame(padded(frameOf(message)))
    expect(crypto.encrypt(message, { random })).toBe(sealed)
    expect(crypto.decrypt(sealed)).toBe(message)
    expect(openFrame(crypto.encrypt(message)).subarray(16)).toEqual(padded(frameOf(message)).subarray(16))
  })

  it('text of many bytes per character, and a megabyte', () => {
    for (const message of ['你好', '😀'.repeat(7), 'é', '\ufffd', '\0', '好'.repeat(350_000)]) {
      expect(crypto.decrypt(sealFrame(padded(frameOf(message))))).toBe(message)
      expect(crypto.decrypt(crypto.encrypt(message))).toBe(message)
    }
  })
})

describe('the key', () => {
  it.each([
    ['42 characters', encodingAesKey.slice(1)],
    ['44 with =', `${encodingAesKey}=`],
    ['44 without', `${encodingAesKey}A`],
    ['a URL-safe -', `-${encodingAesKey.slice(1)}`],
    ['a URL-safe _', `_${encodingAesKey.slice(1)}`],
    ['a blank', ` ${encodingAesKey.slice(1)}`],
    ['a line break behind', `${encodingAesKey}\n`],
    ['a line break for the last', `${encodingAesKey.slice(1)}\n`],
    ['a wide letter', `\uff21${encodingAesKey.slice(1)}`],
    ['nothing', ''],
    ['undefined', undefined],
    ['null', null],
    ['a number', 43],
    ['an object', { length: 43 }],
    ['no key at all', []],
    ['a list with a bad one', [encodingAesKey, 'short']],
  ])('K1: %s is refused at construction', (_what, value) => {
    expect(() => new MessageCrypto({ ...settings, encodingAesKey: value as never })).toThrow(kind('key'))
  })

  it('K1: + and / are letters like others, and the last character may carry bits that mean nothing', () => {
    for (const key of [`+/${encodingAesKey.slice(2)}`, ...['A', 'B', 'C', 'D'].map((end) => 'a'.repeat(42) + end)]) {
      const one = new MessageCrypto({ ...settings, encodingAesKey: key })
      expect(one.decrypt(sealFrame(padded(frameOf('hello')), key))).toBe('hello')
    }
  })

  it.each(['', 'ab', 'a'.repeat(33), 'with_underline', 'blank x', '令牌令牌', undefined, null, 5, [], ['AAAAA', '']])(
    'S13: the token %j is refused at construction',
    (value) => {
      expect(() => new MessageCrypto({ ...settings, token: value as never })).toThrow(
        expect.objectContaining({ code: 'WX_CONFIG_INVALID', setting: 'token' }),
      )
    },
  )

  it.each(['', ' ', `${appId}\n`, undefined, null, 5, ['wx']])(
    'S13: the app id %j is refused at construction',
    (value) => {
      expect(() => new MessageCrypto({ ...settings, appId: value as never })).toThrow(
        expect.objectContaining({ code: 'WX_CONFIG_INVALID', setting: 'appId' }),
      )
    },
  )
})

describe('decrypt', () => {
  const sealed = crypto.encrypt('hello', { random })

  it.each([
    ['empty', ''],
    ['a length that is no multiple of 4', sealed.slice(0, -1)],
    ['a blank inside', ` ${sealed.slice(1)}`],
    ['blanks for +', 'AAAA AAA'.repeat(4)],
    ['a line break behind', `${sealed}\n\n\n\n`],
    ['the URL-safe alphabet', `-_${sealed.slice(2)}`],
    ['= inside', `${sealed.slice(0, 20)}=${sealed.slice(21)}`],
    ['= in front', `====${sealed}`],
    ['three =', `${sealed.slice(0, -3)}===`],
    ['a comma', `,${sealed.slice(1)}`],
    ['a letter whose low byte is in the alphabet', `\u0141${sealed.slice(1)}`],
    ['an unpaired surrogate', `\ud800${sealed.slice(1)}`],
    ['an object', {}],
    ['an array', [sealed]],
    ['undefined', undefined],
    ['a number', 12],
  ])('K2: refuses %s', (_what, value) => {
    expect(() => crypto.decrypt(value as never)).toThrow(kind('ciphertext'))
  })

  it('K2: the unused bits of the last character do not matter', () => {
    const [two] = [crypto.encrypt('12', { random })]
    expect(two.endsWith('==')).toBe(true)
    const at = two.length - 3
    const next = String.fromCharCode(two.charCodeAt(at) + 1)
    expect(crypto.decrypt(`${two.slice(0, at)}${next}==`)).toBe('12')
  })

  it.each([1, 15, 17, 31, 33, 47])('K3: refuses %i bytes', (size) => {
    expect(() => crypto.decrypt(Buffer.alloc(size, 7).toString('base64'))).toThrow(kind('ciphertext'))
  })

  const whole = padded(frameOf('hello'))
  const withEnd = (...end: number[]): Buffer => Buffer.concat([whole.subarray(0, -end.length), Buffer.from(end)])

  it.each([
    ['0', withEnd(0)],
    ['33', withEnd(...Array.from({ length: 33 }, () => 33))],
    ['255', withEnd(255)],
    ['more than there is', Buffer.alloc(16, 17)],
    ['one byte that differs', Buffer.concat([whole.subarray(0, -5), Buffer.from([6]), whole.subarray(-4)])],
    ['the first byte of it differs', Buffer.concat([Buffer.alloc(64 - 32), Buffer.from([9]), Buffer.alloc(31, 32)])],
  ])('K4: refuses padding of %s', (_what, frame) => {
    expect(() => crypto.decrypt(sealFrame(frame))).toThrow(kind('padding'))
  })

  it('K4: refuses padding that reaches back into what the cipher held before', () => {
    // One message can leave the cipher so that the block in front of the next decrypts to anything: here to 17s.
    const [, key, iv] = aes(encodingAesKey)
    const one = new MessageCrypto(settings)
    const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false)
    const held = Buffer.from(decipher.update(iv).map((byte) => byte ^ 17))
    expect(() => one.decrypt(held.toString('base64'))).toThrow()
    expect(() => one.decrypt(sealFrame(Buffer.alloc(16, 17)))).toThrow(kind('padding'))
  })

  it.each(Array.from({ length: 32 }, (_, n) => n + 1))('K4: accepts %i bytes of padding', (count) => {
    const message = 'x'.repeat(96 - 20 - appId.length - count)
    const frame = padded(frameOf(message))
    expect(frame.at(-1)).toBe(count)
    expect(crypto.decrypt(sealFrame(frame))).toBe(message)
  })

  it.each([
    ['nothing but padding', Buffer.alloc(16, 16)],
    ['nothing but padding, 32', Buffer.alloc(32, 32)],
    ['19 bytes', padded(Buffer.alloc(19))],
    ['one byte more than there is', padded(frameOf('hello', { length: 5 + appId.length + 1 }))],
    ['a length that is negative when read signed', padded(frameOf('hello', { length: 0xffff_fff0 }))],
    ['the largest length', padded(frameOf('hello', { length: 0xffff_ffff }))],
  ])('K5: refuses %s', (_what, frame) => {
    expect(() => crypto.decrypt(sealFrame(frame))).toThrow(kind('length'))
  })

  it.each([
    ['another', { receiver: 'wxba5fad812f8e6fb8' }],
    ['a longer', { receiver: `${appId}0` }],
    ['a shorter', { receiver: appId.slice(0, -1) }],
    ['an upper-case', { receiver: appId.toUpperCase() }],
    ['no', { receiver: '' }],
    ['a zero-ended', { receiver: `${appId}\0` }],
  ])('K6: refuses %s receiver', (_what, parts) => {
    expect(() => crypto.decrypt(sealFrame(padded(frameOf('hello', parts))))).toThrow(kind('appid'))
  })

  it('K6: says both ids, and shows nothing that is no id', () => {
    const sealedFor = (receiver: string) => sealFrame(padded(frameOf('hello', { receiver })))
    expect(() => crypto.decrypt(sealedFor('wx0000000000000000'))).toThrow(
      expect.objectContaining({ expectedAppId: appId, actualAppId: 'wx0000000000000000', officialCode: -40005 }),
    )
    expect(() => crypto.decrypt(sealedFor('<Content>private</Content>'))).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('private'), expectedAppId: appId }),
    )
  })

  it.each([
    ['a lone continuation byte', [0x80]],
    ['a cut character', [0xe4, 0xbd]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ])('K7: refuses %s', (_what, bytes) => {
    expect(() => crypto.decrypt(sealFrame(padded(frameOf(Buffer.from(bytes)))))).toThrow(kind('parse'))
  })

  it('K7: a message of no bytes is legal', () => {
    expect(crypto.decrypt(sealFrame(padded(frameOf(''))))).toBe('')
  })

  it('goes on as before after every kind of failure', () => {
    for (const bad of [
      '',
      'AAAA',
      sealFrame(withEnd(0)),
      sealFrame(padded(Buffer.alloc(19))),
      sealFrame(whole, otherKey),
    ]) {
      expect(() => crypto.decrypt(bad)).toThrow()
      expect(crypto.decrypt(sealed)).toBe('hello')
    }
  })
})

describe('encrypt', () => {
  it('K8: the same text and random give the same, whatever came before', () => {
    const wanted = sealFrame(padded(frameOf('hello')))
    for (let i = 0; i < 40; i++) {
      expect(crypto.encrypt('hello', { random })).toBe(wanted)
      crypto.encrypt('x'.repeat(i))
    }
    expect(new MessageCrypto(settings).encrypt('hello', { random: new Uint8Array(Buffer.from(random)) })).toBe(wanted)
  })

  it('K8: random bytes differ from message to message, beyond what is kept in stock', () => {
    const seen = new Set<string>()
    for (let i = 0; i < 600; i++) seen.add(openFrame(crypto.encrypt('hello')).toString('hex', 0, 16))
    expect(seen.size).toBe(600)
  })

  it.each(['', 'short', `${random}x`, new Uint8Array(15), []])('K8: refuses the random %j', (value) => {
    expect(() => crypto.encrypt('hello', { random: value as never })).toThrow(
      expect.objectContaining({ code: 'WX_CONFIG_INVALID', setting: 'random' }),
    )
  })

  it('leaves the random bytes it was given alone', () => {
    const given = randomBytes(16)
    const copy = Buffer.from(given)
    crypto.encrypt('a', { random: given })
    crypto.encrypt('b', { random: given })
    expect(given).toEqual(copy)
  })

  it.each([undefined, null, 5, {}, Buffer.from('hello')])('refuses %j for a text', (value) => {
    expect(() => crypto.encrypt(value as never)).toThrow(expect.objectContaining({ code: 'WX_CONFIG_INVALID' }))
  })
})

describe('seal and open', () => {
  it('seal signs what it encrypts, with the first token', () => {
    const sealed = new MessageCrypto({ ...settings, token: ['BBBBB', token] }).seal('hello', { ...query, random })
    const encrypt = sealFrame(padded(frameOf('hello')))
    const msgSignature = sha1Signature('BBBBB', query.timestamp, query.nonce, encrypt)
    expect(sealed).toEqual({ encrypt, msgSignature, ...query })
  })

  it('seal makes up a timestamp in seconds and a new nonce', () => {
    const before = Math.floor(Date.now() / 1000)
    const [one, two] = [crypto.seal('hello'), crypto.seal('hello')]
    expect(one.timestamp).toMatch(/^\d{10}$/)
    expect(Number(one.timestamp)).toBeGreaterThanOrEqual(before)
    expect(one.nonce).toMatch(/^\d+$/)
    expect(one.nonce).not.toBe(two.nonce)
    expect(one.encrypt).not.toBe(two.encrypt)
    expect(crypto.seal('hello', { timestamp: 17 }).timestamp).toBe('17')
  })

  it.each([
    { timestamp: '' },
    { timestamp: '1e9' },
    { timestamp: -1 },
    { timestamp: 1.5 },
    { nonce: '' },
    { nonce: [] },
  ])('seal refuses %j', (options) => {
    expect(() => crypto.seal('hello', options as never)).toThrow(expect.objectContaining({ code: 'WX_CONFIG_INVALID' }))
  })

  it('open reads what was sealed', () => {
    expect(crypto.open(crypto.seal('你好'))).toBe('你好')
  })

  const signed = (encrypt: string) => ({
    encrypt,
    ...query,
    msgSignature: sha1Signature(token, query.timestamp, query.nonce, encrypt),
  })
  const broken: readonly (readonly [CryptoErrorKind, string])[] = [
    ['ciphertext', ''],
    ['ciphertext', 'not base64'],
    ['ciphertext', 'AAAA'],
    ['padding', sealFrame(Buffer.alloc(32, 0))],
    ['length', sealFrame(Buffer.alloc(32, 32))],
    ['appid', sealFrame(padded(frameOf('hello', { receiver: 'wx1' })))],
    ['parse', sealFrame(padded(frameOf(Buffer.from([0x80]))))],
  ]

  it.each(broken)('K9: an unsigned message is refused for its signature, not for its %s', (wanted, encrypt) => {
    expect(() => crypto.open(signed(encrypt))).toThrow(kind(wanted))
    const refusals = ['0'.repeat(40), '', undefined].map((msgSignature) => {
      try {
        return crypto.open({ ...signed(encrypt), msgSignature })
      } catch (error) {
        return JSON.stringify(error)
      }
    })
    expect(new Set(refusals).size).toBe(1)
    expect(refusals[0]).toContain('WX_CRYPTO_SIGNATURE')
  })

  it('open refuses what is not four single texts, and never a signature over less', () => {
    const message = crypto.seal('hello', query)
    const plain = sha1Signature(token, query.timestamp, query.nonce)
    for (const value of [undefined, null, 1, [], {}, [message.encrypt], new String(message.encrypt)]) {
      for (const name of ['encrypt', 'msgSignature', 'timestamp', 'nonce']) {
        expect(() => crypto.open({ ...message, [name]: value })).toThrow(kind('signature'))
      }
      expect(() => crypto.open({ ...message, encrypt: value, msgSignature: plain })).toThrow(kind('signature'))
    }
    expect(() => crypto.open({ ...message, timestamp: '' })).toThrow(kind('signature'))
    expect(() => crypto.open({ ...message, nonce: '' })).toThrow(kind('signature'))
  })
})

describe('rotation', () => {
  const before = new MessageCrypto({ token: 'oldToken', encodingAesKey: otherKey, appId })
  const during = new MessageCrypto({ token: [token, 'oldToken'], encodingAesKey: [encodingAesKey, otherKey], appId })

  it('opens what either setting sealed, in any mixture and order', () => {
    for (const sender of [before, crypto, crypto, before, before, crypto]) {
      expect(during.open(sender.seal('hello'))).toBe('hello')
    }
    expect(() => before.open(crypto.seal('hello'))).toThrow(kind('signature'))
  })

  it('seals with the current settings', () => {
    expect(crypto.open(during.seal('hello'))).toBe('hello')
  })

  it('K6: a previous key must pass all checks too', () => {
    const other = new MessageCrypto({ token: 'oldToken', encodingAesKey: otherKey, appId: 'wx1' })
    expect(() => during.open(other.seal('hello'))).toThrow(expect.objectContaining({ name: 'CryptoError' }))
  })

  it('reports what the current key met, not what the previous ones did', () => {
    const wrongApp = sealFrame(padded(frameOf('hello', { receiver: 'wx1' })))
    expect(() => during.decrypt(wrongApp)).toThrow(kind('appid'))
    expect(() => during.decrypt(sealFrame(padded(Buffer.alloc(19))))).toThrow(kind('length'))
  })
})
