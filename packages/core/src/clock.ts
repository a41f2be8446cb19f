/** Time, injected: tests and the simulator move it, production reads the machine's. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /**
   * Resolves after `ms` milliseconds of this clock; of any length, `Infinity` included. Negative ones count as 0.
   * @throws the signal's reason, when it is aborted first; RangeError when `ms` is not a number
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A clock that somebody moves. */
export interface MovableClock extends Clock {
  /**
   * Moves the clock forward and runs every sleeper that falls due on the way, in order of time. What a woken sleeper
   * sets off is given the chance to go to sleep again within the same stretch. Calls that overlap run one after the
   * other, so their stretches add up.
   * @param ms milliseconds, not negative
   * @throws RangeError when `ms` is negative or not finite
   */
  advance(ms: number): Promise<void>
}

/** The longest delay `setTimeout` takes; a larger one fires at once. */
const longestTimeout = 2 ** 31 - 1

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    checkSleep(ms)
    for (let rest = ms; rest > 0 || rest === ms; rest -= longestTimeout) {
      await timeout(Math.min(Math.max(rest, 0), longestTimeout), signal)
    }
  },
}

/** `NaN` compares with nothing: as a due time it would stand in the way of every later sleeper. */
function checkSleep(ms: number): void {
  if (Number.isNaN(ms)) throw new RangeError('a clock sleeps for a number of ms, not NaN')
}

function timeout(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }, ms)
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

/** Sleepers in order of their time; those due at the same moment in order of arrival. */
class Sleepers {
  readonly #list: Sleeper[] = []

  get next(): Sleeper | undefined {
    return this.#list[0]
  }

  get size(): number {
    return this.#list.length
  }

  add(due: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const onAbort = () => {
        this.#remove(sleeper)
        reject(signal?.reason as Error)
      }
      const sleeper: Sleeper = {
        due,
        wake: () => {
          this.#remove(sleeper)
          signal?.removeEventListener('abort', onAbort)
          resolve()
        },
      }
      let at = this.#list.length
      while (at > 0 && (this.#list[at - 1] as Sleeper).due > due) at--
      this.#list.splice(at, 0, sleeper)
      signal?.addEventListener('abort', onAbort, { once: true })
    })
  }

  #remove(sleeper: Sleeper): void {
    const at = this.#list.indexOf(sleeper)
    if (at >= 0) this.#list.splice(at, 1)
  }
}

/**
 * Lets promises, immediates and loopback sockets run before time goes on. A round trip over loopback within one process
 * takes up to ten turns of the event loop; the rest is room.
 */
async function settle(turns = 24): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}

/** One stretch after the other: two at once would each count from the same start, and could set the clock back. */
class Stretches {
  #last: Promise<void> = Promise.resolve()

  add(ms: number, move: (ms: number) => Promise<void>): Promise<void> {
    if (!(ms >= 0) || !Number.isFinite(ms)) {
      return Promise.reject(new RangeError(`a clock moves forward by a finite number of ms, not ${ms}`))
    }
    this.#last = this.#last.then(() => move(ms))
    return this.#last
  }
}

/** Stands still until it is advanced: for tests that must not depend on the machine's speed. */
export class ManualClock implements MovableClock {
  #now: number
  readonly #sleepers = new Sleepers()
  readonly #stretches = new Stretches()

  /** @param start the first `now()`, milliseconds since 1970; 2026-01-01 when not given */
  constructor(start: number = Date.UTC(2026, 0, 1)) {
    this.#now = start
  }

  /** How many sleepers wait. */
  get sleepers(): number {
    return this.#sleepers.size
  }

  now(): number {
    return this.#now
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    checkSleep(ms)
    await this.#sleepers.add(this.#now + Math.max(ms, 0), signal)
  }

  advance(ms: number): Promise<void> {
    return this.#stretches.add(ms, (step) => this.#move(step))
  }

  async #move(ms: number): Promise<void> {
    const target = this.#now + ms
    await settle()
    for (let next = this.#sleepers.next; next !== undefined && next.due <= target; next = this.#sleepers.next) {
      this.#now = Math.max(this.#now, next.due)
      next.wake()
      await settle()
    }
    this.#now = target
  }
}

/** Runs with the machine's clock and can jump ahead of it: for the simulator and the demo. */
export class RunningClock implements MovableClock {
  #ahead = 0
  readonly #sleepers = new Sleepers()
  readonly #stretches = new Stretches()
  #timer: NodeJS.Timeout | undefined

  now(): number {
    return Date.now() + this.#ahead
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    checkSleep(ms)
    const slept = this.#sleepers.add(this.now() + Math.max(ms, 0), signal)
    this.#arm()
    try {
      await slept
    } finally {
      this.#arm()
    }
  }

  advance(ms: number): Promise<void> {
    return this.#stretches.add(ms, (step) => this.#move(step))
  }

  async #move(ms: number): Promise<void> {
    const target = this.#ahead + ms
    await settle()
    for (let next = this.#sleepers.next; next !== undefined; next = this.#sleepers.next) {
      const jump = next.due - this.now()
      if (this.#ahead + Math.max(jump, 0) > target) break
      this.#ahead += Math.max(jump, 0)
      next.wake()
      await settle()
    }
    this.#ahead = Math.max(this.#ahead, target)
    this.#arm()
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const next = this.#sleepers.next
    if (next === undefined) return
    this.#timer = setTimeout(
      () => {
        const now = this.now()
        for (let due = this.#sleepers.next; due !== undefined && due.due <= now; due = this.#sleepers.next) due.wake()
        this.#arm()
      },
      Math.min(Math.max(next.due - this.now(), 0), longestTimeout),
    )
  }
}
