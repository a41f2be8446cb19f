import type { Keyv } from 'keyv'
import type { Awaitable } from '../coordinator.js'
import type { KeyvStore, StoreChange } from '../keyv-store.js'

/** What is needed of a store to change a text only if nobody else did. */
export interface AtomicStore {
  get(key: string): Awaitable<unknown>
  delete(key: string): Awaitable<unknown>
  compareAndSet(key: string, change: StoreChange): Awaitable<boolean>
}

/**
 * The store of a Keyv, where it can compare and set: a Map can, since nothing comes between. It is then used directly, as
 * Keyv has no such method. A Keyv whose user hooked into it, or that keeps objects instead of texts, is left to itself.
 */
export function atomicStoreOf(keyv: Keyv): AtomicStore | undefined {
  if (keyv.serialize === undefined || keyv.hooks.handlers.size > 0) return undefined
  const store: unknown = keyv.store
  return store instanceof Map ? overMap(store) : canCompareAndSet(store) ? store : undefined
}

/** The key as Keyv's own methods would hand it to the store. */
export function storeKey(keyv: Keyv, key: string): string {
  if (!keyv.useKeyPrefix || !keyv.namespace || key.startsWith(`${keyv.namespace}:`)) return key
  return `${keyv.namespace}:${key}`
}

/** A store that can delete by itself what has expired. */
export function canClearExpired(store: unknown): store is Required<Pick<KeyvStore, 'clearExpired'>> {
  return typeof store === 'object' && store !== null && typeof Reflect.get(store, 'clearExpired') === 'function'
}

const canCompareAndSet = (store: unknown): store is AtomicStore =>
  typeof store === 'object' && store !== null && typeof Reflect.get(store, 'compareAndSet') === 'function'

/** The time to live is in the text, as of everything Keyv keeps in a Map. */
const overMap = (map: Map<string, unknown>): AtomicStore => ({
  get: (key) => map.get(key),
  delete: (key) => map.delete(key),
  compareAndSet(key, { expected, value }) {
    if (map.get(key) !== expected) return false
    if (value === undefined) map.delete(key)
    else map.set(key, value)
    return true
  },
})
