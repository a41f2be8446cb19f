import { ConfigError } from '@wx/core'

/** Characters of a nonceStr we make up. */
export const nonceLength = 16

/** @throws ConfigError unless it is text */
export function requireText(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw new ConfigError(name, 'must be text, and not empty')
}

/**
 * Now, when nothing is given.
 * @throws ConfigError unless it is unix seconds, as a number or in decimal digits
 */
export function unixSeconds<Timestamp extends string | number>(given: Timestamp | undefined): Timestamp | number {
  if (given === undefined) return Math.floor(Date.now() / 1000)
  if (/^\d+$/.test(String(given))) return given
  throw new ConfigError('timestamp', 'must be unix seconds: a whole number, or its decimal digits')
}
