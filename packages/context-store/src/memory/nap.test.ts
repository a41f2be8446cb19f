import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { nap } from './nap.js'

function setUp() {
  const clock = new ManualClock()
  const wakers = new Set<(value: string) => void>()
  const wake = (value: string) => {
    for (const waker of wakers) waker(value)
  }
  return { clock, wakers, wake }
}

describe('nap', () => {
  it('ends with the value it is woken with, and leaves nothing behind', async () => {
    const { clock, wakers, wake } = setUp()
    const slept = nap(clock, 1_000, { wakers })
    wake('now')
    expect(await slept).toBe('now')
    expect([wakers.size, clock.sleepers]).toEqual([0, 0])
  })

  it('ends by itself, and leaves nothing behind', async () => {
    const { clock, wakers } = setUp()
    const slept = nap(clock, 1_000, { wakers })
    await clock.advance(1_000)
    expect(await slept).toBeUndefined()
    expect([wakers.size, clock.sleepers]).toEqual([0, 0])
  })

  it('ends with the reason of its signal, before or while it sleeps, and leaves nothing behind', async () => {
    const { clock, wakers } = setUp()
    const gone = new AbortController()
    const reason = new Error('gone')
    const slept = nap(clock, 1_000, { wakers, signal: gone.signal })
    gone.abort(reason)
    await expect(slept).rejects.toBe(reason)
    await expect(nap(clock, 1_000, { wakers, signal: gone.signal })).rejects.toBe(reason)
    expect([wakers.size, clock.sleepers]).toEqual([0, 0])
  })

  it('ends with the error of a clock that cannot sleep', async () => {
    const broken = { now: () => 0, sleep: () => Promise.reject(new Error('no clock')) }
    await expect(nap(broken, 1, { wakers: new Set<(value: unknown) => void>() })).rejects.toThrow('no clock')
  })
})
