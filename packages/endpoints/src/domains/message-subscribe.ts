import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface SubscribeTemplate {
  priTmplId?: string
  title?: string
  content?: string
  type?: number
  example?: string
  keywordEnumValueList?: readonly SubscribeKeywordValues[]
}

export interface SubscribeKeywordValues {
  keywordCode?: string
  enumValueList?: readonly string[]
}

export interface MessageSubscribeBizSendRequest {
  /** Openid of the receiver. */
  touser: string
  /** Id of a template. */
  template_id: string
  page?: string
  miniprogram?: { appid: string; pagepath: string }
  data: Readonly<Record<string, { value: string }>>
}

export interface MessageSubscribeAddTemplateRequest {
  tid: string
  kidList: readonly number[]
  sceneDesc: string
}

export interface MessageSubscribeAddTemplateAnswer extends BaseAnswer {
  priTmplId: string
}

export interface MessageSubscribeDeleteTemplateRequest {
  priTmplId: string
}

export interface MessageSubscribeGetCategoryAnswer extends BaseAnswer {
  data?: readonly { id?: number; name?: string }[]
}

export interface MessageSubscribeGetPubTemplateKeywordsRequest {
  tid: string
}

export interface MessageSubscribeGetPubTemplateKeywordsAnswer extends BaseAnswer {
  count?: number
  data?: readonly { kid?: number; name?: string; example?: string; rule?: string }[]
}

export interface MessageSubscribeGetPubTemplateTitlesRequest {
  ids: string
  start: number
  limit: number
}

export interface MessageSubscribeGetPubTemplateTitlesAnswer extends BaseAnswer {
  data?: readonly { tid?: number; title?: string; type?: number; categoryId?: number }[]
  count?: number
}

export interface MessageSubscribeListTemplatesAnswer extends BaseAnswer {
  data?: readonly SubscribeTemplate[]
}

export interface MessageSubscribeApi {
  /**
   * Sends a subscription notice to a user who agreed to the template.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#send%E5%8F%91%E9%80%81%E8%AE%A2%E9%98%85%E9%80%9A%E7%9F%A5
   */
  bizSend(request: MessageSubscribeBizSendRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Makes a template of the account's own from a public title and its keywords.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#addTemplate%E9%80%89%E7%94%A8%E6%A8%A1%E6%9D%BF
   */
  addTemplate(
    request: MessageSubscribeAddTemplateRequest,
    options?: CallOptions,
  ): Promise<MessageSubscribeAddTemplateAnswer>
  /**
   * Deletes a template of the account's own.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#deleteTemplate%E5%88%A0%E9%99%A4%E6%A8%A1%E6%9D%BF
   */
  deleteTemplate(request: MessageSubscribeDeleteTemplateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Categories of the account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getCategory%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E7%B1%BB%E7%9B%AE
   */
  getCategory(request?: NoRequest, options?: CallOptions): Promise<MessageSubscribeGetCategoryAnswer>
  /**
   * Keywords of a public template title.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getPubTemplateKeyWordsById%E8%8E%B7%E5%8F%96%E6%A8%A1%E6%9D%BF%E4%B8%AD%E7%9A%84%E5%85%B3%E9%94%AE%E8%AF%8D
   */
  getPubTemplateKeywords(
    request: MessageSubscribeGetPubTemplateKeywordsRequest,
    options?: CallOptions,
  ): Promise<MessageSubscribeGetPubTemplateKeywordsAnswer>
  /**
   * Public template titles of categories, up to 30 a page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getPubTemplateTitleList%E8%8E%B7%E5%8F%96%E7%B1%BB%E7%9B%AE%E4%B8%8B%E7%9A%84%E5%85%AC%E5%85%B1%E6%A8%A1%E6%9D%BF
   */
  getPubTemplateTitles(
    request: MessageSubscribeGetPubTemplateTitlesRequest,
    options?: CallOptions,
  ): Promise<MessageSubscribeGetPubTemplateTitlesAnswer>
  /**
   * Templates of the account's own.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getTemplateList%E8%8E%B7%E5%8F%96%E7%A7%81%E6%9C%89%E6%A8%A1%E6%9D%BF%E5%88%97%E8%A1%A8
   */
  listTemplates(request?: NoRequest, options?: CallOptions): Promise<MessageSubscribeListTemplatesAnswer>
}

export const messageSubscribeTable = {
  bizSend: {
    call: 'POST /cgi-bin/message/subscribe/bizsend',
    platform: 'officialAccount',
    permission: { may: ['verifiedService'], source: 'doc/service/en/guide/product/subscription_messages/intro.html' },
    docs: 'doc/offiaccount/Subscription_Messages/api.html#send%E5%8F%91%E9%80%81%E8%AE%A2%E9%98%85%E9%80%9A%E7%9F%A5',
  },
  addTemplate: {
    call: 'POST /wxaapi/newtmpl/addtemplate',
    docs: 'doc/offiaccount/Subscription_Messages/api.html#addTemplate%E9%80%89%E7%94%A8%E6%A8%A1%E6%9D%BF',
  },
  deleteTemplate: {
    call: 'POST /wxaapi/newtmpl/deltemplate',
    docs: 'doc/offiaccount/Subscription_Messages/api.html#deleteTemplate%E5%88%A0%E9%99%A4%E6%A8%A1%E6%9D%BF',
  },
  getCategory: {
    call: 'GET /wxaapi/newtmpl/getcategory',
    docs: 'doc/offiaccount/Subscription_Messages/api.html#getCategory%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E7%B1%BB%E7%9B%AE',
  },
  getPubTemplateKeywords: {
    call: 'GET /wxaapi/newtmpl/getpubtemplatekeywords',
    docs: 'doc/offiaccount/Subscription_Messages/api.html#getPubTemplateKeyWordsById%E8%8E%B7%E5%8F%96%E6%A8%A1%E6%9D%BF%E4%B8%AD%E7%9A%84%E5%85%B3%E9%94%AE%E8%AF%8D',
  },
  getPubTemplateTitles: {
    call: 'GET /wxaapi/newtmpl/getpubtemplatetitles',
    docs: 'doc/offiaccount/Subscription_Messages/api.html#getPubTemplateTitleList%E8%8E%B7%E5%8F%96%E7%B1%BB%E7%9B%AE%E4%B8%8B%E7%9A%84%E5%85%AC%E5%85%B1%E6%A8%A1%E6%9D%BF',
  },
  listTemplates: {
    call: 'GET /wxaapi/newtmpl/gettemplate',
    docs: 'doc/offiaccount/Subscription_Messages/api.html#getTemplateList%E8%8E%B7%E5%8F%96%E7%A7%81%E6%9C%89%E6%A8%A1%E6%9D%BF%E5%88%97%E8%A1%A8',
  },
} as const

/** One row for each method of {@link MessageSubscribeApi}. */
export const messageSubscribeRows: Rows<MessageSubscribeApi> = /* @__PURE__ */ expandRows<
  MessageSubscribeApi,
  typeof messageSubscribeTable
>('message.subscribe', messageSubscribeTable, {
  platform: 'both',
  permission: {
    may: ['verifiedService', 'miniProgram'],
    source: 'doc/service/en/guide/product/subscription_messages/intro.html',
  },
})
