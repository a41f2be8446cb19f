import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface GroupCreateRequest {
  group: { name: string }
}

export interface GroupCreateAnswer extends BaseAnswer {
  group: { id: number; name: string }
}

export interface GroupDeleteRequest {
  group: { id: number }
}

export interface GroupListAnswer extends BaseAnswer {
  groups: readonly { id: number; name: string; count: number }[]
}

export interface GroupGetByOpenidRequest {
  /** The user's openid for this account. */
  openid: string
}

export interface GroupGetByOpenidAnswer extends BaseAnswer {
  groupid: number
}

export interface GroupBatchMoveUsersRequest {
  /** Openids. */
  openid_list: readonly string[]
  to_groupid: number
}

export interface GroupMoveUserRequest {
  /** The user's openid for this account. */
  openid: string
  to_groupid: number
}

export interface GroupUpdateRequest {
  group: { id: number; name: string }
}

export interface GroupApi {
  /**
   * Creates a group of followers.
   *
   * @deprecated Legacy: use `tag.create`.
   */
  create(request: GroupCreateRequest, options?: CallOptions): Promise<GroupCreateAnswer>
  /**
   * Deletes a group; its members fall back to the default one.
   *
   * @deprecated Legacy: use `tag.delete`.
   */
  delete(request: GroupDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * All groups, with how many users each holds.
   *
   * @deprecated Legacy: use `tag.list`.
   */
  list(request?: NoRequest, options?: CallOptions): Promise<GroupListAnswer>
  /**
   * The group a follower is in.
   *
   * @deprecated Legacy: use `tag.listByUser`.
   */
  getByOpenid(request: GroupGetByOpenidRequest, options?: CallOptions): Promise<GroupGetByOpenidAnswer>
  /**
   * Moves up to 50 followers to a group.
   *
   * @deprecated Legacy: use `tag.batchTagging`.
   */
  batchMoveUsers(request: GroupBatchMoveUsersRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Moves a follower to a group.
   *
   * @deprecated Legacy: use `tag.batchTagging`.
   */
  moveUser(request: GroupMoveUserRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Renames a group.
   *
   * @deprecated Legacy: use `tag.update`.
   */
  update(request: GroupUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const groupTable = {
  create: {
    call: 'POST /cgi-bin/groups/create',
    replacedBy: 'tag.create',
    quota: { limit: 1_000, testAccountLimit: 100 },
  },
  delete: { call: 'POST /cgi-bin/groups/delete', replacedBy: 'tag.delete' },
  list: { call: 'GET /cgi-bin/groups/get', replacedBy: 'tag.list', quota: { limit: 1_000, testAccountLimit: 100 } },
  getByOpenid: { call: 'POST /cgi-bin/groups/getid', retry: 'safe', replacedBy: 'tag.listByUser' },
  batchMoveUsers: { call: 'POST /cgi-bin/groups/members/batchupdate', retry: 'safe', replacedBy: 'tag.batchTagging' },
  moveUser: {
    call: 'POST /cgi-bin/groups/members/update',
    retry: 'safe',
    replacedBy: 'tag.batchTagging',
    quota: { limit: 100_000, testAccountLimit: 1_000 },
  },
  update: {
    call: 'POST /cgi-bin/groups/update',
    retry: 'safe',
    replacedBy: 'tag.update',
    quota: { limit: 1_000, testAccountLimit: 100 },
  },
} as const

/** One row for each method of {@link GroupApi}. */
export const groupRows: Rows<GroupApi> = /* @__PURE__ */ expandRows<GroupApi, typeof groupTable>('group', groupTable, {
  status: 'legacy',
  permission: { may: ['verifiedSubscription', 'verifiedService'] },
})
