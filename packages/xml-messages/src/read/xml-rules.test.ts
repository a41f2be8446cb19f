import { describe, expect, it } from 'vitest'
import { ParseError, type ParseErrorReason, parseEnvelope, parseMessage } from '../index.js'

const header =
  '<ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1482048670</CreateTime><MsgType>text</MsgType>'
const body = (more: string): string => `<xml>${header}${more}</xml>`
/** By the strict reader and, where it can, the fast one: a comment keeps the fast one out. */
const contents = (inner: string): unknown[] =>
  ['', '<!-- -->'].map((comment) => parseMessage(body(`${comment}<Content>${inner}</Content>`)).fields['Content'])

function reasonOf(act: () => unknown): ParseErrorReason | 'accepted' {
  try {
    act()
    return 'accepted'
  } catch (error) {
    if (error instanceof ParseError) return error.reason
    throw error
  }
}
const refused = (text: string | Uint8Array): ParseErrorReason | 'accepted' => reasonOf(() => parseMessage(text))

describe('the root of an XML body (M1)', () => {
  it.each([
    ['another root', '<XML></XML>', 'root'],
    ['another case', '<Xml></Xml>', 'root'],
    ['two roots', `${body('')}${body('')}`, 'syntax'],
    ['text before', `x${body('')}`, 'format'],
    ['text after', `${body('')}x`, 'syntax'],
    ['no end', body('').slice(0, -6), 'syntax'],
    ['nothing', '', 'format'],
    ['white space', ' \n', 'format'],
    ['a declaration that is not first', ` <?xml version="1.0"?>${body('')}`, 'syntax'],
  ])('refuses %s', (_name, text, reason) => {
    expect(refused(text)).toBe(reason)
  })

  it.each([
    ['white space around', ` \n${body('')}\r\n `],
    ['a declaration', `<?xml version="1.0" encoding="utf-8"?>\n${body('')}`],
    ['comments around', `<!-- a -->${body('')}<!-- b -->`],
    ['a byte order mark', `\ufeff${body('')}`],
    [
      'attributes, which are ignored (M5)',
      `<xml a="1"><!-- x -->${header.replace('<MsgType>', '<MsgType b="2">')}</xml>`,
    ],
  ])('accepts %s', (_name, text) => {
    expect(parseMessage(text)).toMatchObject({ kind: 'message', type: 'text', raw: text })
  })
})

describe('the value of a leaf (M2, M3, M17)', () => {
  it.each([
    ['text is trimmed', '\n  a b \t', 'a b'],
    ['a section is kept exactly', '<![CDATA[\n a \t]]>', '\n a \t'],
    ['white space around a section goes', ' \n<![CDATA[ x ]]>\n ', ' x '],
    ['text beside a section stays', 'a <![CDATA[b]]> c', 'a b c'],
    ['sections are joined', '<![CDATA[a]]]]><![CDATA[>b]]>', 'a]]>b'],
    ['white space between sections goes', '<![CDATA[a]]> \n <![CDATA[b]]>', 'ab'],
    ['the five entities', '&lt;&gt;&amp;&quot;&apos;', `<>&"'`],
    ['references', '&#20320;&#x1F600;', '你😀'],
    ['entities in a section are text', '<![CDATA[&amp;<b>]]>', '&amp;<b>'],
    ['a comment does not cut', 'ab<!-- x -->cd', 'abcd'],
    ['a comment between words leaves the blanks', 'a <!-- x --> b', 'a  b'],
    ['CR LF becomes LF', '<![CDATA[a\r\nb\rc]]>', 'a\nb\nc'],
    ['nothing', '', ''],
    ['an empty section', '<![CDATA[]]>', ''],
  ])('%s', (_name, inner, value) => {
    expect(contents(inner)).toEqual([value, value])
  })

  it('an empty element is the empty text', () => {
    expect(parseMessage(body('<Content/>'))).toMatchObject({ content: '' })
  })

  it.each(['&nbsp;', '&#0;', '&#xFFFE;', '&#xD800;', '&#2;', '&', '&lt', '&#xZ;', '&__proto__;', '&toString;'])(
    'refuses %s',
    (reference) => {
      expect(refused(body(`<Content>${reference}</Content>`))).toBe('syntax')
    },
  )

  it('refuses "]]>" outside a section', () => {
    expect(refused(body('<Content>a]]>b</Content>'))).toBe('syntax')
  })
})

describe('elements (M5, M6)', () => {
  it('come in any order, unknown ones are kept', () => {
    const message = parseMessage(
      '<xml><New><a>1</a></New><MsgType>text</MsgType><CreateTime>1</CreateTime><FromUserName>o</FromUserName><ToUserName>g</ToUserName></xml>',
    )
    expect(message.fields['New']).toEqual({ a: '1' })
  })

  it('a prefix makes another name', () => {
    const message = parseMessage(body('<x:MsgType>image</x:MsgType><x:Content>no</x:Content>'))
    expect(message).toMatchObject({ type: 'text', content: '' })
    expect(message.fields['x:Content']).toBe('no')
  })

  it('repeated ones become a list in document order', () => {
    expect(parseMessage(body('<A>1</A><B>x</B><A>2</A><A><C>3</C></A>')).fields['A']).toEqual(['1', '2', { C: '3' }])
  })

  it.each([
    'ToUserName',
    'FromUserName',
    'CreateTime',
    'MsgType',
    'Event',
    'MsgId',
    'MsgID',
    'InfoType',
    'AppId',
    'Encrypt',
  ])('refuses a second %s', (name) => {
    const twice = `<${name}>1</${name}><${name}>1</${name}>`
    expect(refused(body(twice))).toBe('duplicate')
    expect(refused(body(twice.replaceAll('1', '<![CDATA[1]]>')))).toBe('duplicate')
  })

  it('lets a header name repeat below the top', () => {
    expect(refused(body('<A><MsgId>1</MsgId><MsgId>2</MsgId></A>'))).toBe('accepted')
  })

  it('refuses a header element with children (M18)', () => {
    const text = body('').replace('<FromUserName>o1</FromUserName>', '<FromUserName>o<b>1</b></FromUserName>')
    expect(refused(text)).toBe('header')
    expect(reasonOf(() => parseEnvelope('<xml><Encrypt>a<b>c</b></Encrypt></xml>'))).toBe('header')
  })
})

describe('constructs no push needs (M11)', () => {
  it.each([
    ['a document type', `<!DOCTYPE xml>${body('')}`],
    ['an internal entity', `<!DOCTYPE xml [<!ENTITY a "b">]>${body('<Content>&a;</Content>')}`],
    ['an external entity', `<!DOCTYPE xml SYSTEM "file:///etc/passwd">${body('')}`],
    [
      'a bomb',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>${body('<Content>&c;</Content>')}`,
    ],
    ['a processing instruction', body('<?php echo 1 ?>')],
  ])('refuses %s', (_name, text) => {
    expect(refused(text)).toBe('forbidden')
  })

  it('refuses another declared encoding', () => {
    expect(refused(`<?xml version="1.0" encoding="gbk"?>${body('')}`)).toBe('encoding')
  })
})

describe('the outcome of an error', () => {
  it('never quotes the body', () => {
    const secret = 'secret-session-key'
    for (const text of [
      `<xml><${secret}></b></xml>`,
      `{"a":"${secret}`,
      `<xml><a ${secret}="1" ${secret}="2"/></xml>`,
    ]) {
      try {
        parseMessage(text)
        expect.unreachable()
      } catch (error) {
        expect(error).toBeInstanceOf(ParseError)
        expect(`${(error as ParseError).stack}`).not.toContain(secret)
      }
    }
  })
})
