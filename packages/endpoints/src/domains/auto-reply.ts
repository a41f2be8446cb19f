import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface AutoReplyKeywords {
  list?: readonly AutoReplyKeywordRule[]
}

export interface AutoReplyKeywordRule {
  rule_name?: string
  reply_mode?: string
  /** Unix seconds. */
  create_time?: number
  keyword_list_info?: readonly { match_mode?: string; type?: string; content?: string }[]
  reply_list_info?: readonly AutoReplyContent[]
}

export interface AutoReplyContent {
  type?: string
  content?: string
  news_info?: AutoReplyNewsInfo
}

export interface AutoReplyNewsInfo {
  list?: readonly AutoReplyArticle[]
}

export interface AutoReplyArticle {
  title?: string
  author?: string
  /** Summary of an article. */
  digest?: string
  show_cover?: 0 | 1
  cover_url?: string
  content_url?: string
  source_url?: string
}

export interface AutoReplyGetCurrentAnswer extends BaseAnswer {
  is_add_friend_reply_open?: 0 | 1
  is_autoreply_open?: 0 | 1
  add_friend_autoreply_info?: { type?: string; content?: string }
  message_default_autoreply_info?: { type?: string; content?: string }
  keyword_autoreply_info?: AutoReplyKeywords
}

export interface AutoReplyApi {
  /**
   * The automatic replies set in the console: on follow, by default, by keyword.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Getting_Rules_for_Auto_Replies.html
   */
  getCurrent(request?: NoRequest, options?: CallOptions): Promise<AutoReplyGetCurrentAnswer>
}

export const autoReplyTable = {
  getCurrent: {
    call: 'GET /cgi-bin/get_current_autoreply_info',
    permission: {
      may: ['subscription', 'verifiedSubscription', 'service', 'verifiedService'],
      source: 'doc/offiaccount/Message_Management/Getting_Auto_Reply_Rules.html',
    },
    docs: 'doc/offiaccount/Message_Management/Getting_Rules_for_Auto_Replies.html',
  },
} as const

/** One row for each method of {@link AutoReplyApi}. */
export const autoReplyRows: Rows<AutoReplyApi> = /* @__PURE__ */ expandRows<AutoReplyApi, typeof autoReplyTable>(
  'autoReply',
  autoReplyTable,
)
