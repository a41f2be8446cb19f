import { type Reply, reply } from '@wx/xml-messages'
import { TextTooLongError } from './errors.js'

/** Bytes of UTF-8 a passive text may have; not in the official text, but longer ones make WeChat show its banner. */
export const textLimit = 2_048

/** A reply that fits, and the replies that carry what did not. */
export interface Fitted {
  readonly first: Reply
  readonly rest: readonly Reply[]
}

/**
 * Fits a reply into WeChat's limit.
 * @throws TextTooLongError when it does not fit and may not be split
 */
export function fitReply(given: Reply, mayBeSplit: boolean): Fitted {
  // A character has at most three bytes for each UTF-16 unit, so short texts need no counting.
  if (given.type !== 'text' || given.content.length * 3 <= textLimit) return { first: given, rest: [] }
  const bytes = Buffer.byteLength(given.content)
  if (bytes <= textLimit) return { first: given, rest: [] }
  if (!mayBeSplit) throw new TextTooLongError(bytes, textLimit)
  const [first, ...rest] = splitText(given.content, textLimit)
  return { first: reply.text(first as string), rest: rest.map((part) => reply.text(part)) }
}

/**
 * Splits a text into parts of at most `limit` bytes of UTF-8: at the end of a line where there is one in the second
 * half of the part, and never within what a reader sees as one character.
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  const close = () => {
    const line = part.lastIndexOf('\n')
    const cut = line >= part.length / 2 ? line + 1 : part.length
    const tail = part.slice(cut)
    if (part.slice(0, cut).trim() !== '') parts.push(part.slice(0, cut).replace(/\n+$/, ''))
    part = tail
    bytes = Buffer.byteLength(tail)
  }
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    for (const piece of fitting(segment, limit)) {
      const size = Buffer.byteLength(piece)
      if (bytes + size > limit) close()
      part += piece
      bytes += size
    }
  }
  if (part.trim() !== '') parts.push(part)
  return parts
}

/** A single character can be larger than the limit (a heap of combining marks): then its code points are split. */
const fitting = (segment: string, limit: number): Iterable<string> =>
  segment.length * 3 <= limit || Buffer.byteLength(segment) <= limit ? [segment] : segment
