import type { JsonAnswer } from '../answer.js'
import { dateText, hourOf } from '../china-time.js'
import { groupBy } from './group-by.js'
import { isWithin, type Period } from './periods.js'
import type { Callback } from './statistics.js'

const figures = (callbacks: readonly Callback[]): JsonAnswer => ({
  callback_count: callbacks.length,
  fail_count: callbacks.filter(({ hasFailed }) => hasFailed).length,
  total_time_cost: callbacks.reduce((sum, { tookMs }) => sum + tookMs, 0),
  max_time_cost: Math.max(...callbacks.map(({ tookMs }) => tookMs)),
})

/** How often the account's server was called, by day; days without a call have no row. */
export const interfaceSummary = (callbacks: readonly Callback[], periods: readonly Period[]): readonly JsonAnswer[] =>
  periods.flatMap((period) => {
    const within = callbacks.filter(isWithin(period))
    return within.length === 0 ? [] : [{ ref_date: dateText(period.first), ...figures(within) }]
  })

/** The same by hour: 0, 100 … 2300. */
export const interfaceByHour = (callbacks: readonly Callback[], periods: readonly Period[]): readonly JsonAnswer[] =>
  periods.flatMap((period) =>
    [...groupBy(callbacks.filter(isWithin(period)), ({ at }) => hourOf(at))]
      .sort(([a], [b]) => a - b)
      .map(([hour, group]) => ({ ref_date: dateText(period.first), ref_hour: hour * 100, ...figures(group) })),
  )
