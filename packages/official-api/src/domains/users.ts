import type { CallOptions, UserApi, UserGetInfoRequest, UserInfo } from '@wx/endpoints'
import { optionsOf, shortText, text, texts } from '../arguments/check.js'
import { chunksOf } from '../arguments/chunks.js'
import { given } from '../arguments/given.js'
import { listOf } from '../binding/answer.js'
import { openidPages } from '../binding/pages.js'
import type { Shorthands } from './shorthands.js'

export interface UserInfoOptions extends CallOptions {
  /** Language of place names. */
  readonly lang?: UserGetInfoRequest['lang']
}

/** Followers, and what the account may know of them: since 2021 neither name nor picture. */
export interface UsersDomain extends UserApi {
  /**
   * Openids of all followers, 10,000 at a time as they are needed: `for await (const openid of users.followers())`.
   *
   * @param options `from`: the openid after which to go on
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html
   */
  followers(options?: CallOptions & { readonly from?: string }): AsyncGenerator<string, void, undefined>
  /**
   * What the account may know of a user; `subscribe` is 0 for one who does not follow, and the rest missing.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html#UinonId
   */
  info(openid: string, options?: UserInfoOptions): Promise<UserInfo>
  /**
   * What the account may know of users, 100 in a call and one call after the other.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html#UinonId
   */
  infoOf(openids: readonly string[], options?: UserInfoOptions): Promise<readonly UserInfo[]>
  /**
   * Sets the account's own remark on a follower.
   *
   * @param remark up to 29 bytes, which are nine Chinese characters; empty takes it away
   * @throws ConfigError for a longer one, before anything is sent
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Configuring_user_notes.html
   */
  remark(openid: string, remark: string, options?: CallOptions): Promise<void>
}

const perCall = 100

/** WeChat's page says fewer than 30. */
const remarkBytes = 29

export const usersShorthands = (api: UserApi): Shorthands<UsersDomain, UserApi> => ({
  followers(options) {
    const { from, ...rest } = optionsOf(options)
    return openidPages('users.list', (next) => api.list(given({ next_openid: next }), rest), from)
  },
  async info(openid, options) {
    const { lang, ...rest } = optionsOf(options)
    return api.getInfo(given({ openid: text('openid', openid), lang }), rest)
  },
  async infoOf(openids, options) {
    const { lang, ...rest } = optionsOf(options)
    const infos: UserInfo[] = []
    for (const chunk of chunksOf(texts('openids', openids), perCall)) {
      const request = { user_list: chunk.map((openid) => given({ openid, lang })) }
      infos.push(...listOf('users.batchGetInfo', await api.batchGetInfo(request, rest), 'user_info_list'))
    }
    return infos
  },
  async remark(openid, remark, options) {
    if (remark !== '') shortText('remark', remark, remarkBytes)
    await api.updateRemark({ openid: text('openid', openid), remark }, options)
  },
})
