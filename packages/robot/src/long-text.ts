import { type Reply, reply, type TextReply } from '@wx/xml-messages'
import { TextTooLongError } from './errors.js'

/** Bytes of UTF-8 a passive text may have; not in the official text, but longer ones make WeChat show its banner. */
export const textLimit = 2_048

/** Bytes of the largest code point in UTF-8. */
const largestCharacter = 4

/** A reply that fits, and the replies that carry what did not. */
export interface Fitted {
  readonly first: Reply
  readonly rest: readonly Reply[]
}

/**
 * Fits a reply into WeChat's limit.
 * @param partBytes how large the parts of a text may be that is too long; undefined: it may not be split
 * @throws TextTooLongError when it does not fit and may not be split
 */
export function fitReply(given: Reply, partBytes: number | undefined): Fitted {
  // A character has at most three bytes for each UTF-16 unit, so short texts need no counting.
  if (given.type !== 'text' || given.content.length * 3 <= textLimit) return { first: given, rest: [] }
  const bytes = Buffer.byteLength(given.content)
  if (bytes <= textLimit) return { first: given, rest: [] }
  if (partBytes === undefined) throw new TextTooLongError(bytes, textLimit)
  return splitReply(given, partBytes)
}

/** Splits a text into replies of at most `limit` bytes. @throws RangeError as `splitText` */
export function splitReply({ content }: TextReply, limit: number): Fitted {
  const [first, ...rest] = splitText(content, limit)
  // Nothing but blanks: there is nothing to show, and an empty text would be an error.
  if (first === undefined) return { first: reply.success(), rest: [] }
  return { first: reply.text(first), rest: rest.map((part) => reply.text(part)) }
}

/**
 * Splits a text into parts of at most `limit` bytes of UTF-8: at the end of a line where there is one in the second
 * half of the part, and never within what a reader sees as one character. Parts of nothing but blanks are left out, and
 * so are the line breaks at which it was split.
 * @throws RangeError for a limit that not every character fits into
 */
export function splitText(text: string, limit: number): string[] {
  if (!(limit >= largestCharacter)) throw new RangeError(`a part must have room for ${largestCharacter} bytes`)
  const parts: string[] = []
  let part = ''
  let bytes = 0
  const close = () => {
    const line = part.lastIndexOf('\n')
    const cut = line >= part.length / 2 ? line + 1 : part.length
    const tail = part.slice(cut)
    const done = withoutLastBreaks(part.slice(0, cut))
    if (done.trim() !== '') parts.push(done)
    part = tail
    bytes = Buffer.byteLength(tail)
  }
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    for (const piece of fitting(segment, limit)) {
      const size = Buffer.byteLength(piece)
      // What is kept of a part can be its larger half, so closing it once may not make room.
      while (part !== '' && bytes + size > limit) close()
      part += piece
      bytes += size
    }
  }
  if (part.trim() !== '') parts.push(part)
  return parts
}

/** By hand: an expression such as /[\r\n]+$/ takes time in the square of a text full of line breaks. */
function withoutLastBreaks(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return text.slice(0, end)
}

/** A single character can be larger than the limit (a heap of combining marks): then its code points are split. */
const fitting = (segment: string, limit: number): Iterable<string> =>
  segment.length * 3 <= limit || Buffer.byteLength(segment) <= limit ? [segment] : segment
