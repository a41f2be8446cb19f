import { ConfigError } from '@wx/core'
import type { EndpointRow } from '@wx/endpoints'
import type { CallPlan, QueryFields } from './call-plan.js'
import { type PlanOptions, planRow } from './plan-row.js'

/** What `client.call` is given besides the endpoint. */
export interface OpenCall {
  readonly query?: QueryFields | undefined
  readonly body?: unknown
}

/** An endpoint as text, taken apart. */
export interface EndpointName {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** What stands behind the `?`. */
  readonly query: QueryFields
}

/** @throws ConfigError when it is not like `POST /cgi-bin/menu/create` */
export function endpointName(endpoint: string): EndpointName {
  const [, method, path, query] = /^(GET|POST) (\/[^\s?#]*)(?:\?([^\s#]*))?$/.exec(endpoint) ?? []
  if ((method !== 'GET' && method !== 'POST') || path === undefined) {
    throw new ConfigError('endpoint', 'an endpoint is a method and a path, such as POST /cgi-bin/menu/create')
  }
  return { method, path, query: Object.fromEntries(new URLSearchParams(query)) }
}

/** A call by name: by its row where the endpoint is known, as it is given where not. */
export function planCall(
  name: EndpointName,
  { query, body }: OpenCall,
  { row, ...options }: PlanOptions & { readonly row: EndpointRow | undefined },
): CallPlan {
  const all = { ...name.query, ...query }
  if (row !== undefined) return planRow(row, body, { ...options, query: all })
  const { choices } = options
  return {
    endpoint: `${name.method} ${name.path}`,
    id: undefined,
    method: name.method,
    path: name.path,
    host: undefined,
    auth: 'access_token',
    query: all,
    body,
    bodyKind: undefined,
    answer: undefined,
    stringIds: [],
    docs: undefined,
    ...choices,
    // Nobody knows what it does: only the caller may say that it can be repeated.
    retry: choices.retry ?? 'never',
  }
}
