import type { EndpointRow } from '@wx/endpoints'
import type { Account } from '../account.js'
import type { World } from '../world.js'
import type { AccountState } from './account-state.js'
import type { ApiAnswer } from './answer.js'
import type { Body } from './fields.js'
import type { UploadForm } from './form.js'
import type { ApiRequest } from './request.js'

/** A call that has been read, whoever makes it. */
export interface OpenCall {
  readonly row: EndpointRow
  readonly world: World
  readonly accounts: readonly Account[]
  /** Decoded; the last one where a name stands twice. */
  readonly query: Readonly<Record<string, string>>
  /** The JSON object of the body; empty where the endpoint takes none. */
  readonly body: Body
  readonly request: ApiRequest
  /** The parts of a multipart body. @throws ApiRefusal 41005 when it is none */
  form(): Promise<UploadForm>
}

/** A call by an account that is known by its token. */
export interface ApiCall extends OpenCall {
  readonly account: Account
  readonly state: AccountState
}

interface RouteFacts {
  /** Id of the endpoint in `@wx/endpoints`. */
  readonly id: string
  /** Where its behaviour is known from, where that is not the endpoint's official page. */
  readonly source?: string
  /** What the real one does and this one does not, one sentence each. */
  readonly differences?: readonly string[]
}

/** One simulated endpoint. `run` needs a token of an account; `open` finds out itself who asks. */
export type ApiRoute = RouteFacts &
  (
    | { readonly run: (call: ApiCall) => ApiAnswer | Promise<ApiAnswer> }
    | { readonly open: (call: OpenCall) => ApiAnswer | Promise<ApiAnswer> }
  )
