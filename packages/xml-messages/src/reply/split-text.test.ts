import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from './split-text.js'

const bytes = (text: string) => Buffer.byteLength(text)
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const graphemes = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)
const withoutBreaks = (text: string) => text.replaceAll(/[\r\n]/g, '')

/** Texts that are hard to split: wide and narrow characters, clusters, lines, blanks. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', '汉', 'é', '🌏', '👨‍👩‍👧‍👦', '🇨🇳', 'e\u0301', '\n', '\r\n', ' ', 'word ', '\u200b'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 400 },
  )
  .map((parts) => parts.join(''))
const limits = fc.integer({ min: 4, max: 300 })

describe('splitText', () => {
  it('makes parts that fit, whatever the text', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        for (const part of splitText(text, limit)) expect(bytes(part)).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('loses nothing but line breaks and parts of blanks', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        const joined = withoutBreaks(splitText(text, limit).join('')).replaceAll(/\s/g, '')
        expect(joined).toBe(withoutBreaks(text).replaceAll(/\s/g, ''))
      }),
    )
  })

  it('keeps every blank within a part that is shown', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        let from = 0
        for (const part of splitText(text, limit)) {
          const at = text.indexOf(part, from)
          expect(at).toBeGreaterThanOrEqual(from)
          expect(text.slice(from, at).trim()).toBe('')
          from = at + part.length
        }
        expect(text.slice(from).trim()).toBe('')
      }),
    )
  })

  it('has no empty part', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        expect(splitText(text, limit).filter((part) => part.trim() === '')).toEqual([])
      }),
    )
  })

  it('cuts between what a reader sees as characters', () => {
    const family = '👨‍👩‍👧‍👦'
    for (const cluster of [family, '🇨🇳', 'e\u0301', '👍🏽', '汉']) {
      const text = cluster.repeat(200)
      const limit = 5 * bytes(cluster) + 3
      for (const part of splitText(text, limit)) expect(graphemes(part).every((it) => it === cluster)).toBe(true)
    }
  })

  it('cuts at the end of a line where one ends in the second half', () => {
    expect(splitText('aaaa\nbbbb\ncccc', 12)).toEqual(['aaaa\nbbbb', 'cccc'])
    expect(splitText(`a\n${'b'.repeat(20)}`, 12)).toEqual([`a\n${'b'.repeat(10)}`, 'b'.repeat(10)])
    expect(splitText('aaaaaaaa\r\nbbbb', 12)).toEqual(['aaaaaaaa', 'bbbb'])
  })

  it('makes room for a large character behind the wide half of a part that was cut at a line', () => {
    const large = `e${'\u0301'.repeat(5)}`
    expect(splitText(`aaaaaa\n汉汉汉汉${large}`, 20)).toEqual(['aaaaaa', '汉汉汉汉', large])
  })

  it('splits a single character that is larger than the limit, by its code points', () => {
    const heap = `a${'\u0301'.repeat(100)}`
    const parts = splitText(heap, 21)
    expect(parts.join('')).toBe(heap)
    expect(Math.max(...parts.map(bytes))).toBeLessThanOrEqual(21)
  })

  it('a short text stays whole, an empty one is no part', () => {
    expect(splitText('hello\n', 100)).toEqual(['hello\n'])
    expect(splitText('', 100)).toEqual([])
    expect(splitText(' \n '.repeat(100), 20)).toEqual([])
  })

  it('refuses a limit not every character fits into', () => {
    for (const limit of [0, 3, -1, Number.NaN]) expect(() => splitText('汉', limit)).toThrow(RangeError)
  })
})
