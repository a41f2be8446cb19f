import type { NoRequest } from './answer.js'
import type { ApiDomains, DomainTables } from './domain-rows.js'
import type { EndpointKey } from './endpoint.js'

/** What goes into one call and what comes out of it. */
export interface CallTypes {
  /** All fields in one object, as the domain's method takes them. */
  readonly request: unknown
  /** Those that travel in the query. */
  readonly query: unknown
  /** Those that travel in the body. */
  readonly body: unknown
  readonly answer: unknown
}

/** Your own endpoints, or better types for ours: by declaration merging, each `{ request, query, body, answer }` or a part of it. */
// biome-ignore lint/suspicious/noEmptyInterface: empty is the point, users fill it
export interface UserEndpoints {}

type CallsOf<Api, Table> = {
  [K in keyof Api & keyof Table as Table[K] extends { readonly call: infer Key extends EndpointKey }
    ? Key
    : never]: TypesOf<Api[K], Table[K]>
}

type TypesOf<F, Entry> = F extends (request: infer R, ...rest: never) => Promise<infer A>
  ? Placed<Exclude<R, undefined>, Entry, A>
  : never

/** GET: everything in the query. POST: in the body, but for what the entry puts into the query. */
type Placed<R, Entry, A> = {
  request: R
  query: R extends NoRequest ? undefined : QueryOf<R, Entry>
  body: R extends NoRequest ? undefined : BodyOf<R, Entry>
  answer: A
}

type QueryOf<R, Entry> = Entry extends { readonly query: readonly (infer Q)[] }
  ? Pick<R, Q & keyof R>
  : Entry extends { readonly call: `GET ${string}` }
    ? R
    : undefined

type BodyOf<R, Entry> = Entry extends { readonly call: `GET ${string}` }
  ? undefined
  : Entry extends { readonly query: readonly (infer Q)[] }
    ? RestOf<Omit<R, Q & keyof R> & EchoOf<R, Entry>>
    : R

type EchoOf<R, Entry> = Entry extends { readonly queryAndBody: readonly (infer Q)[] }
  ? Partial<Pick<R, Q & keyof R>>
  : unknown

type RestOf<B> = keyof B extends never ? undefined : B

type Merge<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never

/** Every call this package knows, by its key. */
export type KnownEndpoints = Merge<
  { [D in keyof ApiDomains]: CallsOf<ApiDomains[D], DomainTables[D]> }[keyof ApiDomains]
>

/** Calls with types: yours first, then ours. */
export type EndpointTypes = UserEndpoints & Omit<KnownEndpoints, keyof UserEndpoints>
