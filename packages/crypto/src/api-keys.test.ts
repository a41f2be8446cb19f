import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { ConfigError, ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { ApiSecurity, type ApiSecurityOptions } from './api-security.js'
import { ApiPlatform, generateApiKeys } from './testing/index.js'

const appId = 'wxba6223c06417af7b'
const url = 'https://api.weixin.qq.com/wxa/getuserriskrank'
const clock = new ManualClock()
const { developer, platform } = generateApiKeys(appId)
const { publicKey } = platform
const { privateKey } = developer
const sn = 'sn'

const withOptions = (changes: object) => () =>
  new ApiSecurity({ ...developer, clock, ...changes } as unknown as ApiSecurityOptions)
const keyError = (message: RegExp) =>
  expect.objectContaining({ name: 'CryptoError', kind: 'key', message: expect.stringMatching(message) })

/** DER in the wrapping of a PEM file. */
const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`

/** An SM2 public key. */
const sm2PublicKey = pem(
  'PUBLIC KEY',
  Buffer.from(
    '3059301306072a8648ce3d020106082a811ccf5501822d034200' +
      '0481d5de11ff76870fbf2c04bf0484d4c2be0e5145e0808bc83aed1dfe9f31c9e1' +
      '12f461d218b4193128bfba1b8d5a5983beeff8576280ae714f619392b286d48d',
    'hex',
  ),
)
/** An SM2 private key made up for this: the scalar 1 and no point. */
const sm2PrivateKey = pem(
  'PRIVATE KEY',
  Buffer.from(
    `3041020100301306072a8648ce3d020106082a811ccf5501822d0427302502010104 20${'00'.repeat(31)}01`.replace(/ /g, ''),
    'hex',
  ),
)

/** An SM2 certificate, signed by itself. */
const sm2Certificate = pem(
  'CERTIFICATE',
  Buffer.from(
    'MIIBbjCCAROgAwIBAgIUR/nNGc+rvpBcnCGndhBZAURuePIwCgYIKoEcz1UBg3UwDDEKMAgGA1UEAwwBYTAeFw0yNjExMjAx' +
      'MTQ5MzFaFw0yNjExMzAxMTQ5MzFaMAwxCjAIBgNVBAMMAWEwWTATBgcqhkjOPQIBBggqgRzPVQGCLQNCAAS3aq0n9WUs0BWW' +
      'cRo0BEAX1MP/MMlCHjgdPDbVg/NMZ+ezb0gZvmHrH2b036SR2HJKE/kG+hblszjhiKuIHXlVo1MwUTAdBgNVHQ4EFgQUeEOW' +
      'yyC1B00bGuoZiIPt6a1KV0EwHwYDVR0jBBgwFoAUeEOWyyC1B00bGuoZiIPt6a1KV0EwDwYDVR0TAQH/BAUwAwEB/zAKBggq' +
      'gRzPVQGDdQNJADBGAiEAqAXNZS3jkgeD/DfHmanamL+4TJeZnG3IjO/knvlsxu0CIQD6C9B66/ruy/ld/RZNd0hasm1Y6qt9' +
      '7BhVcPAJWlk8Sg==',
    'base64',
  ),
)

describe('the private key', () => {
  const rsa = createPrivateKey(privateKey)
  const roundTrip = (key: ApiSecurityOptions['privateKey']) => {
    const sent = withOptions({ privateKey: key })().request({ url, body: { a: 1 } })
    return new ApiPlatform({ ...platform, clock }).openRequest(sent)
  }

  it.each([
    ['PKCS#8', privateKey],
    ['PKCS#1', rsa.export({ type: 'pkcs1', format: 'pem' }) as string],
    ['with Windows line ends', privateKey.replaceAll('\n', '\r\n')],
    ['without the last line end', privateKey.trimEnd()],
    ['a key object', rsa],
  ])('may be %s', (_form, key) => {
    expect(roundTrip(key)).toEqual({ a: 1 })
  })

  it('with a passphrase gets in as a key object', () => {
    for (const type of ['pkcs8', 'pkcs1'] as const) {
      const locked = rsa.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }) as string
      expect(withOptions({ privateKey: locked })).toThrow(keyError(/passphrase/))
      expect(roundTrip(createPrivateKey({ key: locked, passphrase: 'x' }))).toEqual({ a: 1 })
    }
  })

  it.each([
    ['missing', undefined, /missing/],
    ['no text', 5, /no PEM text/],
    ['empty', '', /whole text of the file/],
    ['the base64 alone', privateKey.split('\n').slice(1, -2).join(''), /whole text of the file/],
    ['on one line', privateKey.replaceAll('\n', '\\n'), /two characters \\n/],
    ['indented', privateKey.replaceAll('\n', '\n  '), /indented/],
    ['cut off', privateKey.slice(0, 500), /cut off/],
    ['a public key', publicKey, /of another kind/],
    ['a public key object', generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey, /this one is public/],
    ['an elliptic one', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, /no RSA key/],
    ['too small', generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey, /512 bits/],
  ])('cannot be %s', (_what, key, message) => {
    expect(withOptions({ privateKey: key })).toThrow(keyError(message))
  })
})

describe('platform certificates', () => {
  it.each([
    ['a private key', { sn, publicKey: privateKey }, /is a private key/],
    ['a certificate that is a key', { sn, certificate: publicKey }, /cannot be read/],
    ['damaged', { sn, certificate: pem('CERTIFICATE', randomBytes(300)) }, /cannot be read/],
    ['no text', { sn, publicKey: 5 }, /no PEM text/],
    [
      'an elliptic one',
      {
        sn,
        publicKey: generateKeyPairSync('ec', {
          namedCurve: 'P-256',
          publicKeyEncoding: { type: 'spki', format: 'pem' },
          privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        }).publicKey,
      },
      /no RSA key/,
    ],
  ])('cannot be %s', (_what, certificate, message) => {
    expect(withOptions({ platformCertificates: [certificate] })).toThrow(keyError(message))
  })

  it.each([
    ['missing', undefined],
    ['none', []],
    ['no list', { sn, publicKey }],
    ['without a number', [{ publicKey }]],
    [
      'under one number twice',
      [
        { sn, publicKey },
        { sn, publicKey },
      ],
    ],
    ['without a key', [{ sn }]],
    ['with both', [{ sn, publicKey, certificate: publicKey }]],
    ['nothing', [undefined]],
  ])('cannot be %s', (_what, platformCertificates) => {
    expect(withOptions({ platformCertificates })).toThrow(ConfigError)
  })
})

describe('the symmetric key', () => {
  const { key } = developer.symmetricKey

  it.each([
    ['missing', undefined, /missing/],
    ['empty', '', /missing/],
    ['no text', Buffer.alloc(32), /no text/],
    ['with a blank', `${key.slice(0, 10)} ${key.slice(11)}`, /not base64/],
    ['without its =', key.slice(0, -1), /not base64/],
    ['URL-safe', `${key.slice(1)}_`, /not base64/],
    ['too short', randomBytes(31).toString('base64'), /this one has 31/],
    ['too long', randomBytes(33).toString('base64'), /this one has 33/],
  ])('cannot be %s', (_what, wrong, message) => {
    expect(withOptions({ symmetricKey: { sn, key: wrong } })).toThrow(keyError(message))
  })

  it.each([undefined, null, '', 5, 'a b', 'a|b', 'a\n'])('cannot have the number %j', (number) => {
    expect(withOptions({ symmetricKey: { sn: number, key } })).toThrow(
      expect.objectContaining({ setting: 'symmetricKey.sn' }),
    )
    expect(withOptions({ asymmetricSn: number ?? '' })).toThrow(expect.objectContaining({ setting: 'asymmetricSn' }))
  })

  it('cannot be missing as a whole', () => {
    expect(withOptions({ symmetricKey: undefined })).toThrow(ConfigError)
  })
})

describe('keys for SM2 and SM4', () => {
  const advice = /not supported, because Node's crypto .* Choose RSAwithSHA256 and AES256_GCM in the console/

  it.each([
    ['symmetric', { symmetricKey: { sn, key: 'AAECAwQFBgcICQoLDA0ODw==' } }],
    ['private', { privateKey: sm2PrivateKey }],
    ['public', { platformCertificates: [{ sn, publicKey: sm2PublicKey }] }],
    ['in a certificate', { platformCertificates: [{ sn, certificate: sm2Certificate }] }],
  ])('are refused with the reason and the way out: %s', (_which, changes) => {
    expect(withOptions(changes)).toThrow(keyError(advice))
  })
})

it.each([-1, Number.NaN, '300', null])('maxSkewSeconds cannot be %j', (maxSkewSeconds) => {
  expect(withOptions({ maxSkewSeconds })).toThrow(expect.objectContaining({ setting: 'maxSkewSeconds' }))
})

it.each([undefined, '', 'wx 1', 5])('appId cannot be %j', (wrong) => {
  expect(withOptions({ appId: wrong })).toThrow(expect.objectContaining({ setting: 'appId' }))
})
