import { hash } from 'node:crypto'
import { CryptoError } from './errors.js'
import { hmacSignature } from './hmac-signature.js'
import { equalSignatures, isSignature } from './signature.js'

/** An empty key would let anybody sign. The key is the base64 text itself, never what it decodes to. */
export function requireSessionKey(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw new CryptoError('key', 'sessionKey is missing or empty: log the user in (wx.login, code2Session) first.')
}

/**
 * The `signature` that `wx.getUserInfo` gives beside `rawData`.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
 * @param rawData the string exactly as the mini program got it: parsed and written again it is another
 * @param sessionKey the user's session_key, base64 as code2Session returned it
 * @returns 40 hex characters
 * @throws CryptoError of kind `key` without a session key
 */
export function signRawData(rawData: string, sessionKey: string): string {
  return hash('sha1', rawData + requireSessionKey(sessionKey))
}

export interface SignedRawData {
  /** As the mini program sent it. */
  readonly rawData: unknown
  /** As the mini program sent it. */
  readonly signature: unknown
  /** The user's session_key, from your store. */
  readonly sessionKey: unknown
}

/** Whether `signature` belongs to `rawData` under this session key. Anything malformed is `false`; it never throws. */
export function verifyRawData({ rawData, signature, sessionKey }: SignedRawData): boolean {
  if (typeof rawData !== 'string' || typeof sessionKey !== 'string' || sessionKey === '') return false
  return isSignature(signature) && equalSignatures(signRawData(rawData, sessionKey), signature)
}

/**
 * The `signature` (with `sig_method=hmac_sha256`) of server calls that act for a logged-in user: checksession,
 * resetusersessionkey, user storage, some payment calls.
 * https://developers.weixin.qq.com/minigame/dev/tutorial/open-ability/session-signature.html
 * @param body the bytes that are sent, or their text; the empty string for GET
 * @param sessionKey the user's session_key, base64 as code2Session returned it
 * @returns 64 hex characters
 * @throws CryptoError of kind `key` without a session key
 */
export function signSession(body: string | Uint8Array, sessionKey: string): string {
  return hmacSignature(requireSessionKey(sessionKey), body)
}
