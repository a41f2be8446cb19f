import type { AnswerKind, BodyKind, EndpointRow, TokenKind } from '@wx/endpoints'

/** Values of a query. Undefined ones are left out; of a list each is sent, under the same name. */
export type QueryFields = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>

type QueryValue = string | number | bigint | boolean

/** Everything the pipeline has to know of one call. */
export interface CallPlan {
  /** `POST /cgi-bin/menu/create`: how errors, logs and hooks name it. */
  readonly endpoint: string
  /** `menu.create`, where the endpoint is known. */
  readonly id: string | undefined
  readonly method: string
  readonly path: string
  /** Only where it is not the API host. */
  readonly host: string | undefined
  readonly auth: TokenKind
  readonly query: QueryFields
  readonly body: unknown
  /** Undefined: by what the body is. */
  readonly bodyKind: BodyKind | undefined
  /** Undefined: by what comes. */
  readonly answer: AnswerKind | undefined
  readonly retry: 'safe' | 'never'
  readonly stringIds: readonly string[]
  readonly docs: string | undefined
  readonly signal: AbortSignal | undefined
  readonly timeoutMs: number | undefined
}

/** The part of a plan that the caller of one call decides. */
export type CallChoices = Pick<CallPlan, 'signal' | 'timeoutMs'> & { readonly retry: 'safe' | 'never' | undefined }

/** What a client fills in. */
export interface Credentials {
  readonly appId: string
  readonly appSecret: string | undefined
}

/** `POST /cgi-bin/menu/create` of a row, with its action where several share the path. */
export const endpointOf = ({ method, path, action, actionIn }: EndpointRow): string =>
  `${method} ${path}${action !== undefined && actionIn === 'query' ? `?action=${action}` : ''}`
