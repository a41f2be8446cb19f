import type { ApiClient } from '@wx/api-client'
import { WxError } from '@wx/core'
import type { UserInfo } from '@wx/endpoints'
import { runBatches } from './batches.js'
import type { BulkOptions, BulkResult, BulkRun, BulkSource } from './bulk-types.js'

/** What of a client bulk work needs. */
export type BulkClient = Pick<ApiClient, 'call'>

/** WeChat's answer leaves out a user it was asked for. */
export class UserMissingError extends WxError {
  readonly code = 'WX_BULK_USER_MISSING'
  readonly openid: string

  constructor(openid: string) {
    super(
      `WeChat's answer says nothing of ${openid}, which it was asked for: probably an openid of another account. ` +
        'Ask for this one alone (POST /cgi-bin/user/info/batchget with one entry), or drop it.',
    )
    this.openid = openid
  }
}

/** What one call takes. */
const sizes = { tags: 50, infos: 100 } as const

const tagging =
  (endpoint: 'POST /cgi-bin/tags/members/batchtagging' | 'POST /cgi-bin/tags/members/batchuntagging') =>
  (
    client: BulkClient,
    openids: BulkSource<string>,
    { tagId, ...options }: TagManyOptions,
  ): BulkRun<string, undefined> => {
    const call = async (items: readonly string[], signal: AbortSignal | undefined) => {
      const body = { openid_list: items, tagid: tagId }
      await client.call(endpoint, { body, ...(signal === undefined ? {} : { signal }) })
      return items.map((item) => ({ ok: true, item, value: undefined }) as const)
    }
    return runBatches(openids, call, { ...options, size: sizes.tags })
  }

export interface TagManyOptions extends BulkOptions<string> {
  readonly tagId: number
}

type TagMany = (client: BulkClient, openids: BulkSource<string>, options: TagManyOptions) => BulkRun<string, undefined>

/**
 * Puts a tag on any number of users, 50 in each call. Users who cannot be tagged are recorded, the others of their call
 * are tagged all the same.
 * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
 */
export const tagMany: TagMany = tagging('POST /cgi-bin/tags/members/batchtagging')

/**
 * Takes a tag off any number of users, 50 in each call; as `tagMany`.
 * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
 */
export const untagMany: TagMany = tagging('POST /cgi-bin/tags/members/batchuntagging')

export interface InfoOfManyOptions extends BulkOptions<string> {
  /** Default: WeChat's, `zh_CN`. */
  readonly lang?: 'zh_CN' | 'zh_TW' | 'en'
}

/**
 * What the account may know of any number of users, 100 in each call, in the order they were asked for. A user the
 * answer says nothing of is recorded with `UserMissingError`.
 * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html
 */
export function infoOfMany(
  client: BulkClient,
  openids: BulkSource<string>,
  { lang, ...options }: InfoOfManyOptions = {},
): BulkRun<string, UserInfo> {
  const call = async (items: readonly string[], signal: AbortSignal | undefined) => {
    const user_list = items.map((openid) => (lang === undefined ? { openid } : { openid, lang }))
    const answer = await client.call('POST /cgi-bin/user/info/batchget', {
      body: { user_list },
      ...(signal === undefined ? {} : { signal }),
    })
    const infos = new Map((answer.user_info_list ?? []).map((info) => [info.openid, info]))
    return items.map((item): BulkResult<string, UserInfo> => {
      const value = infos.get(item)
      return value === undefined ? { ok: false, item, error: new UserMissingError(item) } : { ok: true, item, value }
    })
  }
  return runBatches(openids, call, { ...options, size: sizes.infos })
}

/**
 * Openids of all followers, page by page (10,000 in each).
 * @param after begin behind this one
 * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html
 */
export async function* followersAfter(
  client: BulkClient,
  after: string | undefined,
): AsyncGenerator<string, void, undefined> {
  let next = after
  for (;;) {
    const answer = await client.call('GET /cgi-bin/user/get', {
      query: next === undefined ? {} : { next_openid: next },
    })
    const openids = answer.data?.openid ?? []
    yield* openids
    // At the end there are no more, or WeChat says where it was asked to begin.
    if (openids.length === 0 || answer.next_openid === '' || answer.next_openid === next) return
    next = answer.next_openid
  }
}
