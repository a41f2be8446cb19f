import type { StoreBench, StoreSuite } from './store-kit.js'

/** How many do the same thing at once. */
const many = 50

/** What may not get lost when several write. */
export function raceContract({ describe, expect, test, can }: StoreSuite): void {
  describe('races', () => {
    test('50 updates of one user at once are all there', async ({ contexts }) => {
      const store = await contexts()
      const results = await atOnce(many, () => store.update('o1', countUp))
      expect((await store.open('o1')).get('count')).toBe(many)
      expect(results.sort(byNumber)).toEqual(Array.from({ length: many }, (_, n) => n))
    })

    test('50 users at once keep their own', async ({ contexts }) => {
      const store = await contexts()
      await atOnce(many, (n) => store.update(`o${n}`, (it) => void it.set('a', n)))
      const read = await atOnce(many, async (n) => (await store.open(`o${n}`)).get('a'))
      expect(read).toEqual(Array.from({ length: many }, (_, n) => n))
    })

    if (!can.compareAndSet) return

    test('50 updates of one user through five handles are all there', async ({ contexts }) => {
      const stores = await Promise.all(Array.from({ length: 5 }, () => contexts()))
      const results = await Promise.all(
        stores.flatMap((store) => Array.from({ length: many / 5 }, () => store.update('o1', countUp))),
      )
      expect((await (await contexts()).open('o1')).get('count')).toBe(many)
      expect(results.sort(byNumber)).toEqual(Array.from({ length: many }, (_, n) => n))
    })

    test('contexts that are saved at once keep what the others set', async ({ contexts }) => {
      const [here, there] = [await contexts(), await contexts()]
      for (let round = 1; round <= 10; round++) {
        const [one, other] = [await here.open('o1'), await there.open('o1')]
        await Promise.all([one.set('a', round).save(), other.set('b', round).save()])
        const after = await here.open('o1')
        expect([after.get('a'), after.get('b')]).toEqual([round, round])
      }
    })

    test('an update notices that the context was deleted meanwhile', async ({ contexts }) => {
      const [here, there] = [await contexts(), await contexts()]
      await here.update('o1', (it) => void it.set('a', 1))
      let runs = 0
      await here.update('o1', async (it) => {
        if (++runs === 1) await there.delete('o1')
        it.set('b', it.get('a', 0) + 1)
      })
      expect([runs, (await there.open('o1')).entries()]).toEqual([2, [['b', 1]]])
    })
  })

  if (!can.compareAndSet) return
  describe('compareAndSet', () => {
    test('puts something where nothing is, once', async (bench) => {
      const change = await swapper(bench)
      const created = await atOnce(many, (n) => change('wx:k', { expected: undefined, value: `v${n}` }))
      expect(created.filter(Boolean).length).toBe(1)
      expect(await (await bench.open()).get('wx:k')).toBe(`v${created.indexOf(true)}`)
    })

    test('puts something in the place of what is expected, once', async (bench) => {
      const store = await bench.open()
      const change = await swapper(bench)
      await store.set('wx:k', 'old')
      expect(await change('wx:k', { expected: 'other', value: 'new' })).toBe(false)
      expect(await change('wx:k', { expected: undefined, value: 'new' })).toBe(false)
      expect(await change('wx:none', { expected: 'old', value: 'new' })).toBe(false)
      expect([await store.get('wx:k'), (await store.get('wx:none')) ?? undefined]).toEqual(['old', undefined])
      const replaced = await atOnce(many, (n) => change('wx:k', { expected: 'old', value: `v${n}` }))
      expect(replaced.filter(Boolean).length).toBe(1)
      expect(await store.get('wx:k')).toBe(`v${replaced.indexOf(true)}`)
    })

    test('deletes what is expected, once, and lets it be made anew', async (bench) => {
      const store = await bench.open()
      const change = await swapper(bench)
      await store.set('wx:k', 'old')
      expect(await change('wx:k', { expected: 'other', value: undefined })).toBe(false)
      const deleted = await atOnce(10, () => change('wx:k', { expected: 'old', value: undefined }))
      expect(deleted.filter(Boolean).length).toBe(1)
      expect((await store.get('wx:k')) ?? undefined).toBe(undefined)
      expect(await change('wx:k', { expected: undefined, value: undefined })).toBe(true)
      expect(await change('wx:k', { expected: undefined, value: 'new' })).toBe(true)
      expect(await change('wx:k', { expected: undefined, value: undefined })).toBe(false)
      expect(await store.get('wx:k')).toBe('new')
    })

    test('does not take a text for a similar one', async (bench) => {
      const store = await bench.open()
      const change = await swapper(bench)
      for (const [text, similar] of [
        ['a', 'A'],
        ['a', 'a '],
        ['é', 'e\u0301'],
        ['', ' '],
        ['1', '1.0'],
        ['x'.repeat(9_000), `${'x'.repeat(8_999)}y`],
      ] as const) {
        await store.set('wx:k', text)
        expect(await change('wx:k', { expected: similar, value: 'new' }), similar).toBe(false)
        expect(await change('wx:k', { expected: text, value: 'new' }), text).toBe(true)
      }
    })

    test('makes and deletes, again and again, without losing a turn', async (bench) => {
      const stores = await Promise.all([bench.open(), bench.open(), bench.open()])
      const made = await Promise.all(
        stores.map(async (store, mine) => {
          let done = 0
          for (let n = 0; n < 20; n++) {
            const value = `${mine}.${n}`
            if (!(await store.compareAndSet?.('wx:k', { expected: undefined, value }))) continue
            done++
            expect(await store.compareAndSet?.('wx:k', { expected: value, value: undefined }), value).toBe(true)
          }
          return done
        }),
      )
      expect(made.reduce((sum, done) => sum + done, 0)).toBeGreaterThan(0)
      expect((await stores[0]?.get('wx:k')) ?? undefined).toBe(undefined)
    })

    if (!can.expiry) return
    test('takes what has expired for nothing, and has an expiry of its own', async (bench) => {
      const store = await bench.open()
      const change = await swapper(bench)
      const ttl = bench.ms(20)
      await store.set('wx:k', 'old', ttl)
      await bench.pass(22)
      expect(await change('wx:k', { expected: 'old', value: 'new' })).toBe(false)
      expect(await change('wx:k', { expected: undefined, value: 'new', ttl })).toBe(true)
      expect(await store.get('wx:k')).toBe('new')
      expect(await change('wx:k', { expected: 'new', value: 'newer', ttl })).toBe(true)
      await bench.pass(22)
      expect((await store.get('wx:k')) ?? undefined).toBe(undefined)
      await store.set('wx:k', 'last')
      expect(await change('wx:k', { expected: 'last', value: 'gone', ttl: -1 })).toBe(true)
      expect((await store.get('wx:k')) ?? undefined).toBe(undefined)
    })
  })
}

/** `compareAndSet` of several handles in turn. */
async function swapper(bench: StoreBench): Promise<Swap> {
  const stores = await Promise.all([bench.open(), bench.open(), bench.open()])
  let turn = 0
  return async (key, change) => {
    const store = stores[turn++ % stores.length]
    if (store?.compareAndSet === undefined) throw new Error('the store has no compareAndSet: add it, or switch it off')
    return store.compareAndSet(key, change)
  }
}

type Swap = (key: string, change: Parameters<CompareAndSet>[1]) => Promise<boolean>
type CompareAndSet = NonNullable<Awaited<ReturnType<StoreBench['open']>>['compareAndSet']>

const atOnce = <Result>(count: number, task: (n: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => task(n)))

async function countUp(context: {
  get(key: 'count', fallback: number): number
  set(key: 'count', value: number): unknown
}): Promise<number> {
  const count = context.get('count', 0)
  await new Promise<void>((resolve) => setImmediate(resolve))
  context.set('count', count + 1)
  return count
}

const byNumber = (a: number, b: number): number => a - b
