import type { Clock } from '@wx/core'

export interface PaceOptions {
  readonly perMinute: number | undefined
  readonly clock: Clock
  readonly signal: AbortSignal | undefined
}

/** Holds calls back: so many a minute, and none while there is trouble. */
export interface Pace {
  /** Resolves when the next call may begin. */
  turn(): Promise<void>
  /** Lets nobody begin for so long. */
  pause(ms: number): void
}

export function pace({ perMinute, clock, signal }: PaceOptions): Pace {
  const stepMs = perMinute === undefined ? 0 : 60_000 / perMinute
  let nextAt = 0
  let pausedUntil = 0
  const until = async (time: number): Promise<void> => {
    const ms = time - clock.now()
    if (ms > 0) await clock.sleep(ms, signal)
  }
  return {
    async turn() {
      if (stepMs > 0) {
        const mine = Math.max(nextAt, clock.now())
        nextAt = mine + stepMs
        await until(mine)
      }
      // Another pause may have begun while this one was slept through.
      while (clock.now() < pausedUntil) await until(pausedUntil)
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms)
    },
  }
}
