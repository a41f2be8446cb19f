import { ConfigError } from '@wx/core'

/** When a context expires: a span after each change, or a fixed moment (ms since 1970). Absent: the store's default. */
export type Expiry = { readonly seconds: number } | { readonly at: number }

/** What `setExpiry` takes: seconds after each change, a moment, or null for the store's default. */
export type ExpiryValue = number | Date | null

/** @throws ConfigError */
export function readExpiry(value: ExpiryValue): Expiry | undefined {
  if (value === null) return undefined
  const number = typeof value === 'number' ? value : value.getTime()
  if (!Number.isFinite(number)) {
    throw new ConfigError('expiry', 'must be a finite number of seconds, a valid Date, or null for the default')
  }
  return typeof value === 'number' ? { seconds: number } : { at: number }
}

/** The moment (ms since 1970) a context expires that was changed at `changedAt`. */
export function expiresAt(expiry: Expiry | undefined, changedAt: number, ttlSeconds: number): number {
  if (expiry !== undefined && 'at' in expiry) return expiry.at
  return Math.ceil(changedAt + (expiry?.seconds ?? ttlSeconds) * 1000)
}
