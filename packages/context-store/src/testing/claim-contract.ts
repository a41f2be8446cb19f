import {
  atOnce,
  benchTests,
  type CoordinatorContractOptions,
  claimed,
  failureOf,
  long,
  oddNames,
  type TestRunner,
  watch,
} from './kit.js'

/** Keys and their owners: `claim`, `heartbeat`, `settle`, `release`, `close`, `wait`. */
export function claimContract(runner: TestRunner, options: CoordinatorContractOptions): void {
  const { describe, expect } = runner
  const test = benchTests(runner, options)

  describe('claim', () => {
    test('the first delivery gets the work, the others are told that it runs, each counted', async ({
      a,
      b,
      claim,
    }) => {
      const first = await claimed(a, 'k', claim())
      expect({ attempt: first.attempt, lostOwner: first.lostOwner, first: first.first }).toEqual({
        attempt: 1,
        lostOwner: false,
        first: true,
      })
      expect(await b.claim('k', claim())).toEqual({ state: 'running', attempt: 2 })
      expect(await a.claim('k', claim())).toEqual({ state: 'running', attempt: 3 })
    })

    test('P10: of 50 deliveries at once exactly one gets the work, and every attempt is counted once', async (bench) => {
      const claims = await atOnce(bench, 50, (handle) => handle.claim('k', bench.claim({ line: 'l', lineLimit: 5 })))
      expect(claims.filter((it) => it.state === 'claimed').length).toBe(1)
      expect(claims.filter((it) => it.state === 'running').length).toBe(49)
      const attempts = claims.map((it) => (it.state === 'refused' ? 0 : it.attempt)).sort((x, y) => x - y)
      expect(attempts).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    })

    test('fences grow with every claim, whatever its key and whoever claims', async ({ nth, claim }) => {
      let last = 0
      for (let n = 0; n < 12; n++) {
        const key = `k${n % 3}`
        const { fence } = await claimed(nth(n), key, claim())
        expect(fence).toBeGreaterThan(last)
        last = fence
        await nth(n).release(key, { fence })
      }
    })

    test('P10: odd keys do not collide, neither with each other nor with lines, locks and guards of that name', async ({
      a,
      b,
      claim,
      ms,
    }) => {
      for (const name of oddNames) {
        const { fence } = await claimed(a, name, claim({ line: name }))
        expect(await a.settle(name, { fence, answer: `answer of ${name}`, keepMs: ms(long) })).toBe('answered')
        expect(await a.once(name, { ttlMs: ms(long) }), name).toBe(true)
        expect((await a.lock(name, { leaseMs: ms(long) })) === undefined, name).toBe(false)
      }
      for (const name of oddNames) {
        expect(await b.claim(name, claim())).toEqual({ state: 'answered', attempt: 2, answer: `answer of ${name}` })
        expect(await b.once(name, { ttlMs: ms(long) }), name).toBe(false)
        expect(await b.lock(name, { leaseMs: ms(long) }), name).toBe(undefined)
      }
    })
  })

  describe('settle', () => {
    test('P2: later deliveries carry the answer, an empty or a long one as well', async ({ a, b, claim, ms }) => {
      const answers = ['success', '', '<xml>你好 🦄\u0000</xml>', 'x'.repeat(100_000)]
      for (const [n, answer] of answers.entries()) {
        const { fence } = await claimed(a, `k${n}`, claim())
        expect(await a.settle(`k${n}`, { fence, answer, keepMs: ms(long) })).toBe('answered')
        expect(await b.claim(`k${n}`, claim())).toEqual({ state: 'answered', attempt: 2, answer })
        expect(await b.wait(`k${n}`)).toEqual({ state: 'answered', answer })
      }
    })

    test('P2: all who wait get the answer, once', async (bench) => {
      const { a, b, claim, quiet, ms } = bench
      const { fence } = await claimed(a, 'k', claim())
      const waiting = Array.from({ length: 20 }, (_, n) => watch(bench.nth(n).wait('k')))
      await quiet()
      expect(waiting.flatMap((it) => it.results)).toEqual([])
      await b.settle('k', { fence, answer: 'hello', keepMs: ms(long) })
      await quiet()
      const outcome = { state: 'answered', answer: 'hello' }
      expect(waiting.map((it) => it.results)).toEqual(Array.from({ length: 20 }, () => [outcome]))
    })

    test('an answer given while somebody begins to wait is not missed', async ({ a, b, claim, quiet, ms }) => {
      for (let n = 0; n < 20; n++) {
        const { fence } = await claimed(a, `k${n}`, claim())
        const waiting = watch(b.wait(`k${n}`))
        const settled = a.settle(`k${n}`, { fence, answer: String(n), keepMs: ms(long) })
        expect(await settled).toBe('answered')
        await quiet()
        expect(waiting.results).toEqual([{ state: 'answered', answer: String(n) }])
      }
    })

    test('only with the fence of the claim', async ({ a, b, claim, ms }) => {
      const { fence } = await claimed(a, 'k', claim())
      expect(await b.settle('k', { fence: fence + 1, answer: 'x', keepMs: ms(long) })).toBe('lost')
      expect(await b.settle('k', { fence: fence - 1, answer: 'x', keepMs: ms(long) })).toBe('lost')
      expect(await b.settle('unknown', { fence, answer: 'x', keepMs: ms(long) })).toBe('lost')
      expect(await b.claim('k', claim())).toEqual({ state: 'running', attempt: 2 })
      expect(await a.settle('k', { fence, answer: 'y', keepMs: ms(long) })).toBe('answered')
    })

    test('repeated by its owner, it says the same and the first answer stays', async ({ a, b, claim, ms }) => {
      const { fence } = await claimed(a, 'k', claim())
      expect(await a.settle('k', { fence, answer: 'first', keepMs: ms(long) })).toBe('answered')
      expect(await a.settle('k', { fence, answer: 'second', keepMs: ms(long) })).toBe('answered')
      expect(await b.wait('k')).toEqual({ state: 'answered', answer: 'first' })
    })

    test('is remembered for keepMs, and so much longer when it is asked for', async ({ a, b, claim, pass, ms }) => {
      const asked = claim({ keep: 20 })
      for (const key of ['asked', 'left']) {
        const { fence } = await claimed(a, key, asked)
        await a.settle(key, { fence, answer: key, keepMs: ms(20) })
      }
      await pass(14)
      expect(await b.claim('asked', asked)).toEqual({ state: 'answered', attempt: 2, answer: 'asked' })
      await pass(14)
      expect(await b.claim('asked', asked)).toEqual({ state: 'answered', attempt: 3, answer: 'asked' })
      expect((await claimed(b, 'left', asked)).attempt).toBe(1)
      await pass(24)
      expect((await claimed(a, 'asked', asked)).attempt).toBe(1)
    })

    test('is not forgotten earlier because somebody asks who would keep it shorter', async ({
      a,
      b,
      claim,
      pass,
      ms,
    }) => {
      const { fence } = await claimed(a, 'k', claim())
      await a.settle('k', { fence, answer: 'x', keepMs: ms(long) })
      await b.claim('k', claim({ keep: 2 }))
      await b.close('k', { keepMs: ms(2) })
      await pass(6)
      expect((await b.claim('k', claim())).state).toBe('answered')
    })
  })

  describe('release', () => {
    test('gives the work to the next delivery, and tells who waits that it is free', async ({ a, b, claim, quiet }) => {
      const { fence } = await claimed(a, 'k', claim())
      const waiting = [watch(a.wait('k')), watch(b.wait('k'))]
      await quiet()
      expect(await a.release('k', { fence })).toBe(true)
      await quiet()
      expect(waiting.map((it) => it.results)).toEqual([[{ state: 'free' }], [{ state: 'free' }]])
      expect(await b.wait('k')).toEqual({ state: 'free' })
      const next = await claimed(b, 'k', claim())
      expect(next.attempt).toBe(2)
      expect(next.lostOwner).toBe(false)
      expect(next.fence).toBeGreaterThan(fence)
    })

    test('a delivery that asks again is not counted twice', async ({ a, b, claim }) => {
      const { fence } = await claimed(a, 'k', claim())
      expect(await b.claim('k', claim())).toEqual({ state: 'running', attempt: 2 })
      expect(await b.claim('k', claim({ again: true }))).toEqual({ state: 'running', attempt: 2 })
      await a.release('k', { fence })
      expect((await claimed(b, 'k', claim({ again: true }))).attempt).toBe(2)
      expect((await claimed(b, 'forgotten meanwhile', claim({ again: true }))).attempt).toBe(1)
    })

    test('only by the owner, and once', async ({ a, b, claim, ms }) => {
      const { fence } = await claimed(a, 'k', claim())
      expect(await b.release('k', { fence: fence + 1 })).toBe(false)
      expect(await b.release('unknown', { fence })).toBe(false)
      expect(await a.release('k', { fence })).toBe(true)
      expect(await a.release('k', { fence })).toBe(false)
      expect(await a.settle('k', { fence, answer: 'late', keepMs: ms(long) })).toBe('lost')
      expect(await a.heartbeat('k', { fence, leaseMs: ms(long) })).toBe(false)
    })
  })

  describe('close', () => {
    test('P2: of a running key: nobody asks any more, and its owner learns it when it settles', async ({
      a,
      b,
      claim,
      quiet,
      ms,
    }) => {
      const { fence } = await claimed(a, 'k', claim())
      const waiting = watch(a.wait('k'))
      await quiet()
      expect(await b.close('k', { keepMs: ms(long) })).toEqual({ state: 'closed' })
      await quiet()
      expect(waiting.results).toEqual([{ state: 'closed' }])
      expect(await b.claim('k', claim())).toEqual({ state: 'closed', attempt: 2 })
      expect(await b.wait('k')).toEqual({ state: 'closed' })
      expect(await a.heartbeat('k', { fence, leaseMs: ms(long) })).toBe(true)
      expect(await a.settle('k', { fence, answer: 'late', keepMs: ms(long) })).toBe('closed')
      expect(await b.claim('k', claim())).toEqual({ state: 'closed', attempt: 3 })
    })

    test('of an answered key returns the answer, which stays', async ({ a, b, claim, ms }) => {
      const { fence } = await claimed(a, 'k', claim())
      await a.settle('k', { fence, answer: 'hello', keepMs: ms(long) })
      expect(await b.close('k', { keepMs: ms(long) })).toEqual({ state: 'answered', answer: 'hello' })
      expect(await b.claim('k', claim())).toEqual({ state: 'answered', attempt: 2, answer: 'hello' })
    })

    test('of a key nobody knows is remembered', async ({ a, b, claim, pass, ms }) => {
      expect(await a.close('k', { keepMs: ms(20) })).toEqual({ state: 'closed' })
      expect(await a.close('k', { keepMs: ms(20) })).toEqual({ state: 'closed' })
      expect(await b.claim('k', claim({ keep: 20 }))).toEqual({ state: 'closed', attempt: 1 })
      await pass(24)
      expect((await claimed(b, 'k', claim())).attempt).toBe(1)
    })

    test('a closed key stays closed when its owner releases it', async ({ a, b, claim, ms }) => {
      const { fence } = await claimed(a, 'k', claim())
      await b.close('k', { keepMs: ms(long) })
      expect(await a.release('k', { fence })).toBe(true)
      expect(await b.claim('k', claim())).toEqual({ state: 'closed', attempt: 2 })
    })

    test('and settle at once: whichever is first, both say the same', async ({ a, b, claim, ms }) => {
      for (let n = 0; n < 20; n++) {
        const { fence } = await claimed(a, `k${n}`, claim())
        const settle = async () => a.settle(`k${n}`, { fence, answer: 'x', keepMs: ms(long) })
        const close = async () => b.close(`k${n}`, { keepMs: ms(long) })
        const [settled, closed] =
          n % 2 === 0 ? await Promise.all([settle(), close()]) : (await Promise.all([close(), settle()])).reverse()
        expect(closed).toEqual(settled === 'answered' ? { state: 'answered', answer: 'x' } : { state: 'closed' })
      }
    })
  })

  describe('wait', () => {
    test('an unknown key is free', async ({ a }) => {
      expect(await a.wait('k')).toEqual({ state: 'free' })
    })

    test('aborted, it rejects with the reason and leaves no trace', async ({ a, b, claim, quiet, ms }) => {
      const { fence } = await claimed(a, 'k', claim())
      const gone = new AbortController()
      const aborted = watch(b.wait('k', { signal: gone.signal }))
      const staying = watch(b.wait('k'))
      await quiet()
      const reason = new Error('hung up')
      gone.abort(reason)
      await quiet()
      expect(aborted.results.length).toBe(1)
      expect(aborted.results[0]).toBe(reason)
      expect(staying.results).toEqual([])
      expect(await failureOf(() => b.wait('k', { signal: gone.signal }))).toBe(reason)
      expect(await a.settle('k', { fence, answer: 'x', keepMs: ms(long) })).toBe('answered')
      await quiet()
      expect(staying.results).toEqual([{ state: 'answered', answer: 'x' }])
      expect(aborted.results.length).toBe(1)
    })
  })
}
