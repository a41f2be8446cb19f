import type { Clock } from '@wx/core'
import type { Keyv } from 'keyv'
import { ContextStoreError, type StoreOperation } from '../errors.js'
import { type Expiring, type ExpiryQueue, ExpiryQueues } from '../memory/expiry-queues.js'
import { atomicStoreOf, canClearExpired, storeKey } from './atomic-store.js'
import { type Envelope, readEnvelope } from './envelope.js'

/** What was read of a context, or written of it. */
export interface Found {
  /** Undefined when there is none, or when it has expired. */
  readonly envelope?: Envelope | undefined
  /** What stands in the store, expired or not, where it can compare and set. */
  readonly text?: string | undefined
}

class Remembered implements Expiring<Remembered> {
  readonly key: string
  until = 0
  older: Remembered | undefined = undefined
  newer: Remembered | undefined = undefined
  queue: ExpiryQueue<Remembered> | undefined = undefined

  constructor(key: string) {
    this.key = key
  }
}

/**
 * Envelopes in a Keyv. Keyv reports a failing store as an event and then as "nothing there", on which a context would
 * be written over an old one; here every failure is an error.
 */
export class Records {
  readonly #keyv: Keyv
  readonly #clock: Clock
  /** A Map drops nothing by itself, and Keyv drops from it only what is read again; so it is done here. */
  readonly #inMap: boolean
  readonly #remembered = new Map<string, Remembered>()
  readonly #due: string[] = []
  readonly #expiry = new ExpiryQueues<Remembered>((it) => {
    this.#expiry.remove(it)
    this.#remembered.delete(it.key)
    this.#due.push(it.key)
  })

  constructor(keyv: Keyv, clock: Clock) {
    this.#keyv = keyv
    this.#clock = clock
    this.#inMap = keyv.store instanceof Map
  }

  /** @throws ContextStoreError, ContextFormatError */
  async read(key: string): Promise<Found> {
    const { stored, text } = await this.#load(key)
    return this.#alive({ envelope: readEnvelope(stored), text })
  }

  /**
   * What a `replace` is to begin with: what was read before, where the store notices that it is no longer so; else what
   * is read again now. @throws ContextStoreError, ContextFormatError
   */
  async refresh(key: string, found: Found): Promise<Found> {
    return atomicStoreOf(this.#keyv) === undefined ? this.read(key) : this.#alive(found)
  }

  /**
   * Writes an envelope in the place of what was found; one that has expired already is not kept.
   * @returns what stands there now; undefined, and nothing was written, when the store noticed that another one did
   * @throws ContextStoreError
   */
  async replace(key: string, found: Found, envelope: Envelope): Promise<Found | undefined> {
    const now = this.#clock.now()
    const ttl = envelope.expires - now
    const written = await this.#write(key, found, { envelope: ttl > 0 ? envelope : undefined, ttl })
    if (written !== undefined && this.#inMap) await this.#rememberExpiry(key, written.envelope, now)
    return written
  }

  /** @throws ContextStoreError */
  async delete(key: string): Promise<void> {
    this.#forgetExpiry(key)
    const store = atomicStoreOf(this.#keyv)
    if (store !== undefined) {
      await this.#attempt('delete', async () => store.delete(storeKey(this.#keyv, key)))
      return
    }
    if (await this.#attempt('delete', () => this.#keyv.delete(key))) return
    // False says "was not there" or "failed"; only looking tells them apart.
    if ((await this.#attempt('read', () => this.#keyv.getRaw(key))) !== undefined) throw new ContextStoreError('delete')
  }

  /** Looks at everything, where the store can be walked through; some do it themselves, others drop it unasked. */
  async deleteAllExpired(): Promise<void> {
    const store: unknown = this.#keyv.store
    if (canClearExpired(store)) return this.#attempt('delete', async () => store.clearExpired())
    const { iterator } = this.#keyv
    if (iterator === undefined) return
    const keys: string[] = []
    await this.#attempt('read', async () => {
      for await (const entry of iterator(undefined) as AsyncIterable<readonly [string, unknown]>) keys.push(entry[0])
    })
    for (const key of keys) await this.#deleteExpired(key)
  }

  async close(): Promise<void> {
    await this.#attempt('close', () => this.#keyv.disconnect())
  }

  #alive({ envelope, text }: Found): Found {
    return envelope === undefined || envelope.expires <= this.#clock.now() ? { text } : { envelope, text }
  }

  #load(key: string): Promise<{ readonly stored: unknown; readonly text?: string }> {
    return this.#attempt('read', async () => {
      const store = atomicStoreOf(this.#keyv)
      // `getRaw` throws where `get` turns a failing store into undefined.
      if (store === undefined) return { stored: (await this.#keyv.getRaw<unknown>(key))?.value }
      const text = await store.get(storeKey(this.#keyv, key))
      if (typeof text !== 'string') return { stored: text }
      return { stored: (await this.#keyv.deserializeData<unknown>(text))?.value, text }
    })
  }

  #write(
    key: string,
    found: Found,
    { envelope, ttl }: { readonly envelope: Envelope | undefined; readonly ttl: number },
  ): Promise<Found | undefined> {
    return this.#attempt(envelope === undefined ? 'delete' : 'write', async () => {
      const store = atomicStoreOf(this.#keyv)
      if (store !== undefined) {
        const text = envelope === undefined ? undefined : await this.#textOf(envelope, ttl)
        const change = { expected: found.text, value: text, ttl }
        return (await store.compareAndSet(storeKey(this.#keyv, key), change)) ? { envelope, text } : undefined
      }
      if (envelope === undefined) await this.delete(key)
      else if (!(await this.#keyv.set(key, envelope, ttl))) throw new ContextStoreError('write')
      return { envelope }
    })
  }

  /** As Keyv itself would write it: its expiry is by the machine's clock, whichever tells the time here. */
  async #textOf(envelope: Envelope, ttl: number): Promise<string> {
    const text = await this.#keyv.serializeData({ value: envelope, expires: Date.now() + ttl })
    if (typeof text !== 'string') throw new TypeError("Keyv's serializer did not make a text of a context")
    return text
  }

  async #rememberExpiry(key: string, envelope: Envelope | undefined, now: number): Promise<void> {
    if (envelope === undefined) return this.#forgetExpiry(key)
    let it = this.#remembered.get(key)
    if (it === undefined) {
      it = new Remembered(key)
      this.#remembered.set(key, it)
    }
    this.#expiry.touch(it, envelope.expires, envelope.expires - now)
    this.#expiry.sweep(now)
    for (let due = this.#due.pop(); due !== undefined; due = this.#due.pop()) await this.#deleteExpired(due)
  }

  #forgetExpiry(key: string): void {
    const it = this.#remembered.get(key)
    if (it === undefined) return
    this.#expiry.remove(it)
    this.#remembered.delete(key)
  }

  /** Another store on the same Keyv may have renewed it, and other things than contexts may stand there. */
  async #deleteExpired(key: string): Promise<void> {
    const { stored, text } = await this.#load(key)
    if (isExpired(stored, this.#clock.now())) await this.#write(key, { text }, { envelope: undefined, ttl: 0 })
  }

  async #attempt<Result>(operation: StoreOperation, task: () => Promise<Result>): Promise<Result> {
    try {
      return await task()
    } catch (cause) {
      if (cause instanceof ContextStoreError) throw cause
      throw new ContextStoreError(operation, { cause })
    }
  }
}

function isExpired(stored: unknown, now: number): boolean {
  try {
    const envelope = readEnvelope(stored)
    return envelope !== undefined && envelope.expires <= now
  } catch {
    return false
  }
}
