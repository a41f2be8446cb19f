import { ConfigError } from '@wx/core'
import type { CallOptions, CustomMessageContent, MessageCustomApi } from '@wx/endpoints'
import { fields, list, optionsOf, text, wording } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import type { Shorthands } from './shorthands.js'

/** How a customer-service message goes out. */
export interface CustomMessageOptions extends CallOptions {
  /** Speaks as this agent, `name@account`, with the agent's name and avatar. */
  readonly kfAccount?: string
}

/** A video that was uploaded before. */
export interface CustomVideo {
  readonly mediaId: string
  /** Media id of the cover. */
  readonly thumbMediaId?: string
  readonly title?: string
  readonly description?: string
}

/** A piece of music. */
export interface CustomMusic {
  readonly musicUrl: string
  /** For Wi-Fi; `musicUrl` when left out. */
  readonly hqMusicUrl?: string
  /** Media id of the cover. */
  readonly thumbMediaId: string
  readonly title?: string
  readonly description?: string
}

/** A link with title and picture. */
export interface CustomArticle {
  readonly title: string
  readonly description?: string
  readonly url: string
  readonly picUrl?: string
}

/** Answers to tap; a tap comes back as a text message with `bizmsgmenuid`. */
export interface CustomMenu {
  readonly head?: string
  readonly items: readonly { readonly id: string; readonly content: string }[]
  readonly tail?: string
}

/** A mini program's card. */
export interface CustomMiniProgramPage {
  readonly title?: string
  readonly appId: string
  readonly pagePath: string
  /** Media id of the picture. */
  readonly thumbMediaId: string
}

/**
 * Customer-service messages: to a user who wrote within 48 hours (five messages for each of theirs), or who tapped the
 * menu, followed or scanned within a minute (three).
 *
 * Each method throws PushWindowClosedError (45015) when the time is over, PushQuotaExceededError (45047) when the
 * messages are used up, and ConfigError at once for an argument that is missing.
 */
export interface CustomMessageDomain extends MessageCustomApi {
  /**
   * Sends a text.
   *
   * @param content UTF-8, not blank; a link is `<a href="…">…</a>`
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendText(openid: string, content: string, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends a picture that was uploaded before.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendImage(openid: string, mediaId: string, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends a voice clip that was uploaded before.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendVoice(openid: string, mediaId: string, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends a video that was uploaded before.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendVideo(openid: string, video: CustomVideo, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends a piece of music, by address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendMusic(openid: string, music: CustomMusic, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends a link with title and picture: one, more are refused since 2018 (45008).
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendNews(openid: string, article: CustomArticle, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends articles that are a permanent material. A published article goes by `sendMpNewsArticle`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendMpNews(openid: string, mediaId: string, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends a published article, by the id that `freepublish` gave it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendMpNewsArticle(openid: string, articleId: string, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends a question with answers to tap.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendMenu(openid: string, menu: CustomMenu, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends a card or coupon.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendCard(openid: string, cardId: string, options?: CustomMessageOptions): Promise<void>
  /**
   * Sends the card of a mini program that is bound to the account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  sendMiniProgramPage(openid: string, page: CustomMiniProgramPage, options?: CustomMessageOptions): Promise<void>
  /**
   * Shows "typing …" in the user's chat.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#8
   */
  showTyping(openid: string, options?: CallOptions): Promise<void>
  /**
   * Takes "typing …" away.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#8
   */
  hideTyping(openid: string, options?: CallOptions): Promise<void>
}

export const customMessageShorthands = (api: MessageCustomApi): Shorthands<CustomMessageDomain, MessageCustomApi> => {
  const send = async (openid: string, content: CustomMessageContent, options?: CustomMessageOptions) => {
    const { kfAccount, ...rest } = optionsOf(options)
    const agent = kfAccount === undefined ? {} : { customservice: { kf_account: text('kfAccount', kfAccount) } }
    await api.send({ touser: text('openid', openid), ...content, ...agent }, rest)
  }
  const type = async (openid: string, command: 'Typing' | 'CancelTyping', options?: CallOptions): Promise<void> => {
    await api.typing({ touser: text('openid', openid), command }, options)
  }
  return {
    sendText: async (openid, content, options) =>
      send(openid, { msgtype: 'text', text: { content: wording('content', content) } }, options),
    sendImage: async (openid, mediaId, options) =>
      send(openid, { msgtype: 'image', image: { media_id: text('mediaId', mediaId) } }, options),
    sendVoice: async (openid, mediaId, options) =>
      send(openid, { msgtype: 'voice', voice: { media_id: text('mediaId', mediaId) } }, options),
    sendVideo: async (openid, video, options) => {
      const { mediaId, thumbMediaId, title, description } = fields('video', video, '{ mediaId }')
      const sent = given({
        media_id: text('video.mediaId', mediaId),
        thumb_media_id: thumbMediaId,
        title,
        description,
      })
      return send(openid, { msgtype: 'video', video: sent }, options)
    },
    sendMusic: async (openid, music, options) => {
      const { musicUrl, hqMusicUrl, thumbMediaId, title, description } = fields(
        'music',
        music,
        '{ musicUrl, thumbMediaId }',
      )
      const sent = given({
        musicurl: text('music.musicUrl', musicUrl),
        hqmusicurl: hqMusicUrl ?? musicUrl,
        thumb_media_id: text('music.thumbMediaId', thumbMediaId),
        title,
        description,
      })
      return send(openid, { msgtype: 'music', music: sent }, options)
    },
    sendNews: async (openid, article, options) => {
      const { title, description, url, picUrl } = fields('article', article, '{ title, url }')
      const sent = given({
        title: text('article.title', title),
        description,
        url: text('article.url', url),
        picurl: picUrl,
      })
      return send(openid, { msgtype: 'news', news: { articles: [sent] } }, options)
    },
    sendMpNews: async (openid, mediaId, options) =>
      send(openid, { msgtype: 'mpnews', mpnews: { media_id: text('mediaId', mediaId) } }, options),
    sendMpNewsArticle: async (openid, articleId, options) =>
      send(openid, { msgtype: 'mpnewsarticle', mpnewsarticle: { article_id: text('articleId', articleId) } }, options),
    sendMenu: async (openid, menu, options) => {
      const { head, items, tail } = fields('menu', menu, '{ head, items: [{ id, content }] }')
      checkItems(items)
      const msgmenu = given({ head_content: head, list: items, tail_content: tail })
      return send(openid, { msgtype: 'msgmenu', msgmenu }, options)
    },
    sendCard: async (openid, cardId, options) =>
      send(openid, { msgtype: 'wxcard', wxcard: { card_id: text('cardId', cardId) } }, options),
    sendMiniProgramPage: async (openid, page, options) => {
      const { title, appId, pagePath, thumbMediaId } = fields('page', page, '{ appId, pagePath, thumbMediaId }')
      const miniprogrampage = given({
        title,
        appid: text('page.appId', appId),
        pagepath: text('page.pagePath', pagePath),
        thumb_media_id: text('page.thumbMediaId', thumbMediaId),
      })
      return send(openid, { msgtype: 'miniprogrampage', miniprogrampage }, options)
    },
    showTyping: async (openid, options) => type(openid, 'Typing', options),
    hideTyping: async (openid, options) => type(openid, 'CancelTyping', options),
  }
}

function checkItems(items: CustomMenu['items']): void {
  if (list('menu.items', items, 'answers { id, content }').length === 0) throw new ConfigError('menu.items', 'is empty')
  for (const [at, item] of items.entries()) {
    const { id, content } = fields(`menu.items[${at}]`, item, '{ id, content }')
    text(`menu.items[${at}].id`, id)
    text(`menu.items[${at}].content`, content)
  }
}
