import { ConfigError } from '@wx/core'
import { CryptoError } from './errors.js'

/** Characters a token may have. */
export const tokenLength = { min: 3, max: 32 } as const

/** Characters of an EncodingAESKey: 32 bytes in base64 without the `=`. */
export const encodingAesKeyLength = 43

const token = /^[A-Za-z0-9]{3,32}$/
const encodingAesKey = /^[A-Za-z0-9+/]{43}$/

/** Whether the console would take this as a token: 3 to 32 letters and digits (S13). */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && token.test(value)
}

/**
 * Whether this is an EncodingAESKey: exactly 43 characters of `A-Za-z0-9+/` (K1). The last character may carry bits
 * that mean nothing: real keys do.
 */
export function isEncodingAesKey(value: unknown): value is string {
  return typeof value === 'string' && encodingAesKey.test(value)
}

/** Why a value is no EncodingAESKey, without showing it. */
function keyProblem(value: unknown): string {
  if (typeof value !== 'string') return `it is ${value === null ? 'null' : typeof value}, not a string`
  if (value.length === 0) return 'it is empty'
  if (/\s/.test(value)) return 'it contains blanks or a line break'
  if (value.endsWith('=')) return "it ends in '=': leave that out"
  if (value.length !== encodingAesKeyLength) return `it has ${value.length} characters`
  return 'it has characters other than letters, digits, + and /'
}

/**
 * The 32 bytes of an EncodingAESKey.
 * @throws CryptoError of kind `key`
 */
export function decodeEncodingAesKey(value: unknown): Buffer {
  if (!isEncodingAesKey(value)) {
    throw new CryptoError(
      'key',
      `encodingAesKey: ${keyProblem(value)}. Copy the ${encodingAesKeyLength} characters from the console's server settings.`,
    )
  }
  return Buffer.from(value, 'base64')
}

/** One value or several, the first being the current one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** @throws ConfigError unless there is at least one, and each is a token (S13): an empty one would let anybody sign. */
export function checkTokens(value: unknown): readonly [string, ...string[]] {
  const [current, ...previous] = listOf(value)
  if (isToken(current) && previous.every(isToken)) return [current, ...previous]
  throw new ConfigError(
    'token',
    `must be ${tokenLength.min} to ${tokenLength.max} letters and digits, the same as in the console's server settings`,
  )
}

/** @throws ConfigError unless it is text without blanks (S13) */
export function checkAppId(value: unknown): string {
  if (typeof value === 'string' && /^\S+$/.test(value)) return value
  throw new ConfigError('appId', 'must be the app id of the account (a third-party platform: its component app id)')
}
