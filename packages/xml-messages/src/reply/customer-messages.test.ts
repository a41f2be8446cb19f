import { describe, expect, it } from 'vitest'
import { customerMessagesOf } from './customer-messages.js'
import { type Reply, reply } from './reply.js'

const article = (name: string) => ({ title: name, description: `about ${name}`, picUrl: `p/${name}`, url: `u/${name}` })

describe('a reply as customer messages', () => {
  it.each<[string, Reply, object[]]>([
    ['text', reply.text('hi <a href="x">&</a>'), [{ msgtype: 'text', text: { content: 'hi <a href="x">&</a>' } }]],
    ['image', reply.image('M'), [{ msgtype: 'image', image: { media_id: 'M' } }]],
    ['voice', reply.voice('M'), [{ msgtype: 'voice', voice: { media_id: 'M' } }]],
    [
      'video',
      reply.video({ mediaId: 'M', title: 'T', description: 'D' }),
      [{ msgtype: 'video', video: { media_id: 'M', title: 'T', description: 'D' } }],
    ],
    [
      'music',
      reply.music({ title: 'T', musicUrl: 'U', thumbMediaId: 'C' }),
      [
        {
          msgtype: 'music',
          music: { title: 'T', description: '', musicurl: 'U', hqmusicurl: 'U', thumb_media_id: 'C' },
        },
      ],
    ],
    [
      'news of one article',
      reply.news([article('a')]),
      [{ msgtype: 'news', news: { articles: [{ title: 'a', description: 'about a', url: 'u/a', picurl: 'p/a' }] } }],
    ],
    [
      'news of several: a card, and the others as links',
      reply.news([article('a'), article('b'), article('c')]),
      [
        { msgtype: 'news', news: { articles: [{ title: 'a', description: 'about a', url: 'u/a', picurl: 'p/a' }] } },
        { msgtype: 'text', text: { content: 'b\nu/b\n\nc\nu/c' } },
      ],
    ],
    ['success', reply.success(), []],
    ['empty', reply.empty(), []],
  ])('%s', (_name, given, messages) => {
    expect(customerMessagesOf(given)).toEqual(messages)
  })

  it.each<[Reply, RegExp]>([
    [reply.transferCustomerService(), /passive reply only/],
    [reply.ack(), /answer to a push/],
    [reply.json({ result: 0 }), /answer to a push/],
    [reply.text(' \n'), /blank/],
    [reply.news([]), /no article/],
    [reply.music({ title: 'T', musicUrl: 'U' }), /thumbMediaId/],
    [reply.music({ title: 'T', thumbMediaId: 'C' }), /musicUrl/],
    [{ type: 'constructor' } as unknown as Reply, /no reply/],
  ])('%j is refused, and says why', (given, why) => {
    expect(() => customerMessagesOf(given)).toThrow(
      expect.objectContaining({ code: 'WX_XML_UNSENDABLE', type: given.type, message: expect.stringMatching(why) }),
    )
  })
})

it.each([undefined, null, 'text', 7, []])('%j is no reply', (given) => {
  expect(() => customerMessagesOf(given as unknown as Reply)).toThrow(
    expect.objectContaining({ code: 'WX_CONFIG_INVALID' }),
  )
})

describe('a text that is too long', () => {
  const parts = (content: string): string[] =>
    customerMessagesOf(reply.text(content)).map((it) => (it.msgtype === 'text' ? it.text.content : ''))

  it('of 2048 bytes is one message, of one more it is two', () => {
    expect(parts('a'.repeat(2048))).toHaveLength(1)
    expect(parts('a'.repeat(2049)).map((it) => it.length)).toEqual([2048, 1])
  })

  it.each([
    ['三 bytes', '你'.repeat(3000)],
    ['pairs', '😀'.repeat(1500)],
    ['families', '👨‍👩‍👧‍👦'.repeat(400)],
    ['combining marks', 'e\u0301'.repeat(1500)],
    ['more marks than a part has room for', `e${'\u0301'.repeat(3000)}`],
  ])('of %s is split at characters, and nothing is lost', (_name, content) => {
    const found = parts(content)
    expect(found.join('')).toBe(content)
    expect(Math.max(...found.map((it) => Buffer.byteLength(it)))).toBeLessThanOrEqual(2048)
    expect(found.every((it) => !/\p{Surrogate}/u.test(it))).toBe(true)
  })

  it('keeps what a reader sees as one character', () => {
    for (const part of parts('👨‍👩‍👧‍👦'.repeat(400))) expect(part.replaceAll('👨‍👩‍👧‍👦', '')).toBe('')
    for (const part of parts('e\u0301'.repeat(1500))) expect(part).toMatch(/^(e\u0301)+$/)
  })

  it('is split at a line rather than within one', () => {
    const found = parts(`${'a'.repeat(1500)}\n${'b'.repeat(1500)}`)
    expect(found.map((it) => it.length)).toEqual([1500, 1500])
    expect(parts(`a\n${'b'.repeat(3000)}`).map((it) => it.length)).toEqual([2048, 954])
  })

  it('leaves out parts of nothing but blanks', () => {
    expect(parts(`${'a'.repeat(2048)}${'\n'.repeat(10)}`)).toHaveLength(1)
  })
})
