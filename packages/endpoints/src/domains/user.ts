import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface UserListData {
  /** The user's openid for this account. */
  openid: readonly string[]
}

export interface UserInfoQuery {
  /** The user's openid for this account. */
  openid: string
  /** zh_CN, zh_TW or en. */
  lang?: 'zh_CN' | 'zh_TW' | 'en'
}

export interface UserInfo {
  /** The user's openid for this account. */
  openid: string
  /** The same user across accounts of one open-platform account. */
  unionid?: string
  /** @deprecated Withdrawn by the platform. */
  nickname?: string
  /** @deprecated Withdrawn by the platform. */
  sex?: number
  /** @deprecated Withdrawn by the platform. */
  country?: string
  /** @deprecated Withdrawn by the platform. */
  province?: string
  /** @deprecated Withdrawn by the platform. */
  city?: string
  language?: string
  /**
   * Address of the user's picture.
   *
   * @deprecated Withdrawn by the platform.
   */
  headimgurl?: string
  subscribe: 0 | 1
  /** Unix seconds, of the latest time they followed. */
  subscribe_time?: number
  subscribe_scene?: string
  /** The account's own remark. */
  remark?: string
  groupid?: number
  /** Ids of tags. */
  tagid_list?: readonly number[]
  qr_scene?: number
  qr_scene_str?: string
}

export interface UserChangeOpenidRequest {
  from_appid: string
  /** Openids. */
  openid_list: readonly string[]
}

export interface UserChangeOpenidAnswer extends BaseAnswer {
  result_list: readonly { err_msg?: string; ori_openid: string; new_openid?: string }[]
}

export interface UserListRequest {
  /** Where the page begins; left out for the first. */
  next_openid?: string
}

export interface UserListAnswer extends BaseAnswer {
  total: number
  count: number
  data?: UserListData
  /** Where the next page begins; empty at the end. */
  next_openid: string
}

export interface UserGetInfoRequest {
  /** The user's openid for this account. */
  openid: string
  /** zh_CN, zh_TW or en. */
  lang?: 'zh_CN' | 'zh_TW' | 'en'
}

export type UserGetInfoAnswer = BaseAnswer & UserInfo

export interface UserBatchGetInfoRequest {
  user_list: readonly UserInfoQuery[]
}

export interface UserBatchGetInfoAnswer extends BaseAnswer {
  user_info_list: readonly UserInfo[]
}

export interface UserUpdateRemarkRequest {
  /** The user's openid for this account. */
  openid: string
  /** Up to 30 characters. */
  remark: string
}

export interface UserApi {
  /**
   * Openids of users after their account was moved here from another.
   */
  changeOpenid(request: UserChangeOpenidRequest, options?: CallOptions): Promise<UserChangeOpenidAnswer>
  /**
   * Openids of followers, up to 10,000 a page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html
   */
  list(request?: UserListRequest, options?: CallOptions): Promise<UserListAnswer>
  /**
   * What the account may know of one follower; name and picture are no longer among it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html#UinonId
   */
  getInfo(request: UserGetInfoRequest, options?: CallOptions): Promise<UserGetInfoAnswer>
  /**
   * What the account may know of up to 100 followers.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html#UinonId
   */
  batchGetInfo(request: UserBatchGetInfoRequest, options?: CallOptions): Promise<UserBatchGetInfoAnswer>
  /**
   * Sets the account's own remark (up to 30 characters) on a follower.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Configuring_user_notes.html
   */
  updateRemark(request: UserUpdateRemarkRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const userTable = {
  changeOpenid: { call: 'POST /cgi-bin/changeopenid' },
  list: {
    call: 'GET /cgi-bin/user/get',
    quota: { limit: 500, testAccountLimit: 100 },
    permission: { may: ['verifiedSubscription', 'verifiedService'] },
    docs: 'doc/offiaccount/User_Management/Getting_a_User_List.html',
  },
  getInfo: {
    call: 'GET /cgi-bin/user/info',
    quota: { limit: 5_000_000, testAccountLimit: 500_000 },
    permission: { may: ['verifiedSubscription', 'verifiedService'] },
    docs: 'doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html#UinonId',
  },
  batchGetInfo: {
    call: 'POST /cgi-bin/user/info/batchget',
    retry: 'safe',
    permission: { may: ['verifiedSubscription', 'verifiedService'] },
    docs: 'doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html#UinonId',
  },
  updateRemark: {
    call: 'POST /cgi-bin/user/info/updateremark',
    retry: 'safe',
    quota: { limit: 10_000 },
    permission: { may: ['verifiedSubscription', 'verifiedService'] },
    docs: 'doc/offiaccount/User_Management/Configuring_user_notes.html',
  },
} as const

/** One row for each method of {@link UserApi}. */
export const userRows: Rows<UserApi> = /* @__PURE__ */ expandRows<UserApi, typeof userTable>('user', userTable)
