import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ParseError, parseEnvelope, parseMessage } from '../index.js'
import { defaultLimits } from './body.js'
import { readJson } from './json.js'

const header = { ToUserName: '"g"', FromUserName: '"o"', CreateTime: '1482048670', MsgType: '"text"' }
const json = (fields: Readonly<Record<string, string>>): string =>
  `{${Object.entries({ ...header, ...fields })
    .map(([name, value]) => `"${name}":${value}`)
    .join(',')}}`

function outcome(body: string): string {
  try {
    parseMessage(body)
    return 'accepted'
  } catch (error) {
    if (error instanceof ParseError) return error.reason
    throw error
  }
}

describe('JSON (M14, M15, M16)', () => {
  it('is told by its first character, not by a header', () => {
    expect(parseMessage(` \n${json({ Content: '"a"' })}`)).toMatchObject({ wireFormat: 'json', content: 'a' })
    expect(outcome('MsgType=text')).toBe('format')
    expect(outcome('[1]')).toBe('format')
    expect(outcome('"x"')).toBe('format')
  })

  it('keeps the digits of an id, and of any number (M4, P11)', () => {
    const message = parseMessage(json({ MsgId: '9223372036854775807', Big: '1234567890123456789.10', Tiny: '1e-400' }))
    expect(message.id).toBe('9223372036854775807')
    expect(message.fields).toMatchObject({ Big: '1234567890123456789.10', Tiny: '1e-400', CreateTime: '1482048670' })
  })

  it('makes booleans their XML text, and null nothing', () => {
    const { fields } = parseMessage(json({ A: 'true', B: 'false', C: 'null', D: '[null,1,true]' }))
    expect(fields).toMatchObject({ A: 'true', B: 'false', D: ['1', 'true'] })
    expect('C' in fields).toBe(false)
  })

  it.each([
    ['a trailing comma', '{"a":1,}'],
    ['a trailing comma in a list', '{"a":[1,]}'],
    ['a comment', '{/* */"a":1}'],
    ['single quotes', "{'a':1}"],
    ['NaN', '{"a":NaN}'],
    ['Infinity', '{"a":-Infinity}'],
    ['hexadecimal', '{"a":0x10}'],
    ['a leading zero', '{"a":01}'],
    ['a leading plus', '{"a":+1}'],
    ['a bare point', '{"a":1.}'],
    ['a name without quotes', '{a:1}'],
    ['no colon', '{"a" 1}'],
    ['no end', '{"a":1'],
    ['a second value', '{"a":1}{"a":1}'],
    ['a bad escape', '{"a":"\\x41"}'],
    ['a short escape', '{"a":"\\u12"}'],
    ['a half word', '{"a":tru}'],
    ['a longer word', '{"a":nullx}'],
    ['text after', '{"a":1}x'],
  ])('refuses %s', (_name, body) => {
    expect(outcome(body)).toBe('syntax')
  })

  it('refuses a repeated header key; others become a list', () => {
    expect(outcome('{"MsgType":"event","MsgType":"text"}')).toBe('duplicate')
    expect(() => parseEnvelope('{"Encrypt":"a","Encrypt":"b"}')).toThrow(ParseError)
    expect(parseMessage(`${json({ A: '1' }).slice(0, -1)},"A":2}`).fields['A']).toEqual(['1', '2'])
  })

  it('reads whatever JSON.stringify writes, and nothing JSON.parse refuses but bare control characters', () => {
    const wire = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.filter((it) => it !== null).map(wire)
      if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(
          Object.entries(value)
            .filter(([, it]) => it !== null)
            .map(([name, it]) => [name, wire(it)]),
        )
      }
      return typeof value === 'number' ? JSON.stringify(value) : String(value)
    }
    const plainChar = fc.string({ unit: fc.constantFrom(...'ab"\\/你😀\n\t{}[]:,0 '), maxLength: 8 })
    const tree = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        plainChar,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        tie('object'),
      ),
      object: fc.dictionary(plainChar, tie('value'), { maxKeys: 4 }),
    }))
    fc.assert(
      fc.property(tree.object, fc.nat(3), (value, space) => {
        const read = readJson(JSON.stringify(value, null, space), defaultLimits)
        expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(wire(value))))
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(
        tree.object,
        fc.nat(),
        fc.constantFrom('"', '\\', ',', '}', ']', '{', '0', 'e', '-', ' ', ''),
        (value, at, char) => {
          const text = JSON.stringify(value)
          const where = at % (text.length + 1)
          const changed = text.slice(0, where) + char + text.slice(where + 1)
          let mine = true
          try {
            readJson(changed, defaultLimits)
          } catch (error) {
            if (!(error instanceof ParseError)) throw error
            mine = false
          }
          let theirs = true
          try {
            const parsed: unknown = JSON.parse(changed)
            theirs = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
          } catch {
            theirs = false
          }
          expect(mine).toBe(theirs)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('types of JSON header fields (M18)', () => {
  const wrong = ['["x"]', '{"a":1}', 'null', 'true', 'false']

  it.each(['ToUserName', 'FromUserName', 'MsgType', 'Event', 'InfoType', 'AppId'])('%s is text', (name) => {
    for (const value of [...wrong, '1']) expect(outcome(json({ [name]: value }))).toBe('header')
  })

  it('CreateTime is a number or digits (Q6)', () => {
    for (const value of [...wrong, '"abc"', '""', '"1e3"', '"-1"'])
      expect(outcome(json({ CreateTime: value }))).toBe('header')
    expect(parseMessage(json({ CreateTime: '"1482048671"' })).time).toBe(1482048671)
    expect(parseMessage(json({ CreateTime: '1482048672' })).time).toBe(1482048672)
  })

  it('MsgId is a number or text, digits or not (Q5)', () => {
    for (const value of wrong) expect(outcome(json({ MsgId: value }))).toBe('header')
    expect(parseMessage(json({ MsgId: '"49d72d67_1535298877_1555684067"' })).id).toBe('49d72d67_1535298877_1555684067')
    expect(parseMessage(json({ MsgId: '1234567890123456789' })).id).toBe('1234567890123456789')
  })

  it('Encrypt is text, in parseEnvelope', () => {
    for (const value of [...wrong, '1']) expect(() => parseEnvelope(`{"Encrypt":${value}}`)).toThrow(ParseError)
    expect(parseEnvelope('{"ToUserName":"gh_1","Encrypt":"abc="}')).toEqual({ format: 'json', encrypt: 'abc=' })
  })

  it('below the top, the names mean nothing', () => {
    expect(outcome(json({ A: '{"MsgType":["x"],"Event":null}' }))).toBe('accepted')
  })

  it('a structure where text is expected is no text, and text where a structure is expected an empty one', () => {
    expect(parseMessage(json({ Content: '{"a":1}' }))).toMatchObject({ content: '' })
    expect(parseMessage(json({ Content: '["x"]' }))).toMatchObject({ content: '' })
    const event = (more: string): string =>
      `{"FromUserName":"o","CreateTime":1,"MsgType":"event","Event":"publishjobfinish","PublishEventInfo":${more}}`
    for (const value of ['"x"', 'null', '5', '[]', '["x"]', '{}']) {
      expect(parseMessage(event(value))).toMatchObject({
        publishEventInfo: { publishId: '', articleDetail: undefined, failIdx: [] },
      })
    }
    expect(parseMessage(event('{"article_detail":"x","fail_idx":{"a":1}}'))).toMatchObject({
      publishEventInfo: { articleDetail: { item: [] }, failIdx: [] },
    })
  })
})
