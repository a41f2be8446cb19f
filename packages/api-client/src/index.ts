export type {
  AnswerOf,
  CallArguments,
  KnownCall,
  UnknownCall,
  UnknownEndpoint,
} from './call/call-arguments.js'
export type { QueryFields } from './call/call-plan.js'
export type { CallEvent, CallHooks } from './call/hooks.js'
export type { RetryPolicy } from './call/retry.js'
export { ApiClient, createClient } from './client.js'
export {
  AccessTokenError,
  ApiError,
  type ApiErrorFacts,
  InvalidCodeError,
  IpNotWhitelistedError,
  PermissionError,
  PushQuotaExceededError,
  PushWindowClosedError,
  QuotaError,
} from './errors/api-error.js'
export { BodyConsumedError, ClientClosedError, DownloadError, UploadError } from './errors/client-errors.js'
export type { Locale } from './errors/refusal.js'
export { ReadOnlyTokenError, TokenUnavailableError } from './errors/token-errors.js'
export {
  type CallPlace,
  DecodeError,
  HttpError,
  NetworkError,
  TimeoutError,
  TransportError,
  type TransportErrorOptions,
} from './errors/transport-errors.js'
export { type Environment, fromEnv } from './from-env.js'
export type { Dispatcher } from './http/dispatcher.js'
export type { HostOptions } from './http/hosts.js'
export type { FetchLike, HttpAnswer, HttpRequest, SendHttp } from './http/http.js'
export type { ClientOptions } from './options.js'
export { type AccessTokenOptions, classicToken, stableToken } from './tokens/access-token.js'
export type {
  Credential,
  CredentialProvider,
  TokenConflict,
  TokenContext,
  TokenSource,
} from './tokens/credential.js'
export { fromUrl } from './tokens/from-url.js'
export type { Freshness } from './tokens/keeper.js'
export { fromStore, readOnly } from './tokens/read-only.js'
export { type TokenRelayOptions, tokenRelay } from './tokens/relay.js'
export type { CredentialStore, LockSource } from './tokens/shared.js'
export type { TicketKind } from './tokens/tickets.js'
export { fileArgument } from './upload/file-input.js'
