import type { JsonAnswer } from '../answer.js'
import { dateText, hourOf } from '../china-time.js'
import { groupBy } from './group-by.js'
import { isWithin, type Period } from './periods.js'
import type { UpstreamMessage } from './statistics.js'

type Messages = readonly UpstreamMessage[]
type Report = (messages: Messages, periods: readonly Period[]) => readonly JsonAnswer[]

const usersOf = (messages: Messages): number => new Set(messages.map(({ openid }) => openid)).size

const byType = (messages: Messages): readonly JsonAnswer[] =>
  [...groupBy(messages, ({ type }) => type)]
    .sort(([a], [b]) => a - b)
    .map(([type, group]) => ({ msg_type: type, msg_user: usersOf(group), msg_count: group.length }))

/** How many users sent how many messages of each type. */
export const upstreamMessages: Report = (messages, periods) =>
  periods.flatMap((period) =>
    byType(messages.filter(isWithin(period))).map((row) => ({ ref_date: dateText(period.first), ...row })),
  )

/** The same by hour: 0, 100 … 2300. */
export const upstreamByHour: Report = (messages, periods) =>
  periods.flatMap((period) =>
    [...groupBy(messages.filter(isWithin(period)), ({ at }) => hourOf(at))]
      .sort(([a], [b]) => a - b)
      .flatMap(([hour, group]) =>
        byType(group).map((row) => ({ ref_date: dateText(period.first), ref_hour: hour * 100, ...row })),
      ),
  )

/** 1: one to five messages, 2: six to ten, 3: more. */
const intervalOf = (count: number): number => (count <= 5 ? 1 : count <= 10 ? 2 : 3)

/** How many users sent few, some and many messages. */
export const upstreamDistribution: Report = (messages, periods) =>
  periods.flatMap((period) => {
    const counts = [...groupBy(messages.filter(isWithin(period)), ({ openid }) => openid).values()]
    return [...groupBy(counts, ({ length }) => intervalOf(length))]
      .sort(([a], [b]) => a - b)
      .map(([interval, users]) => ({
        ref_date: dateText(period.first),
        count_interval: interval,
        msg_user: users.length,
      }))
  })
