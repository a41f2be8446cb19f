import { isWhiteCode, trimXml } from '../characters.js'
import type { ParseLimits } from '../limits.js'
import type { WireTree } from '../wire.js'
import { emptyTree } from './tree.js'

const less = 0x3c
const slash = 0x2f
const greater = 0x3e
const ampersand = '&'
const cdataStart = '<![CDATA['
const cdataEnd = ']]>'
const open = '<xml>'
const close = '</xml>'

/** A letter or `_`, of ASCII: what every element name of WeChat starts with. */
const startsName = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f

const continuesName = (code: number): boolean => startsName(code) || (code >= 0x30 && code <= 0x39)

function skipWhite(text: string, from: number): number {
  let at = from
  while (isWhiteCode(text.charCodeAt(at))) at += 1
  return at
}

/** Where the name that starts at `from` ends, or -1 when a `>` does not follow it at once. */
function nameEnd(text: string, from: number): number {
  if (!startsName(text.charCodeAt(from))) return -1
  let at = from + 1
  while (continuesName(text.charCodeAt(at))) at += 1
  return text.charCodeAt(at) === greater ? at : -1
}

/** Only white space may follow the root. */
const endsAt = (text: string, from: number): boolean => skipWhite(text, from) === text.length

/**
 * Reads the shape nearly every push has: a flat `<xml>` whose children are leaves, each one CDATA section or plain text,
 * none repeated. It is several times as fast as a parser, and it is not one: whatever else it meets (attributes,
 * entities, comments, declarations, nesting, a carriage return, anything malformed) makes it return `undefined`, and
 * the strict reader decides. It may never accept what that one refuses, nor read it otherwise.
 *
 * The text has no forbidden characters any more: `bodyText` took care of them for both readers.
 */
export function fastXml(text: string, limits: ParseLimits): WireTree | undefined {
  if (limits.depth < 2 || text.includes('\r')) return undefined
  const first = skipWhite(text, 0)
  if (!text.startsWith(open, first)) return undefined
  const tree = emptyTree()
  let elements = 1
  let at = first + open.length
  for (;;) {
    at = skipWhite(text, at)
    if (text.charCodeAt(at) !== less) return undefined
    if (text.charCodeAt(at + 1) === slash) {
      return elements <= limits.elements && text.startsWith(close, at) && endsAt(text, at + close.length)
        ? tree
        : undefined
    }
    const end = nameEnd(text, at + 1)
    if (end < 0 || end - at - 1 > limits.nameLength) return undefined
    const name = text.slice(at + 1, end)
    if (tree[name] !== undefined) return undefined
    elements += 1

    let after: number
    if (text.startsWith(cdataStart, end + 1)) {
      const from = end + 1 + cdataStart.length
      const to = text.indexOf(cdataEnd, from)
      if (to < 0) return undefined
      tree[name] = text.slice(from, to)
      after = to + cdataEnd.length
    } else {
      after = text.indexOf('<', end + 1)
      if (after < 0) return undefined
      const value = text.slice(end + 1, after)
      if (value.includes(ampersand) || value.includes(cdataEnd)) return undefined
      tree[name] = trimXml(value)
    }
    if (text.charCodeAt(after + 1) !== slash || !text.startsWith(name, after + 2)) return undefined
    at = after + 2 + name.length
    if (text.charCodeAt(after) !== less || text.charCodeAt(at) !== greater) return undefined
    at += 1
  }
}
