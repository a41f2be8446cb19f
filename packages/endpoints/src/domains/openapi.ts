import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface OpenapiRequest {
  request_url?: string
  request_body?: string
  response_body?: string
  /** Unix seconds. */
  invoke_time?: number
  cost_in_ms?: number
  /** Address the call came from. */
  client_ip?: string
}

export interface OpenapiClearQuotaRequest {
  appid?: string
}

export interface OpenapiClearQuotaByAppSecretRequest {
  appid?: string
  appsecret?: string
}

export interface OpenapiClearApiQuotaRequest {
  /** Path of the endpoint, without query. */
  cgi_path: string
}

export interface ApiQuota {
  /** Calls this account has on this day. */
  daily_limit: number
  /** Calls it made of them. */
  used: number
  /** Calls that are left. */
  remain: number
}

export interface ApiRateLimit {
  /** Calls in a period. */
  call_count: number
  /** Seconds a period lasts. */
  refresh_second: number
}

export interface OpenapiGetQuotaAnswer extends BaseAnswer {
  quota: ApiQuota
  /** For the account's own calls; not in every answer. */
  rate_limit?: ApiRateLimit
  /** For calls that a third-party platform makes in the account's name; not in every answer. */
  component_rate_limit?: ApiRateLimit
}

export interface OpenapiGetRidInfoRequest {
  /** As the error told it. */
  rid: string
}

export interface OpenapiGetRidInfoAnswer extends BaseAnswer {
  request: OpenapiRequest
}

export interface OpenapiApi {
  /**
   * Sets the day's counters of all endpoints back to zero.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/API_Call_Limits.html
   */
  clearQuota(request?: OpenapiClearQuotaRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * The same as `clearQuota`, without a token.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/openApi/clearQuotaByAppSecret.html
   */
  clearQuotaByAppSecret(request?: OpenapiClearQuotaByAppSecretRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Sets the day's counter of one endpoint back to zero.
   *
   * @see https://developers.weixin.qq.com/doc/channels/API/apimgnt/clearApiQuota.html
   */
  clearApiQuota(request: OpenapiClearApiQuotaRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * The day's limit of one endpoint, what is left, and how many calls it takes in a period.
   *
   * @see https://developers.weixin.qq.com/doc/channels/API/apimgnt/getApiQuota.html
   */
  getQuota(request: OpenapiClearApiQuotaRequest, options?: CallOptions): Promise<OpenapiGetQuotaAnswer>
  /**
   * The request and answer behind the `rid` of an error, for seven days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/openApi/get_rid_info.html
   */
  getRidInfo(request: OpenapiGetRidInfoRequest, options?: CallOptions): Promise<OpenapiGetRidInfoAnswer>
}

export const openapiTable = {
  clearQuota: {
    call: 'POST /cgi-bin/clear_quota',
    credentials: { appid: 'appId' },
    quota: { limit: 10, period: 'month' },
    docs: 'doc/offiaccount/Message_Management/API_Call_Limits.html',
  },
  clearQuotaByAppSecret: {
    call: 'POST /cgi-bin/clear_quota/v2',
    auth: 'none',
    body: 'json-empty',
    query: ['appid', 'appsecret'],
    credentials: { appid: 'appId', appsecret: 'appSecret' },
    docs: 'doc/offiaccount/openApi/clearQuotaByAppSecret.html',
  },
  clearApiQuota: { call: 'POST /cgi-bin/openapi/quota/clear', docs: 'doc/channels/API/apimgnt/clearApiQuota.html' },
  getQuota: {
    call: 'POST /cgi-bin/openapi/quota/get',
    retry: 'safe',
    docs: 'doc/channels/API/apimgnt/getApiQuota.html',
  },
  getRidInfo: {
    call: 'POST /cgi-bin/openapi/rid/get',
    retry: 'safe',
    docs: 'doc/offiaccount/openApi/get_rid_info.html',
  },
} as const

/** One row for each method of {@link OpenapiApi}. */
export const openapiRows: Rows<OpenapiApi> = /* @__PURE__ */ expandRows<OpenapiApi, typeof openapiTable>(
  'openapi',
  openapiTable,
  { platform: 'both' },
)
