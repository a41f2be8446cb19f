const longestMs = 366 * 24 * 60 * 60 * 1_000

/** Milliseconds as Redis takes them: whole ones, rounded up. `Infinity` is a year: nothing stays on a server for ever. */
export const wholeMs = (ms: number): string => String(Math.min(Math.ceil(ms), longestMs))
