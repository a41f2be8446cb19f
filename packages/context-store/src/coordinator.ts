/** A value, or a promise of it: an implementation in memory answers at once, one on a server later. */
export type Awaitable<T> = T | Promise<T>

/** How a delivery asks for the work that belongs to its key. */
export interface ClaimOptions {
  /** Milliseconds the owner may be silent (no heartbeat) before its claim counts as lost. */
  readonly leaseMs: number
  /** Milliseconds a settled or closed key is remembered after it was settled, closed or last asked for. */
  readonly keepMs: number
  /** What the next delivery gets when the owner was lost: the work again, or `closed`. */
  readonly onLostOwner: 'rerun' | 'drop'
  /** The line to take a place in, atomically with the claim. Without it the work is first in no line. */
  readonly line?: string | undefined
  /** Most places in the line, the running one included; when it is full nothing is claimed. */
  readonly lineLimit?: number | undefined
  /** The same delivery asks again (its owner was lost while it waited): the attempt is not counted twice. */
  readonly again?: boolean | undefined
}

/** What a delivery got. `attempt` counts the deliveries of this key, from 1. */
export type Claim =
  /** The work is yours until you settle or release it. */
  | {
      readonly state: 'claimed'
      readonly attempt: number
      /** Grows with every claim of this coordinator; settle, heartbeat and release need it. */
      readonly fence: number
      /** An owner before you was lost: the handler may have run in part. */
      readonly lostOwner: boolean
      /** Whether it is your turn at once; otherwise wait for `turn`. */
      readonly first: boolean
    }
  /** Somebody is at it: `wait` for the outcome. */
  | { readonly state: 'running'; readonly attempt: number }
  /** Done; carry this answer. */
  | { readonly state: 'answered'; readonly attempt: number; readonly answer: string }
  /** Nobody asks for the answer any more; acknowledge. */
  | { readonly state: 'closed'; readonly attempt: number }
  /** The line is full; nothing was claimed. */
  | { readonly state: 'refused'; readonly waiting: number }

/** How the work somebody waited for ended. */
export type Outcome =
  | { readonly state: 'answered'; readonly answer: string }
  | { readonly state: 'closed' }
  /** Released or lost: nobody is at it; claim again. */
  | { readonly state: 'free' }

/** What became of an answer: it is kept for later deliveries, nobody asks any more, or the claim was not yours. */
export type Settled = 'answered' | 'closed' | 'lost'

export interface LockOptions {
  /** Milliseconds until the lock falls free by itself. */
  readonly leaseMs: number
  /** Milliseconds to wait for it; 0 (default) tries once. */
  readonly waitMs?: number
  readonly signal?: AbortSignal
}

/** A held lock. */
export interface Lock {
  /** Grows with every holder: a write that carries an older fence must be refused. */
  readonly fence: number
  /** Holds it for `leaseMs` from now. False when it was lost meanwhile. */
  extend(leaseMs: number): Awaitable<boolean>
  /** Gives it back. False when it was lost meanwhile. */
  release(): Awaitable<boolean>
}

/**
 * What must be atomic between deliveries, and between processes when it is shared. A key runs through
 * `running → answered`, or `running → closed`; a released or lost key is free again. Every method is one atomic step.
 *
 * Lines keep one user's messages in the order they were claimed: a claim takes a place, `turn` waits until it is at
 * the head, `settle` and `release` leave it. The place of an owner that was lost is passed over; the place of a rerun
 * is the place of the claim it repeats.
 *
 * Passing `coordinatorContract` of `@wx/context-store/testing` is what makes an implementation one.
 */
export interface Coordinator {
  /** Asks for the work of a key: exactly one of all concurrent deliveries gets it. Counts the attempt. */
  claim(key: string, options: ClaimOptions): Awaitable<Claim>
  /** Renews the lease of a claim and of its place in line. False when the claim was lost. */
  heartbeat(key: string, options: { readonly fence: number; readonly leaseMs: number }): Awaitable<boolean>
  /** Waits until the claim is at the head of its line. Rejects with the signal's reason when aborted. */
  turn(key: string, options: { readonly fence: number; readonly signal?: AbortSignal }): Promise<void>
  /** Stores the answer, wakes who waits, leaves the line. */
  settle(
    key: string,
    options: { readonly fence: number; readonly answer: string; readonly keepMs: number },
  ): Awaitable<Settled>
  /** Gives the work back undone: the next delivery gets it. Leaves the line. False when the claim was lost. */
  release(key: string, options: { readonly fence: number }): Awaitable<boolean>
  /** Nobody will ask again: closes a running key (the owner learns it when it settles) or returns what is answered. */
  close(key: string, options: { readonly keepMs: number }): Awaitable<Outcome>
  /** Waits for the outcome of a running key. Rejects with the signal's reason when aborted. */
  wait(key: string, options?: { readonly signal?: AbortSignal }): Promise<Outcome>
  /** True for the first caller of a key within `ttlMs`, false for the others: a replay guard. */
  once(key: string, options: { readonly ttlMs: number }): Awaitable<boolean>
  /** A lock with a fence, or undefined when it could not be had in time. */
  lock(name: string, options: LockOptions): Awaitable<Lock | undefined>
}
