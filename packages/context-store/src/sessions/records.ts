import type { Clock } from '@wx/core'
import type { Keyv } from 'keyv'
import { ContextStoreError } from '../errors.js'
import { type Expiring, type ExpiryQueue, ExpiryQueues } from '../memory/expiry-queues.js'
import { type Envelope, readEnvelope } from './envelope.js'

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

  /** What is stored and not expired. @throws ContextStoreError, ContextFormatError */
  async read(key: string): Promise<Envelope | undefined> {
    // `getRaw` throws where `get` turns a failing store into undefined.
    const raw = await this.#attempt('read', () => this.#keyv.getRaw<unknown>(key))
    const envelope = readEnvelope(raw?.value)
    return envelope === undefined || envelope.expires <= this.#clock.now() ? undefined : envelope
  }

  /** @throws ContextStoreError */
  async write(key: string, envelope: Envelope): Promise<void> {
    const now = this.#clock.now()
    const ttl = envelope.expires - now
    if (ttl <= 0) return this.delete(key)
    if (!(await this.#attempt('write', () => this.#keyv.set(key, envelope, ttl)))) throw new ContextStoreError('write')
    if (!this.#inMap) return
    let it = this.#remembered.get(key)
    if (it === undefined) {
      it = new Remembered(key)
      this.#remembered.set(key, it)
    }
    this.#expiry.touch(it, envelope.expires, ttl)
    this.#expiry.sweep(now)
    for (let due = this.#due.pop(); due !== undefined; due = this.#due.pop()) await this.#deleteExpired(due)
  }

  /** @throws ContextStoreError */
  async delete(key: string): Promise<void> {
    const it = this.#remembered.get(key)
    if (it !== undefined) {
      this.#expiry.remove(it)
      this.#remembered.delete(key)
    }
    if (await this.#attempt('delete', () => this.#keyv.delete(key))) return
    // False says "was not there" or "failed"; only looking tells them apart.
    if ((await this.#attempt('read', () => this.#keyv.getRaw(key))) !== undefined) throw new ContextStoreError('delete')
  }

  /** Looks at everything, where the store can be walked through; the others expire by themselves. */
  async deleteAllExpired(): Promise<void> {
    const { iterator } = this.#keyv
    if (iterator === undefined) return
    const keys: string[] = []
    await this.#attempt('read', async () => {
      for await (const entry of iterator(undefined) as AsyncIterable<readonly [string, unknown]>) keys.push(entry[0])
    })
    for (const key of keys) await this.#deleteExpired(key)
  }

  /** Another store on the same Keyv may have renewed it, and other things than contexts may stand there. */
  async #deleteExpired(key: string): Promise<void> {
    const raw = await this.#attempt('read', () => this.#keyv.getRaw<unknown>(key))
    if (isExpired(raw?.value, this.#clock.now())) await this.delete(key)
  }

  async #attempt<Result>(operation: 'read' | 'write' | 'delete', task: () => Promise<Result>): Promise<Result> {
    try {
      return await task()
    } catch (cause) {
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
