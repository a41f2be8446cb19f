import { ConfigError } from '@wx/core'
import type { BulkSource } from './bulk-types.js'

/** How far a job has come. */
export interface BulkPosition {
  /** Openids of the source that are done with. */
  readonly done: number
  /** The last of them. */
  readonly last?: string
}

/** Where a job writes down how far it has come: a file, a row of a database. */
export interface Checkpoint {
  /** @returns undefined for a job that was not begun */
  load(): BulkPosition | undefined | Promise<BulkPosition | undefined>
  save(position: BulkPosition): unknown
}

/**
 * Openids from a position on.
 * @throws ConfigError when they are not those the position belongs to: somebody would be left out, or asked twice
 */
export async function* from(
  source: BulkSource<string>,
  { done, last }: BulkPosition,
): AsyncGenerator<string, void, undefined> {
  let index = 0
  for await (const openid of source) {
    index += 1
    if (index === done && last !== undefined && openid !== last) throw notTheSame()
    if (index > done) yield openid
  }
  if (index < done) throw notTheSame()
}

const notTheSame = (): ConfigError =>
  new ConfigError(
    'openids',
    'not the ones the checkpoint was written for: give the same list in the same order, or begin a new job',
  )
