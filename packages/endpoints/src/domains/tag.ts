import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface TagListUsersData {
  /** The user's openid for this account. */
  openid: readonly string[]
}

export interface TagCreateRequest {
  tag: { name: string }
}

export interface TagCreateAnswer extends BaseAnswer {
  tag: { id: number; name: string }
}

export interface TagDeleteRequest {
  tag: { id: number }
}

export interface TagListAnswer extends BaseAnswer {
  tags: readonly { id: number; name: string; count: number }[]
}

export interface TagListByUserRequest {
  /** The user's openid for this account. */
  openid: string
}

export interface TagListByUserAnswer extends BaseAnswer {
  /** Ids of tags. */
  tagid_list: readonly number[]
}

export interface TagBatchTaggingRequest {
  /** Openids. */
  openid_list: readonly string[]
  /** Id of a tag. */
  tagid: number
}

export interface TagUpdateRequest {
  tag: { id: number; name: string }
}

export interface TagListUsersRequest {
  /** Id of a tag. */
  tagid: number
  /** Where the page begins; left out for the first. */
  next_openid?: string
}

export interface TagListUsersAnswer extends BaseAnswer {
  count: number
  data?: TagListUsersData
  /** Where the next page begins; empty at the end. */
  next_openid?: string
}

export interface TagApi {
  /**
   * Creates a tag; an account has up to 100.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  create(request: TagCreateRequest, options?: CallOptions): Promise<TagCreateAnswer>
  /**
   * Deletes a tag; one that more than 100,000 users carry must be emptied first.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  delete(request: TagDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * All tags, with how many users carry each.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  list(request?: NoRequest, options?: CallOptions): Promise<TagListAnswer>
  /**
   * Ids of the tags a user carries.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  listByUser(request: TagListByUserRequest, options?: CallOptions): Promise<TagListByUserAnswer>
  /**
   * Puts a tag on up to 50 users; a user carries up to 20.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  batchTagging(request: TagBatchTaggingRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Takes a tag off up to 50 users.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  batchUntagging(request: TagBatchTaggingRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Renames a tag.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  update(request: TagUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Users who carry a tag, up to 10,000 a page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  listUsers(request: TagListUsersRequest, options?: CallOptions): Promise<TagListUsersAnswer>
}

export const tagTable = {
  create: { call: 'POST /cgi-bin/tags/create', docs: 'doc/offiaccount/User_Management/User_Tag_Management.html' },
  delete: { call: 'POST /cgi-bin/tags/delete', docs: 'doc/offiaccount/User_Management/User_Tag_Management.html' },
  list: { call: 'GET /cgi-bin/tags/get', docs: 'doc/offiaccount/User_Management/User_Tag_Management.html' },
  listByUser: {
    call: 'POST /cgi-bin/tags/getidlist',
    retry: 'safe',
    docs: 'doc/offiaccount/User_Management/User_Tag_Management.html',
  },
  batchTagging: {
    call: 'POST /cgi-bin/tags/members/batchtagging',
    retry: 'safe',
    docs: 'doc/offiaccount/User_Management/User_Tag_Management.html',
  },
  batchUntagging: {
    call: 'POST /cgi-bin/tags/members/batchuntagging',
    retry: 'safe',
    docs: 'doc/offiaccount/User_Management/User_Tag_Management.html',
  },
  update: {
    call: 'POST /cgi-bin/tags/update',
    retry: 'safe',
    docs: 'doc/offiaccount/User_Management/User_Tag_Management.html',
  },
  listUsers: {
    call: 'POST /cgi-bin/user/tag/get',
    retry: 'safe',
    docs: 'doc/offiaccount/User_Management/User_Tag_Management.html',
  },
} as const

/** One row for each method of {@link TagApi}. */
export const tagRows: Rows<TagApi> = /* @__PURE__ */ expandRows<TagApi, typeof tagTable>('tag', tagTable, {
  permission: {
    may: ['verifiedSubscription', 'verifiedService'],
    source: 'doc/service/api/usermanage/tag/api_gettags.html',
  },
})
