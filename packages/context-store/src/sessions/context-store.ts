import { AsyncLocalStorage } from 'node:async_hooks'
import { type Clock, ConfigError, systemClock } from '@wx/core'
import { Keyv } from 'keyv'
import { ContextConflictError, ContextNestedUpdateError } from '../errors.js'
import { joinKey } from '../join-key.js'
import { applyChanges, type Changes } from './envelope.js'
import { type Found, Records } from './records.js'
import { Serial } from './serial.js'
import { type ContextHome, UserContext } from './user-context.js'

export interface ContextStoreOptions {
  /** Where contexts are kept. Default: in memory, gone with the process. Give them a namespace of their own. */
  readonly keyv?: Keyv | undefined
  /** Seconds a context lives after it was last changed; 7200 by default. */
  readonly ttlSeconds?: number | undefined
  /** The account the users belong to (its `gh_…` id or AppID): openids are only unique within one. */
  readonly account?: string | undefined
  /** What tells the time; the machine's clock when not given. */
  readonly clock?: Clock | undefined
}

export interface ContextOptions {
  /** Instead of the store's account. */
  readonly account?: string | undefined
}

/** How often a write is tried when other processes keep changing the context. */
const maxTries = 100

/** Who meets another process once tries again at once; who meets it again steps back for up to so many ms. */
const longestPause = 16

interface Saved {
  readonly found: Found
  /** When the context expires; it may have passed already. */
  readonly expires: number
}

interface Scope {
  readonly key: string
  readonly outer: Scope | undefined
  open: boolean
}

/** Contexts of users, by account and openid, in any Keyv. */
export class ContextStore<Session extends object = Record<string, unknown>> {
  readonly #records: Records
  readonly #clock: Clock
  readonly #ttlSeconds: number
  readonly #account: string
  readonly #serial = new Serial()
  readonly #updating = new AsyncLocalStorage<Scope>()

  /** @throws ConfigError */
  constructor(options: ContextStoreOptions = {}) {
    this.#ttlSeconds = options.ttlSeconds ?? 7200
    if (!(this.#ttlSeconds > 0 && Number.isFinite(this.#ttlSeconds))) {
      throw new ConfigError('ttlSeconds', 'must be a finite number of seconds above 0')
    }
    this.#clock = options.clock ?? systemClock
    this.#account = options.account ?? ''
    this.#records = new Records(options.keyv ?? new Keyv(), this.#clock)
  }

  /**
   * The context of a user; a new one, which is stored when it is first saved, when there is none or it has expired.
   * @throws ContextStoreError, ContextFormatError
   */
  async open(openid: string, options: ContextOptions = {}): Promise<UserContext<Session>> {
    const key = this.#keyOf(openid, options)
    let found = await this.#records.read(key)
    const home = this.#home({
      save: (changes) =>
        this.#serial.run(key, async () => {
          const saved = await this.#merge(key, found, changes)
          found = saved.found
          return saved.expires
        }),
      remove: () =>
        this.#serial.run(key, async () => {
          await this.#records.delete(key)
          found = {}
        }),
    })
    return new UserContext<Session>(home, found.envelope)
  }

  /**
   * Reads the context, lets `change` work on it, and writes it; updates and saves of one user in this process happen one after
   * the other. When another process changed the context meanwhile, `change` runs again on what that one wrote: it
   * should do nothing else. When it throws, nothing is written.
   * @returns what `change` returned
   * @throws ContextStoreError, ContextFormatError, ContextConflictError, ContextNestedUpdateError
   */
  async update<Result>(
    openid: string,
    change: (context: UserContext<Session>) => Result | Promise<Result>,
    options: ContextOptions = {},
  ): Promise<Result> {
    const key = this.#keyOf(openid, options)
    const outer = this.#updating.getStore()
    for (let scope = outer; scope !== undefined; scope = scope.outer) {
      if (scope.open && scope.key === key) throw new ContextNestedUpdateError()
    }
    const scope: Scope = { key, outer, open: true }
    return this.#serial.run(key, () =>
      this.#updating.run(scope, async () => {
        try {
          return await this.#tryUpdate(key, change)
        } finally {
          scope.open = false
        }
      }),
    )
  }

  /** Deletes what is stored of a user. @throws ContextStoreError */
  async delete(openid: string, options: ContextOptions = {}): Promise<void> {
    const key = this.#keyOf(openid, options)
    await this.#serial.run(key, () => this.#records.delete(key))
  }

  /**
   * Deletes all expired contexts of a store that can be walked through (in memory, `/sqlite`, `/file`, and those Keyv can
   * iterate); other stores drop them by themselves. It is seldom needed: these drop what is due while they are written.
   * @throws ContextStoreError
   */
  async clearExpired(): Promise<void> {
    await this.#records.deleteAllExpired()
  }

  /** Disconnects the store behind Keyv; what is called afterwards may fail. @throws ContextStoreError */
  async close(): Promise<void> {
    await this.#records.close()
  }

  async #tryUpdate<Result>(
    key: string,
    change: (context: UserContext<Session>) => Result | Promise<Result>,
  ): Promise<Result> {
    for (let tries = 1; ; tries++) {
      let found = await this.#records.read(key)
      let conflict: ContextConflictError | undefined
      const home = this.#home({
        save: async (changes) => {
          const current = await this.#records.refresh(key, found)
          const same = current.envelope?.version === found.envelope?.version
          const saved = same ? await this.#store(key, current, changes) : undefined
          if (saved === undefined) {
            conflict = new ContextConflictError(tries)
            throw conflict
          }
          found = saved.found
          return saved.expires
        },
        remove: async () => {
          await this.#records.delete(key)
          found = {}
        },
      })
      const context = new UserContext<Session>(home, found.envelope)
      try {
        const result = await change(context)
        await context.save()
        return result
      } catch (error) {
        // Also when `change` made another error of it; a conflict of some other update is not ours to repeat.
        if (conflict === undefined) throw error
        await stepBack(conflict)
      }
    }
  }

  /** Writes changes onto what stands there now, whoever wrote it. */
  async #merge(key: string, opened: Found, changes: Changes): Promise<Saved> {
    let found = opened
    for (let tries = 1; ; tries++) {
      const saved = await this.#store(key, await this.#records.refresh(key, found), changes)
      if (saved !== undefined) return saved
      await stepBack(new ContextConflictError(tries))
      found = await this.#records.read(key)
    }
  }

  async #store(key: string, current: Found, changes: Changes): Promise<Saved | undefined> {
    const circumstances = { now: this.#clock.now(), ttlSeconds: this.#ttlSeconds }
    const envelope = applyChanges(current.envelope, changes, circumstances)
    const found = await this.#records.replace(key, current, envelope)
    return found === undefined ? undefined : { found, expires: envelope.expires }
  }

  #home(ways: Pick<ContextHome, 'save' | 'remove'>): ContextHome {
    return { ttlSeconds: this.#ttlSeconds, now: () => this.#clock.now(), ...ways }
  }

  #keyOf(openid: string, options: ContextOptions): string {
    if (openid === '') throw new ConfigError('openid', 'must not be empty: a message without user has no context')
    return joinKey(options.account ?? this.#account, openid)
  }
}

/** Before the next try; by the machine's clock, since it is the machine's other processes that are in the way. */
async function stepBack(conflict: ContextConflictError): Promise<void> {
  if (conflict.tries === maxTries) throw conflict
  if (conflict.tries > 1) await systemClock.sleep(Math.random() * Math.min(2 ** conflict.tries, longestPause))
}
