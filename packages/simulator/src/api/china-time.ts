const hourMs = 3_600_000

/** Milliseconds of a day. */
export const dayMs: number = 24 * hourMs

/** China has one time zone, and no summer time since 1991. */
const offsetMs = 8 * hourMs

/** Days since 1970 in China. @param at milliseconds since 1970 */
export const dayOf = (at: number): number => Math.floor((at + offsetMs) / dayMs)

/** 0 to 23, in China. @param at milliseconds since 1970 */
export const hourOf = (at: number): number => Math.floor((at + offsetMs) / hourMs) % 24

/** The first millisecond after that day. @param day as {@link dayOf} counts */
export const endOf = (day: number): number => (day + 1) * dayMs - offsetMs

/** `2014-12-07`. @param day as {@link dayOf} counts */
export const dateText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The day in China: `2026-01-31`. @param at milliseconds since 1970 */
export const chinaDay = (at: number): string => dateText(dayOf(at))

/** The month in China: `2026-01`. @param at milliseconds since 1970 */
export const chinaMonth = (at: number): string => chinaDay(at).slice(0, 7)
