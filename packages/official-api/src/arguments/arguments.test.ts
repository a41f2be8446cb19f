import { ConfigError } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { fields, list, oneOf, optionsOf, shortText, shown, text, texts, whole, wording } from './check.js'
import { chunksOf } from './chunks.js'
import { dayNumber, dayStart, dayText } from './days.js'
import { given } from './given.js'

const nothing = undefined as unknown as string

describe('an argument', () => {
  it('that is missing or empty is named', () => {
    expect(() => text('openid', nothing)).toThrow(new ConfigError('openid', 'must be a text, not undefined'))
    expect(() => text('openid', '')).toThrow('openid: is empty')
    expect(text('openid', 'o')).toBe('o')
  })

  it('is shown so that a text and a number look different', () => {
    expect(['100', 100, null, undefined, [1], {}, true, 'x'.repeat(41)].map(shown)).toEqual([
      "'100'",
      '100',
      'null',
      'undefined',
      'a list',
      'an object',
      'true',
      'a text',
    ])
  })

  it.each([null, 7, 'text', [], undefined])('that must be an object is not %j', (wrong) => {
    expect(() => fields('video', wrong as never, '{ mediaId }')).toThrow('video: must be an object such as { mediaId }')
  })

  it('that may be left out is an empty object, and nothing else', () => {
    expect(optionsOf(undefined)).toEqual({})
    expect(optionsOf({ a: 1 })).toEqual({ a: 1 })
    for (const wrong of [null, 7, 'text', []]) expect(() => optionsOf(wrong as never)).toThrow('options: must be')
  })

  it('that is a word, a list or words says what is due', () => {
    expect(() => oneOf('type', 'c' as 'a', ['a', 'b'] as const)).toThrow("type: must be 'a' or 'b', not 'c'")
    expect(() => list('articles', {} as never, 'articles')).toThrow(
      'articles: must be a list of articles, not an object',
    )
    expect(() => wording('content', ' \t')).toThrow('content: is blank, and WeChat refuses that (44004)')
    expect([oneOf('type', 'b', ['a', 'b']), wording('content', ' a ')]).toEqual(['b', ' a '])
  })

  it('that is a list is looked through', () => {
    expect(() => texts('openids', ['a', ''])).toThrow('openids[1]: is empty')
    expect(() => texts('openids', 'abc' as unknown as string[])).toThrow('openids: must be a list of texts')
    expect(texts('openids', ['a'])).toEqual(['a'])
  })

  it('is measured in bytes of UTF-8', () => {
    expect(shortText('name', '菜单菜单', 12)).toBe('菜单菜单')
    expect(() => shortText('name', '菜单菜单', 11)).toThrow('name: 12 bytes, and WeChat takes 11')
  })

  it.each([0, 5, 1.5, Number.NaN, '3' as unknown as number])('that must be 1 to 4 is not %s', (value) => {
    expect(() => whole('level', value, { min: 1, max: 4 })).toThrow('level: must be a whole number from 1 to 4')
  })

  it('of its limits is taken', () => {
    expect([whole('level', 1, { min: 1, max: 4 }), whole('level', 4, { min: 1, max: 4 })]).toEqual([1, 4])
  })
})

describe('a day', () => {
  it('is that of Shanghai', () => {
    expect(dayText(dayNumber('from', new Date('2026-03-01T15:59:59Z')))).toBe('2026-03-01')
    expect(dayText(dayNumber('from', new Date('2026-03-01T16:00:00Z')))).toBe('2026-03-02')
    expect(dayText(dayNumber('from', '2024-02-29'))).toBe('2024-02-29')
    expect(new Date(dayStart(dayNumber('from', '2026-03-02')) * 1000).toISOString()).toBe('2026-03-01T16:00:00.000Z')
  })

  it.each(['2026-02-30', '2026-2-3', '20260203', '', new Date('x')])('is not %s', (day) => {
    expect(() => dayNumber('from', day)).toThrow('from: must be a day')
  })
})

describe('small things', () => {
  it('a list is cut in order, the rest last', () => {
    expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
    expect(chunksOf([], 2)).toEqual([])
  })

  it('a field that is undefined is left out, one that is empty is not', () => {
    expect(Object.entries(given({ a: undefined, b: '', c: 0 }))).toEqual([
      ['b', ''],
      ['c', 0],
    ])
  })
})
