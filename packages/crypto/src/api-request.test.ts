import { constants, createDecipheriv, createPublicKey, verify } from 'node:crypto'
import { ConfigError, ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { ApiSecurity } from './api-security.js'
import { ApiPlatform, generateApiKeys } from './testing/index.js'

const appId = 'wxba6223c06417af7b'
const url = 'https://api.weixin.qq.com/wxa/getuserriskrank'
const seconds = 1635927954
const clock = new ManualClock(seconds * 1000 + 999)
const { developer, platform } = generateApiKeys(appId)
const security = new ApiSecurity({ ...developer, clock })
const server = new ApiPlatform({ ...platform, clock })
const call = { openid: 'oEWzBfmdLqhFS2mTXCo2E4Y9gJAM', scene: 0, list: [{ 名: '值' }] }

/** Decrypts by the page's recipe, with nothing of the package. */
function decrypt(body: string, timestamp: number = seconds): Record<string, unknown> {
  const { iv, data, authtag } = JSON.parse(body) as Record<string, string>
  const { key, sn } = developer.symmetricKey
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), Buffer.from(iv ?? '', 'base64'))
  decipher.setAAD(Buffer.from(`${url}|${appId}|${timestamp}|${sn}`)).setAuthTag(Buffer.from(authtag ?? '', 'base64'))
  const plain = Buffer.concat([decipher.update(data ?? '', 'base64'), decipher.final()]).toString()
  return JSON.parse(plain) as Record<string, unknown>
}

describe('a secured call', () => {
  it('is what the platform opens', () => {
    const sent = security.request({ url: `${url}?access_token=TOKEN`, body: call })
    expect(server.openRequest(sent)).toEqual(call)
    expect(sent.url).toBe(`${url}?access_token=TOKEN`)
  })

  it('has the three members, with an iv of 12 bytes and a tag of 16', () => {
    const body = JSON.parse(security.request({ url, body: call }).body) as Record<string, string>
    expect(Object.keys(body)).toEqual(['iv', 'data', 'authtag'])
    expect(Buffer.from(body['iv'] ?? '', 'base64')).toHaveLength(12)
    expect(Buffer.from(body['authtag'] ?? '', 'base64')).toHaveLength(16)
  })

  it('encrypts the parameters behind the members that secure them', () => {
    const plain = decrypt(security.request({ url, body: call }).body)
    expect(Object.keys(plain)).toEqual(['_n', '_appid', '_timestamp', 'openid', 'scene', 'list'])
    expect(plain).toMatchObject({ ...call, _appid: appId, _timestamp: seconds })
  })

  it('never uses an iv or a random member twice, and makes the latter 16 to 32 bytes long', () => {
    const sent = Array.from({ length: 40 }, () => security.request({ url, body: {} }).body)
    const noise = sent.map((body) => String(decrypt(body)['_n']))
    expect(new Set(sent.map((body) => (JSON.parse(body) as { iv: string }).iv)).size).toBe(sent.length)
    expect(new Set(noise).size).toBe(sent.length)
    for (const text of noise) {
      expect(text).toMatch(/^[A-Za-z0-9+/]{22,43}$/)
      expect(Buffer.from(text, 'base64').length).toBeGreaterThanOrEqual(16)
    }
    expect(new Set(noise.map((text) => text.length)).size).toBeGreaterThan(1)
  })

  it('is signed with a salt of 32 bytes over four lines, the last without an end', () => {
    const { body, headers } = security.request({ url: `${url}?access_token=TOKEN`, body: call })
    expect(headers).toEqual({
      'Wechatmp-Appid': appId,
      'Wechatmp-TimeStamp': String(seconds),
      'Wechatmp-Serial': developer.asymmetricSn,
      'Wechatmp-Signature': expect.stringMatching(/^[A-Za-z0-9+/]{342}==$/),
    })
    const key = createPublicKey(platform.publicKey)
    const signature = Buffer.from(headers['Wechatmp-Signature'] ?? '', 'base64')
    const signed = Buffer.from(`${url}\n${appId}\n${seconds}\n${body}`)
    const padding = constants.RSA_PKCS1_PSS_PADDING
    expect(verify('sha256', signed, { key, padding, saltLength: 32 }, signature)).toBe(true)
    expect(verify('sha256', signed, { key, padding, saltLength: 20 }, signature)).toBe(false)
  })

  it('names the key that signed it only when its number is known', () => {
    const { asymmetricSn: _, ...nameless } = developer
    const { headers } = new ApiSecurity({ ...nameless, clock }).request({ url, body: call })
    expect(Object.keys(headers)).toEqual(['Wechatmp-Appid', 'Wechatmp-TimeStamp', 'Wechatmp-Signature'])
  })

  it('goes out with the time of the moment', async () => {
    const later = new ManualClock(seconds * 1000)
    const one = new ApiSecurity({ ...developer, clock: later })
    await later.advance(5000)
    const { body, headers } = one.request({ url, body: {} })
    expect(headers['Wechatmp-TimeStamp']).toBe(String(seconds + 5))
    expect(decrypt(body, seconds + 5)['_timestamp']).toBe(seconds + 5)
  })
})

describe('the query', () => {
  it('is encrypted with the body, except access_token', () => {
    const sent = security.request({ url: `${url}?openid=o%2B1&access_token=a%2Bb&x=#top`, body: { scene: 0 } })
    expect(sent.url).toBe(`${url}?access_token=a%2Bb`)
    expect(server.openRequest(sent)).toEqual({ openid: 'o+1', x: '', scene: 0 })
  })

  it('does not stay where there is no access_token', () => {
    expect(security.request({ url: `${url}?openid=o`, body: {} }).url).toBe(url)
    expect(security.request({ url: `${url}?`, body: {} }).url).toBe(url)
  })

  it('keeps a parameter called __proto__ a parameter', () => {
    const { body } = security.request({ url: `${url}?__proto__=x`, body: {} })
    expect(Object.getOwnPropertyDescriptor(decrypt(body), '__proto__')?.value).toBe('x')
  })

  it.each([
    ['twice in the query', `${url}?openid=a&openid=a`, {}],
    ['access_token twice', `${url}?access_token=a&access_token=b`, {}],
    ['in query and body', `${url}?openid=a`, { openid: 'a' }],
    ['reserved, in the query', `${url}?_appid=a`, {}],
  ])('refuses a parameter %s', (_what, address, body) => {
    expect(() => security.request({ url: address, body })).toThrow(ConfigError)
  })

  it.each([
    '/wxa/getuserriskrank',
    'api.weixin.qq.com/wxa/x',
    'ftp://api.weixin.qq.com/wxa/x',
    'https://api.weixin.qq.com',
    'https:///wxa/x',
    `${url}\n${appId}`,
    `${url}|${appId}`,
    `${url}?a=\nb`,
    ' https://api.weixin.qq.com/wxa/x',
    '',
    undefined,
    new URL(url),
  ])('refuses the address %j', (address) => {
    expect(() => security.request({ url: address as string, body: {} })).toThrow(
      expect.objectContaining({ setting: 'url' }),
    )
  })
})

describe('the parameters', () => {
  const circle: Record<string, unknown> = {}
  circle['self'] = circle

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['text', '{}'],
    ['what was made JSON already', Buffer.from('{}').toString()],
    ['_n', { _n: 'x' }],
    ['_appid', { _appid: appId }],
    ['_timestamp', { _timestamp: undefined }],
    ['a circle', circle],
    ['a bigint', { id: 1n }],
  ])('cannot be %s', (_what, body) => {
    expect(() => security.request({ url, body: body as Record<string, unknown> })).toThrow(
      expect.objectContaining({ name: 'ConfigError', setting: 'body' }),
    )
  })

  it('are left as they were', () => {
    const body = Object.freeze({ openid: 'o' })
    security.request({ url, body })
    expect(body).toEqual({ openid: 'o' })
  })

  it('keep 64-bit integers where the JSON of the options does', () => {
    const json = {
      parse: (text: string): unknown => JSON.parse(text.replace(/:(\d{16,})/g, ':"$1"')),
      stringify: (value: unknown) =>
        JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? `<${inner}>` : inner)).replace(
          /"<(\d+)>"/g,
          '$1',
        ),
    }
    const exact = new ApiSecurity({ ...developer, clock, json })
    const exactServer = new ApiPlatform({ ...platform, clock, json })
    const sent = exact.request({ url, body: { id: 9007199254740993n } })
    expect(exactServer.openRequest(sent)).toEqual({ id: '9007199254740993' })
    const answer = exactServer.sealResponse({ url, body: { id: 9007199254740993n } })
    expect(exact.response({ url, ...answer })).toEqual({ id: '9007199254740993' })
  })
})
