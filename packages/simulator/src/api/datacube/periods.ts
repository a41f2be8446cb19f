import { dayOf } from '../china-time.js'
import { type DayRange, daysOf, firstOfMonth, mondayOf, nextMonday, nextMonth } from './calendar.js'

/** A stretch of days that is counted as one. It is dated by its first day. */
export interface Period {
  readonly first: number
  /** Not in it any more. */
  readonly next: number
}

/** How days are put together. */
export type PeriodsOf = (range: DayRange, now: number) => readonly Period[]

export const eachDay: PeriodsOf = (range) => daysOf(range).map((day) => ({ first: day, next: day + 1 }))

/** Periods whose first day is in the range, and that are over. */
const whole =
  (isFirst: (day: number) => boolean, next: (first: number) => number): PeriodsOf =>
  (range, now) =>
    daysOf(range)
      .filter(isFirst)
      .map((first) => ({ first, next: next(first) }))
      .filter((it) => it.next <= dayOf(now))

export const eachWeek: PeriodsOf = whole((day) => mondayOf(day) === day, nextMonday)
export const eachMonth: PeriodsOf = whole((day) => firstOfMonth(day) === day, nextMonth)

export const isWithin =
  ({ first, next }: Period) =>
  ({ at }: { readonly at: number }): boolean =>
    dayOf(at) >= first && dayOf(at) < next
