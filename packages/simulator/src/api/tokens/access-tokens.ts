import type { World } from '../../world.js'

/** How long forcing again changes nothing after a token was forced. Official. */
const forcedPauseMs = 30_000

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** What a token is worth now. `replaced`: another fetch made it invalid. */
export type TokenVerdict = 'valid' | 'replaced' | 'expired' | 'unknown'

interface Issued {
  readonly token: string
  expiresAt: number
  /** Good until then although a newer one is out; undefined while it is the newest. */
  replacedAt: number | undefined
}

/** A token as it is handed out. */
export interface GrantedToken {
  readonly access_token: string
  readonly expires_in: number
}

/**
 * The account tokens of one account. Classic and stable ones do not know of each other: fetching one kind leaves the
 * other alone.
 * https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/getStableAccessToken.html
 */
export class AccessTokens {
  readonly #world: World
  readonly #issued = new Map<string, Issued>()
  #classic: Issued | undefined
  #stable: Issued | undefined
  #forcedAt = Number.NEGATIVE_INFINITY

  constructor(world: World) {
    this.#world = world
  }

  /** A new classic token. The one before works on for the overlap of the settings. */
  classic(): GrantedToken {
    const { classicTokenOverlapMs } = this.#world.settings
    this.#replace(this.#classic, classicTokenOverlapMs)
    this.#classic = this.#issue()
    return this.#granted(this.#classic)
  }

  /** The stable token: the same one until it is about to expire, unless a new one is forced. */
  stable(options: { readonly force: boolean }): GrantedToken {
    const { settings, clock } = this.#world
    const now = clock.now()
    const force = options.force && now - this.#forcedAt >= forcedPauseMs
    const current = this.#stable
    const left = current === undefined ? 0 : current.expiresAt - now
    if (current !== undefined && !force && left > settings.stableTokenRenewMs) return this.#granted(current)
    if (force) this.#forcedAt = now
    // A forced one replaces at once; a renewal leaves the old one to its end.
    this.#replace(current, force ? 0 : Number.POSITIVE_INFINITY)
    this.#stable = this.#issue()
    return this.#granted(this.#stable)
  }

  /** What somebody else would do to us: all tokens die at once, as after a fetch by another server. */
  revoke(): void {
    for (const issued of this.#issued.values()) this.#replace(issued, 0)
    this.#classic = undefined
    this.#stable = undefined
  }

  /** Puts all tokens past their time. */
  expire(): void {
    for (const issued of this.#issued.values()) issued.expiresAt = Math.min(issued.expiresAt, this.#world.clock.now())
  }

  check(token: string): TokenVerdict {
    const issued = this.#issued.get(token)
    if (issued === undefined) return 'unknown'
    const now = this.#world.clock.now()
    if (now >= issued.expiresAt) return 'expired'
    return issued.replacedAt !== undefined && now >= issued.replacedAt ? 'replaced' : 'valid'
  }

  #replace(issued: Issued | undefined, overlapMs: number): void {
    if (issued === undefined) return
    const at = this.#world.clock.now() + overlapMs
    issued.replacedAt = Math.min(issued.replacedAt ?? Number.POSITIVE_INFINITY, at)
  }

  #issue(): Issued {
    const { random, clock, settings } = this.#world
    const token = `${10 + random.integer(90)}_${random.text(134, alphanumeric)}`
    const issued: Issued = { token, expiresAt: clock.now() + settings.tokenLifeSeconds * 1000, replacedAt: undefined }
    this.#issued.set(token, issued)
    return issued
  }

  #granted({ token, expiresAt }: Issued): GrantedToken {
    return { access_token: token, expires_in: Math.floor((expiresAt - this.#world.clock.now()) / 1000) }
  }
}
