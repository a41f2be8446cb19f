import { type IncomingMessage, type Reply, renderReply, reply } from '@wx/xml-messages'
import { InvalidReplyError } from './errors.js'

/** What a handler may return: text, a reply, or nothing to let the next handler try. */
export type HandlerResult = string | Reply | undefined | null | void

/** The reply a handler's result stands for; undefined when it returned nothing. @throws InvalidReplyError */
export function toReply(result: unknown): Reply | undefined {
  if (result === undefined || result === null) return undefined
  if (typeof result === 'string') return result === '' ? undefined : reply.text(result)
  if (typeof result === 'object' && typeof (result as { type?: unknown }).type === 'string') return result as Reply
  throw new InvalidReplyError(Array.isArray(result) ? 'a list' : `a value of type ${typeof result}`)
}

/**
 * Makes sure that a reply can be written, while the handler can still be blamed for it.
 * @throws InvalidReplyError, RenderError
 */
export function checkReply(given: Reply, to: IncomingMessage): Reply {
  if (given.type !== 'text') renderReply(given, { to })
  else if (typeof given.content !== 'string')
    throw new InvalidReplyError(`a text whose content is ${typeof given.content}`)
  return given
}

/** An answer as the coordinator keeps it: small, the reply and the second it was given. */
export interface Answer {
  /** undefined: acknowledged without words. */
  readonly reply: Reply | undefined
  /** Unix seconds: a repeated answer is the first one to the letter. */
  readonly time: number
}

/** The usual answer is a text; it is kept as `<time>t<content>`, the others as `<time>j<JSON>`, none as `<time>`. */
export function encodeAnswer({ reply: given, time }: Answer): string {
  if (given === undefined) return `${time}`
  return given.type === 'text' ? `${time}t${given.content}` : `${time}j${JSON.stringify(given)}`
}

export function decodeAnswer(kept: string): Answer {
  const time = Number.parseInt(kept, 10)
  const kind = kept.search(/[tj]/)
  if (kind < 0) return { reply: undefined, time }
  const rest = kept.slice(kind + 1)
  return { reply: kept[kind] === 't' ? reply.text(rest) : (JSON.parse(rest) as Reply), time }
}
