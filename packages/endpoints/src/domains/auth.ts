import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface AuthGetStableAccessTokenRequest {
  appid?: string
  secret?: string
  /** true makes a new token at once, up to 20 times a day; the old one dies. */
  force_refresh?: boolean
}

export interface AuthGetStableAccessTokenAnswer extends BaseAnswer {
  /** The token: keep it secret. */
  access_token: string
  /** Seconds until it expires; up to 7200. */
  expires_in: number
}

export interface AuthGetAccessTokenRequest {
  appid?: string
  secret?: string
}

export interface AuthApi {
  /**
   * The account's token, without making the one others hold invalid; the same token comes back until it nears its end.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/getStableAccessToken.html
   */
  getStableAccessToken(
    request?: AuthGetStableAccessTokenRequest,
    options?: CallOptions,
  ): Promise<AuthGetStableAccessTokenAnswer>
  /**
   * A new account token, in the classic way: the one before dies within minutes, so two processes that call this rob each other.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html
   */
  getAccessToken(request?: AuthGetAccessTokenRequest, options?: CallOptions): Promise<AuthGetStableAccessTokenAnswer>
}

export const authTable = {
  getStableAccessToken: {
    call: 'POST /cgi-bin/stable_token',
    auth: 'none',
    constants: { grant_type: 'client_credential' },
    credentials: { appid: 'appId', secret: 'appSecret' },
    retry: 'safe',
    quota: { limit: 500_000, source: 'doc/subscription/api/base/api_getstableaccesstoken.html' },
    docs: 'doc/offiaccount/Basic_Information/getStableAccessToken.html',
  },
  getAccessToken: {
    call: 'GET /cgi-bin/token',
    auth: 'none',
    constants: { grant_type: 'client_credential' },
    credentials: { appid: 'appId', secret: 'appSecret' },
    retry: 'never',
    quota: { limit: 2_000, testAccountLimit: 200 },
    docs: 'doc/offiaccount/Basic_Information/Get_access_token.html',
  },
} as const

/** One row for each method of {@link AuthApi}. */
export const authRows: Rows<AuthApi> = /* @__PURE__ */ expandRows<AuthApi, typeof authTable>('auth', authTable, {
  platform: 'both',
})
