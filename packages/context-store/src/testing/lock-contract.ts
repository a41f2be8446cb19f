import type { Coordinator, Lock, LockOptions } from '../coordinator.js'
import {
  atOnce,
  benchTests,
  type CoordinatorContractOptions,
  failureOf,
  long,
  short,
  type TestRunner,
  watch,
} from './kit.js'

/** `lock` and `once`. */
export function lockContract(runner: TestRunner, options: CoordinatorContractOptions): void {
  const { describe, expect } = runner
  const test = benchTests(runner, options)

  describe('lock', () => {
    test('has one holder, and is tried once by default', async ({ a, b, ms }) => {
      const lock = await held(a, 'l', { leaseMs: ms(long) })
      expect(await b.lock('l', { leaseMs: ms(long) })).toBe(undefined)
      expect(await b.lock('l', { leaseMs: ms(long), waitMs: 0 })).toBe(undefined)
      expect((await held(b, 'm', { leaseMs: ms(long) })).fence).toBeGreaterThan(0)
      expect(await lock.release()).toBe(true)
      expect(await lock.release()).toBe(false)
      expect(await lock.extend(ms(long))).toBe(false)
      expect((await held(b, 'l', { leaseMs: ms(long) })).fence).toBeGreaterThan(lock.fence)
    })

    test('falls free when its lease is over; its old holder can neither extend it nor take it away', async ({
      a,
      b,
      pass,
      ms,
    }) => {
      const old = await held(a, 'l', { leaseMs: ms(short) })
      await pass(short + 1)
      expect(await old.extend(ms(long))).toBe(false)
      expect(await old.release()).toBe(false)
      const next = await held(b, 'l', { leaseMs: ms(long) })
      expect(next.fence).toBeGreaterThan(old.fence)
      expect(await old.extend(ms(long))).toBe(false)
      expect(await old.release()).toBe(false)
      expect(await a.lock('l', { leaseMs: ms(long) })).toBe(undefined)
      expect(await next.release()).toBe(true)
    })

    test('fences go on growing when nothing else is known of the lock any more', async ({ a, b, pass, ms }) => {
      let last = 0
      for (let n = 0; n < 4; n++) {
        const { fence } = await held(n % 2 === 0 ? a : b, 'l', { leaseMs: ms(2) })
        expect(fence).toBeGreaterThan(last)
        last = fence
        await pass(6)
      }
    })

    test('is extended from now on', async ({ a, b, pass, ms }) => {
      const lock = await held(a, 'l', { leaseMs: ms(short) })
      for (let n = 0; n < 3; n++) {
        await pass(short / 2)
        expect(await lock.extend(ms(short))).toBe(true)
      }
      await pass(short / 2)
      expect(await b.lock('l', { leaseMs: ms(short) })).toBe(undefined)
      await pass(short / 2 + 2)
      await held(b, 'l', { leaseMs: ms(short) })
    })

    test('goes to who waits, in the order they came', async ({ a, nth, quiet, ms }) => {
      const lock = await held(a, 'l', { leaseMs: ms(long) })
      const order: number[] = []
      const waiting: Promise<void>[] = []
      for (let n = 0; n < 5; n++) {
        waiting.push(
          held(nth(n), 'l', { leaseMs: ms(long), waitMs: ms(long) }).then(async (mine) => {
            order.push(n)
            await mine.release()
          }),
        )
        await quiet()
      }
      expect(order).toEqual([])
      await lock.release()
      await Promise.all(waiting)
      expect(order).toEqual([0, 1, 2, 3, 4])
    })

    test('goes to who waits when the lease of its holder is over', async ({ a, b, pass, ms }) => {
      const old = await held(a, 'l', { leaseMs: ms(short) })
      const first = watch(b.lock('l', { leaseMs: ms(short), waitMs: ms(long) }))
      await pass(1)
      const second = watch(b.lock('l', { leaseMs: ms(short), waitMs: ms(long) }))
      await pass(short)
      expect([first.results.length, second.results.length]).toEqual([1, 0])
      expect(await old.release()).toBe(false)
      await pass(short + 2)
      expect(second.results.length).toBe(1)
    })

    test('goes to the next one when the first who waited has given up', async ({ a, b, pass, ms }) => {
      await held(a, 'l', { leaseMs: ms(short) })
      const gone = new AbortController()
      const first = watch(b.lock('l', { leaseMs: ms(short), waitMs: ms(long), signal: gone.signal }))
      await pass(1)
      const second = watch(b.lock('l', { leaseMs: ms(short), waitMs: ms(long) }))
      await pass(1)
      gone.abort(new Error('stopped'))
      await pass(short)
      expect([first.results.length, second.results.length]).toEqual([1, 1])
      expect(second.results[0] === undefined).toBe(false)
    })

    test('goes to who waits earlier, when its holder shortens the lease', async ({ a, b, pass, ms }) => {
      const lock = await held(a, 'l', { leaseMs: ms(long) })
      const next = watch(b.lock('l', { leaseMs: ms(short), waitMs: ms(long) }))
      await pass(1)
      expect(await lock.extend(ms(short))).toBe(true)
      await pass(short / 2)
      expect(next.results.length).toBe(0)
      await pass(short / 2 + 2)
      expect(next.results.length).toBe(1)
    })

    test('each of many falls free when its lease is over', async (bench) => {
      const { a, b, pass, ms } = bench
      const names = Array.from({ length: 40 }, (_, n) => `l${n}`)
      await Promise.all(names.map((name) => held(a, name, { leaseMs: ms(short) })))
      await pass(short + 1)
      for (const name of names.reverse()) await held(b, name, { leaseMs: ms(long) })
    })

    test('is not had when the wait is over first', async ({ a, b, pass, ms }) => {
      const lock = await held(a, 'l', { leaseMs: ms(long) })
      const late = watch(b.lock('l', { leaseMs: ms(long), waitMs: ms(short) }))
      await pass(short / 2)
      expect(late.results).toEqual([])
      await pass(short / 2 + 2)
      expect(late.results).toEqual([undefined])
      await lock.release()
      await held(b, 'l', { leaseMs: ms(long) })
    })

    test('aborting the wait rejects with the reason and leaves no trace', async ({ a, b, quiet, ms }) => {
      const lock = await held(a, 'l', { leaseMs: ms(long) })
      const gone = new AbortController()
      const aborted = watch(b.lock('l', { leaseMs: ms(long), waitMs: ms(long), signal: gone.signal }))
      await quiet()
      const next = watch(b.lock('l', { leaseMs: ms(long), waitMs: ms(long) }))
      await quiet()
      const reason = new Error('stopped')
      gone.abort(reason)
      await quiet()
      expect(aborted.results.length).toBe(1)
      expect(aborted.results[0]).toBe(reason)
      expect(await failureOf(async () => b.lock('m', { leaseMs: ms(long), signal: gone.signal }))).toBe(reason)
      await lock.release()
      await quiet()
      expect(next.results.length).toBe(1)
      await held(a, 'm', { leaseMs: ms(long) })
    })

    test('of 50 contenders never two hold it, and each fence is higher than the one before', async (bench) => {
      const fences: number[] = []
      let holders = 0
      let most = 0
      await atOnce(bench, 50, async (handle) => {
        const lock = await held(handle, 'l', { leaseMs: bench.ms(long), waitMs: bench.ms(long) })
        most = Math.max(most, ++holders)
        fences.push(lock.fence)
        await new Promise<void>((resolve) => setImmediate(resolve))
        holders--
        await lock.release()
      })
      expect(most).toBe(1)
      expect(fences.length).toBe(50)
      expect(fences).toEqual([...new Set(fences)].sort((x, y) => x - y))
    })
  })

  describe('once', () => {
    test('is true for the first one only', async ({ a, b, ms }) => {
      expect(await a.once('k', { ttlMs: ms(long) })).toBe(true)
      expect(await b.once('k', { ttlMs: ms(long) })).toBe(false)
      expect(await a.once('k', { ttlMs: ms(long) })).toBe(false)
      expect(await b.once('other', { ttlMs: ms(long) })).toBe(true)
    })

    test('is true for one of 50 at once', async (bench) => {
      const answers = await atOnce(bench, 50, (handle) => handle.once('k', { ttlMs: bench.ms(long) }))
      expect(answers.filter(Boolean).length).toBe(1)
    })

    test('is true again after ttlMs from the first time, however often it was asked', async ({ a, b, pass, ms }) => {
      expect(await a.once('k', { ttlMs: ms(20) })).toBe(true)
      await pass(14)
      expect(await b.once('k', { ttlMs: ms(20) })).toBe(false)
      await pass(8)
      expect(await b.once('k', { ttlMs: ms(20) })).toBe(true)
    })

    test('is true again for each of many', async ({ a, b, pass, ms }) => {
      const keys = Array.from({ length: 40 }, (_, n) => `k${n}`)
      for (const key of keys) await a.once(key, { ttlMs: ms(short * 4) })
      await pass(short * 4 + 1)
      for (const key of keys.reverse()) expect(await b.once(key, { ttlMs: ms(long) }), key).toBe(true)
    })
  })
}

async function held(handle: Coordinator, name: string, options: LockOptions): Promise<Lock> {
  const lock = await handle.lock(name, options)
  if (lock === undefined) throw new Error(`expected to get the lock "${name}"`)
  return lock
}
