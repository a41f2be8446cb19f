import { isWxError } from '@wx/core'
import { failureOf } from './kit.js'
import type { StoreBench, StoreSuite } from './store-kit.js'

/** A store that cannot answer says so: an empty answer would be written over what a user has. */
export function failureContract({ describe, expect, test, can }: StoreSuite): void {
  if (!can.disconnect && !can.failure) return
  describe('failures', () => {
    if (can.disconnect) {
      test('a store that was disconnected fails, and the others go on', async (bench) => {
        const [store, other] = [await bench.open(), await bench.open()]
        await store.set('wx:k', 'v')
        await store.disconnect?.()
        for (const [name, use] of Object.entries({
          get: () => store.get('wx:k'),
          set: () => store.set('wx:k', 'new'),
          delete: () => store.delete('wx:k'),
          clear: () => store.clear(),
        })) {
          expect((await failureOf(use)) === undefined, name).toBe(false)
        }
        expect(await other.get('wx:k')).toBe('v')
      })

      test('contexts whose store was disconnected fail', async (bench) => {
        await everythingFails(bench, (contexts) => contexts.close())
      })
    }

    if (can.failure) {
      test('contexts whose store fails do so with an error, not as if there were none', async (bench) => {
        await everythingFails(bench, () => bench.fail())
      })
    }
  })

  async function everythingFails(
    bench: StoreBench,
    fail: (contexts: Awaited<ReturnType<StoreBench['contexts']>>) => Promise<unknown>,
  ): Promise<void> {
    const contexts = await bench.contexts()
    await contexts.update('o1', (it) => void it.set('a', 1))
    const [known, unknown] = [await contexts.open('o1'), await contexts.open('o2')]
    await fail(contexts)
    for (const [name, use] of Object.entries({
      'open what is there': () => contexts.open('o1'),
      'open what is not there': () => contexts.open('o2'),
      'save over what is there': () => known.set('b', 2).save(),
      'save what is new': () => unknown.set('b', 2).save(),
      'save what expires at once': () => known.setExpiry(-1).save(),
      flush: () => known.flush(),
      update: () => contexts.update('o1', (it) => void it.set('b', 2)),
      delete: () => contexts.delete('o1'),
    })) {
      const failure = await failureOf(use)
      expect(isWxError(failure) && failure.code, `${name}: ${String(failure)}`).toBe('WX_CONTEXT_STORE')
    }
    expect([known.modified, unknown.modified, known.get('b')]).toEqual([true, true, 2])
  }
}
