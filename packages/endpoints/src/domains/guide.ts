import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type {
  GuideAutoReply,
  GuideBlackKeyword,
  GuideBuyer,
  GuideBuyerResp,
  GuideCard,
  GuideGetGuideBuyerRelationListList,
  GuideGetGuideConfigGuideAutoReply,
  GuideGroup,
  GuideGuide,
  GuideJob,
  GuideListGuideAccountsList,
  GuideMaterial,
  GuideMsg,
  GuideOption,
  GuideSetGuideAccountConfigBlackKeyword,
  GuideTaskResult,
} from './guide-parts.js'

export type * from './guide-parts.js'

export interface GuideAddGuide2GuideGroupRequest {
  group_id: number
  guide_account: string
}

export interface GuideAddGuideAccountRequest {
  guide_account?: string
  guide_openid?: string
  guide_nickname?: string
  guide_headimgurl?: string
}

export interface GuideAddGuideBuyerDisplayTagRequest {
  guide_account?: string
  guide_openid?: string
  /** The user's openid for this account. */
  openid: string
  display_tag_list: readonly string[]
}

export interface GuideAddGuideBuyerRelationRequest {
  guide_account?: string
  guide_openid?: string
  /** The user's openid for this account. */
  openid?: string
  buyer_nickname?: string
  buyer_list?: readonly GuideBuyer[]
}

export interface GuideAddGuideBuyerRelationAnswer extends BaseAnswer {
  buyer_resp?: readonly GuideBuyerResp[]
}

export interface GuideAddGuideBuyerTagRequest {
  guide_account?: string
  guide_openid?: string
  /** The user's openid for this account. */
  openid?: string
  /** Openids. */
  openid_list?: readonly string[]
  tag_value: string
}

export interface GuideAddGuideMassSendJobRequest {
  guide_account?: string
  guide_openid?: string
  task_name: string
  task_remark?: string
  push_time: number
  /** The user's openid for this account. */
  openid: readonly string[]
  material: readonly GuideMaterial[]
}

export interface GuideAddGuideMassSendJobAnswer extends BaseAnswer {
  task_result?: readonly GuideTaskResult[]
}

export interface GuideAddGuideTagOptionRequest {
  tag_name: string
  tag_values: readonly string[]
}

export interface GuideCancelGuideMassSendJobRequest {
  task_id: string | number
}

export interface GuideDeleteGuideAccountRequest {
  guide_account?: string
  guide_openid?: string
}

export interface GuideDeleteGuideBuyerRelationRequest {
  guide_account?: string
  guide_openid?: string
  /** The user's openid for this account. */
  openid?: string
  /** Openids. */
  openid_list?: readonly string[]
}

export interface GuideDeleteGuideCardMaterialRequest {
  type: number
  appid: string
  title: string
  path: string
}

export interface GuideDeleteGuideGroupRequest {
  group_id: number
}

export interface GuideDeleteGuideImageMaterialRequest {
  type: number
  picurl: string
}

export interface GuideDeleteGuideTagOptionRequest {
  tag_name: string
}

export interface GuideDeleteGuideWordMaterialRequest {
  type: number
  word: string
}

export interface GuideGetGroupByGuideRequest {
  guide_account: string
}

export interface GuideGetGroupByGuideAnswer extends BaseAnswer {
  group_id_list?: readonly number[]
}

export interface GuideGetGroupInfoRequest {
  group_id: number
  page: number
  num: number
}

export interface GuideGetGroupInfoAnswer extends BaseAnswer {
  guide_list?: readonly GuideGuide[]
  total_num?: number
}

export type GuideGetGuideAccountAnswer = BaseAnswer & GuideListGuideAccountsList

export interface GuideGetGuideAccountConfigAnswer extends BaseAnswer {
  black_keyword?: GuideBlackKeyword
  guide_auto_reply?: GuideAutoReply
}

export interface GuideListGuideAccountsRequest {
  page: number
  num: number
}

export interface GuideListGuideAccountsAnswer extends BaseAnswer {
  total_num?: number
  list?: readonly GuideListGuideAccountsList[]
}

export interface GuideGetGuideBuyerChatRecordRequest {
  guide_account?: string
  guide_openid?: string
  /** The user's openid for this account. */
  openid?: string
  begin_time?: number
  end_time?: number
  page: number
  num: number
}

export interface GuideGetGuideBuyerChatRecordAnswer extends BaseAnswer {
  msg_list?: readonly GuideMsg[]
  total_num?: number
}

export interface GuideGetGuideBuyerDisplayTagRequest {
  guide_account?: string
  guide_openid?: string
  /** The user's openid for this account. */
  openid: string
}

export interface GuideGetGuideBuyerDisplayTagAnswer extends BaseAnswer {
  display_tag_list?: readonly string[]
}

export type GuideGetGuideBuyerRelationAnswer = BaseAnswer & GuideGetGuideBuyerRelationListList

export interface GuideGetGuideBuyerRelationByBuyerRequest {
  /** The user's openid for this account. */
  openid: string
}

export interface GuideGetGuideBuyerRelationByBuyerAnswer extends BaseAnswer {
  guide_account?: string
  guide_openid?: string
  /** The user's openid for this account. */
  openid?: string
  buyer_nickname?: string
  /** Unix seconds. */
  create_time?: number
}

export interface GuideGetGuideBuyerRelationListRequest {
  guide_account?: string
  guide_openid?: string
  page: number
  num: number
}

export interface GuideGetGuideBuyerRelationListAnswer extends BaseAnswer {
  list?: readonly GuideGetGuideBuyerRelationListList[]
  total_num?: number
}

export interface GuideGetGuideBuyerTagAnswer extends BaseAnswer {
  tag_values?: readonly string[]
}

export interface GuideGetGuideCardMaterialRequest {
  type: number
}

export interface GuideGetGuideCardMaterialAnswer extends BaseAnswer {
  card_list?: readonly GuideCard[]
}

export interface GuideGetGuideConfigAnswer extends BaseAnswer {
  guide_fast_reply_list?: readonly GuideAutoReply[]
  guide_auto_reply?: GuideGetGuideConfigGuideAutoReply
  guide_auto_reply_plus?: GuideGetGuideConfigGuideAutoReply
}

export interface GuideGetGuideGroupListAnswer extends BaseAnswer {
  group_list?: readonly GuideGroup[]
}

export interface GuideGetGuideImageMaterialRequest {
  type: number
  start: number
  num: number
}

export interface GuideGetGuideImageMaterialAnswer extends BaseAnswer {
  model_list?: readonly { picurl?: string }[]
  total_num?: number
}

export interface GuideGetGuideMassSendJobAnswer extends BaseAnswer {
  job?: GuideJob
}

export interface GuideGetGuideMassSendJobListRequest {
  guide_account?: string
  guide_openid?: string
  task_status?: readonly number[]
  /** How many to skip. */
  offset?: number
  limit?: number
}

export interface GuideGetGuideMassSendJobListAnswer extends BaseAnswer {
  list?: readonly GuideJob[]
  total_count?: number
}

export interface GuideGetGuideTagOptionAnswer extends BaseAnswer {
  options?: readonly GuideOption[]
}

export interface GuideGetGuideWordMaterialAnswer extends BaseAnswer {
  word_list?: readonly { word?: string; create_time?: number }[]
  total_num?: number
}

export interface GuideCreateQrcodeRequest {
  guide_account?: string
  guide_openid?: string
  qrcode_info?: string
}

export interface GuideCreateQrcodeAnswer extends BaseAnswer {
  qrcode_url?: string
}

export interface GuideNewGuideGroupRequest {
  group_name: string
}

export interface GuideNewGuideGroupAnswer extends BaseAnswer {
  group_id?: number
}

export interface GuidePushShowWxaPathMenuRequest {
  wxa_appid: string
  wx_username: string
}

export interface GuideQueryGuideBuyerByTagRequest {
  guide_account?: string
  guide_openid?: string
  tag_values: readonly string[]
  push_count?: number
}

export interface GuideQueryGuideBuyerByTagAnswer extends BaseAnswer {
  /** Openids. */
  openid_list?: readonly string[]
}

export interface GuideRebindGuideAccountForBuyerRequest {
  old_guide_account?: string
  old_guide_openid?: string
  new_guide_account?: string
  new_guide_openid?: string
  /** The user's openid for this account. */
  openid?: string
  /** Openids. */
  openid_list?: readonly string[]
}

export interface GuideSetGuideAccountConfigRequest {
  is_delete: boolean
  black_keyword?: GuideSetGuideAccountConfigBlackKeyword
  guide_auto_reply?: { content: string }
}

export interface GuideSetGuideCardMaterialRequest {
  type: number
  appid: string
  title: string
  path: string
  /** Id of an uploaded media file. */
  media_id: string
}

export interface GuideSetGuideConfigRequest {
  guide_account?: string
  guide_openid?: string
  is_delete: boolean
  guide_fast_reply_list?: readonly { content: string }[]
  guide_auto_reply?: { msgtype: number; content: string }
  guide_auto_reply_plus?: { msgtype: number; content: string }
}

export interface GuideSetGuideImageMaterialRequest {
  type: number
  /** Id of an uploaded media file. */
  media_id: string
}

export interface GuideUpdateGuideBuyerRelationRequest {
  guide_account?: string
  guide_openid?: string
  /** The user's openid for this account. */
  openid: string
  buyer_nickname: string
}

export interface GuideUpdateGuideMassSendJobRequest {
  task_id: string | number
  task_name?: string
  task_remark?: string
  push_time?: number
  /** The user's openid for this account. */
  openid?: readonly string[]
  material?: readonly GuideMaterial[]
}

export interface GuideApi {
  /**
   * Puts a shopping guide into a group.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.addGuide2GuideGroup.html
   */
  addGuide2GuideGroup(request: GuideAddGuide2GuideGroupRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a shopping guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.addGuideAcct.html
   */
  addGuideAccount(request?: GuideAddGuideAccountRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds free tags that a guide sees on a customer.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideBuyerDisplayTag.html
   */
  addGuideBuyerDisplayTag(request: GuideAddGuideBuyerDisplayTagRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Assigns customers to a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.addGuideBuyerRelation.html
   */
  addGuideBuyerRelation(
    request?: GuideAddGuideBuyerRelationRequest,
    options?: CallOptions,
  ): Promise<GuideAddGuideBuyerRelationAnswer>
  /**
   * Sets a tag on customers of a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideBuyerTag.html
   */
  addGuideBuyerTag(
    request: GuideAddGuideBuyerTagRequest,
    options?: CallOptions,
  ): Promise<GuideAddGuideBuyerRelationAnswer>
  /**
   * Creates a mass-sending task for a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.addGuideMassendJob.html
   */
  addGuideMassSendJob(
    request: GuideAddGuideMassSendJobRequest,
    options?: CallOptions,
  ): Promise<GuideAddGuideMassSendJobAnswer>
  /**
   * Adds values a tag may take.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideTagOption.html
   */
  addGuideTagOption(request: GuideAddGuideTagOptionRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Cancels a mass-sending task.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.cancelGuideMassendJob.html
   */
  cancelGuideMassSendJob(request: GuideCancelGuideMassSendJobRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Takes a guide out of a group.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuide2GuideGroup.html
   */
  deleteGuide2GuideGroup(request: GuideAddGuide2GuideGroupRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Removes a shopping guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuideAcct.html
   */
  deleteGuideAccount(request?: GuideDeleteGuideAccountRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Takes customers away from a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.delGuideBuyerRelation.html
   */
  deleteGuideBuyerRelation(
    request?: GuideDeleteGuideBuyerRelationRequest,
    options?: CallOptions,
  ): Promise<GuideAddGuideBuyerRelationAnswer>
  /**
   * Takes a tag off customers of a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.delGuideBuyerTag.html
   */
  deleteGuideBuyerTag(
    request: GuideAddGuideBuyerTagRequest,
    options?: CallOptions,
  ): Promise<GuideAddGuideBuyerRelationAnswer>
  /**
   * Deletes a mini-program card from the guides' materials.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideCardMaterial.html
   */
  deleteGuideCardMaterial(request: GuideDeleteGuideCardMaterialRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes a group of guides.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuideGroup.html
   */
  deleteGuideGroup(request: GuideDeleteGuideGroupRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes a picture from the guides' materials.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideImageMaterial.html
   */
  deleteGuideImageMaterial(request: GuideDeleteGuideImageMaterialRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes a tag with its values.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.delguidetagoption.html
   */
  deleteGuideTagOption(request: GuideDeleteGuideTagOptionRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes a text from the guides' materials.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideWordMaterial.html
   */
  deleteGuideWordMaterial(request: GuideDeleteGuideWordMaterialRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Groups a guide is in.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGroupByGuide.html
   */
  getGroupByGuide(request: GuideGetGroupByGuideRequest, options?: CallOptions): Promise<GuideGetGroupByGuideAnswer>
  /**
   * The guides in a group.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGroupInfo.html
   */
  getGroupInfo(request: GuideGetGroupInfoRequest, options?: CallOptions): Promise<GuideGetGroupInfoAnswer>
  /**
   * One shopping guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcct.html
   */
  getGuideAccount(request?: GuideDeleteGuideAccountRequest, options?: CallOptions): Promise<GuideGetGuideAccountAnswer>
  /**
   * Settings that hold for all guides: sensitive words, forbidden materials …
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcctConfig.html
   */
  getGuideAccountConfig(request?: NoRequest, options?: CallOptions): Promise<GuideGetGuideAccountConfigAnswer>
  /**
   * Shopping guides, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  listGuideAccounts(
    request: GuideListGuideAccountsRequest,
    options?: CallOptions,
  ): Promise<GuideListGuideAccountsAnswer>
  /**
   * Chat records of guides and customers.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideBuyerChatRecord.html
   */
  getGuideBuyerChatRecord(
    request: GuideGetGuideBuyerChatRecordRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideBuyerChatRecordAnswer>
  /**
   * Free tags that a guide sees on a customer.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideBuyerDisplayTag.html
   */
  getGuideBuyerDisplayTag(
    request: GuideGetGuideBuyerDisplayTagRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideBuyerDisplayTagAnswer>
  /**
   * How a customer and a guide are related.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelation.html
   */
  getGuideBuyerRelation(
    request: GuideGetGuideBuyerDisplayTagRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideBuyerRelationAnswer>
  /**
   * The guide of a customer.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationByBuyer.html
   */
  getGuideBuyerRelationByBuyer(
    request: GuideGetGuideBuyerRelationByBuyerRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideBuyerRelationByBuyerAnswer>
  /**
   * Customers of a guide, page by page.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationList.html
   */
  getGuideBuyerRelationList(
    request: GuideGetGuideBuyerRelationListRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideBuyerRelationListAnswer>
  /**
   * Tags of a customer.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideBuyerTag.html
   */
  getGuideBuyerTag(
    request: GuideGetGuideBuyerDisplayTagRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideBuyerTagAnswer>
  /**
   * Mini-program cards among the guides' materials.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideCardMaterial.html
   */
  getGuideCardMaterial(
    request: GuideGetGuideCardMaterialRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideCardMaterialAnswer>
  /**
   * Quick replies and greeting of a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideConfig.html
   */
  getGuideConfig(request?: GuideDeleteGuideAccountRequest, options?: CallOptions): Promise<GuideGetGuideConfigAnswer>
  /**
   * All groups of guides.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideGroupList.html
   */
  getGuideGroupList(request?: NoRequest, options?: CallOptions): Promise<GuideGetGuideGroupListAnswer>
  /**
   * Pictures among the guides' materials, page by page.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideImageMaterial.html
   */
  getGuideImageMaterial(
    request: GuideGetGuideImageMaterialRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideImageMaterialAnswer>
  /**
   * One mass-sending task.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.getGuideMassendJob.html
   */
  getGuideMassSendJob(
    request: GuideCancelGuideMassSendJobRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideMassSendJobAnswer>
  /**
   * Mass-sending tasks of a guide, page by page.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.getGuideMassendJobList.html
   */
  getGuideMassSendJobList(
    request?: GuideGetGuideMassSendJobListRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideMassSendJobListAnswer>
  /**
   * All tags, with the values each may take.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideTagOption.html
   */
  getGuideTagOption(request?: NoRequest, options?: CallOptions): Promise<GuideGetGuideTagOptionAnswer>
  /**
   * Texts among the guides' materials, page by page.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideWordMaterial.html
   */
  getGuideWordMaterial(
    request: GuideGetGuideImageMaterialRequest,
    options?: CallOptions,
  ): Promise<GuideGetGuideWordMaterialAnswer>
  /**
   * QR code of a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.guideCreateQrCode.html
   */
  createQrcode(request?: GuideCreateQrcodeRequest, options?: CallOptions): Promise<GuideCreateQrcodeAnswer>
  /**
   * Creates a group of guides.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.newGuideGroup.html
   */
  newGuideGroup(request: GuideNewGuideGroupRequest, options?: CallOptions): Promise<GuideNewGuideGroupAnswer>
  /**
   * Creates a tag with its values.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.newGuideTagOption.html
   */
  newGuideTagOption(request: GuideAddGuideTagOptionRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Shows the mini program's path to a member, to copy it.
   *
   * @deprecated Legacy on the platform.
   */
  pushShowWxaPathMenu(request: GuidePushShowWxaPathMenuRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Customers of a guide who carry a tag's value.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.queryGuideBuyerByTag.html
   */
  queryGuideBuyerByTag(
    request: GuideQueryGuideBuyerByTagRequest,
    options?: CallOptions,
  ): Promise<GuideQueryGuideBuyerByTagAnswer>
  /**
   * Hands customers from one guide to another.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.rebindGuideAcctForBuyer.html
   */
  rebindGuideAccountForBuyer(
    request?: GuideRebindGuideAccountForBuyerRequest,
    options?: CallOptions,
  ): Promise<GuideAddGuideBuyerRelationAnswer>
  /**
   * Changes the settings that hold for all guides.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.setGuideAcctConfig.html
   */
  setGuideAccountConfig(request: GuideSetGuideAccountConfigRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a mini-program card to the guides' materials.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideCardMaterial.html
   */
  setGuideCardMaterial(request: GuideSetGuideCardMaterialRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Sets quick replies and greeting of a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.setGuideConfig.html
   */
  setGuideConfig(request: GuideSetGuideConfigRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a picture to the guides' materials.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideImageMaterial.html
   */
  setGuideImageMaterial(request: GuideSetGuideImageMaterialRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a text to the guides' materials.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideWordMaterial.html
   */
  setGuideWordMaterial(request: GuideDeleteGuideWordMaterialRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Changes nickname and avatar of a guide.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.updateGuideAcct.html
   */
  updateGuideAccount(request?: GuideAddGuideAccountRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Changes the nickname a guide gives a customer.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.updateGuideBuyerRelation.html
   */
  updateGuideBuyerRelation(request: GuideUpdateGuideBuyerRelationRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Changes a mass-sending task that was not sent yet.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.updateGuideMassendJob.html
   */
  updateGuideMassSendJob(request: GuideUpdateGuideMassSendJobRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const guideTable = {
  addGuide2GuideGroup: {
    call: 'POST /cgi-bin/guide/addguide2guidegroup',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.addGuide2GuideGroup.html',
  },
  addGuideAccount: {
    call: 'POST /cgi-bin/guide/addguideacct',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.addGuideAcct.html',
  },
  addGuideBuyerDisplayTag: {
    call: 'POST /cgi-bin/guide/addguidebuyerdisplaytag',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideBuyerDisplayTag.html',
  },
  addGuideBuyerRelation: {
    call: 'POST /cgi-bin/guide/addguidebuyerrelation',
    docs: 'doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.addGuideBuyerRelation.html',
  },
  addGuideBuyerTag: {
    call: 'POST /cgi-bin/guide/addguidebuyertag',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideBuyerTag.html',
  },
  addGuideMassSendJob: {
    call: 'POST /cgi-bin/guide/addguidemassendjob',
    stringIds: ['task_id'],
    docs: 'doc/offiaccount/Shopping_Guide/task-account/shopping-guide.addGuideMassendJob.html',
  },
  addGuideTagOption: {
    call: 'POST /cgi-bin/guide/addguidetagoption',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideTagOption.html',
  },
  cancelGuideMassSendJob: {
    call: 'POST /cgi-bin/guide/cancelguidemassendjob',
    integers: ['task_id'],
    docs: 'doc/offiaccount/Shopping_Guide/task-account/shopping-guide.cancelGuideMassendJob.html',
  },
  deleteGuide2GuideGroup: {
    call: 'POST /cgi-bin/guide/delguide2guidegroup',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuide2GuideGroup.html',
  },
  deleteGuideAccount: {
    call: 'POST /cgi-bin/guide/delguideacct',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuideAcct.html',
  },
  deleteGuideBuyerRelation: {
    call: 'POST /cgi-bin/guide/delguidebuyerrelation',
    docs: 'doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.delGuideBuyerRelation.html',
  },
  deleteGuideBuyerTag: {
    call: 'POST /cgi-bin/guide/delguidebuyertag',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.delGuideBuyerTag.html',
  },
  deleteGuideCardMaterial: {
    call: 'POST /cgi-bin/guide/delguidecardmaterial',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideCardMaterial.html',
  },
  deleteGuideGroup: {
    call: 'POST /cgi-bin/guide/delguidegroup',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuideGroup.html',
  },
  deleteGuideImageMaterial: {
    call: 'POST /cgi-bin/guide/delguideimagematerial',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideImageMaterial.html',
  },
  deleteGuideTagOption: {
    call: 'POST /cgi-bin/guide/delguidetagoption',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.delguidetagoption.html',
  },
  deleteGuideWordMaterial: {
    call: 'POST /cgi-bin/guide/delguidewordmaterial',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideWordMaterial.html',
  },
  getGroupByGuide: {
    call: 'POST /cgi-bin/guide/getgroupbyguide',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGroupByGuide.html',
  },
  getGroupInfo: {
    call: 'POST /cgi-bin/guide/getgroupinfo',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGroupInfo.html',
  },
  getGuideAccount: {
    call: 'POST /cgi-bin/guide/getguideacct',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcct.html',
  },
  getGuideAccountConfig: {
    call: 'POST /cgi-bin/guide/getguideacctconfig',
    body: 'json-empty',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcctConfig.html',
  },
  listGuideAccounts: { call: 'POST /cgi-bin/guide/getguideacctlist', retry: 'safe' },
  getGuideBuyerChatRecord: {
    call: 'POST /cgi-bin/guide/getguidebuyerchatrecord',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideBuyerChatRecord.html',
  },
  getGuideBuyerDisplayTag: {
    call: 'POST /cgi-bin/guide/getguidebuyerdisplaytag',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideBuyerDisplayTag.html',
  },
  getGuideBuyerRelation: {
    call: 'POST /cgi-bin/guide/getguidebuyerrelation',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelation.html',
  },
  getGuideBuyerRelationByBuyer: {
    call: 'POST /cgi-bin/guide/getguidebuyerrelationbybuyer',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationByBuyer.html',
  },
  getGuideBuyerRelationList: {
    call: 'POST /cgi-bin/guide/getguidebuyerrelationlist',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationList.html',
  },
  getGuideBuyerTag: {
    call: 'POST /cgi-bin/guide/getguidebuyertag',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideBuyerTag.html',
  },
  getGuideCardMaterial: {
    call: 'POST /cgi-bin/guide/getguidecardmaterial',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideCardMaterial.html',
  },
  getGuideConfig: {
    call: 'POST /cgi-bin/guide/getguideconfig',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideConfig.html',
  },
  getGuideGroupList: {
    call: 'POST /cgi-bin/guide/getguidegrouplist',
    body: 'json-empty',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideGroupList.html',
  },
  getGuideImageMaterial: {
    call: 'POST /cgi-bin/guide/getguideimagematerial',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideImageMaterial.html',
  },
  getGuideMassSendJob: {
    call: 'POST /cgi-bin/guide/getguidemassendjob',
    integers: ['task_id'],
    stringIds: ['task_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/task-account/shopping-guide.getGuideMassendJob.html',
  },
  getGuideMassSendJobList: {
    call: 'POST /cgi-bin/guide/getguidemassendjoblist',
    stringIds: ['task_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/task-account/shopping-guide.getGuideMassendJobList.html',
  },
  getGuideTagOption: {
    call: 'POST /cgi-bin/guide/getguidetagoption',
    body: 'json-empty',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideTagOption.html',
  },
  getGuideWordMaterial: {
    call: 'POST /cgi-bin/guide/getguidewordmaterial',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideWordMaterial.html',
  },
  createQrcode: {
    call: 'POST /cgi-bin/guide/guidecreateqrcode',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.guideCreateQrCode.html',
  },
  newGuideGroup: {
    call: 'POST /cgi-bin/guide/newguidegroup',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.newGuideGroup.html',
  },
  newGuideTagOption: {
    call: 'POST /cgi-bin/guide/newguidetagoption',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.newGuideTagOption.html',
  },
  pushShowWxaPathMenu: { call: 'POST /cgi-bin/guide/pushshowwxapathmenu' },
  queryGuideBuyerByTag: {
    call: 'POST /cgi-bin/guide/queryguidebuyerbytag',
    retry: 'safe',
    docs: 'doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.queryGuideBuyerByTag.html',
  },
  rebindGuideAccountForBuyer: {
    call: 'POST /cgi-bin/guide/rebindguideacctforbuyer',
    docs: 'doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.rebindGuideAcctForBuyer.html',
  },
  setGuideAccountConfig: {
    call: 'POST /cgi-bin/guide/setguideacctconfig',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.setGuideAcctConfig.html',
  },
  setGuideCardMaterial: {
    call: 'POST /cgi-bin/guide/setguidecardmaterial',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideCardMaterial.html',
  },
  setGuideConfig: {
    call: 'POST /cgi-bin/guide/setguideconfig',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.setGuideConfig.html',
  },
  setGuideImageMaterial: {
    call: 'POST /cgi-bin/guide/setguideimagematerial',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideImageMaterial.html',
  },
  setGuideWordMaterial: {
    call: 'POST /cgi-bin/guide/setguidewordmaterial',
    docs: 'doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideWordMaterial.html',
  },
  updateGuideAccount: {
    call: 'POST /cgi-bin/guide/updateguideacct',
    docs: 'doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.updateGuideAcct.html',
  },
  updateGuideBuyerRelation: {
    call: 'POST /cgi-bin/guide/updateguidebuyerrelation',
    docs: 'doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.updateGuideBuyerRelation.html',
  },
  updateGuideMassSendJob: {
    call: 'POST /cgi-bin/guide/updateguidemassendjob',
    integers: ['task_id'],
    docs: 'doc/offiaccount/Shopping_Guide/task-account/shopping-guide.updateGuideMassendJob.html',
  },
} as const

/** One row for each method of {@link GuideApi}. */
export const guideRows: Rows<GuideApi> = /* @__PURE__ */ expandRows<GuideApi, typeof guideTable>('guide', guideTable, {
  status: 'legacy',
})
