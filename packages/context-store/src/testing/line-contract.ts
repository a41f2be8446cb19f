import type { Coordinator } from '../coordinator.js'
import {
  atOnce,
  type Bench,
  benchTests,
  type CoordinatorContractOptions,
  claimed,
  failureOf,
  long,
  oddNames,
  short,
  type TestRunner,
  watch,
} from './kit.js'

/** Lines: one user's work, one after the other, in the order it was claimed. */
export function lineContract(runner: TestRunner, options: CoordinatorContractOptions): void {
  const { describe, expect } = runner
  const test = benchTests(runner, options)
  const settle = (handle: Coordinator, key: string, fence: number) =>
    handle.settle(key, { fence, answer: key, keepMs: 60_000 })

  describe('a line', () => {
    test('lets the first one go and the second one wait until it settles', async ({ a, b, claim, quiet }) => {
      const one = await claimed(a, '1', claim({ line: 'l' }))
      const two = await claimed(b, '2', claim({ line: 'l' }))
      expect([one.first, two.first]).toEqual([true, false])
      await a.turn('1', { fence: one.fence })
      const turn = watch(b.turn('2', { fence: two.fence }))
      await quiet()
      expect(turn.results).toEqual([])
      expect(await settle(a, '1', one.fence)).toBe('answered')
      await quiet()
      expect(turn.results).toEqual([undefined])
      await settle(b, '2', two.fence)
      expect((await claimed(a, '3', claim({ line: 'l' }))).first).toBe(true)
    })

    test('50 keys are done one after the other, in the order they were claimed', async (bench) => {
      const fences: number[] = []
      for (let n = 0; n < 50; n++) fences.push((await claimed(bench.nth(n), `k${n}`, bench.claim({ line: 'l' }))).fence)
      const { done, most } = await work(bench, fences.map((fence, n) => ({ key: `k${n}`, fence })).reverse())
      expect(done).toEqual(Array.from({ length: 50 }, (_, n) => `k${n}`))
      expect(most).toBe(1)
    })

    test('50 keys claimed at once stand in the order of their fences, and one is first', async (bench) => {
      const claims = await atOnce(bench, 50, async (handle, n) => ({
        key: `k${n}`,
        ...(await claimed(handle, `k${n}`, bench.claim({ line: 'l' }))),
      }))
      const inOrder = [...claims].sort((x, y) => x.fence - y.fence)
      expect(claims.filter((it) => it.first).map((it) => it.key)).toEqual([inOrder[0]?.key])
      const { done, most } = await work(bench, claims)
      expect(done).toEqual(inOrder.map((it) => it.key))
      expect(most).toBe(1)
    })

    test('does not hold up other lines, nor what stands in none; odd names are lines of their own', async ({
      a,
      b,
      claim,
    }) => {
      for (const line of oddNames) expect((await claimed(a, `key of ${line}`, claim({ line }))).first, line).toBe(true)
      for (const line of oddNames)
        expect((await claimed(b, `next of ${line}`, claim({ line }))).first, line).toBe(false)
      expect((await claimed(a, 'x', claim())).first).toBe(true)
      expect((await claimed(b, 'y', claim())).first).toBe(true)
    })

    test('that is full claims nothing', async ({ a, b, claim }) => {
      const limited = claim({ line: 'l', lineLimit: 2 })
      const one = await claimed(a, '1', limited)
      await claimed(a, '2', limited)
      expect(await b.claim('3', limited)).toEqual({ state: 'refused', waiting: 2 })
      expect(await b.claim('3', limited)).toEqual({ state: 'refused', waiting: 2 })
      expect(await b.wait('3')).toEqual({ state: 'free' })
      expect(await b.claim('1', limited)).toEqual({ state: 'running', attempt: 2 })
      expect((await claimed(b, 'elsewhere', claim({ line: 'm', lineLimit: 2 }))).first).toBe(true)
      await settle(a, '1', one.fence)
      expect(await b.claim('1', limited)).toEqual({ state: 'answered', attempt: 3, answer: '1' })
      const three = await claimed(b, '3', limited)
      expect({ attempt: three.attempt, first: three.first }).toEqual({ attempt: 1, first: false })
    })

    test('of 50 at once takes as many as it has places', async (bench) => {
      const claims = await atOnce(bench, 50, (handle, n) =>
        handle.claim(`k${n}`, bench.claim({ line: 'l', lineLimit: 7 })),
      )
      expect(claims.filter((it) => it.state === 'claimed').length).toBe(7)
      expect(claims.filter((it) => it.state === 'refused').length).toBe(43)
    })

    test('is left by a release as well, from the head and from the middle', async ({ a, b, claim, quiet }) => {
      const one = await claimed(a, '1', claim({ line: 'l' }))
      const two = await claimed(a, '2', claim({ line: 'l' }))
      const three = await claimed(b, '3', claim({ line: 'l' }))
      const turn = watch(b.turn('3', { fence: three.fence }))
      expect(await a.release('2', { fence: two.fence })).toBe(true)
      await quiet()
      expect(turn.results).toEqual([])
      expect(await a.release('1', { fence: one.fence })).toBe(true)
      await quiet()
      expect(turn.results).toEqual([undefined])
      // What was released takes a new place, at the end.
      const again = await claimed(a, '1', claim({ line: 'l' }))
      expect(again.first).toBe(false)
      await settle(b, '3', three.fence)
      await a.turn('1', { fence: again.fence })
    })

    test('is left by a settle before its turn, and the others keep their order', async ({ a, b, claim, quiet }) => {
      const one = await claimed(a, '1', claim({ line: 'l' }))
      const two = await claimed(a, '2', claim({ line: 'l' }))
      const three = await claimed(b, '3', claim({ line: 'l' }))
      expect(await settle(a, '2', two.fence)).toBe('answered')
      const turn = watch(b.turn('3', { fence: three.fence }))
      await quiet()
      expect(turn.results).toEqual([])
      await settle(a, '1', one.fence)
      await quiet()
      expect(turn.results).toEqual([undefined])
    })

    test('a closed key keeps its place until its owner is done', async ({ a, b, claim, quiet, ms }) => {
      const one = await claimed(a, '1', claim({ line: 'l' }))
      const two = await claimed(a, '2', claim({ line: 'l' }))
      const three = await claimed(b, '3', claim({ line: 'l' }))
      await b.close('1', { keepMs: ms(long) })
      await b.close('2', { keepMs: ms(long) })
      const turns = [watch(a.turn('2', { fence: two.fence })), watch(b.turn('3', { fence: three.fence }))]
      await quiet()
      expect(turns.map((it) => it.results)).toEqual([[], []])
      expect(await settle(a, '1', one.fence)).toBe('closed')
      await quiet()
      expect(turns.map((it) => it.results)).toEqual([[undefined], []])
      expect(await settle(a, '2', two.fence)).toBe('closed')
      await quiet()
      expect(turns.map((it) => it.results)).toEqual([[undefined], [undefined]])
    })

    test('aborting a turn rejects with the reason, keeps the place, and the line goes on', async ({
      a,
      b,
      claim,
      quiet,
    }) => {
      const one = await claimed(a, '1', claim({ line: 'l' }))
      const two = await claimed(b, '2', claim({ line: 'l' }))
      const three = await claimed(a, '3', claim({ line: 'l' }))
      const gone = new AbortController()
      const aborted = watch(b.turn('2', { fence: two.fence, signal: gone.signal }))
      const last = watch(a.turn('3', { fence: three.fence }))
      await quiet()
      const reason = new Error('timed out')
      gone.abort(reason)
      await quiet()
      expect(aborted.results.length).toBe(1)
      expect(aborted.results[0]).toBe(reason)
      expect(await failureOf(() => b.turn('2', { fence: two.fence, signal: gone.signal }))).toBe(reason)
      await settle(a, '1', one.fence)
      await quiet()
      expect(last.results).toEqual([])
      await b.turn('2', { fence: two.fence })
      expect(await b.release('2', { fence: two.fence })).toBe(true)
      await quiet()
      expect(last.results).toEqual([undefined])
    })

    test('no turn comes to a claim that is not held', async ({ a, b, claim, pass, ms }) => {
      const code = async (key: string, fence: number) => {
        const error = await failureOf(() => b.turn(key, { fence }))
        return error instanceof Error && 'code' in error ? error.code : error
      }
      const one = await claimed(a, '1', claim({ line: 'l' }))
      const two = await claimed(a, '2', claim({ line: 'l', lease: short }))
      const waiting = watch(failureOf(() => b.turn('2', { fence: two.fence })))
      expect(await code('unknown', 1)).toBe('WX_COORDINATOR_CLAIM_LOST')
      expect(await code('1', one.fence + 1_000)).toBe('WX_COORDINATOR_CLAIM_LOST')
      await pass(short + 1)
      expect(waiting.results.map((it) => (it as { code?: string }).code)).toEqual(['WX_COORDINATOR_CLAIM_LOST'])
      expect(await a.heartbeat('1', { fence: one.fence, leaseMs: ms(long) })).toBe(true)
    })

    test('a turn that somebody waits for ends with its claim', async ({ a, b, claim, quiet }) => {
      await claimed(a, '1', claim({ line: 'l' }))
      const two = await claimed(a, '2', claim({ line: 'l' }))
      const waiting = watch(failureOf(() => b.turn('2', { fence: two.fence })))
      await quiet()
      await a.release('2', { fence: two.fence })
      await quiet()
      expect(waiting.results.map((it) => (it as { code?: string }).code)).toEqual(['WX_COORDINATOR_CLAIM_LOST'])
    })
  })

  describe('a lost owner in a line', () => {
    test('is passed over at the head: the next one gets its turn when the lease is over', async ({
      a,
      b,
      claim,
      pass,
    }) => {
      const one = await claimed(a, '1', claim({ line: 'l', lease: short }))
      const two = await claimed(b, '2', claim({ line: 'l' }))
      const turn = watch(b.turn('2', { fence: two.fence }))
      await pass(short / 2)
      expect(turn.results).toEqual([])
      await pass(short / 2 + 1)
      expect(turn.results).toEqual([undefined])
      expect(await settle(a, '1', one.fence)).toBe('lost')
    })

    test('keeps its turn as long as its heart beats', async ({ a, b, claim, pass, ms }) => {
      const one = await claimed(a, '1', claim({ line: 'l', lease: short }))
      const two = await claimed(b, '2', claim({ line: 'l' }))
      const turn = watch(b.turn('2', { fence: two.fence }))
      for (let n = 0; n < 4; n++) {
        await pass(short / 2)
        expect(await a.heartbeat('1', { fence: one.fence, leaseMs: ms(short) })).toBe(true)
      }
      expect(turn.results).toEqual([])
      await pass(short + 2)
      expect(turn.results).toEqual([undefined])
    })

    test('is passed over behind a head that outlives it, without delay', async ({ a, b, claim, pass, quiet }) => {
      const one = await claimed(a, '1', claim({ line: 'l' }))
      await claimed(a, '2', claim({ line: 'l', lease: short }))
      const three = await claimed(b, '3', claim({ line: 'l' }))
      const turn = watch(b.turn('3', { fence: three.fence }))
      await quiet()
      await settle(a, '1', one.fence)
      await quiet()
      expect(turn.results).toEqual([])
      await pass(short + 1)
      expect(turn.results).toEqual([undefined])
    })

    test('in the middle, rerun, takes its own place again', async ({ a, b, claim, pass, quiet }) => {
      const one = await claimed(a, '1', claim({ line: 'l' }))
      await claimed(a, '2', claim({ line: 'l', lease: short }))
      const three = await claimed(b, '3', claim({ line: 'l' }))
      const third = watch(b.turn('3', { fence: three.fence }))
      await pass(short + 1)
      const rerun = await claimed(b, '2', claim({ line: 'l' }))
      expect({ lostOwner: rerun.lostOwner, first: rerun.first }).toEqual({ lostOwner: true, first: false })
      const second = watch(b.turn('2', { fence: rerun.fence }))
      await quiet()
      expect([second.results, third.results]).toEqual([[], []])
      await settle(a, '1', one.fence)
      await quiet()
      expect([second.results, third.results]).toEqual([[undefined], []])
      await settle(b, '2', rerun.fence)
      await quiet()
      expect(third.results).toEqual([undefined])
    })

    test('at the head, rerun, waits for whoever has the turn now, and comes before the rest', async ({
      a,
      b,
      claim,
      pass,
      quiet,
    }) => {
      await claimed(a, '1', claim({ line: 'l', lease: short }))
      const two = await claimed(b, '2', claim({ line: 'l' }))
      const three = await claimed(b, '3', claim({ line: 'l' }))
      const turn = watch(b.turn('2', { fence: two.fence }))
      const third = watch(b.turn('3', { fence: three.fence }))
      await pass(short + 1)
      expect(turn.results).toEqual([undefined])
      const rerun = await claimed(a, '1', claim({ line: 'l' }))
      expect(rerun.first).toBe(false)
      const first = watch(a.turn('1', { fence: rerun.fence }))
      await quiet()
      expect([first.results, third.results]).toEqual([[], []])
      await settle(b, '2', two.fence)
      await quiet()
      expect([first.results, third.results]).toEqual([[undefined], []])
      await settle(a, '1', rerun.fence)
      await quiet()
      expect(third.results).toEqual([undefined])
    })

    test('alone in it, rerun, is first', async ({ a, b, claim, pass }) => {
      await claimed(a, '1', claim({ line: 'l', lease: short }))
      await pass(short + 1)
      expect((await claimed(b, '1', claim({ line: 'l' }))).first).toBe(true)
      expect((await claimed(b, '2', claim({ line: 'l' }))).first).toBe(false)
    })

    test('dropped, it leaves the line', async ({ a, b, claim, pass }) => {
      const drop = claim({ line: 'l', lease: short, onLostOwner: 'drop' })
      await claimed(a, '1', drop)
      await pass(short + 1)
      expect((await b.claim('1', drop)).state).toBe('closed')
      expect((await claimed(b, '2', drop)).first).toBe(true)
    })

    test('takes no place from the living', async ({ a, b, claim, pass }) => {
      const limited = claim({ line: 'l', lease: short, lineLimit: 2 })
      await claimed(a, '1', limited)
      await claimed(a, '2', limited)
      expect((await b.claim('3', limited)).state).toBe('refused')
      await pass(short + 1)
      expect((await claimed(b, '3', limited)).first).toBe(true)
      await claimed(b, '4', limited)
      expect(await b.claim('1', limited)).toEqual({ state: 'refused', waiting: 2 })
    })
  })
}

/** Works off what was claimed, each in its turn: in which order, and how many at most at the same time. */
async function work(
  bench: Bench,
  claims: readonly { readonly key: string; readonly fence: number }[],
): Promise<{ done: string[]; most: number }> {
  const done: string[] = []
  let now = 0
  let most = 0
  await Promise.all(
    claims.map(async ({ key, fence }, n) => {
      const handle = bench.nth(n)
      await handle.turn(key, { fence })
      most = Math.max(most, ++now)
      await new Promise<void>((resolve) => setImmediate(resolve))
      done.push(key)
      now--
      await handle.settle(key, { fence, answer: key, keepMs: bench.ms(long) })
    }),
  )
  return { done, most }
}
