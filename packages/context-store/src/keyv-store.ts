import type { Awaitable } from './coordinator.js'

/** What is to become of a key, provided that nobody changed it meanwhile. */
export interface StoreChange {
  /** Exactly what must stand there now. Undefined: nothing, or something that has expired. */
  readonly expected: string | undefined
  /** What is to stand there. Undefined: nothing. */
  readonly value: string | undefined
  /** Milliseconds the value lives from now on; zero or less: it is gone at once. Without it: for ever. */
  readonly ttl?: number | undefined
}

/** One entry of `setMany`; `ttl` in milliseconds, as of `set`. */
export interface StoreEntry {
  readonly key: string
  readonly value: string
  readonly ttl?: number | undefined
}

/**
 * A store for Keyv (`new Keyv({ store })`), as `ContextStore` uses it: the methods of Keyv's own adapters, over texts, and
 * two more that Keyv does not know. Keyv sets `namespace`, and hands over keys that begin with it and a colon.
 *
 * Every failure is thrown: a store that answers "nothing there" when its server is away makes users lose their sessions.
 * Passing `storeContract` of `@wx/context-store/testing` is what makes an implementation one.
 */
export interface KeyvStore {
  namespace?: string | undefined
  /** Keyv offers `iterator` to its users only where `opts.dialect` is one it knows. */
  readonly opts?: { readonly dialect?: string; readonly url: string } | undefined
  get(key: string): Awaitable<string | undefined>
  getMany?(keys: string[]): Awaitable<(string | undefined)[]>
  /** @param ttl milliseconds it lives; zero or less: it is gone at once; without it: for ever */
  set(key: string, value: string, ttl?: number): Awaitable<unknown>
  setMany?(entries: readonly StoreEntry[]): Awaitable<unknown>
  /** Whether something was there. */
  delete(key: string): Awaitable<boolean>
  /** Whether something was there under every key. */
  deleteMany?(keys: string[]): Awaitable<boolean>
  has?(key: string): Awaitable<boolean>
  /** Deletes what is in the namespace; everything, when there is none. */
  clear(): Awaitable<void>
  /** Keys, namespace included, with their values. */
  iterator?(namespace?: string): AsyncIterable<readonly [string, string]>
  /** Lets go of the backend; what is called afterwards fails. */
  disconnect?(): Awaitable<void>
  /**
   * Makes a change in one atomic step, if what is expected stands there. With it no process loses another one's update.
   * @returns false when something else stood there; nothing was changed then
   */
  compareAndSet?(key: string, change: StoreChange): Awaitable<boolean>
  /** Deletes everything that has expired; for stores that do not do so by themselves, or not at once. */
  clearExpired?(): Awaitable<void>
}
