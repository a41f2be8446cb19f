export type {
  Awaitable,
  Claim,
  ClaimOptions,
  Coordinator,
  Lock,
  LockOptions,
  Outcome,
  Settled,
} from './coordinator.js'
export {
  ClaimLostError,
  ContextConflictError,
  ContextFormatError,
  ContextNestedUpdateError,
  ContextStoreError,
  ContextValueError,
  StoreBusyError,
  StoreClosedError,
  StoreDamagedError,
  type StoreOperation,
  StoreTextError,
} from './errors.js'
export { joinKey } from './join-key.js'
export type { KeyvStore, StoreChange, StoreEntry } from './keyv-store.js'
export { type MemoryCoordinatorOptions, memoryCoordinator } from './memory-coordinator.js'
export { type ContextOptions, ContextStore, type ContextStoreOptions } from './sessions/context-store.js'
export type { ExpiryValue } from './sessions/expiry.js'
export { type ContextEntry, type ContextKey, type ExpiryOptions, UserContext } from './sessions/user-context.js'
