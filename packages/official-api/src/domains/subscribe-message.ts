import type { CallOptions, MessageSubscribeApi } from '@wx/endpoints'
import { optionsOf, text } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import type { Shorthands } from './shorthands.js'
import { type MiniProgramPage, miniProgramOf, type TemplateData, templateData } from './template-data.js'

export interface SubscribeMessageOptions extends CallOptions {
  /** Where a tap leads. */
  readonly page?: string
  /** What a tap opens instead. */
  readonly miniProgram?: MiniProgramPage
}

/** Subscription notices: to users who agreed to the template. */
export interface SubscribeMessageDomain extends MessageSubscribeApi {
  /**
   * Sends a subscription notice.
   *
   * @param data `{ thing1: 'Tea' }`
   * @see https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html
   */
  sendTo(
    openid: string,
    templateId: string,
    data: TemplateData<{ value: string }>,
    options?: SubscribeMessageOptions,
  ): Promise<void>
}

export const subscribeMessageShorthands = (
  api: MessageSubscribeApi,
): Shorthands<SubscribeMessageDomain, MessageSubscribeApi> => ({
  async sendTo(openid, templateId, data, options) {
    const { page, miniProgram, ...rest } = optionsOf(options)
    const request = given({
      touser: text('openid', openid),
      template_id: text('templateId', templateId),
      page,
      miniprogram: miniProgram && miniProgramOf(miniProgram),
      data: templateData(data),
    })
    await api.bizSend(request, rest)
  },
})
