/** The value in the middle; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2
}

/** The smallest value that is not below the given share (0 to 1) of all values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN
}

/**
 * The median of the ratios of two series measured in the same rounds: what slowed down a whole round cancels out, as
 * it would not in the ratio of two medians.
 */
export function pairedRatio(over: readonly number[], under: readonly number[]): number {
  return median(over.slice(0, under.length).map((value, round) => value / (under[round] as number)))
}
