import type { OauthGetAccessTokenAnswer, OauthGetUserInfoAnswer, OauthRefreshAccessTokenAnswer } from '@wx/endpoints'
import { partOf } from '../binding/answer.js'

/** What WeChat gives for a code: who came, and the token that may read their profile. Not the account's own token. */
export interface OAuthTokens {
  readonly openid: string
  /** The same user across the accounts of one open-platform account; absent for accounts that belong to none. */
  readonly unionid?: string
  /** Keep it on the server. */
  readonly accessToken: string
  /** Lasts thirty days. */
  readonly refreshToken: string
  /** Milliseconds since 1970 at which the access token ends. */
  readonly expiresAt: number
  /** As WeChat says it: scopes, separated by commas. */
  readonly scope: string
  /** WeChat shows a snapshot of the page: openid, unionid and profile are made up for it. */
  readonly isSnapshotUser: boolean
}

/** A profile: all of it for scope `snsapi_userinfo`, the ids alone for `snsapi_base`. */
export type OAuthUser = Pick<OauthGetUserInfoAnswer, 'openid'> & Partial<OauthGetUserInfoAnswer>

/** `snsapi_base` tells the openid without asking; `snsapi_userinfo` asks the user, and lets the profile be read. */
export type OAuthScope = 'snsapi_base' | 'snsapi_userinfo'

export const scopes: readonly OAuthScope[] = ['snsapi_base', 'snsapi_userinfo']

/** How long WeChat takes a refresh token. */
export const refreshLifeMs: number = 30 * 24 * 3_600_000

/** Whether the user agreed to have the profile read. */
export const coversProfile = ({ scope }: Pick<OAuthTokens, 'scope'>): boolean =>
  scope.split(',').includes('snsapi_userinfo')

/**
 * @param now milliseconds since 1970
 * @throws IncompleteAnswerError when one of them is missing: a login without openid would be everybody's
 */
export function tokensOf(
  method: 'oauth.getAccessToken' | 'oauth.refreshAccessToken',
  answer: OauthRefreshAccessTokenAnswer & Pick<OauthGetAccessTokenAnswer, 'unionid' | 'is_snapshotuser'>,
  now: number,
): OAuthTokens {
  const part = <Name extends keyof OauthRefreshAccessTokenAnswer & string>(name: Name) => partOf(method, answer, name)
  return {
    openid: part('openid'),
    ...(answer.unionid === undefined ? {} : { unionid: answer.unionid }),
    accessToken: part('access_token'),
    refreshToken: part('refresh_token'),
    expiresAt: now + part('expires_in') * 1000,
    scope: part('scope'),
    isSnapshotUser: answer.is_snapshotuser === 1,
  }
}

/** Undefined when it is none of ours: another shape, or nothing. */
export function readTokens(value: unknown): OAuthTokens | undefined {
  const kept: unknown = typeof value === 'string' ? parsed(value) : value
  if (typeof kept !== 'object' || kept === null) return undefined
  const { openid, accessToken, refreshToken, expiresAt, scope } = kept as Partial<OAuthTokens>
  const isOurs =
    [openid, accessToken, refreshToken, scope].every((it) => typeof it === 'string') && typeof expiresAt === 'number'
  return isOurs ? (kept as OAuthTokens) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
