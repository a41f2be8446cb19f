import { WxError } from '@wx/core'
import type { UserInfo } from '@wx/endpoints'
import { fields, idNumber, oneOf } from '../arguments/check.js'
import { openidPages } from '../binding/pages.js'
import { runBatches } from './batches.js'
import { type BulkClient, onClock, sourceArgument } from './bulk-arguments.js'
import type { BulkOptions, BulkResult, BulkRun, BulkSource } from './bulk-types.js'

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
  (client: BulkClient, openids: BulkSource<string>, options: TagManyOptions): BulkRun<string, undefined> => {
    sourceArgument('openids', openids)
    const { tagId, ...rest } = onClock(client, fields('options', options, '{ tagId }'))
    idNumber('tagId', tagId)
    const call = async (items: readonly string[], signal: AbortSignal | undefined) => {
      const body = { openid_list: items, tagid: tagId }
      await client.call(endpoint, { body, ...(signal === undefined ? {} : { signal }) })
      return items.map((item) => ({ ok: true, item, value: undefined }) as const)
    }
    return runBatches(openids, call, { ...rest, size: sizes.tags })
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
  options: InfoOfManyOptions = {},
): BulkRun<string, UserInfo> {
  sourceArgument('openids', openids)
  const { lang, ...rest } = onClock(client, fields('options', options, "{ lang: 'zh_CN' }"))
  if (lang !== undefined) oneOf('lang', lang, ['zh_CN', 'zh_TW', 'en'])
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
  return runBatches(openids, call, { ...rest, size: sizes.infos })
}

/**
 * Openids of all followers, page by page (10,000 in each).
 * @param after begin behind this one
 * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html
 */
export const followersAfter = (
  client: BulkClient,
  after: string | undefined,
): AsyncGenerator<string, void, undefined> =>
  openidPages(
    'users.list',
    (next) => client.call('GET /cgi-bin/user/get', { query: next === undefined ? {} : { next_openid: next } }),
    after,
  )
