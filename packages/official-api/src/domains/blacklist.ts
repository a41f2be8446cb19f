import type { BlacklistApi, CallOptions } from '@wx/endpoints'
import { optionsOf, texts } from '../arguments/check.js'
import { chunksOf } from '../arguments/chunks.js'
import { given } from '../arguments/given.js'
import { openidPages } from '../binding/pages.js'
import type { Shorthands } from './shorthands.js'

/** Followers who are blocked: their messages do not arrive. */
export interface BlacklistDomain extends BlacklistApi {
  /**
   * Openids of all blocked users, 10,000 at a time as they are needed.
   *
   * @param options `from`: the openid after which to go on
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html
   */
  all(options?: CallOptions & { readonly from?: string }): AsyncGenerator<string, void, undefined>
  /**
   * Blocks followers, 20 in a call and one call after the other. When one fails, all may be repeated.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html
   */
  add(openids: readonly string[], options?: CallOptions): Promise<void>
  /**
   * Unblocks users, 20 in a call and one call after the other. When one fails, all may be repeated.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html
   */
  remove(openids: readonly string[], options?: CallOptions): Promise<void>
}

const perCall = 20

export const blacklistShorthands = (api: BlacklistApi): Shorthands<BlacklistDomain, BlacklistApi> => ({
  all(options) {
    const { from, ...rest } = optionsOf(options)
    return openidPages('blacklist.list', (next) => api.list(given({ begin_openid: next }), rest), from)
  },
  async add(openids, options) {
    for (const chunk of chunksOf(texts('openids', openids), perCall)) {
      await api.batchAdd({ openid_list: chunk }, options)
    }
  },
  async remove(openids, options) {
    for (const chunk of chunksOf(texts('openids', openids), perCall)) {
      await api.batchRemove({ openid_list: chunk }, options)
    }
  },
})
