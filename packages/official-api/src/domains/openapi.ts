import { ConfigError } from '@wx/core'
import type { CallOptions, OpenapiApi, OpenapiRequest } from '@wx/endpoints'
import { text } from '../arguments/check.js'
import { partOf } from '../binding/answer.js'
import type { Shorthands } from './shorthands.js'

/** Calls of one endpoint on this day. */
export interface DayQuota {
  readonly limit: number
  readonly used: number
  readonly remaining: number
}

/** Quotas, and what was behind an error. */
export interface OpenapiDomain extends OpenapiApi {
  /**
   * The day's limit of one endpoint, and what is left.
   *
   * @param path `/cgi-bin/menu/create`
   * @see https://developers.weixin.qq.com/doc/offiaccount/openApi/get_api_quota.html
   */
  quota(path: string, options?: CallOptions): Promise<DayQuota>
  /**
   * The request and answer behind the `rid` of an error, for seven days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/openApi/get_rid_info.html
   */
  rid(rid: string, options?: CallOptions): Promise<OpenapiRequest>
}

export const openapiShorthands = (api: OpenapiApi): Shorthands<OpenapiDomain, OpenapiApi> => ({
  async quota(path, options) {
    if (!/^\/[^?#\s]+$/.test(text('path', path))) {
      throw new ConfigError('path', 'the path of an endpoint without query, such as /cgi-bin/menu/create')
    }
    const answer = await api.getQuota({ cgi_path: path }, options)
    const { daily_limit, used, remain } = partOf('openapi.getQuota', answer, 'quota')
    return { limit: daily_limit, used, remaining: remain }
  },
  rid: async (rid, options) =>
    partOf('openapi.getRidInfo', await api.getRidInfo({ rid: text('rid', rid) }, options), 'request'),
})
