import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from './read-json.js'
import { writeJson } from './write-json.js'

describe('reading', () => {
  it('gives integers beyond 2^53 as exact strings, and every other value as JSON does', () => {
    expect(
      readJson('{"msg_id":271781022721654784,"a":-9223372036854775808,"b":9007199254740991,"c":[1,2.5e3]}'),
    ).toEqual({
      msg_id: '271781022721654784',
      a: '-9223372036854775808',
      b: 9_007_199_254_740_991,
      c: [1, 2500],
    })
    expect(readJson('271781022721654784')).toBe('271781022721654784')
  })

  it('leaves digits in strings and in numbers that are no integers alone', () => {
    const texts = [
      '{"a":"271781022721654784","b":"x\\"271781022721654784\\\\"}',
      '[1.2717810227216547841,0.12717810227216547841,2717810227216547841.5,1e0000000000000000001,1E+0000000000000000001,2717810227216547841e1]',
    ]
    for (const text of texts) expect(readJson(text)).toEqual(JSON.parse(text))
  })

  it('is exact for any 64-bit integer, anywhere', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n }), fc.json(), (id, other) => {
        const { ids, rest } = readJson(`{"ids":[ ${id} ,{"${'"'.length}":${id}}],"rest":${other}}`) as Record<
          string,
          unknown
        >
        const exact = Number.isSafeInteger(Number(id)) ? Number(id) : String(id)
        expect(ids).toEqual([exact, { 1: exact }])
        expect(JSON.stringify(rest)).toBe(JSON.stringify(readJson(other)))
      }),
    )
  })

  it('refuses what is no JSON', () => {
    for (const text of ['', '{', '{"a":271781022721654784', '1234567890123456789012 x', '"1234567890123456789']) {
      expect(() => readJson(text)).toThrow(SyntaxError)
    }
  })
})

describe('writing', () => {
  it('keeps UTF-8 and writes a bigint as a bare integer', () => {
    expect(writeJson({ name: '菜单 <a&b>', id: 271781022721654784n, list: [-1n] })).toBe(
      '{"name":"菜单 <a&b>","id":271781022721654784,"list":[-1]}',
    )
    expect(writeJson(undefined)).toBe('{}')
  })

  it('is JSON.stringify for everything else', () => {
    fc.assert(fc.property(fc.object(), (value) => writeJson(value) === JSON.stringify(value)))
  })
})
