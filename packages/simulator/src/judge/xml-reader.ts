import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import type { AnswerNode, ReadProblem, ReadResult } from './node.js'

// The judge reads answers with a library the kit itself does not use, so that the two cannot share a mistake.

/** Reads an XML answer; every sign of damage the library reports, however mild, makes it unreadable. */
export function readXml(text: string): ReadResult {
  const lexical = checkCharacters(text)
  if (lexical !== undefined) return { ok: false, ...lexical }
  const problems: ReadProblem[] = []
  let root: AnswerNode | undefined
  try {
    const parser = new DOMParser({
      locator: true,
      onError: (_level, message, context: unknown) => {
        problems.push({ problem: message, ...positionOf(context) })
      },
    })
    const document = parser.parseFromString(text, 'text/xml')
    if (document.doctype !== null)
      problems.push({ problem: 'a document type (<!DOCTYPE>) is not allowed', line: 1, column: 1 })
    for (const node of Array.from(document.childNodes)) {
      if (node.nodeType === node.PROCESSING_INSTRUCTION_NODE && node.nodeName !== 'xml') {
        problems.push({ problem: `a processing instruction (<?${node.nodeName}?>) is not allowed`, line: 1, column: 1 })
      }
    }
    if (problems.length === 0 && document.documentElement !== null) root = toNode(document.documentElement)
  } catch (error) {
    if (problems.length === 0)
      problems.push({ problem: error instanceof Error ? error.message : 'unreadable', line: 0, column: 0 })
  }
  const first = problems[0]
  if (first !== undefined) return { ok: false, ...first }
  if (root === undefined) return { ok: false, problem: 'there is no root element', line: 1, column: 1 }
  return { ok: true, root }
}

function positionOf(context: unknown): { line: number; column: number } {
  const locator = (context as { locator?: { lineNumber?: number; columnNumber?: number } } | undefined)?.locator
  return { line: locator?.lineNumber ?? 0, column: locator?.columnNumber ?? 0 }
}

function toNode(element: Element): AnswerNode {
  const nodes: Node[] = Array.from(element.childNodes)
  const children = nodes.filter((node): node is Element => node.nodeType === node.ELEMENT_NODE).map(toNode)
  return { name: element.nodeName, text: children.length > 0 ? '' : leafText(nodes), children }
}

/** Sections count exactly; blanks around them do not. Without a section, blanks at both ends do not count. */
function leafText(nodes: readonly Node[]): string {
  const hasSection = nodes.some((node) => node.nodeType === node.CDATA_SECTION_NODE)
  const chunks = nodes
    .filter((node) => node.nodeType === node.CDATA_SECTION_NODE || node.nodeType === node.TEXT_NODE)
    .filter((node) => !hasSection || node.nodeType === node.CDATA_SECTION_NODE || !isBlank(node.nodeValue ?? ''))
    .map((node) => node.nodeValue ?? '')
  return hasSection ? chunks.join('') : trimBlanks(chunks.join(''))
}

const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && ' \t\r\n'.includes(text.charAt(start))) start++
  while (end > start && ' \t\r\n'.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/**
 * What the library lets through although XML 1.0 forbids it: control characters, references to them, a lone `&`, and
 * `]]>` outside of a section.
 */
function checkCharacters(text: string): ReadProblem | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(text)
  if (forbidden !== null) {
    const hex = forbidden[0].charCodeAt(0).toString(16).padStart(4, '0')
    return { problem: `the character U+${hex} is not allowed in XML`, ...positionAt(text, forbidden.index) }
  }
  const markup = blankSections(text)
  const close = markup.indexOf(']]>')
  if (close >= 0) return { problem: '"]]>" stands outside of a CDATA section', ...positionAt(text, close) }
  for (const reference of markup.matchAll(/&(?:#(\d+);|#x([0-9a-fA-F]+);|(?:amp|lt|gt|quot|apos);)?/g)) {
    if (reference[0] === '&') {
      return { problem: 'a "&" that starts no known reference', ...positionAt(text, reference.index) }
    }
    const code = reference[1] !== undefined ? Number(reference[1]) : Number.parseInt(reference[2] ?? '41', 16)
    if (!isXmlCharacter(code)) {
      return { problem: `${reference[0]} refers to a character XML forbids`, ...positionAt(text, reference.index) }
    }
  }
  return undefined
}

const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)

/** The text with CDATA sections and comments overwritten by blanks, so that positions stay. */
function blankSections(text: string): string {
  let out = ''
  let at = 0
  while (at < text.length) {
    const open = nextOf(text, at, ['<![CDATA[', '<!--'])
    if (open === undefined) break
    const end = text.indexOf(open.found === '<!--' ? '-->' : ']]>', open.index + open.found.length)
    if (end < 0) break
    out += text.slice(at, open.index) + ' '.repeat(end + 3 - open.index)
    at = end + 3
  }
  return out + text.slice(at)
}

function nextOf(
  text: string,
  from: number,
  needles: readonly [string, string],
): { index: number; found: string } | undefined {
  const open = text.indexOf('<!', from)
  for (let index = open; index >= 0; index = text.indexOf('<!', index + 2)) {
    const found = needles.find((needle) => text.startsWith(needle, index))
    if (found !== undefined) return { index, found }
  }
  return undefined
}

function positionAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index)
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: index - lastBreak }
}
