import { WxError, type WxErrorOptions } from '@wx/core'

/** Redis did not do what was asked of it, or did not say so in time; whether the step was taken is not known. */
export class RedisCoordinatorError extends WxError {
  readonly code = 'WX_COORDINATOR_REDIS'
  /** What was to be done, for example `claim` or `settle`. */
  readonly step: string

  constructor(step: string, problem: string, options?: WxErrorOptions) {
    super(
      `the shared coordinator could not ${step}: Redis ${problem}. Check that the server is up, reachable from here, and ` +
        'may run scripts (EVALSHA, EVAL, PUBLISH). A robot goes on with its own coordinator meanwhile.',
      options,
    )
    this.step = step
  }
}

/**
 * What a client's error says, and nothing that hangs on it: ioredis hands over the whole command, and so a user's answer,
 * with each refusal.
 */
export function plainCause(error: unknown): Error {
  const plain = new Error(error instanceof Error ? error.message : 'no Error was thrown')
  if (error instanceof Error) plain.name = error.name
  return plain
}
