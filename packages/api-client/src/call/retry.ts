import { ApiError } from '../errors/api-error.js'
import { HttpError, NetworkError, TransportError } from '../errors/transport-errors.js'

/** How often and after what pause a call is repeated that may be repeated. */
export interface RetryPolicy {
  /** Attempts in all; 1 switches retries off. */
  readonly attempts: number
  /** Milliseconds before the second attempt; doubled with each one, less up to a half by chance. */
  readonly baseMs: number
  /** No pause is longer; a server that asks for more is not asked again. */
  readonly maxMs: number
}

export const defaultRetry: RetryPolicy = { attempts: 3, baseMs: 300, maxMs: 10_000 }

/** What WeChat itself says to repeat at once. Rate limits are not in it: they take a minute or a day. */
const busyCodes: ReadonlySet<number> = new Set([-1, -1000])

/** What the pipeline does after a failed attempt: nothing, go to another host at once, or wait for some ms. */
export type NextStep = 'give up' | 'other host' | { readonly waitMs: number }

export interface FailedAttempt {
  readonly error: unknown
  /** The endpoint's own word, or the caller's. */
  readonly retry: 'safe' | 'never'
  /** Attempts so far, those on other hosts included. */
  readonly attempts: number
  /** Hosts this call has not tried yet. */
  readonly hostsLeft: number
}

/** A call that sends, creates or pays is repeated only when WeChat cannot have seen it. */
export function nextStep(
  { error, retry, attempts, hostsLeft }: FailedAttempt,
  { policy, random }: { readonly policy: RetryPolicy; readonly random: () => number },
): NextStep {
  const isSafe = retry === 'safe'
  const wasUnsent = error instanceof NetworkError && !error.sent
  if (policy.attempts > 1 && hostsLeft > 0 && isHostsFault(error) && (isSafe || wasUnsent)) return 'other host'
  if (!isSafe || attempts >= policy.attempts || !isWorthIt(error)) return 'give up'
  const wished = error instanceof HttpError ? error.retryAfterMs : undefined
  if (wished !== undefined) return wished <= policy.maxMs ? { waitMs: wished } : 'give up'
  const step = Math.min(policy.baseMs * 2 ** (attempts - 1), policy.maxMs)
  return { waitMs: step * (1 - random() / 2) }
}

const isWorthIt = (error: unknown): boolean =>
  error instanceof ApiError ? busyCodes.has(error.errcode) : error instanceof TransportError && error.retryable

/** A refusal by WeChat, or a 4xx, would be the same on every host. */
export const isHostsFault = (error: unknown): boolean =>
  error instanceof TransportError && !(error instanceof HttpError && error.status < 500)
