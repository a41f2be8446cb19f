import { type Reply, reply, splitText, type TextReply, textLimit } from '@wx/xml-messages'
import { TextTooLongError } from './errors.js'

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
