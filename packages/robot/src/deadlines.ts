import type { Clock } from '@wx/core'

/**
 * Milliseconds after which a sleeping queue looks up: so late, at most, is a deadline that was set out of order, and so
 * long does an idle queue keep a process alive.
 */
const longestNap = 250

/** A deadline that was set; pass it to `cancel`. */
export interface Deadline {
  readonly due: number
  readonly onDue: () => void
  before: Deadline | undefined
  after: Deadline | undefined
  live: boolean
}

/**
 * Many deadlines of the same length with one timer between them. They fall due in the order they were set, so setting
 * and cancelling are O(1) and a message that is answered in time costs no timer of its own.
 */
export class Deadlines {
  /** Milliseconds from setting a deadline until it is due. */
  readonly ms: number
  readonly #clock: Clock
  #first: Deadline | undefined
  #last: Deadline | undefined
  #sleeping = false

  constructor(ms: number, clock: Clock) {
    this.ms = ms
    this.#clock = clock
  }

  /** @param from when the time began to run, ms of the clock; as a rule not before that of the deadline set last */
  set(from: number, onDue: () => void): Deadline {
    const due = from + this.ms
    let before = this.#last
    while (before !== undefined && before.due > due) before = before.before
    const after = before === undefined ? this.#first : before.after
    const deadline: Deadline = { due, onDue, before, after, live: true }
    if (before === undefined) this.#first = deadline
    else before.after = deadline
    if (after === undefined) this.#last = deadline
    else after.before = deadline
    if (!this.#sleeping) void this.#run()
    return deadline
  }

  cancel(deadline: Deadline): void {
    if (!deadline.live) return
    deadline.live = false
    if (deadline.before === undefined) this.#first = deadline.after
    else deadline.before.after = deadline.after
    if (deadline.after === undefined) this.#last = deadline.before
    else deadline.after.before = deadline.before
  }

  async #run(): Promise<void> {
    this.#sleeping = true
    try {
      for (let next = this.#first; next !== undefined; next = this.#first) {
        const rest = next.due - this.#clock.now()
        if (rest > 0) await this.#clock.sleep(Math.min(rest, longestNap))
        const now = this.#clock.now()
        for (let due = this.#first; due !== undefined && due.due <= now; due = this.#first) {
          this.cancel(due)
          due.onDue()
        }
      }
    } finally {
      this.#sleeping = false
    }
  }
}

/** Deadlines of any length: one queue for each length that occurs. The lengths are settings, so they are few. */
export class DeadlineBoard {
  readonly #clock: Clock
  readonly #queues = new Map<number, Deadlines>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The queue for deadlines of `ms` milliseconds. */
  of(ms: number): Deadlines {
    let queue = this.#queues.get(ms)
    if (queue === undefined) {
      queue = new Deadlines(ms, this.#clock)
      this.#queues.set(ms, queue)
    }
    return queue
  }
}
