import type { Clock } from '@wx/core'

/** A clock on which pauses between attempts take no time and are written down, and time limits never run out. */
export interface PausingClock extends Clock {
  readonly pauses: readonly number[]
}

/** As long as the shortest time limit of a client under test. */
const limitMs = 15_000

export function pausingClock(start: number = Date.UTC(2026, 0, 1)): PausingClock {
  const pauses: number[] = []
  return {
    pauses,
    now: () => pauses.reduce((now, ms) => now + ms, start),
    sleep(ms, signal) {
      if (ms < limitMs) {
        pauses.push(ms)
        return Promise.resolve()
      }
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))
    },
  }
}
