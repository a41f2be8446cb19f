import { hash, timingSafeEqual } from 'node:crypto'
import { ConfigError } from '@wx/core'

/** Below every surrogate: up to here the order of UTF-16 units is the order of code points. */
const firstSurrogate = 0xd800

/** Order of the UTF-8 bytes, which is the order of code points; `<` on strings differs beyond U+FFFF. */
function byteOrder(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left === right) continue
    if (left >= firstSurrogate && right >= firstSurrogate) return Buffer.compare(Buffer.from(a), Buffer.from(b))
    return left - right
  }
  return a.length - b.length
}

/** Sorts the few parts of a signature in place: by insertion, several times faster here than `sort` with a callback. */
function inByteOrder(parts: string[]): string[] {
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i] as string
    let at = i
    for (; at > 0 && byteOrder(parts[at - 1] as string, part) > 0; at--) parts[at] = parts[at - 1] as string
    parts[at] = part
  }
  return parts
}

/**
 * SHA-1 over the strings, sorted by code point and joined with nothing: how WeChat signs pushes and cards.
 * https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html
 * @returns 40 hex characters in lower case
 * @throws ConfigError for a part that is no string
 */
export function sha1Signature(...parts: string[]): string {
  for (const part of parts) {
    // A number would sort as nothing does, and may have lost leading zeros.
    if (typeof part !== 'string') throw new ConfigError('parts', 'every part of a signature must be a string')
  }
  return hash('sha1', inByteOrder(parts).join(''))
}

const signatureForm = /^[0-9a-f]{40}$/

/** Whether this could be a signature at all: 40 hex characters in lower case, nothing else (S3). */
export function isSignature(value: unknown): value is string {
  return typeof value === 'string' && signatureForm.test(value)
}

/** Compares two signatures in a time that does not depend on where they differ (S4). */
export function equalSignatures(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a, 'latin1'), Buffer.from(b, 'latin1'))
}

/** Whether any of the tokens signs the parts with this signature. */
export function signedByAny(tokens: readonly string[], signature: unknown, parts: readonly string[]): boolean {
  return isSignature(signature) && tokens.some((token) => equalSignatures(sha1Signature(token, ...parts), signature))
}

/** What a push says about itself. Hand over what the framework gives: only single, non-empty strings pass. */
export interface SignedQuery {
  /** The token of the console, or several while it is being changed. */
  readonly token: string | readonly string[]
  /** The query's `timestamp`, undecoded digits. */
  readonly timestamp: unknown
  /** The query's `nonce`. */
  readonly nonce: unknown
  /** The query's `signature`; its `msg_signature` when `encrypted` is given. */
  readonly signature: unknown
  /** The `Encrypt` text of the body, exactly as received. Leave it out (or undefined) for a plain push. */
  readonly encrypted?: unknown
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0

/**
 * Whether WeChat signed this: `signature` over token, timestamp and nonce, or `msg_signature` when `encrypted` is given
 * too. Compared in constant time. Arrays, objects, empty or missing values are `false`; it never throws.
 * https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html
 *
 * An encrypted push must be judged with `encrypted` (or by `MessageCrypto.open`): its plain `signature` does not
 * cover the body.
 */
export function verifySignature(query: SignedQuery): boolean {
  const { token, timestamp, nonce, signature, encrypted } = query
  const tokens = typeof token === 'string' ? [token] : token
  if (!Array.isArray(tokens) || tokens.length === 0 || !tokens.every(isText)) return false
  if (!isText(timestamp) || !isText(nonce)) return false
  if (encrypted === undefined) return signedByAny(tokens, signature, [timestamp, nonce])
  return isText(encrypted) && signedByAny(tokens, signature, [timestamp, nonce, encrypted])
}
