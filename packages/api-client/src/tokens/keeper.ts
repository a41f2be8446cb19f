import { nothingToRead, TokenUnavailableError } from '../errors/token-errors.js'
import type { Credential, CredentialProvider, TokenContext } from './credential.js'
import { keyOf, readCredential, writeCredential } from './shared.js'

/** How early a new one is fetched. */
export interface Freshness {
  /** Milliseconds before expiry. WeChat's stable token changes five minutes before, so more is in vain. */
  readonly earlyMs: number
  /** Up to so many of them are let pass, by chance, so that not all processes come at once. */
  readonly jitterMs: number
}

const defaultFreshness: Freshness = { earlyMs: 300_000, jitterMs: 120_000 }

export interface KeeperOptions {
  /** `access_token`, `jsapi_ticket`, … */
  readonly kind: string
  /** Asks WeChat, or a relay, which wants to know the token that was refused. */
  readonly fetch: (
    rejected: string | undefined,
  ) => Promise<{ readonly token: string; readonly expiresInSeconds: number }>
  /** Whether a fetch without the lock hurts nobody. */
  readonly isHarmless: boolean
  readonly freshness?: Partial<Freshness> | undefined
  readonly initial?: Pick<Credential, 'token' | 'expiresAt'> | undefined
}

/** The lock must outlive one fetch with its retries, and whoever waits must outwait it. */
const lockTimes = { leaseMs: 60_000, waitMs: 60_000 }

/** A token that was refused younger than this was most probably replaced by somebody else's fetch. */
const youngMs = 30 * 60_000

/** Between two early renewals. */
const quietPauseMs = 15_000

/** When WeChat gives the refused one again, asking once more is in vain for so long. */
const sameAgainMs = 30_000

/**
 * Keeps one credential of one app: memory before store before WeChat, one flight at a time, early renewal behind the
 * back of the callers, and refusals that count only while nobody has got another one.
 */
export class CredentialKeeper implements CredentialProvider {
  readonly #context: TokenContext
  readonly #options: KeeperOptions
  readonly #key: string
  #current: (Credential & { readonly renewAt: number }) | undefined
  #flight: Promise<Credential> | undefined
  #rejected: string | undefined
  #givenAgain: { readonly token: string; readonly at: number } | undefined

  constructor(context: TokenContext, options: KeeperOptions) {
    this.#context = context
    this.#options = options
    this.#key = keyOf(context.appId, options.kind)
    if (options.initial !== undefined) this.#adopt({ fetchedAt: context.clock.now(), ...options.initial })
  }

  async get({ signal }: { readonly signal?: AbortSignal } = {}): Promise<Credential> {
    const now = this.#context.clock.now()
    const current = this.#current
    if (current !== undefined && now < current.expiresAt) {
      // Renewed behind the back of the callers: they lose no time, and nothing when the token endpoint is down.
      if (now >= current.renewAt && this.#flight === undefined) this.#renewQuietly(current)
      return current
    }
    const credential = await abortable(this.#fly(), signal)
    if (credential.token !== this.#rejected) return credential
    // A flight that had read the store before the refusal came back with the very one that was refused.
    this.#current = undefined
    return abortable(this.#fly(), signal)
  }

  async peek(): Promise<Credential | undefined> {
    if (this.#isUsable(this.#current)) return this.#current
    const stored = await this.#stored()
    if (stored !== undefined) this.#adopt(stored)
    return stored
  }

  async put(given: Pick<Credential, 'token' | 'expiresAt'> & Partial<Credential>): Promise<void> {
    const credential = { fetchedAt: this.#context.clock.now(), ...given }
    this.#rejected = undefined
    this.#adopt(credential)
    await this.#save(credential)
  }

  async invalidate({ token, errcode }: { readonly token: string; readonly errcode?: number }): Promise<void> {
    const current = this.#current
    if (current === undefined || current.token !== token) return
    const now = this.#context.clock.now()
    if (this.#givenAgain?.token === token && now - this.#givenAgain.at < sameAgainMs) return
    this.#rejected = token
    this.#current = undefined
    const ageMs = now - current.fetchedAt
    // Given up by hand: nobody has taken it away.
    if (errcode === undefined || ageMs >= youngMs || now >= current.expiresAt) return
    const { appId, logger, onTokenConflict } = this.#context
    const conflict = { appId, kind: this.#options.kind, ageMs, errcode }
    logger.warn('WeChat refused a young token of ours: somebody else fetches tokens for this account', conflict)
    try {
      onTokenConflict?.(conflict)
    } catch (error) {
      logger.error('onTokenConflict threw', { error })
    }
  }

  #renewQuietly(current: Credential): void {
    // Not with every call again, when it fails or brings nothing new.
    this.#current = { ...current, renewAt: this.#context.clock.now() + quietPauseMs }
    this.#fly().catch((error: unknown) => {
      this.#context.logger.warn('a token could not be renewed early; the old one is used until it expires', { error })
    })
  }

  /** One flight per app: who comes while it is on its way joins it. A failure is not kept. */
  #fly(): Promise<Credential> {
    this.#flight ??= this.#renew().finally(() => {
      this.#flight = undefined
    })
    return this.#flight
  }

  async #renew(): Promise<Credential> {
    const stored = await this.#fresh()
    if (stored !== undefined) return stored
    if (this.#context.readOnly) throw nothingToRead(this.#options.kind)
    const lock = await this.#lock()
    try {
      // Whoever held the lock before us has probably fetched already.
      return (lock !== 'none' && (await this.#fresh())) || (await this.#fetch(lock))
    } finally {
      if (typeof lock === 'object') await this.#quietly('release the lock of', () => lock.release())
    }
  }

  /** What the store holds, when it is good for a while yet: not refused, and not to be renewed now. */
  async #fresh(): Promise<Credential | undefined> {
    const stored = await this.#stored()
    if (stored === undefined) return undefined
    const adopted = this.#adopt(stored)
    return this.#context.clock.now() < adopted.renewAt || this.#context.readOnly ? adopted : undefined
  }

  async #stored(): Promise<Credential | undefined> {
    const { store } = this.#context
    if (store === undefined) return undefined
    const entry = await this.#quietly('read', () => store.get(this.#key))
    const credential = readCredential(entry)
    if (entry !== undefined && entry !== null && credential === undefined) {
      this.#context.logger.warn('the store holds something else where a token was expected', { key: this.#key })
    }
    return this.#isUsable(credential) ? credential : undefined
  }

  async #fetch(lock: Held): Promise<Credential> {
    if (lock === 'busy' && !this.#options.isHarmless) {
      throw new TokenUnavailableError(
        `the lock of the ${this.#options.kind} was held by another process for ${lockTimes.waitMs} ms, and a fetch beside ` +
          'it would kill the token the other one gets. Look at that process; or use stableToken(), which kills none.',
      )
    }
    const rejected = this.#rejected
    const { token, expiresInSeconds } = await this.#options.fetch(rejected)
    const now = this.#context.clock.now()
    if (token === rejected) this.#givenAgain = { token, at: now }
    this.#rejected = undefined
    const credential = this.#adopt({ token, expiresAt: now + expiresInSeconds * 1000, fetchedAt: now })
    await this.#save(credential)
    return credential
  }

  async #lock(): Promise<Held> {
    const { lock, signal } = this.#context
    if (lock === undefined) return 'none'
    const held = await this.#quietly(
      'lock',
      async () => (await lock.lock(this.#key, { ...lockTimes, signal })) ?? 'busy',
    )
    return held ?? 'none'
  }

  async #save(credential: Credential): Promise<void> {
    const { store, clock } = this.#context
    const ttl = credential.expiresAt - clock.now()
    if (store === undefined || ttl <= 0) return
    await this.#quietly('write', () => store.set(this.#key, writeCredential(credential), ttl))
  }

  /** A store or lock out of reach costs the others a fetch, never this process its calls. */
  async #quietly<T>(what: string, run: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await run()
    } catch (error) {
      this.#context.logger.warn(`could not ${what} the shared ${this.#options.kind}; going on without`, { error })
      return undefined
    }
  }

  #isUsable(credential: Credential | undefined): credential is Credential {
    return (
      credential !== undefined &&
      credential.token !== this.#rejected &&
      this.#context.clock.now() < credential.expiresAt
    )
  }

  #adopt(credential: Credential): Credential & { readonly renewAt: number } {
    this.#context.hide(credential.token)
    const { earlyMs, jitterMs } = { ...defaultFreshness, ...this.#options.freshness }
    const life = Math.max(credential.expiresAt - Math.max(credential.fetchedAt, 0), 0)
    // Half of its life at most: WeChat may give a token that has only minutes left, again and again.
    const early = Math.max(Math.min(earlyMs, life / 2) - this.#context.random() * Math.min(jitterMs, life / 4), 0)
    this.#current = { ...credential, renewAt: credential.expiresAt - early }
    return this.#current
  }
}

type Held = { release(): unknown } | 'none' | 'busy'

/** The flight goes on for the others when one who waits is aborted. */
function abortable<T>(flight: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return flight
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error)
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    flight.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
