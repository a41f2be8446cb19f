import type { User } from '../../user.js'
import type { JsonAnswer } from '../answer.js'
import { dateText, dayOf, endOf } from '../china-time.js'
import { type DayRange, daysOf } from './calendar.js'
import { groupBy } from './group-by.js'
import type { FollowChange } from './statistics.js'

/** Followers won and lost, by day and source. A day without any has a row of zeros. */
export function userSummary(follows: readonly FollowChange[], range: DayRange): readonly JsonAnswer[] {
  return daysOf(range).flatMap((day) => {
    const bySource = groupBy(
      follows.filter(({ at }) => dayOf(at) === day),
      ({ source }) => source,
    )
    if (bySource.size === 0) bySource.set(0, [])
    return [...bySource].map(([source, changes]) => ({
      ref_date: dateText(day),
      user_source: source,
      new_user: changes.filter((it) => it.follows).length,
      cancel_user: changes.filter((it) => !it.follows).length,
    }))
  })
}

/** Number of followers at the end of each day. */
export const userCumulate = (
  users: readonly User[],
  follows: readonly FollowChange[],
  range: DayRange,
): readonly JsonAnswer[] =>
  daysOf(range).map((day) => {
    const later = new Map<string, FollowChange>()
    // The earliest change after the day tells what was before it.
    for (const change of follows.filter(({ at }) => at >= endOf(day)).reverse()) later.set(change.openid, change)
    const followed = (user: User): boolean => {
      const next = later.get(user.openid)
      return next === undefined
        ? (user.subscription?.time ?? Number.POSITIVE_INFINITY) * 1000 < endOf(day)
        : !next.follows
    }
    return { ref_date: dateText(day), user_source: 0, cumulate_user: users.filter(followed).length }
  })
