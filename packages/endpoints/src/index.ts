export { endpoints } from './all.js'
export type { BaseAnswer, NoRequest, OpenAnswer, OpenRequest } from './answer.js'
export type { CallOptions } from './call-options.js'
export type { CallTypes, EndpointTypes, KnownEndpoints, UserEndpoints } from './call-types.js'
export { type ApiDomains, type DomainTables, domainRows } from './domain-rows.js'
export type * from './domain-types.js'
export type {
  AccountStanding,
  AnswerKind,
  BodyKind,
  EndpointKey,
  EndpointRow,
  EndpointStatus,
  Method,
  Permission,
  Platform,
  Quota,
  RetryKind,
  Rows,
  TokenKind,
} from './endpoint.js'
export { type ErrorCode, errorCodes, type InTwoLanguages } from './error-codes.js'
export type { BlobLike, Download, FileInput, NamedFile } from './transfer.js'
