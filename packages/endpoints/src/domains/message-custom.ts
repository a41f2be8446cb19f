import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

/** The kinds of customer-service message; `msgtype` says which. */
export type CustomMessageContent =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'image'; image: { media_id: string } }
  | { msgtype: 'voice'; voice: { media_id: string } }
  | {
      msgtype: 'video'
      video: { media_id: string; thumb_media_id?: string; title?: string; description?: string }
    }
  | {
      msgtype: 'music'
      music: { title?: string; description?: string; musicurl: string; hqmusicurl?: string; thumb_media_id: string }
    }
  | {
      /** A linked article; since 2018 one only, more are refused with 45008. */
      msgtype: 'news'
      news: { articles: readonly { title: string; description?: string; url: string; picurl?: string }[] }
    }
  | { msgtype: 'mpnews'; mpnews: { media_id: string } }
  | {
      /** A published article. */
      msgtype: 'mpnewsarticle'
      mpnewsarticle: { article_id: string }
    }
  | {
      /** For mini programs. */
      msgtype: 'link'
      link: { title: string; description: string; url: string; thumb_url: string }
    }
  | {
      /** Answers to tap; a tap comes back as text message with `bizmsgmenuid`. */
      msgtype: 'msgmenu'
      msgmenu: { head_content?: string; list: readonly { id: string; content: string }[]; tail_content?: string }
    }
  | { msgtype: 'wxcard'; wxcard: { card_id: string } }
  | {
      msgtype: 'miniprogrampage'
      /** `appid` is left out when a mini program sends a page of its own. */
      miniprogrampage: { title?: string; appid?: string; pagepath: string; thumb_media_id?: string }
    }

export type MessageCustomSendRequest = CustomMessageContent & {
  /** Openid of the receiver. */
  touser: string
  /** Speaks as this agent. */
  customservice?: { kf_account: string }
}

export interface MessageCustomTypingRequest {
  /** Openid of the receiver. */
  touser: string
  /** Typing or CancelTyping. */
  command?: 'Typing' | 'CancelTyping'
}

export interface MessageCustomApi {
  /**
   * Sends a customer-service message to a user who wrote or acted lately (five messages within 48 hours of a message of the user's).
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7
   */
  send(request: MessageCustomSendRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Shows or hides "typing …" in a user's chat.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#8
   */
  typing(request: MessageCustomTypingRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const messageCustomTable = {
  send: {
    call: 'POST /cgi-bin/message/custom/send',
    quota: { limit: 500_000, testAccountLimit: 50_000 },
    docs: 'doc/offiaccount/Message_Management/Service_Center_messages.html#7',
  },
  typing: {
    call: 'POST /cgi-bin/message/custom/typing',
    docs: 'doc/offiaccount/Message_Management/Service_Center_messages.html#8',
  },
} as const

/** One row for each method of {@link MessageCustomApi}. */
export const messageCustomRows: Rows<MessageCustomApi> = /* @__PURE__ */ expandRows<
  MessageCustomApi,
  typeof messageCustomTable
>('message.custom', messageCustomTable, {
  platform: 'both',
  permission: { may: ['verifiedSubscription', 'verifiedService', 'miniProgram'] },
})
