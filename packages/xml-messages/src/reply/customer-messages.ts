import { ConfigError } from '@wx/core'
import { UnsendableReplyError } from '../errors.js'
import type { Article, Reply } from './reply.js'
import { splitText } from './split-text.js'

/** What `POST /cgi-bin/message/custom/send` takes, without `touser`. */
export type CustomerMessage =
  | { readonly msgtype: 'text'; readonly text: { readonly content: string } }
  | { readonly msgtype: 'image'; readonly image: { readonly media_id: string } }
  | { readonly msgtype: 'voice'; readonly voice: { readonly media_id: string } }
  | {
      readonly msgtype: 'video'
      readonly video: { readonly media_id: string; readonly title: string; readonly description: string }
    }
  | {
      readonly msgtype: 'music'
      readonly music: {
        readonly title: string
        readonly description: string
        readonly musicurl: string
        readonly hqmusicurl: string
        readonly thumb_media_id: string
      }
    }
  | {
      readonly msgtype: 'news'
      readonly news: {
        readonly articles: readonly [
          { readonly title: string; readonly description: string; readonly url: string; readonly picurl: string },
        ]
      }
    }

type Mapping = {
  readonly [Type in Reply['type']]: (reply: Extract<Reply, { type: Type }>) => readonly CustomerMessage[]
}

const texts = (content: string): CustomerMessage[] =>
  splitText(content).map((part) => ({ msgtype: 'text', text: { content: part } }))

/** An article is a link in a text where there is no card for it. */
const asLine = ({ title, url }: Article): string => [title, url].filter((it) => it !== '').join('\n')

const unsendable = (why: string) => (reply: Reply) => {
  throw new UnsendableReplyError(reply.type, why)
}

const answersPush = unsendable(
  'it is the answer to a push of WeChat’s, and means something to WeChat only. Return it from the handler in time.',
)

/**
 * Replies as customer messages. `success` and `empty` show nothing, so there is nothing to send.
 *
 * News: a customer message takes one article (45008 for more), and a user may be sent five messages (three after an
 * event), so several articles are not several messages: the first is the card, the others follow as titles and links in
 * one text.
 */
const table: Mapping = {
  text(reply) {
    const parts = texts(reply.content)
    if (parts.length > 0) return parts
    throw new UnsendableReplyError('text', 'it is blank, and WeChat refuses that (44004). Return nothing instead.')
  },
  image: ({ mediaId }) => [{ msgtype: 'image', image: { media_id: mediaId } }],
  voice: ({ mediaId }) => [{ msgtype: 'voice', voice: { media_id: mediaId } }],
  video: ({ mediaId, title = '', description = '' }) => [
    { msgtype: 'video', video: { media_id: mediaId, title, description } },
  ],
  music({ title = '', description = '', musicUrl, hqMusicUrl, thumbMediaId }) {
    const url = musicUrl ?? hqMusicUrl
    if (thumbMediaId === undefined || url === undefined) {
      throw new UnsendableReplyError(
        'music',
        'as a customer message it needs a cover (thumbMediaId) and an address (musicUrl), which a passive reply may lack.',
      )
    }
    const music = { title, description, musicurl: url, hqmusicurl: hqMusicUrl ?? url, thumb_media_id: thumbMediaId }
    return [{ msgtype: 'music', music }]
  },
  news({ articles: [first, ...others] }) {
    if (first === undefined) throw new UnsendableReplyError('news', 'it has no article. Give it one.')
    const { title, description, picUrl, url } = first
    const card: CustomerMessage = {
      msgtype: 'news',
      news: { articles: [{ title, description, url, picurl: picUrl }] },
    }
    return [card, ...(others.length === 0 ? [] : texts(others.map(asLine).join('\n\n')))]
  },
  transfer_customer_service: unsendable(
    'a user is handed over by the passive reply only. Return it from the handler in time, or open a session ' +
      '(POST /customservice/kfsession/create) with an agent who is on line.',
  ),
  success: () => [],
  empty: () => [],
  ack: answersPush,
  json: answersPush,
}

/**
 * The customer messages that show what a reply would have shown; none for `success` and `empty`.
 * @throws UnsendableReplyError for a reply that has no such messages; ConfigError for what is no object
 * @see https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage
 */
export function customerMessagesOf(reply: Reply): readonly CustomerMessage[] {
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply))
    throw new ConfigError('reply', 'must be a reply, such as reply.text(…)')
  const map = (Object.hasOwn(table, reply.type) ? table[reply.type] : undefined) as
    | ((reply: Reply) => readonly CustomerMessage[])
    | undefined
  if (map === undefined) throw new UnsendableReplyError(reply.type, 'it is no reply of this kit.')
  return map(reply)
}
