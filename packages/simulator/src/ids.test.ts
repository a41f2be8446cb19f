import { describe, expect, it } from 'vitest'
import { idSource } from './ids.js'
import { seededRandom } from './random.js'

describe('ids', () => {
  it('are the same under the same seed and others under another', () => {
    const ids = (seed: string): string[] => {
      const source = idSource(seededRandom(seed))
      return [source.openid(), source.messageId(), source.nonce(), source.echo(), source.mediaId(), source.ticket()]
    }
    expect(ids('a')).toEqual(ids('a'))
    for (const [index, id] of ids('a').entries()) expect(id).not.toBe(ids('b')[index])
  })

  it('of messages grow, and all are above 2^53', () => {
    const source = idSource(seededRandom(1))
    let before = 2n ** 53n
    for (let turn = 0; turn < 1000; turn++) {
      const id = BigInt(source.messageId())
      expect(id > before).toBe(true)
      before = id
    }
    expect(before < 2n ** 63n).toBe(true)
  })
})

describe('chance', () => {
  it('is spread evenly', () => {
    const random = seededRandom('even')
    expect(random.chance(0)).toBe(false)
    expect(random.chance(1)).toBe(true)
    expect(random.bytes(16)).toHaveLength(16)
    const draws = Array.from({ length: 10_000 }, () => random.integer(10))
    for (let digit = 0; digit < 10; digit++) {
      const share = draws.filter((it) => it === digit).length / draws.length
      expect(Math.abs(share - 0.1)).toBeLessThan(0.02)
    }
  })
})
