import type { Clock } from '@wx/core'

/**
 * What the items come from: a list, a generator, a page-by-page reader. Read as slowly as it is worked through. A text
 * is none: it would be read letter by letter.
 */
export type BulkSource<Item> = (Iterable<Item> | AsyncIterable<Item>) & object

/** What became of one item. */
export type BulkResult<Item, Value> =
  | { readonly ok: true; readonly item: Item; readonly value: Value }
  | { readonly ok: false; readonly item: Item; readonly error: unknown }

export interface BulkProgress {
  /** Items that succeeded. */
  readonly done: number
  readonly failed: number
  /** As it was given. */
  readonly total?: number
}

/**
 * What an error means: `record` it and go on; `pause` everybody and try again, for trouble that passes; `stop`, for what
 * the next item would meet as well.
 */
export type Verdict = 'record' | 'pause' | 'stop'

export interface BulkOptions<Item> {
  /** Calls that run side by side. Default: 4. */
  readonly concurrency?: number
  /** Calls that are begun in a minute at most, evenly spread. Default: as many as run. */
  readonly perMinute?: number
  /** How many items there are, for `onProgress`. */
  readonly total?: number
  /** Called after each item. */
  readonly onProgress?: (progress: BulkProgress) => void
  /** Ends the run: nothing new is begun, calls that run are aborted, the signal's reason is thrown. */
  readonly signal?: AbortSignal
  /** Attempts for one call, and pauses between them in ms: 8 by default, 1 second doubling to 1 minute. */
  readonly retry?: { readonly attempts?: number; readonly baseMs?: number; readonly maxMs?: number }
  /** Your own view of an error; undefined leaves it to the kit. */
  readonly judge?: (error: unknown, items: readonly Item[]) => Verdict | undefined
  /** Default: that of the client, where there is one. */
  readonly clock?: Clock
  /** From 0 up to 1, for pauses. */
  readonly random?: () => number
}

export interface BulkSummary<Item> {
  readonly done: number
  readonly failed: number
  /** The first failures, up to the number that is kept. */
  readonly failures: readonly { readonly item: Item; readonly error: unknown }[]
}

/**
 * Work that begins when it is iterated, or asked for its summary; once. Results come in the order of the source. Leaving
 * the loop begins nothing new, and waits for what runs.
 */
export interface BulkRun<Item, Value> extends AsyncIterable<BulkResult<Item, Value>> {
  /**
   * Works to the end, and counts.
   * @param options `keep`: failures that are kept, 1000 by default
   * @throws what stopped the run
   */
  summary(options?: { readonly keep?: number }): Promise<BulkSummary<Item>>
}
