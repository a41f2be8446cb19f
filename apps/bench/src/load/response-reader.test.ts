import { describe, expect, it } from 'vitest'
import { ResponseReader } from './response-reader.js'

const withLength = 'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 6\r\n\r\n收到'
const inChunks = 'HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n收\r\n3\r\n到\r\n0\r\n\r\n'

describe.each([
  ['with a length', withLength, 200],
  ['in chunks', inChunks, 500],
])('an answer %s', (_, text, status) => {
  it('is read as a whole', () => {
    expect(new ResponseReader().read(Buffer.from(text))).toEqual({ status, body: '收到' })
  })

  it('is read byte by byte', () => {
    const bytes = Buffer.from(text)
    const reader = new ResponseReader()
    const answers = Array.from(bytes, (_byte, i) => reader.read(bytes.subarray(i, i + 1)))
    expect(answers.slice(0, -1).every((it) => it === undefined)).toBe(true)
    expect(answers.at(-1)).toEqual({ status, body: '收到' })
  })

  it('leaves nothing behind for the next one', () => {
    const reader = new ResponseReader()
    reader.read(Buffer.from(text))
    expect(reader.read(Buffer.from(text))).toEqual({ status, body: '收到' })
  })
})

describe('an answer with neither', () => {
  it('is an error', () => {
    expect(() => new ResponseReader().read(Buffer.from('HTTP/1.1 200 OK\r\n\r\nhello\r\n'))).toThrow(/neither/)
  })
})
