import type { Clock } from '@wx/core'
import { type Expiring, type ExpiryQueue, ExpiryQueues } from './expiry-queues.js'
import { checkSpan } from './spans.js'

class Seen implements Expiring<Seen> {
  readonly key: string
  until = 0
  older: Seen | undefined = undefined
  newer: Seen | undefined = undefined
  queue: ExpiryQueue<Seen> | undefined = undefined

  constructor(key: string) {
    this.key = key
  }
}

/** Who was first: the keys of a replay guard. */
export class MemoryOnce {
  readonly #clock: Clock
  readonly #seen = new Map<string, Seen>()
  readonly #expiry = new ExpiryQueues<Seen>((seen) => {
    this.#expiry.remove(seen)
    this.#seen.delete(seen.key)
  })

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#seen.size
  }

  once(key: string, options: { readonly ttlMs: number }): boolean {
    checkSpan('ttlMs', options.ttlMs)
    const now = this.#clock.now()
    this.#expiry.sweep(now)
    let seen = this.#seen.get(key)
    if (seen === undefined) {
      seen = new Seen(key)
      this.#seen.set(key, seen)
    } else if (seen.until > now) {
      return false
    }
    this.#expiry.touch(seen, now + options.ttlMs, options.ttlMs)
    return true
  }
}
