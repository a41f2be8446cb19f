import { isWhiteCode } from '../characters.js'
import { ParseError } from '../errors.js'
import type { ParseLimits, ParseOptions } from '../limits.js'
import type { WireFormat, WireTree } from '../wire.js'
import { fastXml } from './fast-xml.js'
import { headerNames } from './header.js'
import { readJson } from './json.js'
import { strictXml } from './strict-xml.js'
import { bodyText, replacement } from './text.js'

/** A body that was taken apart and not yet understood. */
export interface Body {
  readonly format: WireFormat
  readonly raw: string
  readonly fields: WireTree
}

/** The first character decides (rule M16): Content-Type is missing or wrong too often. */
function formatOf(text: string): WireFormat {
  let at = 0
  while (isWhiteCode(text.charCodeAt(at))) at += 1
  if (text[at] === '<') return 'xml'
  if (text[at] === '{') return 'json'
  throw text[at] === undefined
    ? new ParseError('format', 'the body is empty')
    : new ParseError('format', 'the body is neither XML nor JSON: it starts with neither "<" nor "{"')
}

/** A header field that held a forbidden character must not pass for another one (rule M12). */
function checkMended(fields: WireTree): void {
  for (const name of headerNames) {
    const value = fields[name]
    if (typeof value === 'string' && value.includes(replacement)) {
      throw new ParseError('character', `${name} holds a control character`)
    }
  }
}

/** How much one body may ask for unless told otherwise. */
export const defaultLimits: ParseLimits = {
  bytes: 1 << 20,
  depth: 32,
  elements: 10_000,
  attributes: 256,
  nameLength: 256,
}

const limitsOf = (options: ParseOptions | undefined): ParseLimits =>
  options?.limits === undefined ? defaultLimits : { ...defaultLimits, ...options.limits }

/** Takes a body apart. */
export function readBody(body: string | Uint8Array, options: ParseOptions | undefined): Body {
  const limits = limitsOf(options)
  const { raw, text } = bodyText(body, limits)
  const format = formatOf(text)
  const fields = format === 'xml' ? (fastXml(text, limits) ?? strictXml(text, limits)) : readJson(text, limits)
  // A JSON escape can spell a character that the text does not hold.
  if (format === 'json' || text.includes(replacement)) checkMended(fields)
  return { format, raw, fields }
}
