import { describe, expect, it } from 'vitest'
import { readWireJson, writeWireJson } from './wire-json.js'

describe('JSON as WeChat has it', () => {
  it('reads integers of 16 digits and more as texts, exact to the last', () => {
    expect(readWireJson('{"msg_id":9223372036854775807,"list":[-1234567890123456],"n":123456789012345}')).toEqual({
      msg_id: '9223372036854775807',
      list: ['-1234567890123456'],
      n: 123_456_789_012_345,
    })
  })

  it('leaves digits in a text alone, also behind an escaped quote, and fractions and exponents', () => {
    const text = String.raw`{"a":"say \"9223372036854775807\", ok","b":0.1234567890123456789,"c":1234567890123456.5}`
    expect(readWireJson(text)).toEqual({
      a: 'say "9223372036854775807", ok',
      b: 0.12345678901234568,
      c: 1234567890123456.5,
    })
  })

  it('writes a bigint as a bare integer, and texts of digits as texts', () => {
    expect(writeWireJson({ id: 9223372036854775807n, ids: [-1n], text: '9223372036854775807' })).toBe(
      '{"id":9223372036854775807,"ids":[-1],"text":"9223372036854775807"}',
    )
  })
})
