import { ApiError, type CredentialStore, InvalidCodeError } from '@wx/api-client'
import type { Clock, Logger } from '@wx/core'
import { fields } from '../arguments/check.js'
import { type AuthorizeUrlOptions, isTokenRefused, type OAuthCalls, type OAuthLanguage } from './calls.js'
import { coversProfile, type OAuthTokens, type OAuthUser, readTokens, refreshLifeMs } from './tokens.js'

export interface AuthorizeUserInfoOptions extends AuthorizeUrlOptions {
  /** Of the callback's query, when the user comes back. Check the `state` beside it before. */
  readonly code?: string | undefined
  /** Who it is, from your session; with `store` their tokens are found by it. */
  readonly openid?: string | undefined
  /** What you kept of the user, where you keep it yourself. */
  readonly tokens?: OAuthTokens | undefined
  /** Where tokens are kept between visits, for thirty days; a Keyv fits. */
  readonly store?: CredentialStore | undefined
  readonly lang?: OAuthLanguage | undefined
}

/** Either send the browser to `url`, or the user is known. */
export type AuthorizeUserInfo =
  | { readonly url: string; readonly user?: undefined; readonly tokens?: undefined }
  | { readonly url?: undefined; readonly user: OAuthUser; readonly tokens: OAuthTokens }

export interface AuthorizeContext {
  readonly appId: string
  readonly calls: OAuthCalls
  readonly clock: Clock
  readonly logger: Logger
}

/** The refresh token ended or was taken back: only the user can give another. */
const refreshEnded: ReadonlySet<number> = new Set([40030, 41003, 42002, 42003, 42007])

/**
 * The whole way in one call: a code is traded, kept tokens are used, ended ones refreshed; when nothing of that is
 * there any more, the address to send the browser to.
 */
export async function authorizeUserInfo(
  context: AuthorizeContext,
  options: AuthorizeUserInfoOptions,
): Promise<AuthorizeUserInfo> {
  const { scope = 'snsapi_userinfo' } = fields('options', options, '{ redirectUri, code, openid, store }')
  // Before the code is spent: without an address there is no way on when it does not do.
  const url = await context.calls.authorizeUrl({ ...options, scope })
  const tokens = (await byCode(context, options)) ?? (await kept(context, options))
  const enough = tokens !== undefined && (scope === 'snsapi_base' || coversProfile(tokens))
  return (enough ? await known(tokens, context, options) : undefined) ?? { url }
}

/** Undefined without a code, and for one that was used already: then what was kept may do. */
async function byCode(context: AuthorizeContext, options: AuthorizeUserInfoOptions): Promise<OAuthTokens | undefined> {
  if (options.code === undefined || options.code === '') return undefined
  try {
    return await keep(await context.calls.exchangeCode(options.code), context, options)
  } catch (error) {
    if (error instanceof InvalidCodeError) return undefined
    throw error
  }
}

async function kept(context: AuthorizeContext, options: AuthorizeUserInfoOptions): Promise<OAuthTokens | undefined> {
  const { tokens, store, openid } = options
  if (tokens !== undefined || store === undefined || openid === undefined) return tokens
  return readTokens(await quietly(context, () => store.get(keyOf(context.appId, openid))))
}

async function keep(
  tokens: OAuthTokens,
  context: AuthorizeContext,
  { store }: AuthorizeUserInfoOptions,
): Promise<OAuthTokens> {
  const entry = JSON.stringify(tokens)
  await quietly(context, () => store?.set(keyOf(context.appId, tokens.openid), entry, refreshLifeMs))
  return tokens
}

/** The code is spent, and who came is known: a store out of reach costs the next visit a question, never this login. */
async function quietly<T>({ logger }: AuthorizeContext, run: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await run()
  } catch (error) {
    logger.warn('the store of OAuth tokens is out of reach; going on without', { error })
    return undefined
  }
}

/** The user these tokens belong to, with fresh ones if need be; undefined when they are good for nothing any more. */
async function known(
  tokens: OAuthTokens,
  context: AuthorizeContext,
  options: AuthorizeUserInfoOptions,
): Promise<AuthorizeUserInfo | undefined> {
  if (context.clock.now() < tokens.expiresAt) {
    try {
      return { user: await userOf(tokens, context, options), tokens }
    } catch (error) {
      if (!isTokenRefused(error)) throw error
    }
  }
  const fresh = await refreshed(tokens, context, options)
  return fresh && { user: await userOf(fresh, context, options), tokens: fresh }
}

async function userOf(
  { openid, unionid, accessToken, scope }: OAuthTokens,
  { calls }: AuthorizeContext,
  { lang }: AuthorizeUserInfoOptions,
): Promise<OAuthUser> {
  if (coversProfile({ scope })) return calls.userInfo(openid, accessToken, lang)
  return { openid, ...(unionid === undefined ? {} : { unionid }) }
}

async function refreshed(
  tokens: OAuthTokens,
  context: AuthorizeContext,
  options: AuthorizeUserInfoOptions,
): Promise<OAuthTokens | undefined> {
  try {
    const fresh = await context.calls.refresh(tokens.refreshToken)
    // WeChat tells these with the code only.
    return await keep({ ...tokens, ...fresh, isSnapshotUser: tokens.isSnapshotUser }, context, options)
  } catch (error) {
    if (error instanceof ApiError && refreshEnded.has(error.errcode)) return undefined
    throw error
  }
}

const keyOf = (appId: string, openid: string): string => `wx:oauth:${appId}:${openid}`
