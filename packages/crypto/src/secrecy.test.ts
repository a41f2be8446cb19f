import { createCipheriv, createPrivateKey, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { ConfigError } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { ApiSecurity } from './api-security.js'
import { signApi } from './api-signature.js'
import { signCardExt } from './cards.js'
import { signDelivery } from './delivery-signature.js'
import { CryptoError, type CryptoErrorKind } from './errors.js'
import { generateEncodingAesKey, generateToken } from './generate.js'
import { signJsapi } from './jsapi.js'
import { MessageCrypto } from './message-crypto.js'
import { signMidas } from './midas-signature.js'
import { signRawData } from './session-signature.js'
import { ApiPlatform, generateApiKeys, openReply, sealPush } from './testing/index.js'
import { decryptUserData } from './user-data.js'
import { signVirtualPayment } from './virtual-payment.js'

const appId = 'wxba5fad812f8e6fb9'
const { developer, platform } = generateApiKeys(appId)
/** What is secret in the PEM. */
const privateKeyText = developer.privateKey.split('\n').slice(1, -2).join('')

/** Made up anew for every failure, but for the RSA key. What a user wrote is as secret as the keys. */
const canaries = () => ({
  token: generateToken(),
  encodingAesKey: generateEncodingAesKey(),
  sessionKey: randomBytes(16).toString('base64'),
  ticket: generateToken(),
  appKey: generateToken(),
  symmetricKey: randomBytes(32).toString('base64'),
  privateKey: privateKeyText,
  written: generateToken(),
})
type Canaries = ReturnType<typeof canaries>

const iv = Buffer.alloc(16).toString('base64')

/** Ends in zeros, which is no padding. */
const zeroEnded = (text: string): Buffer =>
  Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(32)]).subarray(0, 32)
const padded = (text: string): Buffer => {
  const count = 16 - (text.length % 16)
  return Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(count, count)])
}
const encrypted = (name: string, key: Buffer, plain: Buffer): string =>
  createCipheriv(name, key, key.length === 16 ? Buffer.from(iv, 'base64') : key.subarray(0, 16))
    .setAutoPadding(false)
    .update(plain)
    .toString('base64')

const crypto = (it: Canaries) => new MessageCrypto({ token: it.token, encodingAesKey: it.encodingAesKey, appId })
const openFrame = (it: Canaries, plain: Buffer) =>
  crypto(it).decrypt(encrypted('aes-256-cbc', Buffer.from(it.encodingAesKey, 'base64'), plain))
const openUserData = (it: Canaries, plain: Buffer, limits: { maxAgeSeconds?: number } = {}) => {
  const encryptedData = encrypted('aes-128-cbc', Buffer.from(it.sessionKey, 'base64'), plain)
  return decryptUserData({ sessionKey: it.sessionKey, iv, appId, encryptedData, ...limits })
}
const withKey = (it: Canaries, encodingAesKey: string) => new MessageCrypto({ token: it.token, encodingAesKey, appId })
const withSession = (sessionKey: string) => decryptUserData({ sessionKey, iv, appId, encryptedData: iv })

const url = 'https://api.weixin.qq.com/wxa/getuserriskrank'
const secured = (it: Canaries, changes: object = {}): ApiSecurity => {
  const symmetricKey = { sn: 'sn', key: it.symmetricKey }
  return new ApiSecurity({ ...developer, symmetricKey, ...changes })
}
/** An answer whose encrypted text is this. */
const answered = (it: Canaries, inner: (members: object) => string) => {
  const json = { parse: JSON.parse, stringify: (value: unknown) => inner({ ...(value as object) }) }
  const symmetricKey = { sn: 'sn', key: it.symmetricKey }
  return { url, ...new ApiPlatform({ ...platform, symmetricKey, json }).sealResponse({ url, body: { a: it.written } }) }
}
const sealed = (it: Canaries, more: object = {}) =>
  answered(it, (members) => JSON.stringify({ ...members, a: it.written, ...more }))
const otherKey = randomBytes(32).toString('base64')
/** An answer with another body, signed like any. */
const signedBody = (it: Canaries, body: string) => {
  const good = sealed(it)
  const parts = { path: url, appId, timestamp: good.headers['Wechatmp-TimeStamp'] ?? '', body: Buffer.from(body) }
  const signature = signApi(parts, createPrivateKey(platform.certificate.privateKey as string))
  return { ...good, body, headers: { ...good.headers, 'Wechatmp-Signature': signature } }
}

const failures: readonly (readonly [CryptoErrorKind | 'config', string, (it: Canaries) => unknown])[] = [
  [
    'signature',
    'a wrong one',
    (it) => crypto(it).open({ ...crypto(it).seal(it.written), msgSignature: '0'.repeat(40) }),
  ],
  [
    'signature',
    'values that are no text',
    (it) => crypto(it).open({ ...crypto(it).seal(it.written), nonce: [it.token] }),
  ],
  [
    'parse',
    'a message that is not UTF-8',
    (it) => openFrame(it, padded(`${'r'.repeat(16)}\0\0\0\x21${it.written}\x80${appId}`)),
  ],
  ['parse', 'an answer that is no envelope', (it) => openReply(`<xml>${it.written}</xml>`, { ...it, appId })],
  ['key', 'a key with =', (it) => withKey(it, `${it.encodingAesKey}=`)],
  ['key', 'a key too short', (it) => withKey(it, it.encodingAesKey.slice(1))],
  ['key', 'a key with a blank', (it) => withKey(it, `${it.encodingAesKey.slice(1)} `)],
  ['key', 'a key with a strange letter', (it) => withKey(it, `${it.encodingAesKey.slice(1)}-`)],
  ['key', 'a session key too long', (it) => withSession(Buffer.from(it.sessionKey).toString('base64'))],
  ['key', 'a session key with a blank', (it) => withSession(`${it.sessionKey.slice(1)} `)],
  ['key', 'no session key', (it) => signRawData(it.written, '')],
  [
    'appid',
    'a message for another app',
    (it) => crypto(it).decrypt(new MessageCrypto({ ...it, appId: 'wx1' }).encrypt(it.written)),
  ],
  [
    'appid',
    'a message whose length field is forged',
    (it) => openFrame(it, padded(`${'r'.repeat(16)}\0\0\0\0<${it.written}>${appId}`)),
  ],
  [
    'appid',
    'user data of another app',
    (it) => openUserData(it, padded(`{"a":"${it.written}","watermark":{"appid":"wx1"}}`)),
  ],
  ['appid', 'user data without watermark', (it) => openUserData(it, padded(`{"a":"${it.written}"}`))],
  ['ciphertext', 'a message that is not base64', (it) => crypto(it).decrypt(`${it.written.slice(1)}-`)],
  ['ciphertext', 'a message that was cut off', (it) => crypto(it).decrypt(crypto(it).encrypt(it.written).slice(0, -4))],
  ['padding', 'a message that ends in zeros', (it) => openFrame(it, zeroEnded(it.written.slice(1)))],
  ['padding', 'user data that ends in zeros', (it) => openUserData(it, zeroEnded(it.written.slice(1)))],
  ['length', 'a message that is too short', (it) => openFrame(it, padded(it.written.slice(0, 19)))],
  ['json', 'user data that is no JSON', (it) => openUserData(it, padded(`<${it.written}>`))],
  ['json', 'user data that is cut off', (it) => openUserData(it, padded(`{"a":"${it.written}"`))],
  [
    'stale',
    'old user data',
    (it) =>
      openUserData(it, padded(`{"a":"${it.written}","watermark":{"appid":"${appId}","timestamp":1}}`), {
        maxAgeSeconds: 9,
      }),
  ],
  ['signature', 'an answer that was changed', (it) => secured(it).response({ ...sealed(it), body: it.written })],
  ['signature', 'an answer without signature', (it) => secured(it).response({ url, headers: {}, body: it.written })],
  ['parse', 'an answer that is no envelope', (it) => secured(it).response(signedBody(it, `{"a":"${it.written}"}`))],
  [
    'ciphertext',
    'an answer whose data is not base64',
    (it) => secured(it).response(signedBody(it, `{"iv":"AAAAAAAAAAAAAAAA","data":"${it.written}-","authtag":""}`)),
  ],
  ['tag', 'an answer under another key', (it) => secured(it).response(sealed({ ...it, symmetricKey: otherKey }))],
  ['json', 'an answer that holds no JSON', (it) => secured(it).response(answered(it, () => `<${it.written}>`))],
  ['appid', 'an answer for another app', (it) => secured(it).response(sealed(it, { _appid: `<${it.written}>` }))],
  ['stale', 'an answer of another time', (it) => secured(it).response(sealed(it, { _timestamp: it.written }))],
  [
    'key',
    'a symmetric key with a blank',
    (it) => secured(it, { symmetricKey: { sn: 'sn', key: ` ${it.symmetricKey}` } }),
  ],
  ['key', 'a symmetric key too long', (it) => secured({ ...it, symmetricKey: `AAAA${it.symmetricKey}` })],
  ['key', 'a private key that is no PEM', (it) => secured(it, { privateKey: it.privateKey })],
  ['key', 'a private key that is cut off', (it) => secured(it, { privateKey: developer.privateKey.slice(0, 900) })],
  [
    'key',
    'a private key for a public one',
    (it) => secured(it, { platformCertificates: [{ sn: 'sn', publicKey: developer.privateKey }] }),
  ],
  ['config', 'an address with a blank', (it) => secured(it).request({ url: `${url}?a= ${it.written}|`, body: {} })],
  ['config', 'a query with a name twice', (it) => secured(it).request({ url: `${url}?a=${it.written}&a=`, body: {} })],
  ['config', 'a call that is no JSON', (it) => secured(it).request({ url, body: { [it.written]: 1n } })],
  ['config', 'a payment under a whole address', (it) => signVirtualPayment({ ...it, uri: it.written + url, body: '' })],
  [
    'config',
    'a legacy parameter',
    (it) => signMidas({ path: '/x', secret: it.appKey, params: { a: [it.written] as never } }),
  ],
  ['config', 'a delivery without order', (it) => signDelivery({ shopId: 'x', shopOrderId: '', appSecret: it.appKey })],
  ['config', 'a bad token', (it) => new MessageCrypto({ ...it, token: `${it.token}_`, appId })],
  ['config', 'a bad token of a push', (it) => sealPush(it.written, { ...it, token: `${it.token}_`, appId })],
  ['config', 'a bad app id', (it) => new MessageCrypto({ ...it, appId: ` ${it.written}` })],
  ['config', 'a bad url', (it) => signJsapi({ ticket: it.ticket, url: it.written })],
  ['config', 'a bad card', (it) => signCardExt({ ticket: it.ticket, cardId: '' })],
]

function thrownBy(failure: () => unknown): Error {
  try {
    failure()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('it did not fail')
}

/** Any run of this many characters of a secret counts as showing it. */
const telling = 8
const piecesOf = (secret: string): string[] =>
  Array.from({ length: secret.length - telling + 1 }, (_, at) => secret.slice(at, at + telling))

describe.each(failures)('%s: %s', (kind, _what, fail) => {
  it('is thrown as what it is', () => {
    const error = thrownBy(() => fail(canaries()))
    if (kind === 'config') return expect(error).toBeInstanceOf(ConfigError)
    expect(error).toBeInstanceOf(CryptoError)
    expect(error).toMatchObject({ kind, code: `WX_CRYPTO_${kind.toUpperCase()}`, officialCode: expect.any(Number) })
    expect(error.message).toMatch(/.{20,}[.]$/)
  })

  it('shows no secret: not in its message, stack, members, JSON or inspection', () => {
    const secrets = canaries()
    const error = thrownBy(() => fail(secrets))
    const shown = [
      error.message,
      error.stack,
      String(error),
      JSON.stringify(error),
      JSON.stringify(Object.getOwnPropertyNames(error).map((name) => Reflect.get(error, name))),
      inspect(error, { depth: null, showHidden: true }),
    ].join('\n')
    for (const [name, secret] of Object.entries(secrets)) {
      for (const spelling of [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')]) {
        expect(
          piecesOf(spelling).filter((piece) => shown.includes(piece)),
          name,
        ).toEqual([])
      }
    }
  })
})

describe('MessageCrypto itself', () => {
  it('shows no secret when it is printed', () => {
    const { token, encodingAesKey } = canaries()
    const one = new MessageCrypto({ token, encodingAesKey, appId })
    one.open(one.seal('hello'))
    const shown = `${inspect(one, { depth: null, showHidden: true })}${JSON.stringify(one)}${String(one)}`
    for (const secret of [token, encodingAesKey]) expect(shown).not.toContain(secret)
  })
})

describe('ApiSecurity itself', () => {
  it('shows no secret when it is printed', () => {
    const it = canaries()
    const one = secured(it)
    one.response(sealed(it))
    const shown = `${inspect(one, { depth: null, showHidden: true })}${JSON.stringify(one)}${String(one)}`
    for (const secret of [it.symmetricKey, it.privateKey.slice(0, 40)]) expect(shown).not.toContain(secret)
  })
})
