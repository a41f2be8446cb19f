import type { Clock } from '@wx/core'
import type { Lock, LockOptions } from '../coordinator.js'
import { type Expiring, type ExpiryQueue, ExpiryQueues } from './expiry-queues.js'
import { nap } from './nap.js'
import { checkLease, checkSpan } from './spans.js'

interface Waiter {
  readonly leaseMs: number
  readonly wakers: Set<(value: undefined) => void>
  lock: Lock | undefined
}

class Held implements Expiring<Held> {
  readonly name: string
  fence = 0
  until = 0
  /** In the order they came. */
  readonly waiters: Set<Waiter> = new Set()
  older: Held | undefined = undefined
  newer: Held | undefined = undefined
  queue: ExpiryQueue<Held> | undefined = undefined

  constructor(name: string) {
    this.name = name
  }
}

/** Locks with a fence, given out in the order they were asked for. */
export class MemoryLocks {
  readonly #clock: Clock
  readonly #nextFence: () => number
  readonly #held = new Map<string, Held>()
  readonly #expiry = new ExpiryQueues<Held>((held, now) => this.#passOn(held, now))

  constructor(clock: Clock, nextFence: () => number) {
    this.#clock = clock
    this.#nextFence = nextFence
  }

  /** How many locks are held, or were and nobody has asked since. */
  get size(): number {
    return this.#held.size
  }

  lock(name: string, options: LockOptions): Lock | undefined | Promise<Lock | undefined> {
    checkLease(options.leaseMs)
    const waitMs = options.waitMs ?? 0
    checkSpan('waitMs', waitMs)
    options.signal?.throwIfAborted()
    const now = this.#clock.now()
    this.#expiry.sweep(now)
    const held = this.#held.get(name)
    if (held !== undefined && held.until <= now) this.#passOn(held, now)
    if (!this.#held.has(name)) {
      const fresh = new Held(name)
      this.#held.set(name, fresh)
      return this.#give(fresh, options.leaseMs, now)
    }
    if (held === undefined || waitMs === 0) return undefined
    return this.#wait(held, options, now + waitMs)
  }

  async #wait(held: Held, options: LockOptions, deadline: number): Promise<Lock | undefined> {
    const { signal } = options
    const waiter: Waiter = { leaseMs: options.leaseMs, wakers: new Set(), lock: undefined }
    held.waiters.add(waiter)
    try {
      for (;;) {
        const now = this.#clock.now()
        if (held.until <= now) this.#passOn(held, now)
        if (waiter.lock !== undefined || now >= deadline) return waiter.lock
        // Only the first one watches the holder's lease: the others are woken when they come first.
        const look = firstOf(held) === waiter ? Math.min(held.until, deadline) : deadline
        await nap(this.#clock, look - now, { signal, wakers: waiter.wakers })
      }
    } catch (error) {
      // Given to it in the same moment in which it was aborted.
      await waiter.lock?.release()
      throw error
    } finally {
      held.waiters.delete(waiter)
      // Whether this one got the lock or gave up, another may be the first now.
      wake(firstOf(held))
    }
  }

  #give(held: Held, leaseMs: number, now: number): Lock {
    const fence = this.#nextFence()
    held.fence = fence
    this.#expiry.touch(held, now + leaseMs, leaseMs)
    const mine = (at: number): boolean => held.fence === fence && held.until > at
    return {
      fence,
      extend: (ms) => {
        checkLease(ms)
        const at = this.#clock.now()
        if (!mine(at)) return false
        this.#expiry.touch(held, at + ms, ms)
        wake(firstOf(held))
        return true
      },
      release: () => {
        const at = this.#clock.now()
        if (!mine(at)) return false
        this.#passOn(held, at)
        return true
      },
    }
  }

  /** The holder is gone: the first who waits gets the lock, or it is free. */
  #passOn(held: Held, now: number): void {
    const waiter = firstOf(held)
    if (waiter === undefined) {
      held.fence = 0
      this.#expiry.remove(held)
      this.#held.delete(held.name)
      return
    }
    held.waiters.delete(waiter)
    waiter.lock = this.#give(held, waiter.leaseMs, now)
    wake(waiter)
  }
}

function firstOf(held: Held): Waiter | undefined {
  for (const waiter of held.waiters) return waiter
  return undefined
}

function wake(waiter: Waiter | undefined): void {
  if (waiter !== undefined) for (const waker of waiter.wakers) waker(undefined)
}
