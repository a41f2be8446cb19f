import {
  AccessTokenError,
  ApiError,
  IpNotWhitelistedError,
  NetworkError,
  TokenUnavailableError,
  TransportError,
} from '@wx/api-client'
import type { Verdict } from './bulk-types.js'

/** Passes by itself: system busy, quota of the day or minute. */
const passing: ReadonlySet<number> = new Set([-1, 45009, 45011])

/** Whatever item comes next, WeChat will say the same: wrong account, no permission, no such tag. */
const general: ReadonlySet<number> = new Set([40013, 40125, 45159, 48001, 48004])

/**
 * What an error means for a run.
 * @param isRepeatable whether a call may be repeated that WeChat has perhaps carried out
 */
export function verdictOn(error: unknown, isRepeatable: boolean): Verdict {
  if (error instanceof ApiError) {
    if (error instanceof IpNotWhitelistedError || general.has(error.errcode)) return 'stop'
    const isPassing = passing.has(error.errcode) || error.retryable || error instanceof AccessTokenError
    return isPassing ? 'pause' : 'record'
  }
  if (error instanceof TokenUnavailableError) return 'pause'
  if (error instanceof TransportError) {
    const wasNeverSent = error instanceof NetworkError && !error.sent
    return wasNeverSent || (isRepeatable && error.retryable) ? 'pause' : 'record'
  }
  // Neither WeChat nor the way to it: a mistake, a closed client, an abort.
  return 'stop'
}
