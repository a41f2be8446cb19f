import { type Clock, consoleLogger, type Logger, redact, redactingLogger, systemClock, type WebHandler } from '@wx/core'
import { clientArgument, optionsOf } from '../arguments/check.js'
import { type AuthorizeUserInfo, type AuthorizeUserInfoOptions, authorizeUserInfo } from './authorize-user-info.js'
import { type OAuthCalls, type OAuthClient, oauthCalls } from './calls.js'
import { oauthHandler } from './handler.js'
import type { WebOAuthOptions } from './options.js'

/** Web OAuth by hand. */
export interface WebOAuthCalls extends OAuthCalls {
  /**
   * The whole way in one call: trades a code, uses what is kept, refreshes what ended, and reads the profile. When
   * nothing of that is possible any more, `url` is where to send the browser.
   * @param options scope `snsapi_userinfo` unless it says otherwise
   * @throws ApiError, TransportError; never for a code or token that merely ended
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html
   */
  authorizeUserInfo(options: AuthorizeUserInfoOptions): Promise<AuthorizeUserInfo>
}

/** Web OAuth with the handler that does it all. */
export interface WebOAuth extends WebOAuthCalls {
  /** Mount it with any adapter at its path. */
  readonly handler: WebHandler
}

/**
 * Log users of WeChat's browser in by web OAuth: single calls, or with options a handler that does all of it, checked
 * state and codes that arrive twice included.
 * @throws ConfigError naming the option that cannot work
 * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html
 */
export function webOAuth(client: OAuthClient, options: WebOAuthOptions): WebOAuth
export function webOAuth(
  client: OAuthClient,
  options?: { readonly clock?: Clock; readonly logger?: Logger },
): WebOAuthCalls
export function webOAuth(client: OAuthClient, wanted?: Partial<WebOAuthOptions>): WebOAuthCalls {
  const options = optionsOf(wanted)
  const { appId } = clientArgument(client)
  const { clock = client.clock ?? systemClock, logger = consoleLogger } = options
  const calls = oauthCalls(client, clock)
  const all: WebOAuthCalls = {
    ...calls,
    authorizeUserInfo: (given) =>
      authorizeUserInfo({ appId, calls, clock, logger: redactingLogger(logger, redact) }, given),
  }
  const isByHand = Object.keys(options).every((name) => name === 'clock' || name === 'logger')
  if (isByHand) return all
  return Object.assign(all, { handler: oauthHandler({ appId, calls, clock }, options as WebOAuthOptions) })
}
