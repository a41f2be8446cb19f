import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signJsapi } from './jsapi.js'

const ticket = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy'
const fixed = { ticket, nonceStr: 'Wm3WZYTPz0wzccnW', timestamp: 1414587457 }
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex')

describe('signJsapi', () => {
  it('gives back all that wx.config needs', () => {
    const { signature, ...rest } = signJsapi({ ...fixed, url: 'https://example.com/a?b=c' })
    expect(rest).toEqual({ nonceStr: fixed.nonceStr, timestamp: 1414587457, url: 'https://example.com/a?b=c' })
    expect(signature).toMatch(/^[0-9a-f]{40}$/)
  })

  it('drops what follows #, and nothing else', () => {
    const page = 'https://example.com:8443/A//b/?q=%E4%BD%A0&x=你#/route?y=1#z'
    const { url, signature } = signJsapi({ ...fixed, url: page })
    expect(url).toBe('https://example.com:8443/A//b/?q=%E4%BD%A0&x=你')
    expect(signature).toBe(
      sha1(`jsapi_ticket=${ticket}&noncestr=${fixed.nonceStr}&timestamp=${fixed.timestamp}&url=${url}`),
    )
  })

  it('keeps the timestamp in the type it came in', () => {
    expect(signJsapi({ ...fixed, url: 'https://a.cn', timestamp: '0017' }).timestamp).toBe('0017')
    expect(signJsapi({ ...fixed, url: 'https://a.cn', timestamp: 17 }).timestamp).toBe(17)
  })

  it('makes up nonce and time', () => {
    const before = Math.floor(Date.now() / 1000)
    const [one, two] = [signJsapi({ ticket, url: 'https://a.cn' }), signJsapi({ ticket, url: 'https://a.cn' })]
    expect(one.nonceStr).toMatch(/^[A-Za-z0-9]{16}$/)
    expect(one.nonceStr).not.toBe(two.nonceStr)
    expect(one.timestamp).toBeGreaterThanOrEqual(before)
    expect(Number.isInteger(one.timestamp)).toBe(true)
  })

  it.each([
    { url: '' },
    { url: '#top' },
    { url: '/path' },
    { url: undefined },
    { url: ['https://a.cn'] },
    { ticket: '' },
    { ticket: undefined },
    { nonceStr: '' },
    { timestamp: '' },
    { timestamp: 'now' },
    { timestamp: 1.5 },
    { timestamp: Number.NaN },
  ])('refuses %j', (change) => {
    expect(() => signJsapi({ ...fixed, url: 'https://a.cn', ...(change as object) })).toThrow(
      expect.objectContaining({ code: 'WX_CONFIG_INVALID', setting: Object.keys(change)[0] }),
    )
  })
})
