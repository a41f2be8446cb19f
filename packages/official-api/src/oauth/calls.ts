import { type ApiClient, ApiError } from '@wx/api-client'
import { type Clock, ConfigError } from '@wx/core'
import type { OauthGetUserInfoAnswer } from '@wx/endpoints'
import { fields, oneOf, text } from '../arguments/check.js'
import { partOf } from '../binding/answer.js'
import { type OAuthScope, type OAuthTokens, scopes, tokensOf } from './tokens.js'

/** What of a client web OAuth needs. */
export type OAuthClient = Pick<ApiClient, 'appId' | 'call'> & Partial<Pick<ApiClient, 'clock'>>

export interface AuthorizeUrlOptions {
  /** Whole address the user comes back to; its domain must be on the account's list (网页授权域名). */
  readonly redirectUri: string
  /** Default: `snsapi_base`. */
  readonly scope?: OAuthScope
  /** Comes back with the code: letters and digits, at most 128. Make it random, and check it, or use the handler. */
  readonly state?: string
  /** Asks the user again, who agreed before. */
  readonly forcePopup?: boolean
  /** Opens the page as a snapshot: to test it. */
  readonly forceSnapShot?: boolean
}

/** Language of the profile's place names. */
export type OAuthLanguage = 'zh_CN' | 'zh_TW' | 'en'

/** The calls of web OAuth, one by one. */
export interface OAuthCalls {
  /**
   * Address of WeChat's page that asks the user, and sends them back with a code. Its parameters stand in the order
   * that WeChat's page insists on.
   * @throws ConfigError for an address that is none, or a state WeChat would not bring back
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#0
   */
  authorizeUrl(options: AuthorizeUrlOptions): Promise<string>
  /**
   * Trades a code for the user's openid and tokens. A code works once, for five minutes.
   * @throws InvalidCodeError when the code is unknown, used (40163) or too old; ApiError, TransportError
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#1
   */
  exchangeCode(code: string): Promise<OAuthTokens>
  /**
   * Fresh tokens, within the thirty days of the refresh token. Neither unionid nor the mark of a snapshot comes with them.
   * @throws ApiError 42002 or 40030 when the refresh token ended: the user has to come again
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#2
   */
  refresh(refreshToken: string): Promise<OAuthTokens>
  /**
   * Whether a user's access token is valid.
   * @throws ApiError for a refusal that says nothing about the token
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#4
   */
  check(openid: string, accessToken: string): Promise<boolean>
  /**
   * Profile of a user who agreed to `snsapi_userinfo`. WeChat stopped filling sex and places in 2021.
   * @param lang default: `zh_CN`
   * @throws ApiError when the token ended, or covers no more than the openid (48001)
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html#3
   */
  userInfo(openid: string, accessToken: string, lang?: OAuthLanguage): Promise<OauthGetUserInfoAnswer>
}

/** What a check answers for a token that is not, or no longer, that user's. */
const notValid: ReadonlySet<number> = new Set([40001, 40003, 40014, 41001, 42001])

/** Whether WeChat refused a user's access token, so that a fresh one may help. */
export const isTokenRefused = (error: unknown): boolean => error instanceof ApiError && notValid.has(error.errcode)

export function oauthCalls(client: OAuthClient, clock: Clock): OAuthCalls {
  return {
    async authorizeUrl(options) {
      const {
        redirectUri,
        scope = 'snsapi_base',
        state,
        forcePopup,
        forceSnapShot,
      } = fields('options', options, '{ redirectUri, scope, state }')
      checkRedirectUri(redirectUri)
      oneOf('scope', scope, scopes)
      if (state !== undefined && !/^[a-z\d]{0,128}$/i.test(state)) {
        throw new ConfigError('state', 'WeChat brings back letters and digits only, at most 128 of them')
      }
      const query = {
        redirect_uri: redirectUri,
        scope,
        ...(state === undefined ? {} : { state }),
        ...(forcePopup === true ? { forcePopup } : {}),
        ...(forceSnapShot === true ? { forceSnapShot } : {}),
      }
      return client.call('GET /connect/oauth2/authorize', { query })
    },

    async exchangeCode(code) {
      const answer = await client.call('GET /sns/oauth2/access_token', { query: { code: secret('code', code) } })
      return tokensOf('oauth.getAccessToken', answer, clock.now())
    },

    async refresh(refreshToken) {
      const query = { refresh_token: secret('refreshToken', refreshToken) }
      const answer = await client.call('GET /sns/oauth2/refresh_token', { query })
      return tokensOf('oauth.refreshAccessToken', answer, clock.now())
    },

    async check(openid, accessToken) {
      const query = { openid: text('openid', openid), access_token: secret('accessToken', accessToken) }
      try {
        await client.call('GET /sns/auth', { query })
        return true
      } catch (error) {
        if (isTokenRefused(error)) return false
        throw error
      }
    },

    async userInfo(openid, accessToken, lang = 'zh_CN') {
      const user = { openid: text('openid', openid), access_token: secret('accessToken', accessToken) }
      const query = { ...user, lang: oneOf('lang', lang, languages) }
      const answer = await client.call('GET /sns/userinfo', { query })
      partOf('oauth.getUserInfo', answer, 'openid')
      return answer
    },
  }
}

const languages = ['zh_CN', 'zh_TW', 'en'] as const

/** A text that is not shown, whatever is wrong with it. */
function secret(argument: string, value: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new ConfigError(argument, value === '' ? 'is empty' : `must be a text, not ${typeof value}`)
}

function checkRedirectUri(redirectUri: string): void {
  if (typeof redirectUri !== 'string' || !/^https?:\/\/[^/]/i.test(redirectUri) || !URL.canParse(redirectUri)) {
    throw new ConfigError('redirectUri', 'give the whole address, with https://: WeChat sends the user there')
  }
}
