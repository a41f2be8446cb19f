import { type Clock, ConfigError, consoleLogger, type Logger, type WebRequest, type WebResponse } from '@wx/core'
import { callback, fields, oneOf } from '../arguments/check.js'
import type { OAuthCalls, OAuthLanguage } from './calls.js'
import type { MemoOptions } from './once.js'
import type { PageLocale } from './pages.js'
import { type OAuthScope, type OAuthTokens, type OAuthUser, scopes } from './tokens.js'

/** A user who came back from WeChat. */
export interface OAuthLogin {
  readonly openid: string
  readonly unionid?: string
  /** The profile, for scope `snsapi_userinfo`. */
  readonly user?: OAuthUser
  /** Openid and profile are made up for a snapshot of the page; see `snapshotUsers`. */
  readonly isSnapshotUser: boolean
  /** What the user agreed to. */
  readonly scope: OAuthScope
  /** Whole address that the browser is sent to when `onLogin` does not say otherwise. */
  readonly returnTo: string
  /** Keep them on the server, or throw them away: they serve for the profile only. */
  readonly tokens: OAuthTokens
}

/**
 * What `onLogin` answers: headers for the way back, such as `set-cookie` (names in lower case); a whole answer of its
 * own; or `{ upgrade: 'snsapi_userinfo' }`, to ask for the profile of a user who is new. Nothing: just go back.
 */
export type LoginAnswer =
  | { readonly headers?: Readonly<Record<string, string>>; readonly status?: undefined; readonly upgrade?: undefined }
  | (WebResponse & { readonly upgrade?: undefined })
  | { readonly upgrade: 'snsapi_userinfo'; readonly status?: undefined }

export interface WebOAuthOptions {
  /**
   * Where browsers reach this server: `https://example.com`, with a path when a proxy takes one off. Addresses are
   * made of it, never of the `Host` header, which is wrong behind a proxy and in the hands of whoever calls.
   */
  readonly baseUrl: string
  /** Signs logins under way: 32 random characters at least; several while it is being changed, the new one first. */
  readonly stateSecret: string | readonly string[]
  /** Called once for a login: log the user in. What it throws is thrown on to the framework. */
  readonly onLogin: (
    login: OAuthLogin,
    request: WebRequest,
    // biome-ignore lint/suspicious/noConfusingVoidType: a function that returns nothing is one
  ) => LoginAnswer | void | Promise<LoginAnswer | void>
  /** Path a login begins at; `?returnTo=` says where it leads, `?scope=` overrides the scope. Default: `/wechat/login`. */
  readonly path?: string
  /** Path WeChat sends the browser back to. Default: the same, so that one mount serves both. */
  readonly callbackPath?: string
  /** What is asked for at first. Default: `snsapi_base`. */
  readonly scope?: OAuthScope
  /** `fallback`: where a login without `returnTo` leads, `/` by default. `origins`: others than our own to go back to. */
  readonly returnTo?: { readonly fallback?: string; readonly origins?: readonly string[] }
  /**
   * Users of a page snapshot: `refuse` (default) shows how to get the full page, `allow` logs their made-up openid in,
   * a function answers itself.
   */
  readonly snapshotUsers?:
    | 'allow'
    | 'refuse'
    | ((login: OAuthLogin, request: WebRequest) => WebResponse | Promise<WebResponse>)
  /** Default: named `wx_oauth`, sent to the callback path only, secure when `baseUrl` is. */
  readonly cookie?: { readonly name?: string; readonly path?: string; readonly secure?: boolean }
  /** Where answers are kept for a code that comes twice. */
  readonly memo?: MemoOptions
  /** Asks users again who agreed before. Default: false. */
  readonly forcePopup?: boolean
  /** Opens the login as a snapshot of the page: to test what users of one see. Default: false. */
  readonly forceSnapShot?: boolean
  /** Language of the profile. Default: `zh_CN`. */
  readonly lang?: OAuthLanguage
  /** Language of pages. Default: the browser's. */
  readonly locale?: PageLocale
  /** Default: that of the client. */
  readonly clock?: Clock
  readonly logger?: Logger
}

/** Checked, with what was left out filled in. */
export interface OAuthSettings extends WebOAuthOptions {
  readonly path: string
  readonly callbackPath: string
  readonly scope: OAuthScope
  /** Path of `baseUrl`, without slash at its end. */
  readonly prefix: string
  /** What WeChat is told. */
  readonly redirectUri: string
  readonly clock: Clock
  readonly logger: Logger
}

/** What the handler works with. */
export interface OAuthParts {
  readonly appId: string
  readonly calls: OAuthCalls
  readonly clock: Clock
}

/** @throws ConfigError naming the option that cannot work */
export function oauthSettings(options: WebOAuthOptions, clock: Clock): OAuthSettings {
  const { baseUrl, path = '/wechat/login', callbackPath = path, scope = 'snsapi_base', cookie = {} } = options
  for (const name of ['cookie', 'returnTo', 'memo'] as const) {
    if (options[name] !== undefined) fields(name, options[name], '{ … }')
  }
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol) || /[?#]/.test(baseUrl)) {
    throw new ConfigError('baseUrl', 'the address browsers reach this server at, such as "https://example.com"')
  }
  for (const [name, value] of Object.entries({
    path,
    callbackPath,
    ...(cookie.path && { 'cookie.path': cookie.path }),
  })) {
    if (!/^\/[\w.~/%-]*$/.test(value)) throw new ConfigError(name, 'a path such as "/wechat/login", without query')
  }
  oneOf('scope', scope, scopes)
  callback('onLogin', options.onLogin, 'the function that logs the user in')
  const { origin, pathname } = new URL(baseUrl)
  const prefix = pathname.replace(/\/$/, '')
  return {
    ...options,
    path,
    callbackPath,
    scope,
    prefix,
    redirectUri: `${origin}${prefix}${callbackPath}`,
    clock,
    logger: options.logger ?? consoleLogger,
  }
}
