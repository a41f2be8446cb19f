import { describe, expect, it } from 'vitest'
import { ParseError, parseEnvelope, parseMessage } from '../index.js'

const xml = (content: string, source = 'o1'): string =>
  `<xml><ToUserName>gh_1</ToUserName><FromUserName><![CDATA[${source}]]></FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content><![CDATA[${content}]]></Content></xml>`
const json = (content: string, source = 'o1'): string =>
  `{"ToUserName":"gh_1","FromUserName":"${source}","CreateTime":1,"MsgType":"text","Content":"${content}"}`

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))

function refusal(body: string | Uint8Array): string | undefined {
  try {
    parseMessage(body)
    return undefined
  } catch (error) {
    return error instanceof ParseError ? error.code : String(error)
  }
}

describe('bytes (M12)', () => {
  it('reads UTF-8, a view into a larger buffer included', () => {
    const whole = bytes('xx', xml('你好 😀'), 'yy')
    expect(parseMessage(whole.subarray(2, whole.length - 2))).toMatchObject({ content: '你好 😀', raw: xml('你好 😀') })
    expect(parseMessage(new Uint8Array(bytes(json('你好'))))).toMatchObject({ content: '你好' })
  })

  it('tolerates a byte order mark, and keeps it in raw', () => {
    expect(parseMessage(bytes(0xef, 0xbb, 0xbf, xml('a')))).toMatchObject({ content: 'a', raw: `\ufeff${xml('a')}` })
    expect(parseMessage(bytes(0xef, 0xbb, 0xbf, json('a')))).toMatchObject({ content: 'a' })
  })

  it.each([
    ['an overlong form', bytes(xml('a').replace('a]]', ''), 0xc0, 0x80)],
    ['half a surrogate pair', bytes('<xml>', 0xed, 0xa0, 0x80, '</xml>')],
    ['a lone continuation', bytes('<xml>', 0x80, '</xml>')],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${xml('a')}`, 'utf16le')],
  ])('refuses %s', (_name, body) => {
    expect(refusal(body)).toBe('WX_XML_ENCODING')
  })

  it('refuses UTF-16 without a mark: it is full of NUL', () => {
    expect(refusal(Buffer.from(xml('a'), 'utf16le'))).toBe('WX_XML_CHARACTER')
  })

  it('refuses half a surrogate pair in a text', () => {
    expect(refusal(xml('\ud83d'))).toBe('WX_XML_ENCODING')
  })
})

describe('control characters (M12, WeRoBot#420)', () => {
  it.each(['\x01', '\x02', '\x08', '\x0b', '\x0c', '\x1f', '\ufffe', '\uffff'])(
    'U+FFFD stands for %j in a value, and raw keeps it',
    (char) => {
      expect(parseMessage(xml(`a${char}b`))).toMatchObject({ content: 'a\ufffdb', raw: xml(`a${char}b`) })
      expect(parseMessage(json(`a${char}b`))).toMatchObject({ content: 'a\ufffdb' })
    },
  )

  it('TAB and LF stay', () => {
    expect(parseMessage(xml('a\tb\nc'))).toMatchObject({ content: 'a\tb\nc' })
    expect(parseMessage(json('a\\tb\\nc'))).toMatchObject({ content: 'a\tb\nc' })
  })

  it('refuses NUL anywhere, also when a JSON escape spells it', () => {
    expect(refusal(xml('a\0b'))).toBe('WX_XML_CHARACTER')
    expect(refusal(json('a\\u0000b'))).toBe('WX_XML_CHARACTER')
    expect(refusal(bytes(xml('a'), 0))).toBe('WX_XML_CHARACTER')
  })

  it('refuses them in a header field, where leaving them out would name another user', () => {
    expect(refusal(xml('a', 'oA\x02dmin'))).toBe('WX_XML_CHARACTER')
    expect(refusal(json('a', 'oA\\u0002dmin'))).toBe('WX_XML_CHARACTER')
    expect(refusal(json('a', 'oA\\ud800dmin'))).toBe('WX_XML_CHARACTER')
    expect(() => parseEnvelope('<xml><Encrypt>a\x02b</Encrypt></xml>')).toThrow(ParseError)
  })

  it('a JSON escape for one, or for half a pair, becomes U+FFFD elsewhere', () => {
    expect(parseMessage(json('a\\u0002b\\ud83d'))).toMatchObject({ content: 'a\ufffdb\ufffd' })
    expect(parseMessage(json('\\ud83d\\ude00'))).toMatchObject({ content: '😀' })
  })
})
