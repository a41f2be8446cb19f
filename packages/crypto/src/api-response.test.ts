import { constants, createCipheriv, createPublicKey, randomBytes, sign } from 'node:crypto'
import { ManualClock, type WebHeaders } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { ApiSecurity } from './api-security.js'
import type { CryptoErrorKind } from './errors.js'
import { ApiPlatform, generateApiKeys } from './testing/index.js'

const appId = 'wxba6223c06417af7b'
const url = 'https://api.weixin.qq.com/wxa/getuserriskrank'
const seconds = 1635927956
const clock = new ManualClock(seconds * 1000)
const { developer, platform } = generateApiKeys(appId)
const old = generateApiKeys(appId).platform.certificate
const publicKeyOf = (privateKey: string) =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
const stranger = generateApiKeys(appId).developer.privateKey
const { sn } = platform.certificate
const security = new ApiSecurity({ ...developer, clock })
const server = new ApiPlatform({ ...platform, clock })

type Header = 'Appid' | 'TimeStamp' | 'Serial' | 'Signature' | 'Serial-Deprecated' | 'Signature-Deprecated'
type Headers = { [name in `Wechatmp-${Header}`]?: string }

interface Forgery {
  /** The encrypted JSON, or the bytes in its place. */
  inner?: unknown
  /** Seconds in header, signature, and AAD. */
  timestamp?: number | string
  aadTimestamp?: number
  sn?: string
  tagLength?: number
  key?: string
  signing?: { padding?: number; saltLength?: number }
  /** What is signed and sent in the place of the envelope. */
  body?: string
  envelope?: Record<string, unknown>
  url?: string
}

/** Makes an answer by the page's recipe, with nothing of the package, and with whatever is wrong in it. */
function answer(forgery: Forgery = {}): { url: string; headers: Headers; body: string } {
  const { timestamp = seconds, tagLength = 16, key = platform.certificate.privateKey as string } = forgery
  const inner = forgery.inner ?? { _n: 'x', _appid: appId, _timestamp: Number(timestamp), errcode: 0, risk_rank: 0 }
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(developer.symmetricKey.key, 'base64'), iv, {
    authTagLength: tagLength,
  })
  const aad = [forgery.url ?? url, appId, forgery.aadTimestamp ?? timestamp, forgery.sn ?? developer.symmetricKey.sn]
  cipher.setAAD(Buffer.from(aad.join('|')))
  const plain = Buffer.isBuffer(inner) ? inner : Buffer.from(typeof inner === 'string' ? inner : JSON.stringify(inner))
  const data = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
  const envelope = { iv: iv.toString('base64'), data, authtag: cipher.getAuthTag().toString('base64') }
  const body = forgery.body ?? JSON.stringify({ ...envelope, ...forgery.envelope })
  const { padding = constants.RSA_PKCS1_PSS_PADDING, ...salt } = forgery.signing ?? { saltLength: 32 }
  const signature = sign('sha256', Buffer.from(`${forgery.url ?? url}\n${appId}\n${timestamp}\n${body}`), {
    key,
    padding,
    ...salt,
  })
  return {
    url,
    body,
    headers: {
      'Wechatmp-Appid': appId,
      'Wechatmp-TimeStamp': String(timestamp),
      'Wechatmp-Serial': sn,
      'Wechatmp-Signature': signature.toString('base64'),
    },
  }
}

const failure = (kind: CryptoErrorKind, officialCode?: number) =>
  expect.objectContaining({ name: 'CryptoError', kind, ...(officialCode === undefined ? {} : { officialCode }) })
const opening = (forgery: Forgery, changes: { headers?: Headers; body?: string } = {}, by = security) => {
  const good = answer(forgery)
  return () => by.response({ ...good, ...changes, headers: { ...good.headers, ...changes.headers } })
}
const without = (...names: Header[]): Headers =>
  Object.fromEntries(Object.entries(answer().headers).filter(([name]) => !names.some((n) => name === `Wechatmp-${n}`)))

describe('an answer', () => {
  it('comes out without the members that secure it', () => {
    expect(security.response(answer())).toEqual({ errcode: 0, risk_rank: 0 })
    expect(security.response({ url, ...server.sealResponse({ url, body: { rank: [1] } }) })).toEqual({ rank: [1] })
  })

  it('is read from bytes and from text, whatever the query of the address', () => {
    const good = answer()
    for (const body of [good.body, Buffer.from(good.body), new Uint8Array(Buffer.from(good.body))]) {
      expect(security.response({ ...good, body, url: `${url}?a=|&a=&access_token=x#y` })).toEqual({
        errcode: 0,
        risk_rank: 0,
      })
    }
  })

  it('comes with headers in every form that clients have', () => {
    const { headers, ...rest } = answer()
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as [string, string])
    const forms: (WebHeaders | globalThis.Headers)[] = [
      headers,
      new Headers(lower),
      Object.fromEntries(lower),
      Object.fromEntries(lower.map(([name, value]) => [name.toUpperCase(), [value]])),
      { ...headers, get: 'a header of this name', 'set-cookie': ['a', 'b'], 'wechatmp-serial': undefined },
    ]
    for (const form of forms)
      expect(security.response({ ...rest, headers: form })).toEqual({ errcode: 0, risk_rank: 0 })
  })

  it('tells an error that was encrypted as part of the answer', () => {
    const inner = { _appid: appId, _timestamp: seconds, errcode: 61010, errmsg: 'code is expired' }
    expect(security.response(answer({ inner }))).toEqual({ errcode: 61010, errmsg: 'code is expired' })
  })

  it('loses every member that begins with _, and sets no prototype', () => {
    const inner = `{"_n":"x","_appid":"${appId}","_timestamp":${seconds},"_new":1,"__proto__":{"admin":true},"a":{"_b":1}}`
    const data = security.response(answer({ inner }))
    expect(data).toEqual({ a: { _b: 1 } })
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
    expect('admin' in data).toBe(false)
  })
})

describe('the certificate', () => {
  const oldOnly = (logger: { warn(...line: unknown[]): void }) =>
    new ApiSecurity({
      ...developer,
      clock,
      platformCertificates: [{ sn: old.sn, publicKey: publicKeyOf(old.privateKey as string) }],
      logger: { ...console, ...logger },
    })
  const both = new ApiPlatform({ ...platform, clock, deprecatedCertificate: old })
  const changing = { url, ...both.sealResponse({ url, body: { ok: 1 } }) }

  it('is chosen by its number: the new one, about which there is nothing to say', () => {
    const lines: unknown[] = []
    const logger = { ...console, warn: (...line: unknown[]) => lines.push(line) }
    expect(new ApiSecurity({ ...developer, clock, logger }).response(changing)).toEqual({ ok: 1 })
    expect(lines).toEqual([])
  })

  it('is the new one when both are held', () => {
    const certificates = [{ sn: old.sn, publicKey: publicKeyOf(old.privateKey as string) }]
    const platformCertificates = [...certificates, ...developer.platformCertificates]
    const holder = new ApiSecurity({ ...developer, clock, platformCertificates })
    expect(holder.response(changing)).toEqual({ ok: 1 })
    const headers = { ...changing.headers, 'Wechatmp-Signature': changing.headers['Wechatmp-Signature-Deprecated'] }
    expect(() => holder.response({ ...changing, headers })).toThrow(failure('signature', 40234))
  })

  it('is chosen by its number: the old one while certificates change, which is said once', () => {
    const lines: unknown[] = []
    const behind = oldOnly({ warn: (...line) => lines.push(line) })
    expect(behind.response(changing)).toEqual({ ok: 1 })
    expect(behind.response(changing)).toEqual({ ok: 1 })
    expect(lines).toEqual([
      [expect.stringContaining('about to replace'), { appId, deprecatedSn: old.sn, newSn: platform.certificate.sn }],
    ])
  })

  it('is not announced by an answer that was not verified', () => {
    const lines: unknown[] = []
    const behind = oldOnly({ warn: (...line) => lines.push(line) })
    expect(() => behind.response({ ...changing, body: `${changing.body} ` })).toThrow(failure('signature', 40234))
    expect(lines).toEqual([])
  })

  it('signs with its own signature only: crossed pairs are refused', () => {
    const crossed = {
      ...changing.headers,
      'Wechatmp-Serial': old.sn,
      'Wechatmp-Serial-Deprecated': platform.certificate.sn,
    }
    expect(() => security.response({ ...changing, headers: crossed })).toThrow(failure('signature', 40234))
  })

  it('is not looked for under any other number', () => {
    expect(opening({}, { headers: { 'Wechatmp-Serial': sn.toUpperCase() } })).toThrow(failure('signature', 40234))
    expect(opening({}, { headers: { 'Wechatmp-Serial': '__proto__' } })).toThrow(/not among platformCertificates/)
    const { body } = answer()
    expect(() => security.response({ url, body, headers: without('Serial') })).toThrow(failure('signature', 40230))
  })

  it('needs the signature that stands beside its number', () => {
    const { 'Wechatmp-Signature': _, ...headers } = changing.headers as Headers
    expect(() => security.response({ ...changing, headers })).toThrow(failure('signature', 40232))
  })

  it('does not vouch with the key of somebody else', () => {
    expect(opening({ key: stranger })).toThrow(failure('signature', 40234))
  })
})

describe('the signature', () => {
  it('has a salt of 32 bytes', () => {
    expect(opening({ signing: { saltLength: 32 } })()).toBeDefined()
    expect(opening({ signing: { saltLength: 20 } })).toThrow(failure('signature', 40234))
    expect(opening({ signing: { saltLength: 0 } })).toThrow(failure('signature', 40234))
    expect(opening({ signing: { padding: constants.RSA_PKCS1_PADDING } })).toThrow(failure('signature', 40234))
  })

  it('is judged before anything is decrypted or parsed', () => {
    const wrong = { headers: { 'Wechatmp-Signature': answer().headers['Wechatmp-Signature'] ?? '' } }
    for (const forgery of [
      { sn: 'other' },
      { envelope: { authtag: 'AAAA' } },
      { body: 'no json' },
      { inner: 'no json' },
      { inner: { _appid: 'wx1' } },
    ]) {
      expect(opening(forgery, wrong)).toThrow(failure('signature', 40234))
    }
  })

  it('covers address, time and every byte of the body', () => {
    const { body } = answer()
    expect(opening({}, { body: `${body}\n` })).toThrow(failure('signature'))
    expect(opening({}, { body: `\ufeff${body}` })).toThrow(failure('signature'))
    expect(opening({}, { headers: { 'Wechatmp-TimeStamp': String(seconds + 1) } })).toThrow(failure('signature'))
    expect(opening({ url: `${url}2` })).toThrow(failure('signature'))
  })

  it.each(['x', 'AAAA', ' ', '-_', 'A'.repeat(344), 'A'.repeat(100_000)])('is not %.20s', (signature) => {
    expect(opening({}, { headers: { 'Wechatmp-Signature': signature } })).toThrow(failure('signature', 40234))
  })

  it('is strict base64: blanks, the URL-safe alphabet and rests do not pass', () => {
    const { headers, ...rest } = answer()
    const good = headers['Wechatmp-Signature'] ?? ''
    for (const signature of [` ${good}`, `${good}\n`, good.replace(/=+$/, ''), `${good}AAAA`, `${good},${good}`]) {
      expect(() => security.response({ ...rest, headers: { ...headers, 'Wechatmp-Signature': signature } })).toThrow(
        failure('signature', 40234),
      )
    }
  })
})

describe('headers', () => {
  it.each([
    ['Appid', 'appid', 40233],
    ['TimeStamp', 'signature', 40231],
    ['Signature', 'signature', 40232],
    ['Serial', 'signature', 40230],
  ] as const)('%s must be there once', (name, kind, officialCode) => {
    const { body, headers, ...rest } = answer()
    const header = `Wechatmp-${name}` as const
    const value = headers[header]
    const wrong: WebHeaders[] = [
      { ...headers, [header]: undefined },
      { ...headers, [header]: '' },
      { ...headers, [header]: [value, value] as string[] },
      { ...headers, [header]: [] },
      { ...headers, [header.toLowerCase()]: value },
      { ...headers, [header]: 5 as unknown as string },
    ]
    for (const one of wrong) {
      expect(() => security.response({ ...rest, body, headers: one })).toThrow(failure(kind, officialCode))
    }
  })

  it.each([undefined, null, 'x', 5])('cannot be %j', (headers) => {
    expect(() => security.response({ ...answer(), headers: headers as never })).toThrow(
      expect.objectContaining({ setting: 'headers' }),
    )
  })

  it('of another account are refused, and named', () => {
    expect(opening({}, { headers: { 'Wechatmp-Appid': 'wx1' } })).toThrow(
      expect.objectContaining({ kind: 'appid', officialCode: 40237, expectedAppId: appId, actualAppId: 'wx1' }),
    )
    expect(opening({}, { headers: { 'Wechatmp-Appid': appId.toUpperCase() } })).toThrow(failure('appid', 40237))
  })
})

describe('the time', () => {
  it.each([-300, 0, 300])('may be %i seconds away', (skew) => {
    expect(opening({ timestamp: seconds + skew })()).toMatchObject({ risk_rank: 0 })
  })

  it.each([-301, 301, 1e9])('may not be %i seconds away', (skew) => {
    expect(opening({ timestamp: seconds + skew })).toThrow(failure('stale', 40240))
  })

  it('may be as far away as maxSkewSeconds says', () => {
    const strict = new ApiSecurity({ ...developer, clock, maxSkewSeconds: 0 })
    expect(opening({}, {}, strict)()).toBeDefined()
    expect(opening({ timestamp: seconds - 1 }, {}, strict)).toThrow(failure('stale'))
    const lax = new ApiSecurity({ ...developer, clock, maxSkewSeconds: Number.POSITIVE_INFINITY })
    expect(opening({ timestamp: 1 }, {}, lax)()).toBeDefined()
  })

  it('moves on: an answer cannot be replayed later', async () => {
    const running = new ManualClock(seconds * 1000)
    const one = new ApiSecurity({ ...developer, clock: running })
    const good = answer()
    expect(one.response(good)).toBeDefined()
    await running.advance(301_000)
    expect(() => one.response(good)).toThrow(failure('stale', 40240))
  })

  it.each(['now', '-1', '1e9', `${seconds}.0`, ` ${seconds}`, '0x1', 'NaN', '9'.repeat(400)])(
    'is not %.20s',
    (time) => {
      expect(opening({ timestamp: time, inner: {} })).toThrow(failure('stale', 40240))
    },
  )

  it('in the encrypted text is that of the header', () => {
    for (const time of [seconds - 1, String(seconds), null, undefined, [seconds]]) {
      expect(opening({ inner: { _appid: appId, _timestamp: time } })).toThrow(failure('stale', 40240))
    }
  })

  it('is that of the answer, not of the call', () => {
    expect(opening({ aadTimestamp: seconds - 2 })).toThrow(failure('tag', 40235))
  })
})

describe('the encrypted body', () => {
  it('is bound to the symmetric key and its number', () => {
    expect(opening({ sn: 'other' })).toThrow(failure('tag', 40235))
    const symmetricKey = { ...developer.symmetricKey, key: randomBytes(32).toString('base64') }
    expect(opening({}, {}, new ApiSecurity({ ...developer, clock, symmetricKey }))).toThrow(failure('tag', 40235))
  })

  it.each([4, 8, 12, 13, 14, 15])('has a tag of 16 bytes, not the %i that Node would take', (tagLength) => {
    expect(opening({ tagLength })).toThrow(failure('tag', 40235))
  })

  it.each([
    ['tag', { authtag: '' }],
    ['tag', { authtag: '-_-_' }],
    ['tag', { authtag: Buffer.alloc(16).toString('base64') }],
    ['ciphertext', { iv: '' }],
    ['ciphertext', { iv: Buffer.alloc(11).toString('base64') }],
    ['ciphertext', { iv: Buffer.alloc(16).toString('base64') }],
    ['ciphertext', { iv: 'r2WDQt56rEAmMu_R' }],
    ['ciphertext', { data: '' }],
    ['ciphertext', { data: 'AA A' }],
    ['ciphertext', { data: 'AAA' }],
    ['parse', { iv: undefined }],
    ['parse', { data: 5 }],
    ['parse', { data: ['AAAA'] }],
    ['parse', { authtag: null }],
  ] as const)('is refused as %s with %j', (kind, envelope) => {
    expect(opening({ envelope })).toThrow(failure(kind))
  })

  it.each(['', 'null', '[]', '5', 'no json', '{', `{"errcode":0}`, '['.repeat(100_000)])('is not %.20s', (body) => {
    expect(opening({ body })).toThrow(failure('parse'))
  })

  it.each(['', 'null', '[]', '5', '"x"', '{', Buffer.from([0x7b, 0x22, 0x80, 0x22, 0x3a, 0x31, 0x7d])])(
    'does not hold %s',
    (inner) => {
      const kind = inner === '' ? 'ciphertext' : 'json'
      expect(opening({ inner })).toThrow(failure(kind))
    },
  )

  it('is for this account', () => {
    for (const id of ['wx1', appId.toUpperCase(), '', null, undefined, [appId]]) {
      expect(opening({ inner: { _appid: id, _timestamp: seconds } })).toThrow(failure('appid', 40237))
    }
  })

  it.each([undefined, null, 5, { iv: '', data: '', authtag: '' }])('cannot be given as %j', (body) => {
    expect(() => security.response({ ...answer(), body: body as never })).toThrow(
      expect.objectContaining({ setting: 'body' }),
    )
  })
})

describe('a plain answer', () => {
  const plain =
    (body: string, headers: Headers = {}) =>
    () =>
      security.response({ url, body, headers })
  const refused = (errcode: number) => expect.objectContaining({ name: 'ApiRefusedError', errcode })

  it('that is an error is thrown as one, with its number and words', () => {
    const errmsg = 'invalid signature rid: 61820000-00000000-00000000'
    expect(plain(JSON.stringify({ errcode: 40234, errmsg }))).toThrow(
      expect.objectContaining({ code: 'WX_CRYPTO_REFUSED', errcode: 40234, errmsg }),
    )
    expect(plain('{"errcode":40001,"errmsg":"invalid credential"}')).toThrow(/errcode 40001 \(invalid credential\)/)
    expect(plain('{"errcode":-1}')).toThrow(refused(-1))
  })

  it('that is an error is thrown as one, too, when it is signed', () => {
    expect(opening({ body: '{"errcode":40235,"errmsg":"x"}' })).toThrow(refused(40235))
    expect(opening({ body: '{"errcode":40235}' }, { body: '{"errcode":40001}' })).toThrow(failure('signature', 40234))
  })

  it.each([
    [40230, /asymmetricSn/],
    [40234, /privateKey/],
    [40235, /symmetricKey/],
    [40239, /RSAwithSHA256/],
    [40240, /clock/],
    [48001, /look the number up/],
  ])('%i says what to do', (errcode, advice) => {
    expect(plain(JSON.stringify({ errcode }))).toThrow(advice)
  })

  it.each([
    '{"errcode":0,"errmsg":"ok","risk_rank":0}',
    '{"risk_rank":0}',
    '{"errcode":"40001"}',
    '{"errcode":null}',
    '[{"errcode":40001}]',
    '<html>502</html>',
    '',
    answer().body,
    `{"a":${'['.repeat(100_000)}`,
  ])('is never data: %.40s', (body) => {
    expect(plain(body)).toThrow(failure('signature', 40232))
  })

  it('does not come true by the headers without a signature', () => {
    expect(plain(answer().body, without('Signature'))).toThrow(failure('signature', 40232))
  })

  it('puts no lines and no novels into the log', () => {
    const errmsg = `a\n2026-01-01 INFO forged\u001b[31m${'x'.repeat(10_000)}`
    const body = JSON.stringify({ errcode: 1, errmsg })
    expect(plain(body)).toThrow(expect.objectContaining({ errmsg }))
    expect(plain(body)).toThrow(/^[\x20-\x7e]{1,400}$/)
  })
})
