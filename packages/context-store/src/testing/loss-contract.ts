import {
  atOnce,
  benchTests,
  type CoordinatorContractOptions,
  claimed,
  long,
  short,
  type TestRunner,
  watch,
} from './kit.js'

/** Owners that fall silent. */
export function lossContract(runner: TestRunner, options: CoordinatorContractOptions): void {
  const { describe, expect } = runner
  const test = benchTests(runner, options)

  describe('a lost owner', () => {
    test('keeps its claim as long as its heart beats', async ({ a, b, claim, pass, ms }) => {
      const { fence } = await claimed(a, 'k', claim({ lease: short }))
      for (let n = 0; n < 4; n++) {
        await pass(short / 2)
        expect(await a.heartbeat('k', { fence, leaseMs: ms(short) })).toBe(true)
      }
      expect(await b.heartbeat('k', { fence: fence + 1, leaseMs: ms(long) })).toBe(false)
      expect(await b.heartbeat('unknown', { fence, leaseMs: ms(long) })).toBe(false)
      expect((await b.claim('k', claim())).state).toBe('running')
      expect(await a.settle('k', { fence, answer: 'x', keepMs: ms(long) })).toBe('answered')
      expect(await a.heartbeat('k', { fence, leaseMs: ms(long) })).toBe(false)
    })

    test('a heartbeat does not shorten the lease', async ({ a, claim, pass, ms }) => {
      const { fence } = await claimed(a, 'k', claim({ lease: long }))
      expect(await a.heartbeat('k', { fence, leaseMs: ms(2) })).toBe(true)
      await pass(6)
      expect(await a.settle('k', { fence, answer: 'x', keepMs: ms(long) })).toBe('answered')
    })

    test('has lost it when its lease is over, also before anybody noticed', async ({ a, claim, pass, ms }) => {
      const beat = await claimed(a, 'beat', claim({ lease: short }))
      const settle = await claimed(a, 'settle', claim({ lease: short }))
      const release = await claimed(a, 'release', claim({ lease: short }))
      await pass(short + 1)
      expect(await a.heartbeat('beat', { fence: beat.fence, leaseMs: ms(long) })).toBe(false)
      expect(await a.settle('settle', { fence: settle.fence, answer: 'x', keepMs: ms(long) })).toBe('lost')
      expect(await a.release('release', { fence: release.fence })).toBe(false)
    })

    test('rerun: the next delivery gets the work, knows of the loss, and the old fence is worth nothing', async ({
      a,
      b,
      claim,
      pass,
      ms,
    }) => {
      const old = await claimed(a, 'k', claim({ lease: short }))
      await pass(short + 1)
      const next = await claimed(b, 'k', claim())
      expect({ attempt: next.attempt, lostOwner: next.lostOwner, first: next.first }).toEqual({
        attempt: 2,
        lostOwner: true,
        first: true,
      })
      expect(next.fence).toBeGreaterThan(old.fence)
      expect(await a.heartbeat('k', { fence: old.fence, leaseMs: ms(long) })).toBe(false)
      expect(await a.settle('k', { fence: old.fence, answer: 'old', keepMs: ms(long) })).toBe('lost')
      expect(await a.release('k', { fence: old.fence })).toBe(false)
      expect(await b.settle('k', { fence: next.fence, answer: 'new', keepMs: ms(long) })).toBe('answered')
      expect(await a.settle('k', { fence: old.fence, answer: 'old', keepMs: ms(long) })).toBe('lost')
      expect(await a.wait('k')).toEqual({ state: 'answered', answer: 'new' })
    })

    test('rerun: of 50 deliveries at once exactly one gets it', async (bench) => {
      await claimed(bench.a, 'k', bench.claim({ lease: short }))
      await bench.pass(short + 1)
      const claims = await atOnce(bench, 50, (handle) => handle.claim('k', bench.claim()))
      expect(claims.filter((it) => it.state === 'claimed').length).toBe(1)
      expect(claims.filter((it) => it.state === 'running').length).toBe(49)
    })

    test('drop: the key is closed', async ({ a, b, claim, pass, ms }) => {
      const drop = claim({ lease: short, onLostOwner: 'drop' })
      const { fence } = await claimed(a, 'k', drop)
      await pass(short + 1)
      expect(await b.claim('k', drop)).toEqual({ state: 'closed', attempt: 2 })
      expect(await b.claim('k', drop)).toEqual({ state: 'closed', attempt: 3 })
      expect(await a.settle('k', { fence, answer: 'old', keepMs: ms(long) })).toBe('lost')
    })

    test('who waits is told when the lease is over, and asks again without being counted', async ({
      a,
      b,
      claim,
      pass,
      ms,
    }) => {
      await claimed(a, 'k', claim({ lease: short }))
      expect((await b.claim('k', claim())).state).toBe('running')
      const waiting = watch(b.wait('k'))
      await pass(short / 2)
      expect(waiting.results).toEqual([])
      await pass(short / 2 + 1)
      expect(waiting.results).toEqual([{ state: 'free' }])
      const rerun = await claimed(b, 'k', claim({ again: true }))
      expect(rerun.attempt).toBe(2)
      expect(rerun.lostOwner).toBe(true)
      expect(await b.settle('k', { fence: rerun.fence, answer: 'x', keepMs: ms(long) })).toBe('answered')
    })

    test('who waits goes on waiting while the heart beats', async ({ a, b, claim, pass, ms }) => {
      const { fence } = await claimed(a, 'k', claim({ lease: short }))
      const waiting = watch(b.wait('k'))
      for (let n = 0; n < 4; n++) {
        await pass(short / 2)
        await a.heartbeat('k', { fence, leaseMs: ms(short) })
      }
      expect(waiting.results).toEqual([])
      await pass(short + 2)
      expect(waiting.results).toEqual([{ state: 'free' }])
    })

    test('can be lost again and again, with one fence higher than the other', async ({ nth, claim, pass }) => {
      let last = 0
      for (let n = 0; n < 3; n++) {
        const next = await claimed(nth(n), 'k', claim({ lease: short }))
        expect(next.fence).toBeGreaterThan(last)
        expect({ attempt: next.attempt, lostOwner: next.lostOwner }).toEqual({ attempt: n + 1, lostOwner: n > 0 })
        last = next.fence
        await pass(short + 1)
      }
    })

    test('that nobody asked for is forgotten with its key, which then starts anew', async ({
      a,
      b,
      claim,
      pass,
      quiet,
    }) => {
      await claimed(a, 'k', claim({ line: 'l', lease: short, keep: 4 }))
      await pass(short + 6)
      const anew = await claimed(b, 'k', claim({ line: 'l' }))
      expect({ attempt: anew.attempt, lostOwner: anew.lostOwner, first: anew.first }).toEqual({
        attempt: 1,
        lostOwner: false,
        first: true,
      })
      await quiet()
      expect(await a.claim('k', claim({ keep: 4 }))).toEqual({ state: 'running', attempt: 2 })
      expect(await a.claim('k', claim({ keep: 4 }))).toEqual({ state: 'running', attempt: 3 })
    })

    test('of a closed key leaves it closed', async ({ a, b, claim, pass, ms }) => {
      const { fence } = await claimed(a, 'k', claim({ lease: short }))
      await b.close('k', { keepMs: ms(long) })
      await pass(short + 1)
      expect(await b.claim('k', claim())).toEqual({ state: 'closed', attempt: 2 })
      expect(await a.settle('k', { fence, answer: 'old', keepMs: ms(long) })).toBe('lost')
    })

    test('that is closed instead of claimed again stays closed', async ({ a, b, claim, pass, ms }) => {
      await claimed(a, 'k', claim({ lease: short }))
      await pass(short + 1)
      expect(await b.close('k', { keepMs: ms(long) })).toEqual({ state: 'closed' })
      expect(await b.claim('k', claim())).toEqual({ state: 'closed', attempt: 2 })
    })
  })
}
