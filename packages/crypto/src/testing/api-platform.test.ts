import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { ApiSecurity } from '../api-security.js'
import { ApiPlatform, generateApiKeys } from './index.js'

const url = 'https://api.weixin.qq.com/wxa/getuserriskrank'
const clock = new ManualClock()
const { developer, platform } = generateApiKeys('wxba6223c06417af7b')
const security = new ApiSecurity({ ...developer, clock })
const server = new ApiPlatform({ ...platform, clock })
const sent = security.request({ url: `${url}?access_token=x`, body: { openid: 'o' } })

describe('ApiPlatform', () => {
  it('opens a call, also by the address without its query and with headers of a Node server', () => {
    const headers = Object.fromEntries(Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value]))
    expect(server.openRequest({ url, headers, body: Buffer.from(sent.body) })).toEqual({ openid: 'o' })
  })

  it.each([
    ['Wechatmp-Appid', undefined, 40233],
    ['Wechatmp-Appid', 'wx1', 40237],
    ['Wechatmp-TimeStamp', undefined, 40231],
    ['Wechatmp-TimeStamp', '1', 40240],
    ['Wechatmp-Signature', undefined, 40232],
    ['Wechatmp-Signature', 'AAAA', 40234],
  ])('refuses %s %s with the number that WeChat answers', (name, value, officialCode) => {
    const headers = { ...sent.headers, [name]: value }
    expect(() => server.openRequest({ ...sent, headers })).toThrow(expect.objectContaining({ officialCode }))
  })

  it('refuses what was sealed with another symmetric key', () => {
    const symmetricKey = { ...developer.symmetricKey, sn: 'other' }
    const other = new ApiSecurity({ ...developer, clock, symmetricKey }).request({ url, body: {} })
    expect(() => server.openRequest(other)).toThrow(expect.objectContaining({ kind: 'tag', officialCode: 40235 }))
  })

  it('signs with both certificates while they change', () => {
    const deprecatedCertificate = generateApiKeys('wx1').platform.certificate
    const both = new ApiPlatform({ ...platform, clock, deprecatedCertificate })
    expect(Object.keys(both.sealResponse({ url, body: {} }).headers)).toEqual([
      'Wechatmp-Appid',
      'Wechatmp-TimeStamp',
      'Wechatmp-Serial',
      'Wechatmp-Signature',
      'Wechatmp-Serial-Deprecated',
      'Wechatmp-Signature-Deprecated',
    ])
  })
})
