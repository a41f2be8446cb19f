import { createHash } from 'node:crypto'

/** Chance that can be repeated: the same seed gives the same sequence. Not for secrets of a real account. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [0, below). */
  integer(below: number): number
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean
  /** A text of `length` characters of the alphabet. */
  text(length: number, alphabet: string): string
  bytes(length: number): Uint8Array
}

/** sfc32 (PractRand-proof and tiny), seeded with the digest of the seed's text. */
export function seededRandom(seed: string | number): Random {
  const digest = createHash('sha256').update(String(seed)).digest()
  let a = digest.readUInt32LE(0)
  let b = digest.readUInt32LE(4)
  let c = digest.readUInt32LE(8)
  let counter = 1

  const word = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  const next = (): number => word() / 2 ** 32
  const integer = (below: number): number => Math.floor(next() * below)

  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    text: (length, alphabet) => Array.from({ length }, () => alphabet[integer(alphabet.length)]).join(''),
    bytes: (length) => Uint8Array.from({ length }, () => integer(256)),
  }
}
