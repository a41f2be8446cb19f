import type { Changes, Envelope } from './envelope.js'
import { type Expiry, type ExpiryValue, expiresAt, readExpiry } from './expiry.js'
import { assertJson, jsonText } from './json-value.js'

/** Where a context came from and goes back to. */
export interface ContextHome {
  readonly ttlSeconds: number
  /** Milliseconds since 1970. */
  now(): number
  /** Writes changes; resolves with when the context expires now (ms since 1970). */
  save(changes: Changes): Promise<number>
  remove(): Promise<void>
}

/** Names of a session's values. */
export type ContextKey<Session extends object> = keyof Session & string

/** A name with its value. */
export type ContextEntry<Session extends object> = {
  [Key in ContextKey<Session>]: [Key, Session[Key]]
}[ContextKey<Session>]

export interface ExpiryOptions {
  /** When the context was last changed; by default now, or for one that was not changed since it was read: then. */
  readonly modification?: Date
  /** Instead of the context's own expiry. */
  readonly expiry?: ExpiryValue
}

/**
 * What is remembered about one user: a small dictionary that is read with `ContextStore.open` and written with `save`,
 * only when it changed. A value changed in place (`ctx.get('cart').push(…)`) counts as changed.
 *
 * `save` writes the keys this context changed and leaves the others as they are in the store, so two contexts of one
 * user do not undo each other; who counts something up wants `ContextStore.update`.
 */
export class UserContext<Session extends object = Record<string, unknown>> {
  readonly #home: ContextHome
  /** As it was read; its values are only taken over (copied) when somebody looks. */
  #stored: Readonly<Record<string, unknown>>
  #values: Map<string, unknown> | undefined
  /** JSON text of the values as they are in the store. */
  readonly #texts = new Map<string, string>()
  #cleared = false
  readonly #set = new Set<string>()
  readonly #removed = new Set<string>()
  #expiry: Expiry | undefined
  #expiryChanged = false
  #expires: number | undefined

  /** Contexts are made by `ContextStore`. */
  constructor(home: ContextHome, envelope: Envelope | undefined) {
    this.#home = home
    this.#stored = envelope?.data ?? {}
    this.#expiry = envelope?.expiry
    this.#expires = envelope?.expires
  }

  /** Whether any value was read or written. */
  get accessed(): boolean {
    return this.#values !== undefined
  }

  /** Whether there is something to save. */
  get modified(): boolean {
    if (this.#cleared || this.#expiryChanged || this.#set.size > 0 || this.#removed.size > 0) return true
    for (const [key, value] of this.#values ?? []) if (this.#texts.get(key) !== jsonText(value, key)) return true
    return false
  }

  /** The value of a key; undefined, or the fallback, when there is none. */
  get<Key extends ContextKey<Session>>(key: Key): Session[Key] | undefined
  get<Key extends ContextKey<Session>, Fallback>(
    key: Key,
    fallback: Fallback,
  ): Exclude<Session[Key], undefined> | Fallback
  get(key: string, fallback?: unknown): unknown {
    const values = this.#open()
    return values.has(key) ? values.get(key) : fallback
  }

  /**
   * Sets a value; also one equal to the old counts as a change and renews the expiry.
   * @throws ContextValueError when JSON cannot say the value
   */
  set<Key extends ContextKey<Session>>(key: Key, value: Session[Key]): this {
    assertJson(value, key)
    this.#open().set(key, value)
    this.#set.add(key)
    return this
  }

  /** Takes a key away. False when there was none. */
  delete(key: ContextKey<Session>): boolean {
    if (!this.#open().delete(key)) return false
    this.#set.delete(key)
    this.#texts.delete(key)
    this.#removed.add(key)
    return true
  }

  has(key: ContextKey<Session>): boolean {
    return this.#open().has(key)
  }

  /** Takes a key away and returns its value; undefined, or the fallback, when there was none. */
  pop<Key extends ContextKey<Session>>(key: Key): Session[Key] | undefined
  pop<Key extends ContextKey<Session>, Fallback>(
    key: Key,
    fallback: Fallback,
  ): Exclude<Session[Key], undefined> | Fallback
  pop(key: string, fallback?: unknown): unknown {
    const values = this.#open()
    if (!values.has(key)) return fallback
    const value = values.get(key)
    this.delete(key as ContextKey<Session>)
    return value
  }

  keys(): ContextKey<Session>[] {
    return [...this.#open().keys()] as ContextKey<Session>[]
  }

  entries(): ContextEntry<Session>[] {
    return [...this.#open()] as ContextEntry<Session>[]
  }

  /** The value of a key, which is set to `value` first when there is none. */
  setDefault<Key extends ContextKey<Session>>(key: Key, value: Session[Key]): Session[Key] {
    const values = this.#open()
    if (!values.has(key)) this.set(key, value)
    return values.get(key) as Session[Key]
  }

  /** Takes all keys away, at the next `save`. */
  clear(): void {
    this.#open().clear()
    this.#texts.clear()
    this.#set.clear()
    this.#removed.clear()
    this.#cleared = true
  }

  /**
   * Deletes what the store has of the user at once, and goes on with a new, empty context of default expiry.
   * @throws ContextStoreError
   */
  async flush(): Promise<void> {
    await this.#home.remove()
    this.clear()
    this.#cleared = false
    this.#expiry = undefined
    this.#expiryChanged = false
    this.#expires = undefined
  }

  /**
   * Writes what changed; without changes it does nothing. A context whose expiry has passed is deleted.
   * @throws ContextStoreError and ContextConflictError (the changes are kept for the next try), ContextValueError
   */
  async save(): Promise<void> {
    const changes = this.#takeChanges()
    if (changes === undefined) return
    try {
      this.#expires = await this.#home.save(changes)
    } catch (error) {
      this.#putBack(changes)
      throw error
    }
  }

  /** Seconds until the context expires, as it would be saved now; see `getExpiryDate`. */
  getExpiryAge(options: ExpiryOptions = {}): number {
    const from = options.modification?.getTime() ?? this.#home.now()
    return (this.getExpiryDate(options).getTime() - from) / 1000
  }

  /** When the context expires: as it is stored, or when it was changed (or options are given) as it would be saved now. */
  getExpiryDate(options: ExpiryOptions = {}): Date {
    const asked = options.modification !== undefined || options.expiry !== undefined
    if (!asked && this.#expires !== undefined && !this.modified) return new Date(this.#expires)
    const expiry = options.expiry === undefined ? this.#expiry : readExpiry(options.expiry)
    const changedAt = options.modification?.getTime() ?? this.#home.now()
    return new Date(expiresAt(expiry, changedAt, this.#home.ttlSeconds))
  }

  /**
   * When the context expires, from the next `save` on.
   * @param value seconds after each change, a moment, or null for the store's default; what has passed deletes
   * @throws ConfigError
   */
  setExpiry(value: ExpiryValue): this {
    this.#expiry = readExpiry(value)
    this.#expiryChanged = true
    return this
  }

  #open(): Map<string, unknown> {
    if (this.#values === undefined) {
      this.#values = new Map()
      for (const [key, value] of Object.entries(this.#stored)) {
        const text = JSON.stringify(value)
        this.#texts.set(key, text)
        this.#values.set(key, JSON.parse(text))
      }
      this.#stored = {}
    }
    return this.#values
  }

  /** From here on the changes count as made: what a handler changes while they are written is the next save's. */
  #takeChanges(): Changes | undefined {
    const values = new Map<string, string>()
    for (const [key, value] of this.#values ?? []) {
      const text = jsonText(value, key)
      if (this.#set.has(key) || this.#texts.get(key) !== text) values.set(key, text)
    }
    if (values.size === 0 && this.#removed.size === 0 && !this.#cleared && !this.#expiryChanged) return undefined
    for (const [key, text] of values) this.#texts.set(key, text)
    const changes: Changes = {
      cleared: this.#cleared,
      removed: [...this.#removed],
      values,
      ...(this.#expiryChanged ? { expiry: { value: this.#expiry } } : {}),
    }
    this.#cleared = false
    this.#removed.clear()
    this.#set.clear()
    this.#expiryChanged = false
    return changes
  }

  #putBack(changes: Changes): void {
    this.#cleared ||= changes.cleared
    for (const key of changes.values.keys()) if (this.#values?.has(key)) this.#set.add(key)
    for (const key of changes.removed) this.#removed.add(key)
    this.#expiryChanged ||= changes.expiry !== undefined
  }
}
