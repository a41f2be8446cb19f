import { type IncomingMessage, type Reply, renderReply, reply, rowOf } from '@wx/xml-messages'
import { InvalidReplyError } from './errors.js'

/** Articles in short: `[[title, description, picUrl, url], …]`. */
export type ShortNews = readonly (readonly [title: string, description: string, picUrl: string, url: string])[]

/** Music in short: `[title, description, musicUrl]`, with `hqMusicUrl` as a fourth where there is one. */
export type ShortMusic = readonly [title: string, description: string, musicUrl: string, hqMusicUrl?: string]

/** No answer; `void` because most handlers that do not answer return nothing at all. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function without a return has this type, not undefined
export type Nothing = undefined | null | void

/**
 * What a handler may return: text, a reply, articles or music in short, or nothing (an empty text, an empty list) to
 * let the next handler try.
 */
export type HandlerResult = string | Reply | ShortNews | ShortMusic | Nothing

/** The reply a handler's result stands for; undefined when it returned nothing. @throws InvalidReplyError */
export function toReply(result: unknown): Reply | undefined {
  if (result === undefined || result === null) return undefined
  if (typeof result === 'string') return result === '' ? undefined : reply.text(result)
  if (Array.isArray(result)) return fromList(result)
  if (typeof result === 'object' && typeof (result as { type?: unknown }).type === 'string') return result as Reply
  throw new InvalidReplyError(`a value of type ${typeof result}`)
}

const areTexts = (list: readonly unknown[]): list is readonly string[] => list.every((it) => typeof it === 'string')

function fromList(list: readonly unknown[]): Reply | undefined {
  if (list.length === 0) return undefined
  if (areTexts(list)) {
    const [title, description, musicUrl, hqMusicUrl, ...more] = list
    if (title !== undefined && description !== undefined && musicUrl !== undefined && more.length === 0) {
      return reply.music({ title, description, musicUrl, ...(hqMusicUrl !== undefined && { hqMusicUrl }) })
    }
  }
  return reply.news(list.map(fromRow))
}

function fromRow(row: unknown): { title: string; description: string; picUrl: string; url: string } {
  if (Array.isArray(row) && row.length === 4 && areTexts(row)) {
    const [title = '', description = '', picUrl = '', url = ''] = row
    return { title, description, picUrl, url }
  }
  throw new InvalidReplyError(
    'a list that is neither music ([title, description, url]) nor articles ([[title, description, picUrl, url], …])',
  )
}

/**
 * Makes sure that a reply can be written and shown, while the handler can still be blamed for it.
 * @throws InvalidReplyError, RenderError
 */
export function checkReply(given: Reply, to: IncomingMessage): Reply {
  if (given.type === 'text') {
    if (typeof given.content !== 'string')
      throw new InvalidReplyError(`a text whose content is ${typeof given.content}`)
    // WeChat shows its banner for a text without content.
    if (given.content === '') throw new InvalidReplyError('a text without content')
    return given
  }
  if ((given.type === 'ack' || given.type === 'json') && isChat(to)) {
    throw new InvalidReplyError(`reply.${given.type}(…) to a message of a user, who would see an error instead`)
  }
  if (typeof renderReply(given, { to }) !== 'string') throw new InvalidReplyError('a JSON reply without a value')
  return given
}

/** Whether WeChat reads the answer as one to a user, in XML, and nothing else. What is unknown may want anything. */
function isChat(message: IncomingMessage): boolean {
  const row = rowOf(message)
  return row?.replies === true && row.ack.form === 'success' && message.wireFormat === 'xml'
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
