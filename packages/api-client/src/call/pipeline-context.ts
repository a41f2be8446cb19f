import type { Clock, Logger, Redactor } from '@wx/core'
import type { Explain } from '../errors/explain.js'
import type { Hosts } from '../http/hosts.js'
import type { SendHttp } from '../http/http.js'
import type { CredentialProvider } from '../tokens/credential.js'
import type { RunHooks } from './hooks.js'
import type { RetryPolicy } from './retry.js'

/** What every call of a client goes through with. */
export interface PipelineContext {
  readonly appId: string
  /** Undefined in WeChat's cloud, where no token is sent. */
  readonly tokens: CredentialProvider | undefined
  readonly http: SendHttp
  readonly hosts: Hosts
  readonly clock: Clock
  readonly random: () => number
  readonly policy: RetryPolicy
  readonly runHooks: RunHooks
  readonly logger: Logger
  readonly redact: Redactor
  readonly explain: Explain
  /** Milliseconds for one attempt, and for one that uploads a file. */
  readonly timeouts: { readonly callMs: number; readonly uploadMs: number }
  /** Aborted when the client is closed. */
  readonly signal: AbortSignal
}
