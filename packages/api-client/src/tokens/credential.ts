import type { Clock, Logger } from '@wx/core'
import type { SendHttp } from '../http/http.js'
import type { CredentialStore, LockSource } from './shared.js'

/** A token or ticket with its times. */
export interface Credential {
  readonly token: string
  /** Milliseconds since 1970 from which it is no longer valid. */
  readonly expiresAt: number
  /** Milliseconds since 1970 at which WeChat gave it. */
  readonly fetchedAt: number
}

/** Where calls get a token (or a ticket) from. */
export interface CredentialProvider {
  /**
   * A valid one: from memory, the store, or WeChat, in that order; however many ask at once, WeChat is asked once.
   * @throws ApiError when WeChat refuses, TransportError when it cannot be asked, ReadOnlyTokenError when it may not be
   */
  get(options?: { readonly signal?: AbortSignal }): Promise<Credential>
  /** What memory or the store holds, if it is valid: the export. WeChat is not asked. */
  peek(): Promise<Credential | undefined>
  /** Takes over one that was fetched elsewhere: the import. It is written to the store. */
  put(credential: Pick<Credential, 'token' | 'expiresAt'> & Partial<Credential>): Promise<void>
  /**
   * This one is good for nothing any more: the next `get` brings another. Does nothing when another is at hand by now.
   * @param rejected its value, and the `errcode` WeChat refused it with; without one it is given up by hand
   */
  invalidate(rejected: { readonly token: string; readonly errcode?: number }): Promise<void>
}

/** A young token of ours was refused: somebody else fetches tokens for this account. */
export interface TokenConflict {
  readonly appId: string
  /** `access_token`, `jsapi_ticket`, … */
  readonly kind: string
  /** Milliseconds since it was fetched. */
  readonly ageMs: number
  readonly errcode: number | undefined
}

/** What a client hands to a source of tokens. */
export interface TokenContext {
  readonly appId: string
  /** Undefined when the client was made without. */
  readonly appSecret: string | undefined
  /** The provider may only read what others fetched. */
  readonly readOnly: boolean
  /** Calls an endpoint that needs no token, through the client's hosts, retries and errors. */
  readonly call: (
    endpoint: `${'GET' | 'POST'} /${string}`,
    request: { readonly query?: Fields; readonly body?: Fields; readonly signal?: AbortSignal },
  ) => Promise<unknown>
  /** One bare request, to anywhere. */
  readonly http: SendHttp
  readonly store: CredentialStore | undefined
  readonly lock: LockSource | undefined
  /** Aborted when the client closes. */
  readonly signal: AbortSignal
  readonly clock: Clock
  /** From 0 up to 1, like `Math.random`. */
  readonly random: () => number
  readonly logger: Logger
  readonly onTokenConflict: ((conflict: TokenConflict) => void) | undefined
  /** Tells the redaction of a value that must not be shown from now on. */
  readonly hide: (secret: string) => void
}

type Fields = Readonly<Record<string, string | number | boolean>>

/** Makes a client's provider; `stableToken()`, `classicToken()`, `readOnly(…)`, `fromUrl(…)`, `fromStore(…)`. */
export type TokenSource = (context: TokenContext) => CredentialProvider

/** Either a source, or the provider of another client, which is then shared. */
export const providerOf = (tokens: TokenSource | CredentialProvider, context: TokenContext): CredentialProvider =>
  typeof tokens === 'function' ? tokens(context) : tokens
