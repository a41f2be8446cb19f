import { isUtf8 } from 'node:buffer'
import { hasUnfit, isWellFormed, replaceUnfit, toWellFormed } from '../characters.js'
import { ParseError } from '../errors.js'
import type { ParseLimits } from '../limits.js'

/** A body as text, ready to be scanned. */
export interface BodyText {
  /** The exact text that came. */
  readonly raw: string
  /** The same without a byte order mark, and with every character that may not be there replaced by U+FFFD. */
  readonly text: string
}

/** What stands for a character that may not be there. */
export const replacement = '\ufffd'

const tooLarge = (limit: number): ParseError => new ParseError('limit', `the body is larger than ${limit} bytes`)

// Users do type control characters (WeRoBot#420): the message must arrive, so they become U+FFFD. They are not taken
// out, because that would turn `oA\x02dmin` into another user's openid; and a header field with one is refused where
// the header is read. NUL is never typed, and half a surrogate pair is no character: both refuse the whole body.
function mendControls(text: string): string {
  if (!hasUnfit(text)) return text
  if (text.includes('\0')) throw new ParseError('character', 'the body holds a NUL character')
  return replaceUnfit(text, replacement)
}

/** Mends what the escapes of a JSON text have spelled. */
export function mendEscaped(value: string): string {
  const text = mendControls(value)
  return isWellFormed(text) ? text : toWellFormed(text)
}

function decode(body: string | Uint8Array, limit: number): string {
  const size = typeof body === 'string' ? body.length : body.byteLength
  if (size > limit) throw tooLarge(limit)
  if (typeof body !== 'string') {
    if (!isUtf8(body)) throw new ParseError('encoding', 'the body is not UTF-8')
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
  }
  if (size * 3 > limit && Buffer.byteLength(body) > limit) throw tooLarge(limit)
  if (!isWellFormed(body)) throw new ParseError('encoding', 'the body holds half a surrogate pair')
  return body
}

/** Bytes to text (rule M12). */
export function bodyText(body: string | Uint8Array, limits: ParseLimits): BodyText {
  const raw = decode(body, limits.bytes)
  return { raw, text: mendControls(raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw) }
}
