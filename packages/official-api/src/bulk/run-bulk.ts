import { ConfigError, systemClock } from '@wx/core'
import { callback, fields, optionsOf } from '../arguments/check.js'
import { sourceArgument } from './bulk-arguments.js'
import type { BulkOptions, BulkResult, BulkRun, BulkSource, BulkSummary } from './bulk-types.js'
import { inOrder } from './in-order.js'
import { pace } from './pace.js'
import { verdictOn } from './verdict.js'

/** Makes one call, with the pauses and repetitions of the run. */
export type CallOnce = <Value>(call: (signal: AbortSignal | undefined) => Promise<Value>) => Promise<Value>

/** What a run does with one unit of its items. */
export type WorkOn<Item, Value> = (
  items: readonly Item[],
  tools: { readonly call: CallOnce; readonly isRecorded: (error: unknown) => boolean },
) => Promise<readonly BulkResult<Item, Value>[]>

export interface RunOptions<Item> extends BulkOptions<Item> {
  /** Whether a call may be repeated that WeChat has perhaps carried out. */
  readonly isRepeatable: boolean
  /** Items of one call. */
  readonly batch: number
}

/**
 * Calls WeChat for many items: side by side, at a pace, with pauses when WeChat is busy or a quota is used up. A refusal
 * of one item is recorded, and the run goes on; what would meet every item ends it.
 * @param work one call for one item; what it throws decides as `judge` says. It is repeated after trouble that passes,
 *   but after a broken connection only when it was never sent, or `isRepeatable`
 * @throws ConfigError for options that cannot work; from the run: what stopped it
 */
export function runBulk<Item, Value>(
  source: BulkSource<Item>,
  work: (item: Item, signal: AbortSignal | undefined) => Promise<Value>,
  options: BulkOptions<Item> & { readonly isRepeatable?: boolean } = {},
): BulkRun<Item, Value> {
  sourceArgument('source', source)
  callback('work', work, 'the function that makes the call for one item')
  const one: WorkOn<Item, Value> = async ([item], { call, isRecorded }) => {
    const given = item as Item
    try {
      return [{ ok: true, item: given, value: await call((signal) => work(given, signal)) }]
    } catch (error) {
      if (!isRecorded(error)) throw error
      return [{ ok: false, item: given, error }]
    }
  }
  return bulkRun(() => runUnits(source, one, { isRepeatable: false, ...options, batch: 1 }), options)
}

/** The run itself, unit by unit. */
export async function* runUnits<Item, Value>(
  source: BulkSource<Item>,
  work: WorkOn<Item, Value>,
  options: RunOptions<Item>,
): AsyncGenerator<BulkResult<Item, Value>, void, undefined> {
  const { concurrency = 4, perMinute, signal, retry = {}, batch, isRepeatable } = options
  const { clock = systemClock, random = Math.random, judge, onProgress, total } = options
  const { attempts = 8, baseMs = 1000, maxMs = 60_000 } = retry
  const pacing = pace({ perMinute, clock, signal })
  const verdict = (error: unknown, items: readonly Item[]) => judge?.(error, items) ?? verdictOn(error, isRepeatable)

  const callFor =
    (items: readonly Item[]): CallOnce =>
    async (call) => {
      for (let attempt = 1; ; attempt++) {
        await pacing.turn()
        try {
          return await call(signal)
        } catch (error) {
          if (attempt >= attempts || verdict(error, items) !== 'pause') throw error
          const pause = Math.min(baseMs * 2 ** (attempt - 1), maxMs)
          // Between half and all of it, so that those who failed together do not come back together.
          pacing.pause(pause * (0.5 + random() / 2))
        }
      }
    }

  const onUnit = (items: readonly Item[]) =>
    work(items, { call: callFor(items), isRecorded: (error) => verdict(error, items) === 'record' })

  const count = { done: 0, failed: 0 }
  for await (const results of inOrder(chunks(source, batch), onUnit, { concurrency, signal })) {
    for (const result of results) {
      count[result.ok ? 'done' : 'failed'] += 1
      onProgress?.(total === undefined ? { ...count } : { ...count, total })
      yield result
    }
  }
}

/** Lists of so many items; the last one may be shorter. */
async function* chunks<Item>(source: BulkSource<Item>, size: number): AsyncGenerator<Item[], void, undefined> {
  let chunk: Item[] = []
  for await (const item of source) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** A run that begins when somebody wants its results. */
export function bulkRun<Item, Value>(
  start: () => AsyncGenerator<BulkResult<Item, Value>, void, undefined>,
  options: BulkOptions<Item>,
): BulkRun<Item, Value> {
  checkOptions(options)
  let isBegun = false
  const begin = (): AsyncGenerator<BulkResult<Item, Value>, void, undefined> => {
    // What sends something must not send it twice, because somebody looks at the results twice.
    if (isBegun) throw new ConfigError('run', 'was iterated already; make a new one to do the work again')
    isBegun = true
    return start()
  }
  return {
    [Symbol.asyncIterator]: begin,
    async summary(wanted) {
      const { keep = 1000 } = optionsOf(wanted)
      const failures: BulkSummary<Item>['failures'][number][] = []
      const count = { done: 0, failed: 0 }
      for await (const result of begin()) {
        count[result.ok ? 'done' : 'failed'] += 1
        if (!result.ok && failures.length < keep) failures.push({ item: result.item, error: result.error })
      }
      return { ...count, failures }
    },
  }
}

function checkOptions<Item>(options: BulkOptions<Item>): void {
  const { concurrency = 1, perMinute = 1, retry = {} } = fields('options', options, '{ concurrency, perMinute }')
  if (!(Number.isInteger(concurrency) && concurrency >= 1))
    throw new ConfigError('concurrency', 'a whole number from 1')
  if (!(perMinute > 0 && Number.isFinite(perMinute))) throw new ConfigError('perMinute', 'a number above 0')
  if (!((retry.attempts ?? 1) >= 1)) throw new ConfigError('retry.attempts', 'a number from 1; 1 is no repetition')
}
