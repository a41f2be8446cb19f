import type { Reply } from '@wx/xml-messages'
import { CustomerMessageError } from '../errors.js'
import type { ShownMessage } from '../inbox.js'

/**
 * A customer message as `POST /cgi-bin/message/custom/send` takes it, without `touser`: `msgtype` and the member of the
 * same name.
 */
export interface CustomerMessage {
  readonly msgtype: string
  readonly [member: string]: unknown
}

type Body = Readonly<Record<string, unknown>>

const text = (body: Body, name: string): string => (typeof body[name] === 'string' ? body[name] : '')

/** Types that look the same in the chat as their passive twins. */
const readers: Readonly<Record<string, (body: Body) => ShownMessage>> = {
  text: (body) => {
    const content = text(body, 'content')
    if (content === '') throw new CustomerMessageError(44004, 'empty content', 'text.content is missing or empty')
    if (Buffer.byteLength(content) > 2048) {
      throw new CustomerMessageError(45002, 'content size out of limit', 'a text has at most 2048 bytes; split it')
    }
    return { type: 'text', content }
  },
  image: (body) => ({ type: 'image', mediaId: mediaId(body, 'media_id') }),
  voice: (body) => ({ type: 'voice', mediaId: mediaId(body, 'media_id') }),
  video: (body) => ({
    type: 'video',
    mediaId: mediaId(body, 'media_id'),
    title: text(body, 'title'),
    description: text(body, 'description'),
  }),
  music: (body) => ({
    type: 'music',
    title: text(body, 'title'),
    description: text(body, 'description'),
    musicUrl: text(body, 'musicurl'),
    hqMusicUrl: text(body, 'hqmusicurl'),
    thumbMediaId: mediaId(body, 'thumb_media_id'),
  }),
  news: (body) => {
    const articles = Array.isArray(body['articles']) ? body['articles'].filter(isBody) : []
    if (articles.length !== 1) {
      throw new CustomerMessageError(45008, 'article size out of limit', 'news takes exactly one article')
    }
    return {
      type: 'news',
      articles: articles.map((it) => ({
        title: text(it, 'title'),
        description: text(it, 'description'),
        picUrl: text(it, 'picurl'),
        url: text(it, 'url'),
      })),
    }
  },
}

/** Types that only customer messages have. */
const cardTypes: ReadonlySet<string> = new Set([
  'mpnews',
  'mpnewsarticle',
  'msgmenu',
  'wxcard',
  'miniprogrampage',
  'link',
])

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)

function mediaId(body: Body, name: string): string {
  const id = text(body, name)
  if (id === '') throw new CustomerMessageError(40007, 'invalid media_id', `${name} is missing or empty`)
  return id
}

/**
 * What the user will see of a customer message.
 * @throws CustomerMessageError for a type or a content WeChat refuses
 */
export function readCustomerMessage(message: CustomerMessage): ShownMessage {
  const { msgtype } = message
  const body = message[msgtype]
  const reader = Object.hasOwn(readers, msgtype) ? readers[msgtype] : undefined
  if (reader === undefined && !cardTypes.has(msgtype)) {
    const known = [...Object.keys(readers), ...cardTypes].join(', ')
    throw new CustomerMessageError(
      40008,
      'invalid message type',
      `msgtype ${JSON.stringify(msgtype)} is none of ${known}`,
    )
  }
  if (!isBody(body)) {
    throw new CustomerMessageError(44002, 'empty post data', `the message has no object "${msgtype}"`)
  }
  return reader === undefined ? { type: 'card', msgtype, body } : reader(body)
}

/**
 * The customer message that shows what a passive reply would have shown; undefined when there is nothing to show
 * (`success`, an acknowledgement, a hand-over to an agent).
 */
export function customerMessageOf(reply: Reply): CustomerMessage | undefined {
  switch (reply.type) {
    case 'text':
      return { msgtype: 'text', text: { content: reply.content } }
    case 'image':
    case 'voice':
      return { msgtype: reply.type, [reply.type]: { media_id: reply.mediaId } }
    case 'video':
      return {
        msgtype: 'video',
        video: { media_id: reply.mediaId, title: reply.title ?? '', description: reply.description ?? '' },
      }
    case 'music':
      return {
        msgtype: 'music',
        music: {
          title: reply.title ?? '',
          description: reply.description ?? '',
          musicurl: reply.musicUrl ?? '',
          hqmusicurl: reply.hqMusicUrl ?? reply.musicUrl ?? '',
          thumb_media_id: reply.thumbMediaId ?? '',
        },
      }
    case 'news':
      return {
        msgtype: 'news',
        news: {
          articles: reply.articles.map((it) => ({
            title: it.title,
            description: it.description,
            picurl: it.picUrl,
            url: it.url,
          })),
        },
      }
    default:
      return undefined
  }
}
