import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type IncomingMessage, ParseError, type ParseLimits, parseMessage } from '../index.js'

const header =
  '<ToUserName>g</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType>'
const xml = (more: string): string => `<xml>${header}${more}</xml>`
const json = (more: string): string =>
  `{"ToUserName":"g","FromUserName":"o","CreateTime":1,"MsgType":"text","More":${more}}`

function outcome(body: string | Uint8Array, limits: Partial<ParseLimits> = {}): string {
  try {
    parseMessage(body, { limits })
    return 'accepted'
  } catch (error) {
    if (error instanceof ParseError) return error.reason
    throw error
  }
}

const nestedXml = (levels: number): string => xml('<a>'.repeat(levels) + '</a>'.repeat(levels))
const nestedJson = (levels: number): string => json('['.repeat(levels) + ']'.repeat(levels))
const mebibyte = 1 << 20

describe('limits (M10)', () => {
  it('bytes, not characters', () => {
    const chinese = xml(`<Content>${'你'.repeat(100)}</Content>`)
    expect(outcome(chinese, { bytes: Buffer.byteLength(chinese) })).toBe('accepted')
    expect(outcome(chinese, { bytes: Buffer.byteLength(chinese) - 1 })).toBe('limit')
    expect(outcome(Buffer.from(chinese), { bytes: Buffer.byteLength(chinese) - 1 })).toBe('limit')
    expect(outcome(xml('x'.repeat(mebibyte)))).toBe('limit')
  })

  it('depth: 32 levels, the root counted', () => {
    expect(outcome(nestedXml(31))).toBe('accepted')
    expect(outcome(nestedXml(32))).toBe('limit')
    expect(outcome(nestedJson(31))).toBe('accepted')
    expect(outcome(nestedJson(32))).toBe('limit')
  })

  it('depth also of flat bodies', () => {
    expect(outcome(xml(''), { depth: 1 })).toBe('limit')
  })

  it('elements: 10 000 in all', () => {
    const elements = (count: number): string => xml('<a>1</a>'.repeat(count - 5))
    expect(outcome(elements(10_000))).toBe('accepted')
    expect(outcome(elements(10_001))).toBe('limit')
    expect(outcome(json(`[${'1,'.repeat(9_994)}1]`))).toBe('accepted')
    expect(outcome(json(`[${'1,'.repeat(9_995)}1]`))).toBe('limit')
    expect(outcome(xml(''), { elements: 5 })).toBe('accepted')
    expect(outcome(xml(''), { elements: 4 })).toBe('limit')
  })

  it('attributes: 256 in all', () => {
    const attributes = (count: number): string =>
      xml(Array.from({ length: count }, (_, n) => `<a b${n}="1"/>`).join(''))
    expect(outcome(attributes(256))).toBe('accepted')
    expect(outcome(attributes(257))).toBe('limit')
  })

  it('length of a name: 256', () => {
    const named = (length: number): string => xml(`<${'n'.repeat(length)}>1</${'n'.repeat(length)}>`)
    expect(outcome(named(256))).toBe('accepted')
    expect(outcome(named(257))).toBe('limit')
    expect(outcome(json(`{"${'n'.repeat(257)}":1}`))).toBe('limit')
  })
})

// None of these may take more than linear time. There is nothing timed here: a reader that is quadratic in one of them
// needs minutes for a mebibyte, and the runner ends it.
describe('hostile bodies of a mebibyte', () => {
  const fill = (unit: string): string => unit.repeat(Math.floor((mebibyte - 400) / unit.length))

  it.each([
    ['nesting', `<xml>${fill('<a>')}`, 'limit'],
    ['JSON nesting', `{"a":${fill('[')}`, 'limit'],
    ['JSON objects', fill('{"a":'), 'limit'],
    ['attributes', `<xml ${fill('a="" ')}>`, 'limit'],
    ['distinct attributes', `<xml ${Array.from({ length: 90_000 }, (_, n) => `a${n}=""`).join(' ')}>`, 'limit'],
    ['a name without end', `<xml><${fill('a')}`, 'syntax'],
    ['siblings', xml(fill('<a/>')), 'limit'],
    ['a document type without end', `<!DOCTYPE ${fill('[')}`, 'syntax'],
    ['white space', xml(`<Content>a${fill(' ')}b</Content>`), 'accepted'],
    ['brackets', xml(`<Content><![CDATA[${fill(']')}]]></Content>`), 'accepted'],
    ['bare brackets', xml(`<Content>${fill(']')}</Content>`), 'accepted'],
    ['entities', xml(`<Content>${fill('&amp;')}</Content>`), 'accepted'],
    ['sections', xml(`<Content>${fill('<![CDATA[a]]> ')}</Content>`), 'accepted'],
    ['comments', xml(`<Content>${fill('a<!---->')}</Content>`), 'accepted'],
    ['sections that do not end', xml(`<Content>${fill('<![CDATA[')}</Content>`), 'syntax'],
    ['JSON escapes', json(`"${fill('\\u4f60')}"`), 'accepted'],
    ['JSON white space', json(`${fill(' ')}1`), 'accepted'],
    ['JSON digits', json(fill('9')), 'accepted'],
    ['a JSON text without end', json(`"${fill('\\"')}`), 'syntax'],
  ])('%s', (_name, body, wanted) => {
    expect(outcome(body)).toBe(wanted)
  })

  it('never allocates by a count (M18)', () => {
    const body = xml('').replace('text', 'event').replace('</xml>', '')
    const message = parseMessage(
      `${body}<Event>pic_weixin</Event><SendPicsInfo><Count>999999999</Count><PicList></PicList></SendPicsInfo></xml>`,
    )
    expect(message).toMatchObject({ count: 999_999_999, picList: [] })
  })
})

describe('names that mean something to JavaScript (M13, M18)', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'then', 'toJSON', 'valueOf']
  const check = (message: IncomingMessage): void => {
    for (const name of names) expect(message.fields[name]).toBe('x')
    expect(Object.getPrototypeOf(message.fields)).toBeNull()
    expect(Object.keys(message.fields)).toEqual(expect.arrayContaining(names))
    expect(({} as { x?: unknown }).x).toBeUndefined()
    expect(JSON.parse(JSON.stringify(message)).fields.toString).toBe('x')
    expect(inspect(message)).toContain('hasOwnProperty')
    expect(structuredClone(message).fields['then']).toBe('x')
  }

  it('are plain data in XML', () => {
    check(parseMessage(xml(names.map((name) => `<${name}>x</${name}>`).join(''))))
    check(parseMessage(xml(`${names.map((name) => `<${name}>x</${name}>`).join('')}<a><b/></a>`)))
  })

  it('are plain data in JSON', () => {
    const members = names.map((name) => `"${name}":"x"`).join(',')
    check(parseMessage(json(`1,${members}`)))
  })

  it('do not reach a prototype through a structure', () => {
    parseMessage(xml('<__proto__><polluted>yes</polluted></__proto__>'))
    parseMessage(json('{"__proto__":{"polluted":"yes"}}'))
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('as MsgType and Event are unknown', () => {
    for (const name of names) {
      expect(parseMessage(xml('').replace('text', name))).toMatchObject({ type: 'unknown', rawType: name })
    }
  })
})
