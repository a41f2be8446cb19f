/** Milliseconds that China is ahead of UTC. It has had no summer time since 1991. */
export const chinaOffsetMs: number = 8 * 3_600_000

/** The day in China, which has one time zone: `2026-01-31`. @param at milliseconds since 1970 */
export const chinaDay = (at: number): string => new Date(at + chinaOffsetMs).toISOString().slice(0, 10)

/** The month in China: `2026-01`. @param at milliseconds since 1970 */
export const chinaMonth = (at: number): string => chinaDay(at).slice(0, 7)
