export type { BulkClient } from './bulk-arguments.js'
export type {
  BulkOptions,
  BulkProgress,
  BulkResult,
  BulkRun,
  BulkSource,
  BulkSummary,
  Verdict,
} from './bulk-types.js'
export type { BulkPosition, Checkpoint } from './checkpoint.js'
export { runBulk } from './run-bulk.js'
export { type SendTemplateOptions, sendTemplateToAll, type TemplateMessage } from './send-template.js'
export {
  type InfoOfManyOptions,
  infoOfMany,
  type TagManyOptions,
  tagMany,
  UserMissingError,
  untagMany,
} from './users.js'
