import type { Clock } from '@wx/core'

/** A time limit by an injected clock, joined with the signals of whoever may end the work. */
export interface Deadline {
  /** Aborted when the time is over, or with the reason of the first signal that was. */
  readonly signal: AbortSignal
  /** Whether it was the time. */
  readonly expired: () => boolean
  /** Does not count: nobody waits. */
  readonly pause: () => void
  /** Counts anew from now: somebody waits for the next piece. */
  readonly restart: () => void
  /** The work is done. */
  readonly stop: () => void
}

/** @param timeoutMs milliseconds; `Infinity` sets no limit */
export function startDeadline(
  clock: Clock,
  { timeoutMs, signals }: { readonly timeoutMs: number; readonly signals: readonly (AbortSignal | undefined)[] },
): Deadline {
  const over = new AbortController()
  let timer = new AbortController()
  const watched = signals.filter((signal) => signal !== undefined)
  const onAbort = ({ target }: Event): void => over.abort((target as AbortSignal).reason)

  const stop = (): void => {
    timer.abort(stopped)
    for (const signal of watched) signal.removeEventListener('abort', onAbort)
  }
  const start = (): void => {
    if (timeoutMs === Number.POSITIVE_INFINITY) return
    timer = new AbortController()
    clock.sleep(timeoutMs, timer.signal).then(
      () => over.abort(expiry),
      // Stopped before its time.
      () => {},
    )
  }

  for (const signal of watched) {
    if (signal.aborted) over.abort(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
  }
  start()
  return {
    signal: over.signal,
    expired: () => over.signal.reason === expiry,
    pause: () => timer.abort(stopped),
    restart: () => {
      timer.abort(stopped)
      start()
    },
    stop,
  }
}

/** Made once: without a reason every call would make an exception, with its stack, that nobody sees. */
const stopped: DOMException = new DOMException('stopped before its time', 'AbortError')

/** Told apart from every reason a caller can give. */
const expiry: DOMException = new DOMException('the time is over', 'TimeoutError')
