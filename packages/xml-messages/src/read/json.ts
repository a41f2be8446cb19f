import { ParseError } from '../errors.js'
import type { ParseLimits } from '../limits.js'
import type { WireTree, WireValue } from '../wire.js'
import { checkJsonHeader, duplicateHeader, isHeader, type JsonKind } from './header.js'
import { type Cursor, malformed, skipWhite, take } from './json-cursor.js'
import { readJsonString } from './json-string.js'
import { add, emptyTree, type GrowingTree } from './tree.js'

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
