import type { Clock } from '@wx/core'
import type { Claim, ClaimOptions, Outcome, Settled } from '../coordinator.js'
import { ClaimLostError } from '../errors.js'
import { Entry, hasOwner } from './entry.js'
import { ExpiryQueues } from './expiry-queues.js'
import { Lines, turnWakers } from './lines.js'
import { nap } from './nap.js'
import { checkLease, checkSpan } from './spans.js'

/**
 * Keys, their owners and their lines. Everything but `wait` and `turn` is synchronous, and so atomic: nothing else
 * runs between a look and a step. The lease is exact: from its last millisecond on, the fence is worth nothing.
 */
export class MemoryClaims {
  readonly #clock: Clock
  readonly #nextFence: () => number
  readonly #entries = new Map<string, Entry>()
  readonly #expiry = new ExpiryQueues<Entry>((entry, now) => this.#fallDue(entry, now))
  readonly #lines = new Lines((entry, now) => this.#markLost(entry, now))

  constructor(clock: Clock, nextFence: () => number) {
    this.#clock = clock
    this.#nextFence = nextFence
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#entries.size
  }

  /** How many lines are not empty. */
  get lines(): number {
    return this.#lines.size
  }

  claim(key: string, options: ClaimOptions): Claim {
    checkLease(options.leaseMs)
    checkSpan('keepMs', options.keepMs)
    const now = this.#clock.now()
    const entry = this.#entries.get(key)
    if (entry !== undefined && endOf(entry) <= now) this.#fallDue(entry, now)
    const claim =
      entry === undefined || endOf(entry) <= now
        ? this.#claimNew(key, options, now)
        : this.#claimKnown(entry, options, now)
    // Only now: a sweep may find this very key's owner lost, and a rerun should find its place where it was.
    this.#expiry.sweep(now)
    return claim
  }

  heartbeat(key: string, options: { readonly fence: number; readonly leaseMs: number }): boolean {
    checkLease(options.leaseMs)
    const now = this.#clock.now()
    const entry = this.#owned(key, options.fence, now)
    if (entry === undefined) return false
    // Never shorter: who waits sleeps until the end it knows, and finds the owner lost there by itself.
    this.#expiry.touch(entry, Math.max(entry.until, now + options.leaseMs), keepMsOf(entry))
    return true
  }

  async turn(key: string, options: { readonly fence: number; readonly signal?: AbortSignal }): Promise<void> {
    options.signal?.throwIfAborted()
    for (;;) {
      const now = this.#clock.now()
      const entry = this.#owned(key, options.fence, now)
      if (entry === undefined) throw new ClaimLostError(key)
      if (this.#lines.isFirst(entry, now) || entry.line === undefined) return
      const ms = this.#lines.nextLook(entry.line, entry) - now
      await nap(this.#clock, ms, { signal: options.signal, wakers: turnWakers(entry.line, entry) })
    }
  }

  settle(key: string, options: { readonly fence: number; readonly answer: string; readonly keepMs: number }): Settled {
    checkSpan('keepMs', options.keepMs)
    const now = this.#clock.now()
    const entry = this.#owned(key, options.fence, now)
    if (entry === undefined) return this.#settledBefore(key, options.fence, now)
    const settled = entry.state === 'closing' ? 'closed' : 'answered'
    entry.state = settled
    if (settled === 'answered') {
      entry.answer = compact(options.answer)
      tell(entry, { state: 'answered', answer: options.answer })
    }
    this.#lines.leave(entry)
    this.#expiry.touch(entry, now + options.keepMs, options.keepMs)
    return settled
  }

  release(key: string, options: { readonly fence: number }): boolean {
    const now = this.#clock.now()
    const entry = this.#owned(key, options.fence, now)
    if (entry === undefined) return false
    entry.state = entry.state === 'closing' ? 'closed' : 'free'
    entry.fence = 0
    const keepMs = keepMsOf(entry)
    this.#expiry.touch(entry, now + keepMs, keepMs)
    tell(entry, { state: 'free' })
    this.#lines.leave(entry)
    return true
  }

  close(key: string, options: { readonly keepMs: number }): Outcome {
    checkSpan('keepMs', options.keepMs)
    const now = this.#clock.now()
    let entry = this.#look(key, now)
    if (entry === undefined) {
      entry = new Entry(key)
      this.#entries.set(key, entry)
    } else if (entry.state === 'running') {
      entry.state = 'closing'
      this.#expiry.touch(entry, entry.until, options.keepMs)
      tell(entry, { state: 'closed' })
      return { state: 'closed' }
    }
    if (entry.state === 'answered') {
      this.#keep(entry, options.keepMs, now)
      return { state: 'answered', answer: entry.answer }
    }
    if (entry.state !== 'closing') {
      entry.state = 'closed'
      this.#keep(entry, options.keepMs, now)
    }
    return { state: 'closed' }
  }

  async wait(key: string, options: { readonly signal?: AbortSignal } = {}): Promise<Outcome> {
    options.signal?.throwIfAborted()
    for (;;) {
      const now = this.#clock.now()
      const entry = this.#look(key, now)
      if (entry?.state === 'answered') return { state: 'answered', answer: entry.answer }
      if (entry?.state === 'closed' || entry?.state === 'closing') return { state: 'closed' }
      if (entry?.state !== 'running') return { state: 'free' }
      entry.waiters ??= new Set()
      const outcome = await nap(this.#clock, entry.until - now, { signal: options.signal, wakers: entry.waiters })
      if (outcome !== undefined) return outcome
    }
  }

  #claimNew(key: string, options: ClaimOptions, now: number): Claim {
    const waiting = this.#waitingWhenFull(options, now)
    if (waiting !== undefined) return { state: 'refused', waiting }
    const entry = new Entry(compact(key))
    this.#entries.set(entry.key, entry)
    return this.#own(entry, options, { now, attempt: 1, lostOwner: false })
  }

  #claimKnown(entry: Entry, options: ClaimOptions, now: number): Claim {
    const lost = hasOwner(entry) && entry.until <= now
    // A rerun steps into the place as it is; in every other case the line goes on without it.
    if (lost && (entry.state === 'closing' || options.onLostOwner === 'drop')) this.#lapse(entry, now)
    const attempt = Math.max(options.again === true ? entry.attempt : entry.attempt + 1, 1)
    if ((entry.state === 'running' && lost) || entry.state === 'free' || entry.state === 'lost') {
      if (entry.state !== 'lost' || options.onLostOwner === 'rerun') {
        const waiting = entry.line === undefined ? this.#waitingWhenFull(options, now) : undefined
        if (waiting !== undefined) return { state: 'refused', waiting }
        return this.#own(entry, options, { now, attempt, lostOwner: entry.state !== 'free' })
      }
      entry.state = 'closed'
    }
    entry.attempt = attempt
    if (entry.state === 'running') return { state: 'running', attempt }
    if (entry.state === 'closing') return { state: 'closed', attempt }
    this.#keep(entry, options.keepMs, now)
    return entry.state === 'answered'
      ? { state: 'answered', attempt, answer: entry.answer }
      : { state: 'closed', attempt }
  }

  #own(
    entry: Entry,
    options: ClaimOptions,
    how: { readonly now: number; readonly attempt: number; readonly lostOwner: boolean },
  ): Claim {
    const fence = this.#nextFence()
    entry.state = 'running'
    entry.attempt = how.attempt
    entry.fence = fence
    if (!how.lostOwner) entry.place = fence
    this.#expiry.touch(entry, how.now + options.leaseMs, options.keepMs)
    const first =
      options.line === undefined || entry.line !== undefined
        ? this.#lines.isFirst(entry, how.now)
        : this.#lines.join(entry, options.line, how.now)
    return { state: 'claimed', attempt: how.attempt, fence, lostOwner: how.lostOwner, first }
  }

  #waitingWhenFull(options: ClaimOptions, now: number): number | undefined {
    if (options.line === undefined || options.lineLimit === undefined) return undefined
    const waiting = this.#lines.waiting(options.line, options.lineLimit, now)
    return waiting >= options.lineLimit ? waiting : undefined
  }

  /** The same settle again (a client that repeats what it is not sure of) gets the same verdict. */
  #settledBefore(key: string, fence: number, now: number): Settled {
    const entry = this.#look(key, now)
    if (entry === undefined || entry.fence !== fence) return 'lost'
    return entry.state === 'answered' || entry.state === 'closed' ? entry.state : 'lost'
  }

  #owned(key: string, fence: number, now: number): Entry | undefined {
    const entry = this.#look(key, now)
    return entry !== undefined && entry.fence === fence && hasOwner(entry) ? entry : undefined
  }

  /** What is known of a key now: owners that fell silent are lost, keys whose time is over are forgotten. */
  #look(key: string, now: number): Entry | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined || entry.until > now) return entry
    this.#fallDue(entry, now)
    return this.#entries.get(key)
  }

  #fallDue(entry: Entry, now: number): void {
    if (hasOwner(entry)) this.#lapse(entry, now)
    if (entry.until <= now) this.#forget(entry)
  }

  #lapse(entry: Entry, now: number): void {
    this.#markLost(entry, now)
    this.#lines.leave(entry)
  }

  #markLost(entry: Entry, now: number): void {
    entry.state = entry.state === 'closing' ? 'closed' : 'lost'
    entry.fence = 0
    const keepMs = keepMsOf(entry)
    this.#expiry.touch(entry, Math.max(entry.until + keepMs, now), keepMs)
  }

  /** Remembers a key without owner for `keepMs` from now, if that is longer than it would be anyway. */
  #keep(entry: Entry, keepMs: number, now: number): void {
    if (now + keepMs > entry.until) this.#expiry.touch(entry, now + keepMs, keepMs)
  }

  #forget(entry: Entry): void {
    this.#expiry.remove(entry)
    this.#entries.delete(entry.key)
  }
}

/**
 * The same text, standing for itself. One that was cut out of a message, or joined of such pieces, keeps the whole
 * message alive, and there are as many of them as there are claims. Reading it as a number makes V8 lay it out anew;
 * the result is asked for, so that no bundler takes the reading for superfluous.
 */
const compact = (text: string): string => (Number.isNaN(Number(text)) ? text : String(text))

const keepMsOf = (entry: Entry): number => entry.queue?.spanMs ?? 0

/** When a key is forgotten unless somebody asks: a silent owner's, when it has been lost for as long as it is kept. */
const endOf = (entry: Entry): number => (hasOwner(entry) ? entry.until + keepMsOf(entry) : entry.until)

function tell(entry: Entry, outcome: Outcome): void {
  const { waiters } = entry
  if (waiters === undefined) return
  entry.waiters = undefined
  for (const waiter of waiters) waiter(outcome)
}
