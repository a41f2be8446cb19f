import { isWhiteCode } from '../characters.js'
import { ParseError } from '../errors.js'
import type { ParseLimits } from '../limits.js'
import type { WireTree, WireValue } from '../wire.js'
import { checkJsonHeader, duplicateHeader, isHeader, type JsonKind } from './header.js'
import { mendEscaped } from './text.js'
import { add, emptyTree, type GrowingTree } from './tree.js'

/** A text and the place in it that is looked at. */
interface Cursor {
  readonly text: string
  at: number
}

const malformed = (cursor: Cursor, what: string): ParseError =>
  new ParseError('syntax', `the JSON is malformed at character ${cursor.at}: ${what}`)

function skipWhite(cursor: Cursor): void {
  while (isWhiteCode(cursor.text.charCodeAt(cursor.at))) cursor.at += 1
}

/** Steps over a character if it is the one looked at. */
function take(cursor: Cursor, char: string): boolean {
  if (cursor.text[cursor.at] !== char) return false
  cursor.at += 1
  return true
}

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
function readJsonString(cursor: Cursor): string {
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

/** A value that was read, and what it was. `null` is absent from the tree. */
interface Read {
  readonly kind: JsonKind
  readonly value: WireValue | undefined
}

/** The reader's place, and what it has counted. */
interface Reader extends Cursor {
  readonly limits: ParseLimits
  members: number
}

const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

const words: readonly (readonly [word: string, read: Read])[] = [
  ['true', { kind: 'boolean', value: 'true' }],
  ['false', { kind: 'boolean', value: 'false' }],
  ['null', { kind: 'null', value: undefined }],
]

function readWordOrNumber(reader: Reader): Read {
  for (const [word, read] of words) {
    if (!reader.text.startsWith(word, reader.at)) continue
    reader.at += word.length
    return read
  }
  numberToken.lastIndex = reader.at
  const found = numberToken.exec(reader.text)
  if (found === null) throw malformed(reader, 'a value was expected')
  reader.at = numberToken.lastIndex
  return { kind: 'number', value: found[0] }
}

function readValue(reader: Reader, depth: number): Read {
  switch (reader.text[reader.at]) {
    case '"':
      return { kind: 'text', value: readJsonString(reader) }
    case '{':
      return { kind: 'structure', value: readObject(reader, depth + 1) }
    case '[':
      return { kind: 'structure', value: readList(reader, depth + 1) }
    default:
      return readWordOrNumber(reader)
  }
}

/** Steps over an opening bracket. The depth limit is what ends the recursion. */
function enter(reader: Reader, depth: number): void {
  const { limits } = reader
  if (depth > limits.depth) throw new ParseError('limit', `the body is deeper than ${limits.depth} levels`)
  reader.at += 1
  skipWhite(reader)
}

/** After a member or an entry: whether another one follows. */
function another(reader: Reader, end: string): boolean {
  skipWhite(reader)
  if (take(reader, end)) return false
  if (!take(reader, ',')) throw malformed(reader, `"," or "${end}" was expected`)
  skipWhite(reader)
  return true
}

function count(reader: Reader): void {
  reader.members += 1
  const { elements } = reader.limits
  if (reader.members > elements) throw new ParseError('limit', `the body has more than ${elements} members`)
}

function readName(reader: Reader): string {
  if (reader.text[reader.at] !== '"') throw malformed(reader, 'a name was expected')
  const name = readJsonString(reader)
  const { nameLength } = reader.limits
  if (name.length > nameLength) throw new ParseError('limit', `a name has more than ${nameLength} characters`)
  skipWhite(reader)
  if (!take(reader, ':')) throw malformed(reader, '":" was expected')
  skipWhite(reader)
  return name
}

function readMember(reader: Reader, tree: GrowingTree, depth: number): void {
  count(reader)
  const name = readName(reader)
  const { kind, value } = readValue(reader, depth)
  if (depth === 1 && isHeader(name)) {
    checkJsonHeader(name, kind, value)
    if (tree[name] !== undefined) throw duplicateHeader(name)
  }
  if (value !== undefined) add(tree, name, value)
}

function readObject(reader: Reader, depth: number): WireTree {
  enter(reader, depth)
  const tree = emptyTree()
  if (take(reader, '}')) return tree
  do readMember(reader, tree, depth)
  while (another(reader, '}'))
  return tree
}

function readList(reader: Reader, depth: number): readonly WireValue[] {
  enter(reader, depth)
  const items: WireValue[] = []
  if (take(reader, ']')) return items
  do {
    count(reader)
    const { value } = readValue(reader, depth)
    if (value !== undefined) items.push(value)
  } while (another(reader, ']'))
  return items
}

/**
 * Reads JSON straight into the wire tree. `JSON.parse` cannot be used: it rounds a 19-digit `MsgId`, and says nothing
 * of a name that comes twice.
 */
export function readJson(text: string, limits: ParseLimits): WireTree {
  const reader: Reader = { text, at: 0, limits, members: 0 }
  skipWhite(reader)
  if (text[reader.at] !== '{') throw new ParseError('root', 'the JSON has to be an object')
  const tree = readObject(reader, 1)
  skipWhite(reader)
  if (reader.at < text.length) throw malformed(reader, 'something follows the end')
  return tree
}
