import type { StoreSuite } from './store-kit.js'

/** Names that a pattern, a comparison without regard to case, or a prefix would take for one another. */
const names = ['a', 'A', 'ab', 'a%', 'a_', 'ax', '_', '%', '用户', 'a b']

/** Namespaces, and walking through one. */
export function namespaceContract({ describe, expect, test, can }: StoreSuite): void {
  describe('namespaces', () => {
    test('keep what has the same key apart', async ({ keyv }) => {
      for (const name of names) await (await keyv(name)).set('k', name)
      for (const name of names) expect(await (await keyv(name)).get('k'), name).toBe(name)
    })

    if (can.namespaces) {
      test('are cleared without touching the others', async ({ keyv }) => {
        for (const name of names) await (await keyv(name)).set('k', name)
        for (const [n, name] of names.entries()) {
          await (await keyv(name)).clear()
          for (const [m, other] of names.entries()) {
            const left = await (await keyv(other)).get('k')
            expect(left, `${other}, when ${name} was cleared`).toBe(m <= n ? undefined : other)
          }
        }
      })
    }

    if (can.iterator) {
      test('are walked through, to the end, each by itself', async ({ open }) => {
        const store = await open()
        const keys = Array.from({ length: 250 }, (_, n) => `a:k${n}`)
        for (const key of keys) await store.set(key, `value of ${key}`)
        for (const other of ['A:k', 'ab:k', 'a', 'b:k']) await store.set(other, 'other')
        const seen = new Map<string, string>()
        for await (const [key, value] of store.iterator?.('a') ?? []) {
          expect(seen.has(key), `${key} twice`).toBe(false)
          seen.set(key, value)
        }
        expect([...seen.keys()].sort()).toEqual([...keys].sort())
        expect([...seen].every(([key, value]) => value === `value of ${key}`)).toBe(true)
        let all = 0
        for await (const _ of store.iterator?.() ?? []) all++
        expect(all).toBe(254)
      })

      test('can be emptied while they are walked through', async ({ open }) => {
        const store = await open()
        for (let n = 0; n < 120; n++) await store.set(`a:k${n}`, 'v')
        let seen = 0
        for await (const [key] of store.iterator?.('a') ?? []) {
          seen++
          await store.delete(key)
        }
        expect(seen).toBe(120)
        expect(await store.get('a:k7')).toBe(undefined)
      })
    }
  })
}
