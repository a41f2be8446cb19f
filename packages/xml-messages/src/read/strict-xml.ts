import { saxes } from '#saxes'
import { isWhite, trimXml } from '../characters.js'
import { ParseError } from '../errors.js'
import type { ParseLimits } from '../limits.js'
import type { WireTree, WireValue } from '../wire.js'
import { duplicateHeader, isHeader, structuredHeader } from './header.js'
import { add, emptyTree, type GrowingTree } from './tree.js'

/** An element whose end has not come yet. */
interface Open {
  readonly name: string
  /** Its child elements, once there is one. */
  tree: GrowingTree | undefined
  /** Its text so far. */
  text: string
  /** Text since the last CDATA section, which counts only when it is not all white. */
  loose: string
  hasCdata: boolean
}

/** Text outside CDATA sections is kept beside a section unless it is white (rule M2). */
function settle(open: Open): void {
  if (!isWhite(open.loose)) open.text += open.loose
  open.loose = ''
}

function leafOrTree(open: Open): WireValue {
  if (open.tree !== undefined) return open.tree
  if (!open.hasCdata) return trimXml(open.loose)
  settle(open)
  return open.text
}

const refused = (what: string): ParseError => new ParseError('forbidden', `${what} is never part of a push`)

function limitReached(what: string, limit: number): ParseError {
  return new ParseError('limit', `the body has more than ${limit} ${what}`)
}

/**
 * Reads XML by saxes, strictly and without recursion: whatever saxes calls an error, and every construct a push never
 * needs, refuses the body. Attributes, comments and text beside child elements are not part of the tree.
 */
export function strictXml(text: string, limits: ParseLimits): WireTree {
  const { SaxesParser } = saxes()
  const parser = new SaxesParser({ position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const stack: Open[] = []
  let root: WireTree | undefined
  let elements = 0
  let attributes = 0

  parser.on('error', (error) => {
    // What follows a colon is quoted from the body.
    throw new ParseError('syntax', `the XML is not well formed: ${error.message.split(':')[0]}`)
  })
  parser.on('doctype', () => {
    throw refused('a document type')
  })
  parser.on('processinginstruction', () => {
    throw refused('a processing instruction')
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
      throw new ParseError('encoding', 'the XML declares another encoding than UTF-8')
    }
  })
  parser.on('attribute', ({ name }) => {
    attributes += 1
    if (attributes > limits.attributes) throw limitReached('attributes', limits.attributes)
    if (name.length > limits.nameLength) throw limitReached('characters in a name', limits.nameLength)
  })
  parser.on('opentagstart', ({ name }) => {
    elements += 1
    if (elements > limits.elements) throw limitReached('elements', limits.elements)
    if (stack.length >= limits.depth) throw limitReached('levels', limits.depth)
    if (name.length > limits.nameLength) throw limitReached('characters in a name', limits.nameLength)
    if (stack.length === 0 && name !== 'xml') throw new ParseError('root', 'the root element has to be <xml>')
    const parent = stack[stack.length - 1]
    if (parent !== undefined) parent.tree ??= emptyTree()
    stack.push({ name, tree: undefined, text: '', loose: '', hasCdata: false })
  })
  parser.on('text', (chunk) => {
    const open = stack[stack.length - 1]
    if (open !== undefined) open.loose += chunk
  })
  parser.on('cdata', (section) => {
    const open = stack[stack.length - 1]
    if (open === undefined) return
    settle(open)
    open.hasCdata = true
    open.text += section
  })
  parser.on('closetag', () => {
    const open = stack.pop()
    if (open === undefined) return
    const parent = stack[stack.length - 1]
    if (parent?.tree === undefined) {
      root = open.tree ?? emptyTree()
      return
    }
    const atTop = stack.length === 1
    if (atTop && isHeader(open.name)) {
      if (open.tree !== undefined) throw structuredHeader(open.name)
      if (parent.tree[open.name] !== undefined) throw duplicateHeader(open.name)
    }
    add(parent.tree, open.name, leafOrTree(open))
  })

  parser.write(text).close()
  if (root === undefined) throw new ParseError('root', 'there is no root element')
  return root
}
