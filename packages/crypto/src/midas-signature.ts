import { ConfigError } from '@wx/core'
import { hmacSignature } from './hmac-signature.js'
import { isJsonObject } from './json-object.js'
import { requireSessionKey } from './session-signature.js'
import { requireText } from './sign-input.js'

/** Wire name → value of what is sent; numbers as they are written in decimal. */
export type MidasParams = Readonly<Record<string, string | number>>

export interface MidasCall {
  /** Path of the API as it is called, e.g. `/cgi-bin/midas/getbalance`. */
  readonly path: string
  /** The parameters that are sent, without `access_token`, `sig` and `mp_sig`. */
  readonly params: MidasParams
  /** The AppKey that Midas shows for the game. */
  readonly secret: string
}

/**
 * The `sig` of the legacy Midas 1.0 payment of mini games.
 * https://developers.weixin.qq.com/minigame/dev/tutorial/open-ability/midas-signature.html
 * @returns 64 hex characters
 * @throws ConfigError for a path, parameter or secret that cannot be right
 */
export function signMidas({ path, params, secret }: MidasCall): string {
  const key = requireText('secret', secret)
  return hmacSignature(key, signedText(path, params), `&secret=${key}`)
}

export interface MidasSession extends Omit<MidasCall, 'secret'> {
  /** As it is sent in the query. */
  readonly accessToken: string
  /** What `signMidas` returned for the same parameters. */
  readonly sig: string
  /** The user's session_key, base64 as code2Session returned it. */
  readonly sessionKey: string
}

/**
 * The `mp_sig` of the legacy Midas 1.0 payment: that the user is logged in.
 * https://developers.weixin.qq.com/minigame/dev/tutorial/open-ability/midas-signature.html
 * @returns 64 hex characters
 * @throws ConfigError for a path, parameter or token that cannot be right
 * @throws CryptoError of kind `key` without a session key
 */
export function signMidasSession({ path, params, accessToken, sig, sessionKey }: MidasSession): string {
  const key = requireSessionKey(sessionKey)
  const all = { ...params, access_token: requireText('accessToken', accessToken), sig: requireText('sig', sig) }
  return hmacSignature(key, signedText(path, all), `&session_key=${key}`)
}

/** Names in ASCII order, nothing encoded. */
function signedText(path: string, params: MidasParams): string {
  if (!/^\/[^\s?#]+$/.test(requireText('path', path))) {
    throw new ConfigError('path', 'must be the path of the API, without host and query')
  }
  if (!isJsonObject(params)) throw new ConfigError('params', 'must be an object of names and values')
  const pairs = Object.keys(params)
    .sort()
    .map((name) => `${name}=${textOfValue(name, params[name])}`)
  return `${pairs.join('&')}&org_loc=${path}&method=POST`
}

function textOfValue(name: string, value: unknown): string {
  if (/^\w+$/.test(name) && (typeof value === 'string' || Number.isFinite(value))) return String(value)
  throw new ConfigError('params', `every parameter must be text or a number under a plain name; ${name} is not`)
}
