import type { Clock } from '@wx/core'

export interface NapOptions<Value> {
  /** Aborting it wakes the sleeper with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Where the sleeper leaves the function that wakes it; it takes it away again. */
  readonly wakers: Set<(value: Value) => void>
}

/**
 * Sleeps until woken with a value, or for `ms` milliseconds (then the value is undefined). Leaves no timer and no
 * listener behind, however it ends.
 * @throws the signal's reason, when it is aborted first
 */
export function nap<Value>(clock: Clock, ms: number, options: NapOptions<Value>): Promise<Value | undefined> {
  const { signal, wakers } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error)
    const timer = new AbortController()
    const end = () => {
      wakers.delete(wake)
      signal?.removeEventListener('abort', onAbort)
      timer.abort()
    }
    const wake = (value: Value | undefined) => {
      end()
      resolve(value)
    }
    const fail = (error: unknown) => {
      end()
      reject(error as Error)
    }
    const onAbort = () => fail(signal?.reason)
    wakers.add(wake)
    signal?.addEventListener('abort', onAbort, { once: true })
    clock.sleep(ms, timer.signal).then(() => wake(undefined), fail)
  })
}
