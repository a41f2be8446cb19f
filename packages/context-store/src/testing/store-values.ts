import { oddNames } from './kit.js'
import type { StoreSuite } from './store-kit.js'

/** Keys that mean something to a file system, to SQL or to a pattern. */
const dangerousKeys: readonly string[] = [
  '.',
  '..',
  '../up',
  '/top',
  'a/b',
  'a//b',
  'CON',
  'con.txt',
  'a.',
  '%',
  '_',
  'a_b',
  'axb',
  'a%b',
  "' OR 1=1 --",
  '$where',
  '-',
  '~',
]

/** Values, keys, batches. */
export function valueContract({ describe, expect, test }: StoreSuite): void {
  describe('values', () => {
    test('are kept, replaced and deleted', async ({ keyv }) => {
      const store = await keyv()
      expect(await store.get('k')).toBe(undefined)
      expect(await store.has('k')).toBe(false)
      await store.set('k', 1)
      await store.set('other', 2)
      expect([await store.get('k'), await store.has('k')]).toEqual([1, true])
      await store.set('k', { a: [1, null, ''] })
      expect(await store.get('k')).toEqual({ a: [1, null, ''] })
      expect(await store.delete('k')).toBe(true)
      expect(await store.delete('k')).toBe(false)
      expect([await store.get('k'), await store.has('k'), await store.get('other')]).toEqual([undefined, false, 2])
    })

    test('come back as they were, in any alphabet and size', async ({ keyv }) => {
      const store = await keyv()
      const values = [...oddNames, '', ':a', 'a\0b', 'a\ud800', '"', '\\', '{"a":1}', '汉字🦄'.repeat(50_000)]
      for (const [n, value] of values.entries()) await store.set(`k${n}`, value)
      for (const [n, value] of values.entries()) expect((await store.get(`k${n}`)) === value, `value ${n}`).toBe(true)
    })

    test('are seen by every handle, and outlive the one that wrote them', async ({ keyv }) => {
      const [one, other] = [await keyv(), await keyv()]
      await one.set('k', 1)
      expect(await other.get('k')).toBe(1)
      await other.set('k', 2)
      expect(await one.get('k')).toBe(2)
      await one.disconnect()
      expect(await other.get('k')).toBe(2)
      expect(await (await keyv()).get('k')).toBe(2)
    })
  })

  describe('keys', () => {
    test('never run together, whatever characters they have', async ({ keyv }) => {
      const store = await keyv()
      const keys = [...oddNames, ...dangerousKeys]
      for (const [n, key] of keys.entries()) await store.set(key, n)
      for (const [n, key] of keys.entries()) expect(await store.get(key), JSON.stringify(key)).toBe(n)
      for (const key of keys.filter((_, n) => n % 2 === 0)) await store.delete(key)
      for (const [n, key] of keys.entries()) {
        expect(await store.get(key), JSON.stringify(key)).toBe(n % 2 === 0 ? undefined : n)
      }
    })
  })

  describe('batches', () => {
    test('are read in their order, with gaps where nothing is', async ({ keyv }) => {
      const store = await keyv()
      await store.setMany([
        { key: 'a', value: 1 },
        { key: 'b', value: { 用户: '🦄' } },
      ])
      const read = await store.getMany(['b', 'none', 'a', 'b'])
      expect(read).toEqual([{ 用户: '🦄' }, undefined, 1, { 用户: '🦄' }])
      expect(await store.getMany([])).toEqual([])
    })

    test('are written over, and deleted', async ({ keyv }) => {
      const store = await keyv()
      const many = Array.from({ length: 40 }, (_, n) => `k${n}`)
      await store.setMany(many.map((key) => ({ key, value: 'old' })))
      await store.setMany(many.map((key) => ({ key, value: 'new' })))
      expect((await store.getMany(many)).every((value) => value === 'new')).toBe(true)
      expect(await store.deleteMany(many.slice(1))).toBe(true)
      expect((await store.getMany(many)).filter((value) => value !== undefined).length).toBe(1)
      await store.setMany([])
      await store.deleteMany([])
      expect(await store.get('k0')).toBe('new')
    })
  })
}
