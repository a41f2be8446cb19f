import type { Outcome } from '../coordinator.js'
import type { Expiring, ExpiryQueue } from './expiry-queues.js'
import type { Line } from './lines.js'

/**
 * `closing` is closed for everybody who asks while its owner is still at it; `lost` has had an owner that fell silent;
 * `free` was given back. The other three are those of the interface.
 */
export type EntryState = 'running' | 'closing' | 'lost' | 'free' | 'answered' | 'closed'

/**
 * What is known of one key. There may be hundreds of thousands, so it is one object with one shape; what only few of
 * them need (lines, waiters) is made when it is needed.
 */
export class Entry implements Expiring<Entry> {
  readonly key: string
  state: EntryState = 'running'
  attempt = 0
  /** Fence of the owner; 0 when there was none or it was lost. */
  fence = 0
  /** Fence of the claim that took the place in line: places are in the order of these. */
  place = 0
  /** With an owner: the end of its lease. Without: when the key is forgotten. */
  until = 0
  answer = ''
  line: Line | undefined = undefined
  waiters: Set<(outcome: Outcome) => void> | undefined = undefined
  older: Entry | undefined = undefined
  newer: Entry | undefined = undefined
  queue: ExpiryQueue<Entry> | undefined = undefined

  constructor(key: string) {
    this.key = key
  }
}

/** Whether somebody holds the claim; its lease may be over. */
export const hasOwner = (entry: Entry): boolean => entry.state === 'running' || entry.state === 'closing'
