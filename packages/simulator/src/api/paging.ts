import type { JsonAnswer } from './answer.js'
import { type Body, integerField } from './fields.js'
import { refuse } from './refusal.js'

/** What the endpoints say that list materials, drafts and publications: their code for a wrong page is not published. */
export const pagingDifference = 'The code for a page outside its bounds is not published; 40035 here.'

const maxPage = 20

/**
 * A page of a list, by `offset` and `count` of the call.
 * @throws ApiRefusal 40035 for a negative offset, or a count that is not 1 to 20
 */
export function pageOf<T>(all: readonly T[], body: Body, item: (of: T) => JsonAnswer): JsonAnswer {
  const offset = integerField(body, 'offset')
  const count = integerField(body, 'count')
  if (offset < 0) refuse(40035, '"offset" must be 0 or more')
  if (count < 1 || count > maxPage) refuse(40035, `"count" must be 1 to ${maxPage}`)
  const page = all.slice(offset, offset + count).map(item)
  return { item: page, total_count: all.length, item_count: page.length }
}

/** Milliseconds to the wire's seconds. */
export const wireSeconds = (ms: number): number => Math.floor(ms / 1000)
