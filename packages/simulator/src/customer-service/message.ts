import { type Body, isBody } from '../api/fields.js'
import type { ShownMessage } from '../inbox.js'
import type { MessageAssets } from './assets.js'
import { deny } from './denial.js'
import { menuItems } from './menu-items.js'

/**
 * A customer message as `POST /cgi-bin/message/custom/send` takes it, without `touser`: `msgtype` and the member of the
 * same name; `customservice: { kf_account }` when an agent is to have written it.
 */
export interface CustomerMessage {
  readonly msgtype: string
  readonly [member: string]: unknown
}

/** Bytes of UTF-8 a text may have. */
const maxTextBytes = 2048

const text = (body: Body, name: string): string => (typeof body[name] === 'string' ? body[name] : '')

type Reader = (body: Body, assets: MessageAssets) => ShownMessage

const picture = ['image', 'thumb'] as const

/** A type of message, and who can send it. */
interface MessageType {
  readonly miniProgram: boolean
  readonly officialAccount: boolean
  /** What the user will see; the body as it is when the type has none. */
  readonly read?: Reader
  /** Checks a body that is shown as it is. */
  readonly check?: (body: Body, assets: MessageAssets) => void
}

const both = { miniProgram: true, officialAccount: true }
const officialOnly = { miniProgram: false, officialAccount: true }
const miniProgramOnly = { miniProgram: true, officialAccount: false }

/**
 * Every type.
 * https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/kf-mgnt/kf-message/api_sendcustommessage.html
 */
const messageTypes: Readonly<Record<string, MessageType>> = {
  text: {
    ...both,
    read: (body) => {
      const content = text(body, 'content')
      if (content === '') deny(44004, 'text.content is missing or empty')
      if (Buffer.byteLength(content) > maxTextBytes) deny(45002, `a text has at most ${maxTextBytes} bytes; split it`)
      return { type: 'text', content }
    },
  },
  image: {
    ...both,
    read: (body, assets) => ({ type: 'image', mediaId: mediaId(body, 'media_id', { assets, types: ['image'] }) }),
  },
  voice: {
    ...officialOnly,
    read: (body, assets) => ({ type: 'voice', mediaId: mediaId(body, 'media_id', { assets, types: ['voice'] }) }),
  },
  video: {
    ...officialOnly,
    read: (body, assets) => {
      if (text(body, 'thumb_media_id') !== '') mediaId(body, 'thumb_media_id', { assets, types: picture })
      return {
        type: 'video',
        mediaId: mediaId(body, 'media_id', { assets, types: ['video'] }),
        title: text(body, 'title'),
        description: text(body, 'description'),
      }
    },
  },
  music: {
    ...officialOnly,
    read: (body, assets) => ({
      type: 'music',
      title: text(body, 'title'),
      description: text(body, 'description'),
      musicUrl: text(body, 'musicurl'),
      hqMusicUrl: text(body, 'hqmusicurl'),
      thumbMediaId: mediaId(body, 'thumb_media_id', { assets, types: picture }),
    }),
  },
  news: {
    ...officialOnly,
    read: (body) => {
      const articles = Array.isArray(body['articles']) ? body['articles'].filter(isBody) : []
      if (articles.length !== 1) deny(45008, 'news takes exactly one article')
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
  },
  mpnews: {
    ...officialOnly,
    check: (body, assets) => {
      const draft = mediaId(body, 'media_id', { assets, types: ['news'] })
      if (assets.articleCount(draft) > 1) deny(45008, 'mpnews takes a draft with exactly one article')
    },
  },
  mpnewsarticle: {
    ...officialOnly,
    check: (body, assets) => {
      if (!assets.isPublished(text(body, 'article_id'))) deny(53600, 'article_id is not of a published article')
    },
  },
  msgmenu: { ...officialOnly, check: (body) => menuItems(body) },
  wxcard: {
    ...officialOnly,
    check: (body) => {
      if (text(body, 'card_id') === '') deny(40073, 'card_id is missing or empty')
    },
  },
  miniprogrampage: {
    ...both,
    check: (body, assets) => {
      if (text(body, 'pagepath') === '') deny(40165, 'pagepath is missing or empty')
      const { appid } = body
      if (appid !== undefined && !/^wx[\da-f]{16}$/.test(String(appid))) deny(40166, 'appid is no AppID')
      mediaId(body, 'thumb_media_id', { assets, types: picture })
    },
  },
  link: {
    ...miniProgramOnly,
    check: (body) => {
      for (const name of ['title', 'url']) if (text(body, name) === '') deny(40035, `link.${name} is missing or empty`)
    },
  },
}

interface Wanted {
  readonly assets: MessageAssets
  readonly types: readonly string[]
}

function mediaId(body: Body, name: string, { assets, types }: Wanted): string {
  const id = text(body, name)
  if (id === '') deny(40007, `${name} is missing or empty`)
  const type = assets.mediaType(id)
  if (type === undefined) deny(40007, `the account has no media of that ${name} (any more)`)
  if (!types.includes(type)) deny(40007, `${name} is of type ${type}, not ${types.join(' or ')}`)
  return id
}

/** What reading needs to know of the account. */
export interface MessageReading {
  readonly isMiniProgram: boolean
  readonly assets: MessageAssets
}

/**
 * What the user will see of a customer message.
 * @throws CustomerMessageError for a type or a content WeChat refuses
 */
export function readCustomerMessage(message: CustomerMessage, { isMiniProgram, assets }: MessageReading): ShownMessage {
  const { msgtype } = message
  const type = Object.hasOwn(messageTypes, msgtype) ? messageTypes[msgtype] : undefined
  const mayBe = (it: MessageType): boolean => (isMiniProgram ? it.miniProgram : it.officialAccount)
  if (type === undefined || !mayBe(type)) {
    const known = Object.keys(messageTypes).filter((name) => mayBe(messageTypes[name] as MessageType))
    return deny(40008, `msgtype ${JSON.stringify(msgtype)} is none of ${known.join(', ')}`)
  }
  const body = message[msgtype]
  if (!isBody(body)) return deny(44002, `the message has no object "${msgtype}"`)
  type.check?.(body, assets)
  return type.read?.(body, assets) ?? { type: 'card', msgtype, body }
}
