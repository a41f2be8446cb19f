import type { ApiClient } from '@wx/api-client'
import { type Clock, ConfigError } from '@wx/core'
import { clientArgument, shown } from '../arguments/check.js'
import type { BulkSource } from './bulk-types.js'

/** What of a client bulk work needs. */
export type BulkClient = Pick<ApiClient, 'call'> & Partial<Pick<ApiClient, 'clock'>>

/**
 * A source of items. A text is none, though it can be iterated: letter by letter.
 * @throws ConfigError naming the argument
 */
export function sourceArgument<Item>(argument: string, source: BulkSource<Item>): BulkSource<Item> {
  if (typeof source === 'object' && source !== null) {
    if (Symbol.asyncIterator in source || Symbol.iterator in source) return source
  }
  const advice = typeof source === 'string' ? '; a single one goes into a list of one' : ''
  throw new ConfigError(argument, `must be a list or something to iterate, not ${shown(source)}${advice}`)
}

/** The options of a run, by the clock of the client unless they have their own. */
export function onClock<Options extends { readonly clock?: Clock }>(client: BulkClient, options: Options): Options {
  const clock = options.clock ?? clientArgument(client).clock
  return clock === undefined ? options : { ...options, clock }
}
