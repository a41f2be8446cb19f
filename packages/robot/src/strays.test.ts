import { describe, expect, it } from 'vitest'
import { Strays } from './strays.js'

describe('keys claimed during an outage', () => {
  it('are remembered for as long as they are kept, each from when it was last claimed', () => {
    const strays = new Strays()
    strays.add('first', { now: 1_000, keepMs: 500 })
    strays.add('second', { now: 1_200, keepMs: 500 })
    strays.add('first', { now: 1_300, keepMs: 500 })
    expect([strays.until('first'), strays.until('second'), strays.until('never')]).toEqual([1_800, 1_700, 0])
  })

  it('are forgotten after that, when others come, and those that still count are not', () => {
    const strays = new Strays()
    strays.add('again', { now: 0, keepMs: 500 })
    strays.add('over', { now: 100, keepMs: 500 })
    strays.add('again', { now: 400, keepMs: 500 })
    strays.add('new', { now: 600, keepMs: 500 })
    expect(strays.size).toBe(2)
    expect([strays.until('over'), strays.until('again'), strays.until('new')]).toEqual([0, 900, 1_100])
  })
})
