import { type Cursor, malformed } from './json-cursor.js'
import { mendEscaped } from './text.js'

// Control characters are let through unescaped: WeChat has sent nicknames with them (w7corp/easywechat#1291), and
// `bodyText` has replaced those that may not be there.
const plainText = /[^"\\]*/y
const fourHex = /^[0-9a-fA-F]{4}$/

const escapes: ReadonlyMap<string | undefined, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

function readEscape(cursor: Cursor): string {
  const { text, at } = cursor
  if (text[at + 1] === 'u') {
    const hex = text.slice(at + 2, at + 6)
    if (!fourHex.test(hex)) throw malformed(cursor, 'an escape needs four hexadecimal digits')
    cursor.at += 6
    return String.fromCharCode(Number.parseInt(hex, 16))
  }
  const char = escapes.get(text[at + 1])
  if (char === undefined) throw malformed(cursor, 'there is no such escape')
  cursor.at += 2
  return char
}

/** Reads a text; the cursor is at its opening quote and ends behind its closing one. */
export function readJsonString(cursor: Cursor): string {
  const { text } = cursor
  cursor.at += 1
  let value = ''
  let escaped = false
  for (;;) {
    plainText.lastIndex = cursor.at
    plainText.test(text)
    value += text.slice(cursor.at, plainText.lastIndex)
    cursor.at = plainText.lastIndex
    if (text[cursor.at] === '"') {
      cursor.at += 1
      return escaped ? mendEscaped(value) : value
    }
    if (cursor.at >= text.length) throw malformed(cursor, 'a text has no end')
    escaped = true
    value += readEscape(cursor)
  }
}
