import type { Clock } from '@wx/core'
import { nap } from '../memory/nap.js'
import type { Nudges, Topic } from './nudges.js'

/** What a look showed: the end of the waiting, or in how many milliseconds something changes by itself. */
export type Look<Value> = { readonly value: Value } | { readonly leftMs: number }

export interface LookUntilOptions<Value> {
  readonly look: () => Promise<Look<Value>>
  readonly channel: string
  readonly signal?: AbortSignal | undefined
}

export interface Waiting {
  readonly nudges: Nudges
  readonly clock: Clock
  /** Milliseconds after which it looks again though nothing was heard. */
  readonly pollMs: number
}

/** Looks again and again until there is a value: when something is heard, when a lease may be over, and every `pollMs`. */
export async function lookUntil<Value>(
  { nudges, clock, pollMs }: Waiting,
  { look, channel, signal }: LookUntilOptions<Value>,
): Promise<Value> {
  signal?.throwIfAborted()
  let topic: Topic | undefined
  try {
    for (;;) {
      const heardBefore = topic?.heard ?? 0
      const seen = await look()
      if ('value' in seen) return seen.value
      topic ??= nudges.open(channel)
      if (topic.heard !== heardBefore) continue
      // At least 1: a timer may fire a little early, and would then be set again and again without a pause.
      await nap(clock, Math.min(Math.max(seen.leftMs, 1), pollMs), { signal, wakers: topic.wakers })
    }
  } finally {
    topic?.close()
  }
}
