import type { CallOptions, EndpointKey, EndpointTypes } from '@wx/endpoints'
import type { QueryFields } from './call-plan.js'

type Part<Types, Name extends string> = Types extends { readonly [K in Name]: infer Value } ? Value : unknown

/** Nothing, where the endpoint takes none; left out, where all of it may be. */
type Slot<Name extends string, Value> = unknown extends Value
  ? { readonly [K in Name]?: Value }
  : [Value] extends [undefined]
    ? { readonly [K in Name]?: undefined }
    : // biome-ignore lint/complexity/noBannedTypes: {} is what every object of optional fields extends
      {} extends Value
      ? { readonly [K in Name]?: Value }
      : { readonly [K in Name]: Value }

/** Fields of a known endpoint, where they travel; parameters newer than its types may be given too. */
export type KnownCall<Key extends keyof EndpointTypes> = CallOptions &
  Slot<'query', Part<EndpointTypes[Key], 'query'>> &
  Slot<'body', Part<EndpointTypes[Key], 'body'>>

/** What an endpoint answers; `unknown` for those nobody typed. */
export type AnswerOf<Key extends keyof EndpointTypes> = Part<EndpointTypes[Key], 'answer'>

/** Fields of any endpoint. */
export interface UnknownCall extends CallOptions {
  readonly query?: QueryFields
  /** An object becomes JSON, or a form when a file is in it; bytes, Blob, stream and text are sent as they are. */
  readonly body?: unknown
}

/** An endpoint the kit has no types for. */
export type UnknownEndpoint<Key extends EndpointKey> = Key extends keyof EndpointTypes ? never : Key

/** The fields may be left out where all of them may be. */
// biome-ignore lint/complexity/noBannedTypes: {} is what every object of optional fields extends
export type CallArguments<Request> = {} extends Request ? [request?: Request] : [request: Request]
