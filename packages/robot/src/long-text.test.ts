import { recordingLogger } from '@wx/core/testing'
import { signQuery } from '@wx/crypto/testing'
import { type Reply, reply } from '@wx/xml-messages'
import { renderPush } from '@wx/xml-messages/push'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText, textLimit } from './long-text.js'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

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

describe('a text over 2,048 bytes', () => {
  const long = Array.from({ length: 60 }, (_, line) => `${line}: ${'汉'.repeat(30)}`).join('\n')

  function setUp(text: string, options: Partial<RobotOptions> = {}) {
    const pushed: Reply[] = []
    const logger = recordingLogger()
    const robot = new Robot({ token: 'weixin', sessions: false, logger, ...options })
    robot.text(() => text)
    const pusher = { send: async (_: string, it: Reply) => void pushed.push(it) }
    return { robot, logger, pushed, pusher, user: testUser(robot) }
  }

  it('is split: the first part answers, the rest is pushed in order', async () => {
    const { pusher, pushed } = setUp(long)
    const { robot, user } = setUp(long, { pusher })
    const { text = '' } = await user.send('hi')
    await robot.close()
    const parts = [text, ...pushed.map((it) => (it.type === 'text' ? it.content : ''))]
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.map(bytes).filter((it) => it > textLimit)).toEqual([])
    expect(parts.join('\n')).toBe(long)
    expect(robot.stats.pushed).toBe(parts.length - 1)
  })

  it('keeps a serverless process alive until the rest is out', async () => {
    let finish = (): void => {}
    const sending = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { robot, user } = setUp(long, { pusher: { send: () => sending } })
    const kept: Promise<unknown>[] = []
    const { query } = signQuery({ token: 'weixin' })
    const body = renderPush(user.message('message:text'), 'xml')
    const answer = await robot.handle({ method: 'POST', query, body }, { waitUntil: (it) => void kept.push(it) })
    expect(answer.status).toBe(200)
    let isDone = false
    const all = Promise.all(kept).then(() => {
      isDone = true
    })
    await Promise.resolve()
    expect([kept.length, isDone]).toEqual([1, false])
    finish()
    await all
    expect(robot.stats.pushed).toBeGreaterThan(0)
  })

  it('is refused where nothing can carry the rest: the log says how to mend it, the user gets success', async () => {
    for (const options of [{}, { longText: 'refuse', pusher: setUp('').pusher }] as const) {
      const { user, logger } = setUp(long, options)
      expect((await user.send('hi')).body).toBe('success')
      expect(String(logger.lines[0]?.fields?.['error'])).toMatch(/has \d+ bytes of UTF-8, more than the 2048 .* pusher/)
    }
  })

  it('of exactly the limit is sent as it is, one byte more is not', async () => {
    const fits = `${'汉'.repeat(682)}ab`
    expect(bytes(fits)).toBe(textLimit)
    expect((await setUp(fits).user.send('hi')).text).toBe(fits)
    expect((await setUp(`${fits}c`).user.send('hi')).body).toBe('success')
  })

  it('of nothing but blanks shows nothing, and is never an empty text', async () => {
    const { user } = setUp(' \n'.repeat(3_000), { pusher: setUp('').pusher })
    expect((await user.send('hi')).body).toBe('success')
  })

  it('is measured in bytes: other replies are not', async () => {
    const url = `https://example.com/${'x'.repeat(3_000)}`
    const robot = new Robot({ token: 'weixin', sessions: false, logger: recordingLogger() })
    robot.text(() => reply.news([{ title: 't', description: 'd', picUrl: 'p', url }]))
    expect((await testUser(robot).send('hi')).fields?.['MsgType']).toBe('news')
  })
})
