import { eventRows, messageRows, platformRows } from '../../src/index.js'
import { type PushName, renderPush, samplePush } from '../../src/push/index.js'
import type { Random } from './random.js'

const names: readonly PushName[] = [
  ...Object.keys(messageRows).map((key) => `message:${key}`),
  ...Object.keys(eventRows).map((key) => `event:${key}`),
  ...Object.keys(platformRows).map((key) => `platform:${key}`),
] as PushName[]

/** What parsers trip over. */
const tokens: readonly string[] = [
  ...['<![CDATA[', ']]>', ']]]]><![CDATA[>', '<!--', '-->', '<?xml version="1.0"?>', '<?x y?>', '<!DOCTYPE x>'],
  ...['<!ENTITY a "b">', '&amp;', '&lt;', '&#65;', '&#0;', '&#xFFFE;', '&#x1F600;', '&a;', '&', '&#99999999999;'],
  ...['<xml>', '</xml>', '<a>', '</a>', '<a/>', '<a b="c">', "<a b='", '<', '>', '</', '/>', 'x:y', '<x:MsgType>'],
  ...['MsgType', 'ToUserName', '<ToUserName>x</ToUserName>', '<MsgId>1</MsgId>', 'Encrypt', '<Event>SCAN</Event>'],
  ...['__proto__', '<__proto__><a>1</a></__proto__>', '"__proto__":{"a":1},', 'constructor', 'prototype', 'toJSON'],
  ...['{', '}', '[', ']', ':', ',', '"', '\\', '\\u0000', '\\ud800', '\\u00', 'null', 'true', '1e999', '-0', '01'],
  ...['9007199254740993123', '"MsgType":"text",', '"MsgType":["text"],', '"List":{"a":1},', '/*', '//', 'NaN'],
  ...[
    '\0',
    '\x02',
    '\r',
    '\r\n',
    '\n',
    '\t',
    ' ',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\ufffe',
    '\ud800',
    '😀',
    '中',
  ],
]

type Mutation = (text: string, random: Random) => string

const span = (text: string, random: Random): readonly [from: number, to: number] => {
  const from = random.below(text.length + 1)
  return [from, Math.min(text.length, from + random.below(random.pick([2, 8, 40])))]
}

const mutations: readonly Mutation[] = [
  function insert(text, random) {
    const at = random.below(text.length + 1)
    return text.slice(0, at) + random.pick(tokens) + text.slice(at)
  },
  function remove(text, random) {
    const [from, to] = span(text, random)
    return text.slice(0, from) + text.slice(to)
  },
  function replace(text, random) {
    const [from, to] = span(text, random)
    return text.slice(0, from) + random.pick(tokens) + text.slice(to)
  },
  function repeat(text, random) {
    const [from, to] = span(text, random)
    return text.slice(0, to) + text.slice(from, to).repeat(random.below(4)) + text.slice(to)
  },
  function move(text, random) {
    const [from, to] = span(text, random)
    const rest = text.slice(0, from) + text.slice(to)
    const at = random.below(rest.length + 1)
    return rest.slice(0, at) + text.slice(from, to) + rest.slice(at)
  },
  function truncate(text, random) {
    return text.slice(0, random.below(text.length + 1))
  },
  function otherCharacter(text, random) {
    const at = random.below(text.length)
    return text.slice(0, at) + String.fromCharCode(random.below(random.pick([128, 128, 0x10000]))) + text.slice(at + 1)
  },
  function repeatElement(text, random) {
    const element = random.pick([
      ...(text.match(/<(\w+)>[\s\S]*?<\/\1>/g) ?? ['']),
      ...(text.match(/"\w+":"[^"]*",/g) ?? ['']),
    ])
    return text.replace(element, () => element + element)
  },
  function nest(text, random) {
    const depth = random.below(40)
    return text.replace('</xml>', () => `${'<d>'.repeat(depth)}${'</d>'.repeat(depth)}</xml>`)
  },
]

/** A legal push, then up to six things wrong with it, as text or as bytes. */
export function oddPush(random: Random, corpus: readonly string[]): string | Uint8Array {
  const format = random.pick(['xml', 'json'] as const)
  let text = random.below(4) === 0 ? random.pick(corpus) : renderPush(samplePush(random.pick(names)), format)
  for (let left = random.below(7); left > 0; left -= 1) text = random.pick(mutations)(text, random)
  if (random.below(2) === 0) return text
  const bytes = new TextEncoder().encode(text)
  for (let left = random.below(3); left > 0 && bytes.length > 0; left -= 1) {
    bytes[random.below(bytes.length)] = random.below(256)
  }
  return bytes
}
