import type { Account } from '../../account.js'
import type { User } from '../../user.js'
import { type Body, textField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall } from '../route.js'

/**
 * A user of the account, follower or not.
 * @throws ApiRefusal 40003
 */
export const userOf = (account: Account, openid: unknown): User =>
  (typeof openid === 'string' ? account.user(openid) : undefined) ??
  refuse(40003, `no user of this account has the openid ${JSON.stringify(openid)}; see account.users`)

/**
 * A follower of the account.
 * @throws ApiRefusal 40003 for what is no openid; 49003 for one that is not a follower's
 */
export function followerOf(account: Account, openid: string): User {
  const user = account.user(openid)
  if (user?.isFollowing === true) return user
  if (user === undefined && !/^o[\w-]{27}$/.test(openid)) refuse(40003, `${JSON.stringify(openid)} is no openid`)
  return refuse(49003, `${openid} does not follow this account${user === undefined ? '' : ' any more'}`)
}

/**
 * The field `openid` of a body, as a user that follows.
 * @throws ApiRefusal 40003 for everything else
 */
export function followerField({ account, body }: ApiCall): User {
  const user = userOf(account, textField(body, 'openid', { errcode: 40003 }))
  if (!user.isFollowing) refuse(40003, `${user.openid} does not follow this account`)
  return user
}

/**
 * The field `openid_list` of a body.
 * @param most how many one call may have
 * @throws ApiRefusal 40031 when it is no list of texts; 40032 when it is empty or too long
 */
export function openidList(body: Body, most: number): readonly string[] {
  const { openid_list: list } = body
  if (!Array.isArray(list) || !list.every((it): it is string => typeof it === 'string')) {
    refuse(40031, '"openid_list" must be a list of texts')
  }
  if (list.length === 0 || list.length > most) refuse(40032, `one call takes 1 to ${most} openids, not ${list.length}`)
  return list
}

/**
 * The field `openid_list` of a body, when all of them follow.
 * @param most how many one call may have
 * @throws ApiRefusal 40031, 40032, 40003, 49003
 */
export const followersField = ({ account, body }: ApiCall, most: number): readonly string[] =>
  openidList(body, most).map((openid) => followerOf(account, openid).openid)
