import type { Deadlines } from './deadlines.js'

/** Milliseconds a shared coordinator may take for a step before this process goes on with what it knows itself. */
export const patienceMs = {
  claim: 1_000,
  once: 1_000,
  heartbeat: 1_000,
  settle: 1_000,
  release: 1_000,
  /** It begins at the deadline of a delivery: the half second from there to WeChat's cut must do. */
  close: 300,
} as const

/** What becomes of work that takes too long. */
export interface Patience<T> {
  /** Deadlines of as many milliseconds as the work may take. */
  readonly queue: Deadlines
  /** Milliseconds of the clock. */
  readonly now: number
  /** Gets what came after all, when nobody waits for it any more. */
  readonly onLate?: ((value: T) => void) | undefined
}

/** The outcome of some work; rejects when it takes too long. */
export function inTime<T>(work: PromiseLike<T>, { queue, now, onLate }: Patience<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const deadline = queue.set(now, () => {
      isOver = true
      reject(new Error(`no answer within ${queue.ms} ms`))
    })
    work.then(
      (value) => {
        queue.cancel(deadline)
        if (isOver) onLate?.(value)
        else resolve(value)
      },
      (error: unknown) => {
        queue.cancel(deadline)
        reject(error)
      },
    )
  })
}
