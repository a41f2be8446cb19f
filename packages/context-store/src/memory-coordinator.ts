import { type Clock, systemClock } from '@wx/core'
import type { Coordinator } from './coordinator.js'
import { MemoryClaims } from './memory/claims.js'
import { MemoryLocks } from './memory/locks.js'
import { MemoryOnce } from './memory/once.js'

export interface MemoryCoordinatorOptions {
  /** What tells the time; the machine's clock when not given. */
  readonly clock?: Clock | undefined
}

/**
 * A coordinator for one process. It answers at once and keeps nothing alive: no timer runs unless somebody waits, and
 * what is over is dropped while new claims come in.
 */
export function memoryCoordinator(options: MemoryCoordinatorOptions = {}): Coordinator {
  const clock = options.clock ?? systemClock
  let fence = 0
  const nextFence = () => ++fence
  const claims = new MemoryClaims(clock, nextFence)
  const locks = new MemoryLocks(clock, nextFence)
  const guard = new MemoryOnce(clock)
  return {
    claim: (key, claimOptions) => claims.claim(key, claimOptions),
    heartbeat: (key, beat) => claims.heartbeat(key, beat),
    turn: (key, turnOptions) => claims.turn(key, turnOptions),
    settle: (key, result) => claims.settle(key, result),
    release: (key, owner) => claims.release(key, owner),
    close: (key, closeOptions) => claims.close(key, closeOptions),
    wait: (key, waitOptions) => claims.wait(key, waitOptions),
    once: (key, onceOptions) => guard.once(key, onceOptions),
    lock: (name, lockOptions) => locks.lock(name, lockOptions),
  }
}
