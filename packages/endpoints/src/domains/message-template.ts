import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface TemplateValue {
  value: string
  /**
   * Service accounts strip it since May 2023.
   *
   * @deprecated Withdrawn by the platform.
   */
  color?: string
}

export interface MessageTemplate {
  /** Id of a template. */
  template_id: string
  title: string
  primary_industry?: string
  deputy_industry?: string
  content: string
  example?: string
}

export interface MessageTemplateIndustry {
  first_class: string
  second_class: string
}

export interface MessageTemplateBlocked {
  id?: number
  tmpl_msg_id?: string
  title?: string
  content?: string
  send_timestamp?: number
  /** The user's openid for this account. */
  openid?: string
}

export interface MessageTemplateSendRequest {
  /** Openid of the receiver. */
  touser: string
  /** Id of a template. */
  template_id: string
  /** Where a tap leads. */
  url?: string
  miniprogram?: { appid: string; pagepath?: string }
  data: Readonly<Record<string, TemplateValue>>
  /** Your own id: the same one within ten minutes is sent once. */
  client_msg_id?: string
}

export interface MessageTemplateSendAnswer extends BaseAnswer {
  msgid: string
}

export interface MessageTemplateSendOneTimeSubscribeRequest {
  /** Openid of the receiver. */
  touser: string
  /** Id of a template. */
  template_id: string
  url?: string
  miniprogram?: { appid: string; pagepath: string }
  scene?: string
  title: string
  data?: Readonly<Record<string, TemplateValue>>
}

export interface MessageTemplateAddRequest {
  template_id_short: string
  keyword_name_list: readonly string[]
}

export interface MessageTemplateAddAnswer extends BaseAnswer {
  /** Id of a template. */
  template_id: string
}

export interface MessageTemplateSetIndustryRequest {
  industry_id1: string
  industry_id2: string
}

export interface MessageTemplateDeleteRequest {
  /** Id of a template. */
  template_id: string
}

export interface MessageTemplateListAnswer extends BaseAnswer {
  template_list: readonly MessageTemplate[]
}

export interface MessageTemplateGetIndustryAnswer extends BaseAnswer {
  primary_industry: MessageTemplateIndustry
  secondary_industry: MessageTemplateIndustry
}

export interface MessageTemplateOneTimeSubscribeUrlRequest {
  appid?: string
  scene: number
  /** Id of a template. */
  template_id: string
  redirect_url: string
  reserved?: string
}

export interface MessageTemplateQueryBlockedRequest {
  tmpl_msg_id?: string
  largest_id?: string | number
  limit?: number
}

export interface MessageTemplateQueryBlockedAnswer extends BaseAnswer {
  msginfo?: MessageTemplateBlocked
}

export interface MessageTemplateApi {
  /**
   * Sends a template message; the outcome comes as event `TEMPLATESENDJOBFINISH`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#5
   */
  send(request: MessageTemplateSendRequest, options?: CallOptions): Promise<MessageTemplateSendAnswer>
  /**
   * Sends the one message that a user agreed to on the one-time page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html
   */
  sendOneTimeSubscribe(request: MessageTemplateSendOneTimeSubscribeRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Takes a template of the library into the account; the answer is its id.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#2
   */
  add(request: MessageTemplateAddRequest, options?: CallOptions): Promise<MessageTemplateAddAnswer>
  /**
   * Sets the account's two industries; once a month.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#0
   */
  setIndustry(request: MessageTemplateSetIndustryRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes a template of the account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#4
   */
  delete(request: MessageTemplateDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Templates of the account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#3
   */
  list(request?: NoRequest, options?: CallOptions): Promise<MessageTemplateListAnswer>
  /**
   * The account's two industries.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#1
   */
  getIndustry(request?: NoRequest, options?: CallOptions): Promise<MessageTemplateGetIndustryAnswer>
  /**
   * Address of the page where a user agrees to one message.
   *
   * @see https://mp.weixin.qq.com/wiki?t=resource/res_main&id=mp1500374289_66bvB
   */
  oneTimeSubscribeUrl(request: MessageTemplateOneTimeSubscribeUrlRequest, options?: CallOptions): Promise<string>
  /**
   * Template messages that were held back.
   */
  queryBlocked(
    request?: MessageTemplateQueryBlockedRequest,
    options?: CallOptions,
  ): Promise<MessageTemplateQueryBlockedAnswer>
}

export const messageTemplateTable = {
  send: {
    call: 'POST /cgi-bin/message/template/send',
    stringIds: ['msgid'],
    quota: { limit: 100_000, source: 'doc/offiaccount/Message_Management/Template_Message_Interface.html' },
    docs: 'doc/offiaccount/Message_Management/Template_Message_Interface.html#5',
  },
  sendOneTimeSubscribe: {
    call: 'POST /cgi-bin/message/template/subscribe',
    permission: { may: ['verifiedSubscription', 'verifiedService'] },
    docs: 'doc/offiaccount/Message_Management/One-time_subscription_info.html',
  },
  add: {
    call: 'POST /cgi-bin/template/api_add_template',
    docs: 'doc/offiaccount/Message_Management/Template_Message_Interface.html#2',
  },
  setIndustry: {
    call: 'POST /cgi-bin/template/api_set_industry',
    docs: 'doc/offiaccount/Message_Management/Template_Message_Interface.html#0',
  },
  delete: {
    call: 'POST /cgi-bin/template/del_private_template',
    docs: 'doc/offiaccount/Message_Management/Template_Message_Interface.html#4',
  },
  list: {
    call: 'GET /cgi-bin/template/get_all_private_template',
    docs: 'doc/offiaccount/Message_Management/Template_Message_Interface.html#3',
  },
  getIndustry: {
    call: 'GET /cgi-bin/template/get_industry',
    docs: 'doc/offiaccount/Message_Management/Template_Message_Interface.html#1',
  },
  oneTimeSubscribeUrl: {
    call: 'GET /mp/subscribemsg',
    host: 'mp.weixin.qq.com',
    auth: 'none',
    answer: 'redirect',
    constants: { action: 'get_confirm' },
    credentials: { appid: 'appId' },
    fragment: 'wechat_redirect',
    status: 'unknown',
    permission: { may: ['verifiedSubscription', 'verifiedService'] },
    docs: 'https://mp.weixin.qq.com/wiki?t=resource/res_main&id=mp1500374289_66bvB',
  },
  queryBlocked: { call: 'POST /wxa/sec/queryblocktmplmsg', integers: ['largest_id'], retry: 'safe' },
} as const

/** One row for each method of {@link MessageTemplateApi}. */
export const messageTemplateRows: Rows<MessageTemplateApi> = /* @__PURE__ */ expandRows<
  MessageTemplateApi,
  typeof messageTemplateTable
>('message.template', messageTemplateTable, { permission: { may: ['verifiedService'] } })
