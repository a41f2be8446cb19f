import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface BlacklistListData {
  /** The user's openid for this account. */
  openid: readonly string[]
}

export interface BlacklistBatchAddRequest {
  /** Openids. */
  openid_list: readonly string[]
}

export interface BlacklistListRequest {
  /** Where the page begins; left out for the first. */
  begin_openid?: string
}

export interface BlacklistListAnswer extends BaseAnswer {
  total: number
  count: number
  data?: BlacklistListData
  /** Where the next page begins; empty at the end. */
  next_openid?: string
}

export interface BlacklistApi {
  /**
   * Blocks up to 20 followers.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html
   */
  batchAdd(request: BlacklistBatchAddRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Unblocks up to 20 users.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html
   */
  batchRemove(request: BlacklistBatchAddRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Blocked users, up to 10,000 a page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html
   */
  list(request?: BlacklistListRequest, options?: CallOptions): Promise<BlacklistListAnswer>
}

export const blacklistTable = {
  batchAdd: {
    call: 'POST /cgi-bin/tags/members/batchblacklist',
    retry: 'safe',
    docs: 'doc/offiaccount/User_Management/Manage_blacklist.html',
  },
  batchRemove: {
    call: 'POST /cgi-bin/tags/members/batchunblacklist',
    retry: 'safe',
    docs: 'doc/offiaccount/User_Management/Manage_blacklist.html',
  },
  list: {
    call: 'POST /cgi-bin/tags/members/getblacklist',
    retry: 'safe',
    docs: 'doc/offiaccount/User_Management/Manage_blacklist.html',
  },
} as const

/** One row for each method of {@link BlacklistApi}. */
export const blacklistRows: Rows<BlacklistApi> = /* @__PURE__ */ expandRows<BlacklistApi, typeof blacklistTable>(
  'blacklist',
  blacklistTable,
  {
    permission: {
      may: ['verifiedSubscription', 'verifiedService'],
      source: 'doc/subscription/api/usermanage/userinfo/api_batchblacklist.html',
    },
  },
)
