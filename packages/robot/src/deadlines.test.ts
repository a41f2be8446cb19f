import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { DeadlineBoard } from './deadlines.js'

describe('deadlines of one length', () => {
  it('fall due in order, each at its time', async () => {
    const clock = new ManualClock(0)
    const queue = new DeadlineBoard(clock).of(1_000)
    const due: [string, number][] = []
    const note = (name: string) => () => void due.push([name, clock.now()])
    queue.set(0, note('a'))
    queue.set(100, note('b'))
    queue.set(100, note('c'))
    await clock.advance(5_000)
    expect(due).toEqual([
      ['a', 1_000],
      ['b', 1_100],
      ['c', 1_100],
    ])
  })

  it('do not fall due when they were cancelled, wherever they stand', async () => {
    const clock = new ManualClock(0)
    const queue = new DeadlineBoard(clock).of(1_000)
    const due: string[] = []
    const [a, , c, d] = ['a', 'b', 'c', 'd'].map((name, at) => queue.set(at, () => void due.push(name)))
    for (const it of [a, c, d, a]) if (it !== undefined) queue.cancel(it)
    await clock.advance(5_000)
    expect(due).toEqual(['b'])
  })

  it('keep their order when one is set that began earlier', async () => {
    const clock = new ManualClock(0)
    const queue = new DeadlineBoard(clock).of(1_000)
    const due: string[] = []
    queue.set(500, () => void due.push('later'))
    queue.set(200, () => void due.push('earlier'))
    await clock.advance(1_250)
    expect(due).toEqual(['earlier'])
  })

  it('may be set from within one that falls due', async () => {
    const clock = new ManualClock(0)
    const queue = new DeadlineBoard(clock).of(1_000)
    const due: number[] = []
    const again = (): void => {
      due.push(clock.now())
      if (due.length < 3) queue.set(clock.now(), again)
    }
    queue.set(0, again)
    await clock.advance(10_000)
    expect(due).toEqual([1_000, 2_000, 3_000])
  })

  it('let the clock rest when none is left', async () => {
    const clock = new ManualClock(0)
    const queue = new DeadlineBoard(clock).of(60_000)
    queue.cancel(queue.set(0, () => {}))
    await clock.advance(250)
    expect(clock.sleepers).toBe(0)
  })
})
