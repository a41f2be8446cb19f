import type { StoreSuite } from './store-kit.js'

const day = 86_400_000

/** Expiry, of entries and of contexts. */
export function expiryContract({ describe, expect, test, can, timeIsMoved }: StoreSuite): void {
  describe('expiry of contexts', () => {
    test('CS-14: comes a while after the last change', async ({ contexts, pass }) => {
      const store = await contexts(20)
      await store.update('o1', (it) => void it.set('a', 1))
      await pass(12)
      expect((await store.open('o1')).get('a')).toBe(1)
      await store.update('o1', (it) => void it.set('b', 2))
      await pass(12)
      expect((await store.open('o1')).get('a')).toBe(1)
      await pass(10)
      expect((await store.open('o1')).keys()).toEqual([])
    })

    test('CS-12: in the past deletes, whoever sees it', async ({ contexts, now }) => {
      const [here, there] = [await contexts(), await contexts()]
      for (const past of [new Date(now() - 1), new Date(0), -1, 0]) {
        await here.update('o1', (it) => void it.set('a', 1))
        const context = await there.open('o1')
        expect(context.get('a')).toBe(1)
        await context.set('b', 2).setExpiry(past).save()
        expect((await here.open('o1')).keys(), String(past)).toEqual([])
        expect((await there.open('o1')).keys(), String(past)).toEqual([])
      }
      await here.update('o1', (it) => void it.set('b', 3))
      expect((await there.open('o1')).keys()).toEqual(['b'])
    })

    test('CS-12: can be beyond 25 days, where timers of 32 bits run over', async ({ contexts, now, pass }) => {
      const store = await contexts()
      await store.update('o1', (it) => void it.set('a', 1).setExpiry(40 * 86_400))
      await store.update('o2', (it) => void it.set('a', 2).setExpiry(new Date(now() + 400 * day)))
      await pass(2)
      expect([(await store.open('o1')).get('a'), (await store.open('o2')).get('a')]).toEqual([1, 2])
      if (!timeIsMoved) return
      await pass(39 * day)
      expect([(await store.open('o1')).get('a'), (await store.open('o2')).get('a')]).toEqual([1, 2])
      await pass(2 * day)
      expect([(await store.open('o1')).get('a'), (await store.open('o2')).get('a')]).toEqual([undefined, 2])
    })

    test('CS-13: clearExpired leaves what is alive', async ({ contexts, pass }) => {
      const store = await contexts(10)
      await store.update('o1', (it) => void it.set('a', 1))
      await pass(8)
      await store.update('o2', (it) => void it.set('a', 2))
      await pass(4)
      await store.clearExpired()
      expect([(await store.open('o1')).keys(), (await store.open('o2')).keys()]).toEqual([[], ['a']])
    })
  })

  if (!can.expiry) return
  describe('expiry of entries', () => {
    test('is noticed by every way of reading', async ({ open, pass, ms }) => {
      const [store, other] = [await open(), await open()]
      await store.set('wx:soon', 'v', ms(20))
      await store.setMany?.([{ key: 'wx:many', value: 'v', ttl: ms(20) }])
      await store.set('wx:later', 'v', ms(2_000))
      await store.set('wx:never', 'v')
      expect(await other.get('wx:soon')).toBe('v')
      await pass(22)
      for (const handle of [store, other]) {
        expect(await handle.get('wx:soon')).toBe(undefined)
        expect(await handle.get('wx:many')).toBe(undefined)
        expect((await handle.has?.('wx:soon')) ?? false).toBe(false)
        const keys = ['wx:soon', 'wx:later', 'wx:never']
        const many = (await handle.getMany?.(keys)) ?? [undefined, 'v', 'v']
        expect(many.map((value) => value ?? undefined)).toEqual([undefined, 'v', 'v'])
        const walked: string[] = []
        for await (const [key] of handle.iterator?.('wx') ?? []) walked.push(key)
        if (handle.iterator !== undefined) expect(walked.sort()).toEqual(['wx:later', 'wx:never'])
      }
    })

    test('counts from the last write, and ends with a write that has none', async ({ open, pass, ms }) => {
      const store = await open()
      await store.set('wx:k', 'old', ms(20))
      await store.set('wx:l', 'old', ms(20))
      await pass(12)
      await store.set('wx:k', 'new', ms(20))
      await store.set('wx:l', 'new')
      await pass(12)
      expect([await store.get('wx:k'), await store.get('wx:l')]).toEqual(['new', 'new'])
      await pass(12)
      expect([await store.get('wx:k'), await store.get('wx:l')]).toEqual([undefined, 'new'])
    })

    test('that has passed leaves nothing, also of what was there before', async ({ open }) => {
      const store = await open()
      for (const ttl of [0, -1, -30 * day]) {
        await store.set('wx:k', 'old')
        await store.set('wx:k', 'new', ttl)
        expect((await store.get('wx:k')) ?? undefined, String(ttl)).toBe(undefined)
      }
    })

    test('can be beyond 25 days, and in parts of a millisecond', async ({ open, pass, ms }) => {
      const store = await open()
      await store.set('wx:k', 'v', 40 * day)
      await store.set('wx:l', 'v', ms(20) + 0.5)
      await pass(2)
      expect([await store.get('wx:k'), await store.get('wx:l')]).toEqual(['v', 'v'])
      if (!timeIsMoved) return
      await pass(39 * day)
      expect(await store.get('wx:k')).toBe('v')
      await pass(2 * day)
      expect(await store.get('wx:k')).toBe(undefined)
    })

    test('is cleared away without touching what is alive', async ({ open, pass, ms }) => {
      const store = await open()
      for (let n = 0; n < 30; n++) await store.set(`wx:k${n}`, 'v', n < 20 ? ms(10) : ms(2_000))
      await pass(12)
      await store.clearExpired?.()
      const many = await Promise.all(
        Array.from({ length: 30 }, async (_, n) => (await store.get(`wx:k${n}`)) ?? undefined),
      )
      expect(many.map((value) => value === 'v')).toEqual(Array.from({ length: 30 }, (_, n) => n >= 20))
    })
  })
}
