import { getEventListeners, setMaxListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Clock, ManualClock, type MovableClock, RunningClock, systemClock } from './clock.js'

const beyondTimers = 2 ** 31 + 5_000
const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length

// `settle` needs real immediates; only what tells the time is replaced.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 0, 1) })
})
afterEach(() => {
  vi.useRealTimers()
})

const clocks: ReadonlyArray<[name: string, create: () => Clock, pass: (clock: Clock, ms: number) => Promise<unknown>]> =
  [
    ['systemClock', () => systemClock, (_, ms) => vi.advanceTimersByTimeAsync(ms)],
    ['RunningClock, left running', () => new RunningClock(), (_, ms) => vi.advanceTimersByTimeAsync(ms)],
    ['RunningClock, advanced', () => new RunningClock(), (clock, ms) => (clock as MovableClock).advance(ms)],
    ['ManualClock', () => new ManualClock(), (clock, ms) => (clock as MovableClock).advance(ms)],
  ]

describe.each(clocks)('%s', (_name, create, pass) => {
  it('sleeps as long as it was told, not less', async () => {
    const clock = create()
    const start = clock.now()
    let woke: number | undefined
    const sleep = clock.sleep(1000).then(() => {
      woke = clock.now()
    })
    await pass(clock, 999)
    expect(woke).toBe(undefined)
    await pass(clock, 1)
    await sleep
    expect(woke).toBe(start + 1000)
  })

  it('sleeps longer than a timer of the machine can', async () => {
    const clock = create()
    let awake = false
    const sleep = clock.sleep(beyondTimers).then(() => {
      awake = true
    })
    await pass(clock, beyondTimers - 1)
    expect(awake).toBe(false)
    await pass(clock, 1)
    await sleep
  })

  it('wakes sleepers in order of time, those of one moment in order of arrival', async () => {
    const clock = create()
    const woke: string[] = []
    const sleeps = Object.entries({ c: 300, a: 100, b1: 200, b2: 200 }).map(async ([name, ms]) => {
      await clock.sleep(ms)
      woke.push(name)
    })
    await pass(clock, 300)
    await Promise.all(sleeps)
    expect(woke).toEqual(['a', 'b1', 'b2', 'c'])
  })

  it('counts a negative sleep as none, and waits for Infinity without end', async () => {
    const clock = create()
    const controller = new AbortController()
    const endless = clock.sleep(Number.POSITIVE_INFINITY, controller.signal)
    const outcome = expect(endless).rejects.toThrow('enough')
    const short = Promise.all([clock.sleep(-5), clock.sleep(0)])
    await pass(clock, 1)
    await short
    await pass(clock, 2 ** 33)
    controller.abort(new Error('enough'))
    await outcome
  })

  it('refuses to sleep for NaN, which would stand in the way of the others', async () => {
    await expect(create().sleep(Number.NaN)).rejects.toThrow(RangeError)
  })

  it('an abort wakes the sleeper with its reason, and leaves the others asleep', async () => {
    const clock = create()
    const controller = new AbortController()
    const reason = new Error('never mind')
    let other = false
    const outcome = expect(clock.sleep(1000, controller.signal)).rejects.toBe(reason)
    const sleep = clock.sleep(1000).then(() => {
      other = true
    })
    await pass(clock, 500)
    controller.abort(reason)
    await outcome
    expect(other).toBe(false)
    await pass(clock, 500)
    await sleep
  })

  it('does not go to sleep when the signal is aborted already', async () => {
    const clock = create()
    await expect(clock.sleep(1000, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no listener and no timer behind, however the sleep ended', async () => {
    const clock = create()
    const { signal } = new AbortController()
    setMaxListeners(0, signal)
    const sleeps = Promise.all(Array.from({ length: 50 }, (_, index) => clock.sleep(index, signal)))
    expect(listeners(signal)).toBe(50)
    await pass(clock, 50)
    await sleeps
    expect(listeners(signal)).toBe(0)

    const controller = new AbortController()
    setMaxListeners(0, controller.signal)
    const aborted = Promise.allSettled(Array.from({ length: 50 }, () => clock.sleep(1000, controller.signal)))
    controller.abort()
    await aborted
    expect(listeners(controller.signal)).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe.each([
  ['ManualClock', () => new ManualClock()],
  ['RunningClock', () => new RunningClock()],
] as const)('%s.advance', (_name, create) => {
  it('moves the time by exactly what it is told', async () => {
    const clock = create()
    const start = clock.now()
    await clock.advance(7_200_000)
    await clock.advance(0)
    expect(clock.now() - start).toBe(7_200_000)
  })

  it('stops at every sleeper on the way, so that each sees its own time', async () => {
    const clock = create()
    const start = clock.now()
    const seen: number[] = []
    const tick = async (): Promise<void> => {
      for (let round = 0; round < 5; round++) {
        await clock.sleep(100)
        seen.push(clock.now() - start)
      }
    }
    const ticking = tick()
    await clock.advance(450)
    expect(seen).toEqual([100, 200, 300, 400])
    expect(clock.now() - start).toBe(450)
    await clock.advance(50)
    await ticking
    expect(seen).toEqual([100, 200, 300, 400, 500])
  })

  it('adds up when calls overlap, and never runs backward', async () => {
    const clock = create()
    const start = clock.now()
    const seen: number[] = []
    const sleeps = [500, 1500, 5500].map(async (ms) => {
      await clock.sleep(ms)
      seen.push(clock.now() - start)
    })
    await Promise.all([clock.advance(5000), clock.advance(1000)])
    await Promise.all(sleeps)
    expect(seen).toEqual([500, 1500, 5500])
    expect(clock.now() - start).toBe(6000)
  })

  it('refuses a step that is negative or no number, and goes on afterwards', async () => {
    const clock = create()
    const start = clock.now()
    for (const step of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(clock.advance(step)).rejects.toThrow(RangeError)
    }
    await clock.advance(10)
    expect(clock.now() - start).toBe(10)
  })
})

describe('ManualClock', () => {
  it('stands still by itself, and starts where it is told', async () => {
    const clock = new ManualClock(1_000)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(clock.now()).toBe(1_000)
    expect(new ManualClock().now()).toBe(Date.UTC(2026, 0, 1))
  })

  it('tells how many sleep', async () => {
    const clock = new ManualClock()
    const sleeps = [clock.sleep(1), clock.sleep(2)]
    expect(clock.sleepers).toBe(2)
    await clock.advance(1)
    expect(clock.sleepers).toBe(1)
    await clock.advance(1)
    await Promise.all(sleeps)
    expect(clock.sleepers).toBe(0)
  })
})

describe('RunningClock', () => {
  it('runs with the machine, ahead of it by what it was advanced', async () => {
    const clock = new RunningClock()
    await clock.advance(3_600_000)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(clock.now() - Date.now()).toBe(3_600_000)
  })

  it('a sleeper that a jump did not reach wakes by itself for the rest', async () => {
    const clock = new RunningClock()
    let awake = false
    const sleep = clock.sleep(10_000).then(() => {
      awake = true
    })
    await clock.advance(9_000)
    await vi.advanceTimersByTimeAsync(999)
    expect(awake).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await sleep
  })
})
