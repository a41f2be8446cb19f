import { ApiError } from '@wx/api-client'
import type { BulkOptions, BulkResult, BulkRun, BulkSource } from './bulk-types.js'
import { bulkRun, type CallOnce, runUnits, type WorkOn } from './run-bulk.js'

/** One call for several items; the results in any order. */
export type BatchCall<Item, Value> = (
  items: readonly Item[],
  signal: AbortSignal | undefined,
) => Promise<readonly BulkResult<Item, Value>[]>

/**
 * Refusals that one item brings upon all that are called for with it: no openid, not of this account, no follower, as
 * many tags as a user may have.
 */
const ofOneItem: ReadonlySet<number> = new Set([40003, 40031, 43004, 45059, 46004, 49003])

/**
 * Calls for many items at once, `size` in each call. When one of them spoils a call, halves are called for until it is
 * found: the others are not left out. Calls are repeated as those that do no harm twice.
 */
export function runBatches<Item, Value>(
  source: BulkSource<Item>,
  call: BatchCall<Item, Value>,
  options: BulkOptions<Item> & { readonly size: number },
): BulkRun<Item, Value> {
  const work: WorkOn<Item, Value> = (items, { call: once, isRecorded }) => halving(items, { call, once, isRecorded })
  return bulkRun(() => runUnits(source, work, { ...options, isRepeatable: true, batch: options.size }), options)
}

interface Halving<Item, Value> {
  readonly call: BatchCall<Item, Value>
  readonly once: CallOnce
  readonly isRecorded: (error: unknown) => boolean
}

async function halving<Item, Value>(
  items: readonly Item[],
  how: Halving<Item, Value>,
): Promise<readonly BulkResult<Item, Value>[]> {
  try {
    return await how.once((signal) => how.call(items, signal))
  } catch (error) {
    if (!how.isRecorded(error)) throw error
    const isSpoiled = error instanceof ApiError && ofOneItem.has(error.errcode)
    if (items.length === 1 || !isSpoiled) return items.map((item) => ({ ok: false, item, error }))
    const middle = Math.ceil(items.length / 2)
    const first = await halving(items.slice(0, middle), how)
    return [...first, ...(await halving(items.slice(middle), how))]
  }
}
