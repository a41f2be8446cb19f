/** Numbers that a seed determines, so that every finding can be had again. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** One entry of a list that has some. */
  pick<T>(list: readonly T[]): T
}

/** A small generator (mulberry32): 32 bits of state, good enough to choose with. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    below: (limit) => Math.floor(next() * limit),
    pick(list) {
      const picked = list[Math.floor(next() * list.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
  }
}
