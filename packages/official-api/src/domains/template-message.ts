import type { CallOptions, MessageTemplate, MessageTemplateApi, TemplateValue } from '@wx/endpoints'
import { optionsOf, text, texts } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import { listOf, partOf } from '../binding/answer.js'
import type { Shorthands } from './shorthands.js'
import { type MiniProgramPage, miniProgramOf, type TemplateData, templateData } from './template-data.js'

export interface TemplateMessageOptions extends CallOptions {
  /** Where a tap leads. */
  readonly url?: string
  /** What a tap opens instead, where the user's WeChat can. */
  readonly miniProgram?: MiniProgramPage
  /** Your own id: the same one for the same user within ten minutes is sent once. */
  readonly clientMsgId?: string
}

/** Notices after a template, outside the 48 hours of customer-service messages. */
export interface TemplateMessageDomain extends MessageTemplateApi {
  /**
   * Sends a template message; the outcome comes as event `TEMPLATESENDJOBFINISH`.
   *
   * Since May 2023 colours, emoji, and the first and last line are not shown. What a field of a category template may
   * hold goes by its name (`thing`: 20 characters); anything else is refused with 47003.
   *
   * @param data `{ thing1: 'Tea', time2: '2026-11-20 10:00' }`
   * @returns `msgid`, which the event repeats
   * @see https://developers.weixin.qq.com/doc/service/api/notify/template/api_sendtemplatemessage
   */
  sendTemplate(
    openid: string,
    templateId: string,
    data: TemplateData<TemplateValue>,
    options?: TemplateMessageOptions,
  ): Promise<string>
  /**
   * Takes a template of the library into the account.
   *
   * @param shortId its number in the library
   * @param keywords the keywords chosen of it
   * @returns id of the template
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#2
   */
  addTemplate(shortId: string, keywords: readonly string[], options?: CallOptions): Promise<string>
  /**
   * Deletes a template of the account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#4
   */
  removeTemplate(templateId: string, options?: CallOptions): Promise<void>
  /**
   * Templates of the account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#3
   */
  all(options?: CallOptions): Promise<readonly MessageTemplate[]>
  /**
   * Sets the account's two industries, by number; once a month.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#0
   */
  setIndustries(first: string, second: string, options?: CallOptions): Promise<void>
}

export const templateMessageShorthands = (
  api: MessageTemplateApi,
): Shorthands<TemplateMessageDomain, MessageTemplateApi> => ({
  async sendTemplate(openid, templateId, data, options) {
    const { url, miniProgram, clientMsgId, ...rest } = optionsOf(options)
    const request = given({
      touser: text('openid', openid),
      template_id: text('templateId', templateId),
      url,
      miniprogram: miniProgram && miniProgramOf(miniProgram),
      data: templateData(data),
      client_msg_id: clientMsgId,
    })
    return partOf('templateMessage.send', await api.send(request, rest), 'msgid')
  },
  async addTemplate(shortId, keywords, options) {
    const request = { template_id_short: text('shortId', shortId), keyword_name_list: texts('keywords', keywords) }
    return partOf('templateMessage.add', await api.add(request, options), 'template_id')
  },
  async removeTemplate(templateId, options) {
    await api.delete({ template_id: text('templateId', templateId) }, options)
  },
  all: async (options) => listOf('templateMessage.list', await api.list({}, options), 'template_list'),
  async setIndustries(first, second, options) {
    await api.setIndustry({ industry_id1: text('first', first), industry_id2: text('second', second) }, options)
  },
})
