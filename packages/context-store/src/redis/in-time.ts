import type { Clock } from '@wx/core'

export interface InTimeOptions<Value> {
  readonly clock: Clock
  /** Milliseconds the work may take. */
  readonly ms: number
  /** What it fails with after that. */
  readonly late: () => Error
  /** Aborting it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Gets what came after all, when nobody waits for it any more. */
  readonly straggler?: ((value: Value) => void) | undefined
}

/** The outcome of some work, unless it takes too long or is aborted. Leaves no timer and no listener behind. */
export function inTime<Value>(work: PromiseLike<Value>, options: InTimeOptions<Value>): Promise<Value> {
  const { clock, ms, late, signal, straggler } = options
  return new Promise((resolve, reject) => {
    const timer = new AbortController()
    let isOver = false
    const end = () => {
      isOver = true
      signal?.removeEventListener('abort', onAbort)
      timer.abort()
    }
    const fail = (error: unknown) => {
      if (isOver) return
      end()
      reject(error as Error)
    }
    const onAbort = () => fail(signal?.reason)
    signal?.addEventListener('abort', onAbort, { once: true })
    work.then((value) => {
      if (isOver) return straggler?.(value)
      end()
      resolve(value)
    }, fail)
    clock.sleep(ms, timer.signal).then(() => fail(late()), fail)
    if (signal?.aborted) onAbort()
  })
}
