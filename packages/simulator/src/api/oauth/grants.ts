import type { World } from '../../world.js'

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** What an authorisation may be for; `snsapi_login` is the one of computers. */
export type Scope = 'snsapi_base' | 'snsapi_userinfo' | 'snsapi_login'

/** Who a page believes it has before it: a user of the account, or the made-up one of a snapshot page. */
export interface Visitor {
  readonly openid: string
  readonly nickname: string
  readonly language: string
  readonly unionid: string | undefined
  readonly isSnapshot: boolean
}

/** What somebody agreed to. */
export interface Grant {
  readonly visitor: Visitor
  readonly scope: Scope
}

/** The tokens that come of one code. */
export interface UserTokens extends Grant {
  readonly accessToken: string
  readonly refreshToken: string
}

interface Code {
  readonly grant: Grant
  readonly expiresAt: number
  isUsed: boolean
}

interface Issued {
  /** The newest one; those before are past their time. */
  tokens: UserTokens
  readonly refreshUntil: number
}

/** What a code, a token or a refresh token is worth now. */
export type Worth<T> = T | 'unknown' | 'used' | 'expired'

/** Codes of web OAuth and what they were traded for, of one account. */
export class OAuthGrants {
  readonly #world: World
  readonly #codes = new Map<string, Code>()
  readonly #accessTokens = new Map<string, { readonly issued: Issued; until: number }>()
  readonly #refreshTokens = new Map<string, Issued>()

  constructor(world: World) {
    this.#world = world
  }

  issueCode(grant: Grant): string {
    const code = `0${this.#world.random.text(31, alphanumeric)}`
    const expiresAt = this.#after(this.#world.settings.oauthCodeLifeSeconds)
    this.#codes.set(code, { grant, expiresAt, isUsed: false })
    return code
  }

  /** Trades a code, which works once. */
  trade(code: string): Worth<UserTokens> {
    const kept = this.#codes.get(code)
    if (kept === undefined) return 'unknown'
    if (kept.isUsed) return 'used'
    if (this.#isPast(kept.expiresAt)) return 'expired'
    kept.isUsed = true
    const refreshToken = this.#newToken()
    const issued: Issued = {
      tokens: { ...kept.grant, accessToken: this.#newToken(), refreshToken },
      refreshUntil: this.#after(this.#world.settings.oauthRefreshLifeSeconds),
    }
    this.#refreshTokens.set(refreshToken, issued)
    this.#extend(issued)
    return issued.tokens
  }

  /**
   * A living token lasts the whole time again, a dead one is replaced. The refresh token stays, and its end too.
   * https://developers.weixin.qq.com/doc/oplatform/Mobile_App/WeChat_Login/Authorized_API_call_UnionID.html
   */
  refresh(refreshToken: string): Worth<UserTokens> {
    const issued = this.#refreshTokens.get(refreshToken)
    if (issued === undefined) return 'unknown'
    if (this.#isPast(issued.refreshUntil)) return 'expired'
    const isDead = this.check(issued.tokens.accessToken) === 'expired'
    if (isDead) issued.tokens = { ...issued.tokens, accessToken: this.#newToken() }
    this.#extend(issued)
    return issued.tokens
  }

  /** What a user's token stands for. */
  check(accessToken: string): Worth<Grant> {
    const kept = this.#accessTokens.get(accessToken)
    if (kept === undefined) return 'unknown'
    return this.#isPast(kept.until) ? 'expired' : kept.issued.tokens
  }

  #extend(issued: Issued): void {
    const until = this.#after(this.#world.settings.oauthTokenLifeSeconds)
    this.#accessTokens.set(issued.tokens.accessToken, { issued, until })
  }

  #after = (seconds: number): number => this.#world.clock.now() + seconds * 1000

  #isPast = (at: number): boolean => this.#world.clock.now() >= at

  #newToken(): string {
    const { random } = this.#world
    return `${10 + random.integer(90)}_${random.text(86, alphanumeric)}`
  }
}
