export interface GuideBuyer {
  /** The user's openid for this account. */
  openid: string
  buyer_nickname?: string
}

export interface GuideBuyerResp {
  errcode?: number
  errmsg?: string
  /** The user's openid for this account. */
  openid?: string
}

export interface GuideMaterial {
  type: number
  /** Id of an uploaded media file. */
  media_id?: string
  word?: string
  appid?: string
  title?: string
  path?: string
}

export interface GuideTaskResult {
  task_id?: string
  /** The user's openid for this account. */
  openid?: readonly string[]
}

export interface GuideGuide {
  guide_account?: string
  guide_openid?: string
  guide_nickname?: string
  guide_headimgurl?: string
  /** Unix seconds. */
  create_time?: number
}

export interface GuideBlackKeyword {
  values?: readonly string[]
  updatetime?: number
}

export interface GuideAutoReply {
  content?: string
  updatetime?: number
}

export interface GuideListGuideAccountsList {
  guide_account?: string
  guide_openid?: string
  guide_nickname?: string
  guide_headimgurl?: string
  status?: number
}

export interface GuideMsg {
  guide_account?: string
  /** The user's openid for this account. */
  openid?: string
  content?: string
  content_type?: number
  direction?: number
  /** Unix seconds. */
  create_time?: number
}

export interface GuideGetGuideBuyerRelationListList {
  /** The user's openid for this account. */
  openid?: string
  buyer_nickname?: string
  /** Unix seconds. */
  create_time?: number
}

export interface GuideCard {
  appid?: string
  title?: string
  path?: string
  picurl?: string
  master_id?: number
  slave_id?: number
}

export interface GuideGetGuideConfigGuideAutoReply {
  msgtype?: number
  content?: string
  updatetime?: number
}

export interface GuideGroup {
  id?: number
  name?: string
  /** Unix seconds. */
  create_time?: number
  /** Unix seconds. */
  update_time?: number
}

export interface GuideJob {
  task_id?: string
  task_name?: string
  task_remark?: string
  task_status?: number
  material?: readonly GuideJobMaterial[]
  buyer_info?: readonly GuideBuyerInfo[]
  push_time?: number
  finish_time?: number
  /** Unix seconds. */
  create_time?: number
  /** Unix seconds. */
  update_time?: number
}

export interface GuideJobMaterial {
  type?: number
  pic_url?: string
  word?: string
  appid?: string
  title?: string
  path?: string
}

export interface GuideBuyerInfo {
  /** The user's openid for this account. */
  openid?: string
  send_status?: number
}

export interface GuideOption {
  tag_name?: string
  tag_values?: readonly string[]
}

export interface GuideSetGuideAccountConfigBlackKeyword {
  values: readonly string[]
}
