import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWellFormed } from '../characters.js'
import { ParseError, parseEnvelope, parseMessage } from '../index.js'
import type { ParseLimits } from '../limits.js'
import type { WireTree } from '../wire.js'
import { defaultLimits } from './body.js'
import { fastXml } from './fast-xml.js'
import { strictXml } from './strict-xml.js'

const usual =
  '<xml><ToUserName><![CDATA[gh_1]]></ToUserName>\n<FromUserName><![CDATA[o1]]></FromUserName>\n<CreateTime>1</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[ 你好 ]]></Content>\n<MsgId>1234567890123456789</MsgId>\n</xml>'

function strictly(text: string, limits: ParseLimits): WireTree | 'refused' {
  try {
    return strictXml(text, limits)
  } catch (error) {
    if (error instanceof ParseError) return 'refused'
    throw error
  }
}

/** The promise of the fast reader: what it accepts, the strict one accepts, and reads likewise. */
function agree(text: string, limits: ParseLimits = defaultLimits): boolean {
  const fast = fastXml(text, limits)
  if (fast === undefined) return false
  const strict = strictly(text, limits)
  expect(strict).not.toBe('refused')
  expect(Object.entries(fast)).toEqual(Object.entries(strict))
  return true
}

describe('the fast reader', () => {
  it('takes the usual push, and the usual envelope', () => {
    expect(agree(usual)).toBe(true)
    expect(
      agree('<xml>\n    <ToUserName><![CDATA[g]]></ToUserName>\n    <Encrypt><![CDATA[abc=]]></Encrypt>\n</xml>'),
    ).toBe(true)
    expect(agree(` ${usual}\n`)).toBe(true)
  })

  it.each([
    ['a repeated name (M6)', usual.replace('</xml>', '<MsgId>1</MsgId></xml>')],
    ['a repeated name of an empty value', '<xml><a></a><a></a></xml>'],
    ['an entity', usual.replace('>1<', '>&#49;<')],
    ['a carriage return', usual.replace('\n', '\r\n')],
    ['nesting', usual.replace('1</C', '<a>1</a></C')],
    ['an attribute', usual.replace('<MsgId>', '<MsgId a="1">')],
    ['a comment', usual.replace('1</C', '1<!-- --></C')],
    ['a declaration', `<?xml version="1.0"?>${usual}`],
    ['a second section', usual.replace(']]></Content>', ']]><![CDATA[]]></Content>')],
    ['white space beside a section', usual.replace(']]></Content>', ']]> </Content>')],
    ['an empty element', usual.replace('</xml>', '<a/></xml>')],
    ['white space in a tag', usual.replace('<MsgId>', '<MsgId >')],
    ['white space in an end tag', usual.replace('</MsgId>', '</MsgId >')],
    ['a prefix', usual.replace('</xml>', '<x:a>1</x:a></xml>')],
    ['text beside the children', usual.replace('</xml>', 'x</xml>')],
    ['text after the root', `${usual}x`],
    ['another end', usual.replace('</MsgId>', '</MsgID>')],
    ['a longer end', usual.replace('</MsgId>', '</MsgIdx>')],
    ['"]]>" in text', usual.replace('>1<', '>]]><')],
    ['another root', usual.replace('<xml>', '<XML>')],
    ['no end', usual.slice(0, -3)],
    ['a section without end', usual.slice(0, 40)],
    ['a bare text without end', '<xml><a>1'],
    ['a byte order mark', `\ufeff${usual}`],
  ])('leaves %s to the strict one', (_name, text) => {
    expect(fastXml(text, defaultLimits)).toBeUndefined()
  })

  it('leaves what is beyond a limit (M10) to the strict one', () => {
    expect(agree(usual, { ...defaultLimits, elements: 7 })).toBe(true)
    expect(fastXml(usual, { ...defaultLimits, elements: 6 })).toBeUndefined()
    expect(fastXml(usual, { ...defaultLimits, depth: 1 })).toBeUndefined()
    expect(agree(usual, { ...defaultLimits, nameLength: 12 })).toBe(true)
    expect(fastXml(usual, { ...defaultLimits, nameLength: 11 })).toBeUndefined()
  })

  const name = fc.constantFrom(
    'ToUserName',
    'MsgType',
    'MsgId',
    'Content',
    'a',
    '_b',
    'C9',
    '__proto__',
    'x:y',
    'é',
    'xml',
  )
  const piece = fc.constantFrom(
    'a',
    '你',
    '😀',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u2028',
    ']',
    ']]',
    '>',
    '"',
    "'",
    '-',
    '1',
    '\r',
    '&amp;',
    '&',
    '<',
    '<!',
    ']]>',
    '<![CDATA[',
  )
  const chunk = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''))
  const leaf = fc.oneof(
    { weight: 6, arbitrary: chunk.map((text) => `<![CDATA[${text.replaceAll(']]>', '')}]]>`) },
    { weight: 4, arbitrary: chunk.map((text) => text.replace(/[<&]/g, '').replaceAll(']]>', '')) },
    { weight: 1, arbitrary: chunk },
  )
  const gap = fc.constantFrom('', '\n', '  ', '\t')
  const child = fc.tuple(gap, name, leaf)
  const body = fc
    .tuple(
      gap,
      fc.oneof(
        { weight: 4, arbitrary: fc.uniqueArray(child, { maxLength: 6, selector: ([, tag]) => tag }) },
        { weight: 1, arbitrary: fc.array(child, { maxLength: 6 }) },
      ),
      gap,
    )
    .map(
      ([a, children, b]) =>
        `${a}<xml>${children.map(([before, tag, inner]) => `${before}<${tag}>${inner}</${tag}>`).join('')}${b}</xml>${a}`,
    )

  it('agrees with the strict one on generated bodies', () => {
    let taken = 0
    fc.assert(
      fc.property(body, (text) => {
        if (agree(text)) taken += 1
      }),
      { numRuns: 5000 },
    )
    expect(taken).toBeGreaterThan(200)
  })

  const edit = fc.tuple(
    fc.nat(),
    fc.nat(3),
    fc.constantFrom(
      '',
      '<',
      '>',
      '/',
      '!',
      '[',
      ']',
      ']]>',
      '&',
      ' ',
      '\n',
      '\r',
      'x',
      '=',
      '"',
      '?',
      '-',
      '<![CDATA[',
      '</xml>',
      '<xml>',
      '<!--',
      '-->',
      '\ufffd',
    ),
  )

  it('agrees with the strict one on damaged bodies', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.oneof(body, fc.constant(usual)), fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
        let damaged = text
        for (const [at, length, put] of edits) {
          const where = at % (damaged.length + 1)
          damaged = damaged.slice(0, where) + put + damaged.slice(where + length)
        }
        // `bodyText` lets no half of a surrogate pair through, which an edit can make.
        if (isWellFormed(damaged) && agree(damaged)) taken += 1
      }),
      { numRuns: 10_000 },
    )
    expect(taken).toBeGreaterThan(200)
  })

  it('makes no difference to what is read', () => {
    const slow = usual.replace('<xml>', '<xml><!-- -->')
    expect({ ...parseMessage(slow), raw: '' }).toEqual({ ...parseMessage(usual), raw: '' })
    const envelope = '<xml><ToUserName>g</ToUserName><Encrypt>abc=</Encrypt></xml>'
    expect(parseEnvelope(envelope)).toEqual({ format: 'xml', encrypt: 'abc=' })
    expect(parseEnvelope(envelope.replace('<xml>', '<xml a="1">'))).toEqual({ format: 'xml', encrypt: 'abc=' })
  })
})
