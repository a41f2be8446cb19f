import { ManualClock } from '@wx/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ApiSecurity } from './api-security.js'
import { ApiPlatform, generateApiKeys } from './testing/index.js'

const appId = 'wxba6223c06417af7b'
const url = 'https://api.weixin.qq.com/wxa/getuserriskrank'
const clock = new ManualClock()
const { developer, platform } = generateApiKeys(appId)
const security = new ApiSecurity({ ...developer, clock })
const server = new ApiPlatform({ ...platform, clock })

const names = fc.string({ unit: 'binary', maxLength: 12 }).filter((name) => !name.startsWith('_'))
const objects = fc
  .dictionary(names, fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }), { maxKeys: 6, noNullPrototype: true })
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>)

it('opens any object that the other side sealed, in both directions', () => {
  fc.assert(
    fc.property(objects, (body) => {
      expect(server.openRequest(security.request({ url, body }))).toEqual(body)
      expect(security.response({ url, ...server.sealResponse({ url, body }) })).toEqual(body)
    }),
  )
})

it('refuses an answer in which any one bit is flipped', () => {
  const places = [
    'body',
    'url',
    'Wechatmp-Appid',
    'Wechatmp-TimeStamp',
    'Wechatmp-Serial',
    'Wechatmp-Signature',
  ] as const
  const answer = { url, ...server.sealResponse({ url, body: { rank: 0 } }) }
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.nat(), fc.nat(7), (place, at, bit) => {
      const flipped = (text = ''): string => {
        const bytes = Buffer.from(text, 'latin1')
        const index = at % bytes.length
        bytes[index] = (bytes[index] as number) ^ (1 << bit)
        return bytes.toString('latin1')
      }
      const changed =
        place === 'body' || place === 'url'
          ? { ...answer, [place]: flipped(answer[place]) }
          : { ...answer, headers: { ...answer.headers, [place]: flipped(answer.headers[place]) } }
      // A query or fragment is no part of what is signed: everything before it still is.
      fc.pre(place !== 'url' || !/[?#]/.test(changed.url))
      expect(() => security.response(changed)).toThrow(
        expect.objectContaining({
          code: expect.stringMatching(/^WX_(CRYPTO_(SIGNATURE|APPID|STALE)|CONFIG_INVALID)$/),
        }),
      )
    }),
    { numRuns: 400 },
  )
})

it('refuses a signature whose unused last bits are set: it has one spelling only', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const answer = { url, ...server.sealResponse({ url, body: { rank: 0 } }) }
  const signature = answer.headers['Wechatmp-Signature'] ?? ''
  expect(signature).toMatch(/[^=]==$/)
  const last = signature.at(-3) ?? ''
  const other = `${signature.slice(0, -3)}${alphabet[alphabet.indexOf(last) + 1]}==`
  expect(Buffer.from(other, 'base64').equals(Buffer.from(signature, 'base64'))).toBe(true)
  const headers = { ...answer.headers, 'Wechatmp-Signature': other }
  expect(() => security.response({ ...answer, headers })).toThrow(
    expect.objectContaining({ code: 'WX_CRYPTO_SIGNATURE' }),
  )
})

it('never returns what was not signed, and never fails but by its own errors', () => {
  const header = fc.oneof(fc.string(), fc.constant(appId), fc.constant(String(Math.floor(clock.now() / 1000))))
  fc.assert(
    fc.property(fc.dictionary(names, header), fc.oneof(fc.string(), fc.json()), (headers, body) => {
      expect(() => security.response({ url, headers, body })).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^WX_CRYPTO_/) }),
      )
    }),
  )
})
