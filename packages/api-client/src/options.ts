import { type Clock, ConfigError, type Logger } from '@wx/core'
import type { CallHooks } from './call/hooks.js'
import { objectArgument } from './call/object-argument.js'
import type { RetryPolicy } from './call/retry.js'
import type { Locale } from './errors/refusal.js'
import type { Dispatcher } from './http/dispatcher.js'
import type { HostOptions } from './http/hosts.js'
import type { FetchLike } from './http/http.js'
import type { CredentialProvider, TokenConflict, TokenSource } from './tokens/credential.js'
import type { CredentialStore, LockSource } from './tokens/shared.js'
import type { TicketKind } from './tokens/tickets.js'

/** Settings of a client. */
export interface ClientOptions extends HostOptions {
  /** The account's AppID, `wx…`. */
  readonly appId: string
  /** Its AppSecret. Not needed where tokens come from elsewhere. */
  readonly appSecret?: string
  /** Where tokens come from; `stableToken()` by default. The provider of another client is shared with it. */
  readonly tokens?: TokenSource | CredentialProvider
  /** Where tickets come from; fetched with the client's own token by default. */
  readonly tickets?: { readonly [K in TicketKind]?: TokenSource | CredentialProvider }
  /** What processes share tokens and tickets in; none: each process has its own. A `Keyv` fits. */
  readonly store?: CredentialStore
  /** Lets one process fetch while the others wait. A coordinator of `@wx/context-store` fits. */
  readonly lock?: LockSource
  /** Called once when a token of ours that is young was refused: somebody else fetches tokens for this account. */
  readonly onTokenConflict?: (conflict: TokenConflict) => void
  /** Milliseconds for one attempt; 15,000 by default. */
  readonly timeoutMs?: number
  /** The same for one that uploads a file; 120,000 by default. */
  readonly uploadTimeoutMs?: number
  /** How calls that may be repeated are; three attempts by default, `{ attempts: 1 }` for none. */
  readonly retry?: Partial<RetryPolicy>
  /** Listeners for traces and metrics. */
  readonly hooks?: CallHooks | readonly CallHooks[]
  /** Language of hints; `zh` by default. */
  readonly locale?: Locale
  /** Called instead of Node's `fetch`. */
  readonly fetch?: FetchLike
  /** A proxy: an undici dispatcher for Node's `fetch`. */
  readonly dispatcher?: Dispatcher
  /** Log lines, redacted; `consoleLogger` by default. */
  readonly logger?: Logger
  readonly clock?: Clock
  /** From 0 up to 1; for jitter. */
  readonly random?: () => number
}

/** @throws ConfigError naming the first setting that cannot work */
export function checkOptions(options: ClientOptions): void {
  const { appId, appSecret, timeoutMs, uploadTimeoutMs, retry } = objectArgument(
    'options',
    options,
    '{ appId, appSecret }',
  )
  if (typeof appId !== 'string' || !/^[\w-]{1,64}$/.test(appId)) {
    throw new ConfigError('appId', 'the account’s AppID, which looks like wx0123456789abcdef')
  }
  if (appSecret !== undefined && typeof appSecret !== 'string') throw new ConfigError('appSecret', 'must be a text')
  if (appSecret === '') throw new ConfigError('appSecret', 'empty: leave it out, or set the variable it comes from')
  const spans = { timeoutMs, uploadTimeoutMs, 'retry.baseMs': retry?.baseMs, 'retry.maxMs': retry?.maxMs }
  for (const [setting, ms] of Object.entries(spans)) {
    if (ms !== undefined && !(ms > 0)) throw new ConfigError(setting, 'milliseconds, more than 0')
  }
  if (retry?.attempts !== undefined && !(Number.isInteger(retry.attempts) && retry.attempts >= 1)) {
    throw new ConfigError('retry.attempts', 'attempts in all, 1 at least')
  }
}
