import { dateText, dayMs, dayOf } from '../china-time.js'
import type { Body } from '../fields.js'
import { refuse } from '../refusal.js'

/** The Monday of that day's week. 1970-01-01 was a Thursday. */
export const mondayOf = (day: number): number => day - ((day + 3) % 7)

/** The first of that day's month. */
export const firstOfMonth = (day: number): number => day - (new Date(day * dayMs).getUTCDate() - 1)

/** The first day after the period that begins there. */
export const nextMonday = (monday: number): number => monday + 7
export const nextMonth = (first: number): number => firstOfMonth(first + 31)

/** Days a call asks for, both included. */
export interface DayRange {
  readonly begin: number
  readonly end: number
}

/**
 * Reads `begin_date` and `end_date`.
 * @param maxDays the official span of the endpoint
 * @throws ApiRefusal 61500 for what is no date, 61501 for a span that is turned around, too long, or not over yet
 */
export function askedDays(body: Body, { maxDays, now }: { readonly maxDays: number; readonly now: number }): DayRange {
  const begin = dayField(body, 'begin_date')
  const end = dayField(body, 'end_date')
  if (begin > end) refuse(61501, 'begin_date is after end_date')
  if (end - begin >= maxDays) refuse(61501, `${end - begin + 1} days; the endpoint tells of at most ${maxDays}`)
  if (end >= dayOf(now)) refuse(61501, 'end_date must be yesterday at the latest, in China')
  return { begin, end }
}

function dayField(body: Body, name: string): number {
  const value = body[name]
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  const day = isDate ? Date.parse(`${value}T00:00:00Z`) / dayMs : Number.NaN
  // A 30th of February is read as a day of March.
  return isDate && dateText(Number.isNaN(day) ? 0 : day) === value
    ? day
    : refuse(61500, `"${name}" must be a day like 2014-12-07`)
}

/** Each day of a range. */
export const daysOf = ({ begin, end }: DayRange): readonly number[] =>
  Array.from({ length: end - begin + 1 }, (_, at) => begin + at)
