import { ConfigError } from '@wx/core'

/** A day as WeChat counts them, in the time of Shanghai: `YYYY-MM-DD`, or any moment of it. */
export type Day = string | Date

/** China keeps UTC+8 all year. */
const shanghaiMs = 8 * 3_600_000
const dayMs = 86_400_000

/** Days since 1970 in Shanghai. */
export function dayNumber(argument: string, day: Day): number {
  const ms = day instanceof Date ? day.getTime() + shanghaiMs : isDay(day) ? Date.parse(day) : Number.NaN
  if (Number.isNaN(ms)) throw new ConfigError(argument, 'must be a day, `YYYY-MM-DD`, or a Date')
  return Math.floor(ms / dayMs)
}

const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  isoDay(Date.parse(text)) === text

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** `YYYY-MM-DD` */
export const dayText = (day: number): string => isoDay(day * dayMs)

/** Unix seconds at which a day begins in Shanghai. */
export const dayStart = (day: number): number => (day * dayMs - shanghaiMs) / 1000
