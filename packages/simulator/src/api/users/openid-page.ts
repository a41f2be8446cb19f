import type { JsonAnswer } from '../answer.js'
import { refuse } from '../refusal.js'
import type { OpenidList } from './openid-list.js'

/**
 * One page of a list of openids, without `data` when it is empty.
 * @throws ApiRefusal 40003 when it shall begin after an openid that never was in the list
 */
export function openidPage(list: OpenidList, after: unknown = ''): JsonAnswer {
  const page = typeof after === 'string' ? list.page(after) : undefined
  if (page === undefined) refuse(40003, `no page ends with the openid ${JSON.stringify(after)}`)
  const { openids, nextOpenid } = page
  return {
    count: openids.length,
    ...(openids.length > 0 ? { data: { openid: openids } } : {}),
    next_openid: nextOpenid,
  }
}
