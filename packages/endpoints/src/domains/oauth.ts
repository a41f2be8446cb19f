import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface OauthAuthorizeUrlRequest {
  appid?: string
  redirect_uri: string
  /** snsapi_base or snsapi_userinfo. */
  scope: string
  /** Comes back unchanged with the code. */
  state?: string
  forcePopup?: boolean
  forceSnapShot?: boolean
}

export interface OauthQrConnectUrlRequest {
  appid?: string
  redirect_uri: string
  scope: string
  /** Comes back unchanged with the code. */
  state?: string
  lang?: string
}

export interface OauthCheckAccessTokenRequest {
  /** The token: keep it secret. */
  access_token: string
  /** The user's openid for this account. */
  openid: string
}

export interface OauthGetAccessTokenRequest {
  appid?: string
  secret?: string
  code: string
}

export interface OauthGetAccessTokenAnswer extends BaseAnswer {
  /** The token: keep it secret. */
  access_token: string
  /** Seconds the token or ticket lasts. */
  expires_in: number
  refresh_token: string
  /** The user's openid for this account. */
  openid: string
  scope: string
  /** The same user across accounts of one open-platform account. */
  unionid?: string
  is_snapshotuser?: 0 | 1
}

export interface OauthRefreshAccessTokenRequest {
  appid?: string
  refresh_token: string
}

export interface OauthRefreshAccessTokenAnswer extends BaseAnswer {
  /** The token: keep it secret. */
  access_token: string
  /** Seconds the token or ticket lasts. */
  expires_in: number
  refresh_token: string
  /** The user's openid for this account. */
  openid: string
  scope: string
}

export interface OauthGetUserInfoRequest {
  /** The token: keep it secret. */
  access_token: string
  /** The user's openid for this account. */
  openid: string
  lang?: string
}

export interface OauthGetUserInfoAnswer extends BaseAnswer {
  /** The user's openid for this account. */
  openid: string
  /** The same user across accounts of one open-platform account. */
  unionid?: string
  nickname: string
  /** @deprecated Withdrawn by the platform. */
  sex?: number
  /** @deprecated Withdrawn by the platform. */
  country?: string
  /** @deprecated Withdrawn by the platform. */
  province?: string
  /** @deprecated Withdrawn by the platform. */
  city?: string
  /** Address of the user's picture. */
  headimgurl?: string
  privilege?: readonly string[]
}

export interface OauthApi {
  /**
   * Address of the page where a WeChat user agrees to web login.
   */
  authorizeUrl(request: OauthAuthorizeUrlRequest, options?: CallOptions): Promise<string>
  /**
   * Address of the page with the QR code for web login on a computer.
   */
  qrConnectUrl(request: OauthQrConnectUrlRequest, options?: CallOptions): Promise<string>
  /**
   * Whether a user's token is valid.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#4
   */
  checkAccessToken(request: OauthCheckAccessTokenRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Trades the code of web login for the user's token; a code works once, for five minutes.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#1
   */
  getAccessToken(request: OauthGetAccessTokenRequest, options?: CallOptions): Promise<OauthGetAccessTokenAnswer>
  /**
   * A fresh user token; a refresh token lasts thirty days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#1
   */
  refreshAccessToken(
    request: OauthRefreshAccessTokenRequest,
    options?: CallOptions,
  ): Promise<OauthRefreshAccessTokenAnswer>
  /**
   * Profile of a user who agreed to scope `snsapi_userinfo`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#3
   */
  getUserInfo(request: OauthGetUserInfoRequest, options?: CallOptions): Promise<OauthGetUserInfoAnswer>
}

export const oauthTable = {
  authorizeUrl: {
    call: 'GET /connect/oauth2/authorize',
    host: 'open.weixin.qq.com',
    auth: 'none',
    answer: 'redirect',
    constants: { response_type: 'code' },
    credentials: { appid: 'appId' },
    fragment: 'wechat_redirect',
    permission: { may: ['verifiedService'] },
  },
  qrConnectUrl: {
    call: 'GET /connect/qrconnect',
    host: 'open.weixin.qq.com',
    auth: 'none',
    answer: 'redirect',
    constants: { response_type: 'code' },
    credentials: { appid: 'appId' },
    fragment: 'wechat_redirect',
  },
  checkAccessToken: {
    call: 'GET /sns/auth',
    auth: 'sns_token',
    permission: { may: ['verifiedService'] },
    docs: 'doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#4',
  },
  getAccessToken: {
    call: 'GET /sns/oauth2/access_token',
    auth: 'none',
    constants: { grant_type: 'authorization_code' },
    credentials: { appid: 'appId', secret: 'appSecret' },
    retry: 'never',
    permission: { may: ['verifiedService'] },
    docs: 'doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#1',
  },
  refreshAccessToken: {
    call: 'GET /sns/oauth2/refresh_token',
    auth: 'none',
    constants: { grant_type: 'refresh_token' },
    credentials: { appid: 'appId' },
    permission: { may: ['verifiedService'] },
    docs: 'doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#1',
  },
  getUserInfo: {
    call: 'GET /sns/userinfo',
    auth: 'sns_token',
    permission: { may: ['verifiedService'] },
    docs: 'doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#3',
  },
} as const

/** One row for each method of {@link OauthApi}. */
export const oauthRows: Rows<OauthApi> = /* @__PURE__ */ expandRows<OauthApi, typeof oauthTable>('oauth', oauthTable, {
  platform: 'sns',
})
