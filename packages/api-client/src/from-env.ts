import { ConfigError } from '@wx/core'
import type { ClientOptions } from './options.js'
import { fromUrl } from './tokens/from-url.js'

/** Variables a client can be set up by. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Options from the environment, read now and not before: `WECHAT_APP_ID`, `WECHAT_APP_SECRET`, `WECHAT_BASE_URL`,
 * `WECHAT_TOKEN_RELAY_URL` with `WECHAT_TOKEN_RELAY_SECRET`, `WECHAT_CLOUD_RUN=1`.
 * @throws ConfigError when `WECHAT_APP_ID` is missing, or one of the relay's two
 */
export function fromEnv(environment: Environment = process.env): ClientOptions {
  // A variable that is set to nothing is not set.
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined
  const appId = read('WECHAT_APP_ID')
  if (appId === undefined)
    throw new ConfigError('WECHAT_APP_ID', 'not set; put the account’s AppID into the environment')
  const [appSecret, baseUrl] = [read('WECHAT_APP_SECRET'), read('WECHAT_BASE_URL')]
  const [relayUrl, relaySecret] = [read('WECHAT_TOKEN_RELAY_URL'), read('WECHAT_TOKEN_RELAY_SECRET')]
  if ((relayUrl === undefined) !== (relaySecret === undefined)) {
    const missing = relayUrl === undefined ? 'WECHAT_TOKEN_RELAY_URL' : 'WECHAT_TOKEN_RELAY_SECRET'
    throw new ConfigError(missing, 'not set; a token relay needs its address and its secret')
  }
  return {
    appId,
    ...(appSecret !== undefined && { appSecret }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(relayUrl !== undefined && relaySecret !== undefined && { tokens: fromUrl(relayUrl, relaySecret) }),
    ...(/^(?:1|true|yes)$/i.test(read('WECHAT_CLOUD_RUN') ?? '') && { cloudRun: true }),
  }
}
