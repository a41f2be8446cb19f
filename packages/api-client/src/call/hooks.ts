import type { Logger } from '@wx/core'

/** One call as hooks see it: the same object in all of them, so that a `WeakMap` can hold what belongs to it. */
export interface CallEvent {
  readonly appId: string
  /** `POST /cgi-bin/menu/create`, without query. */
  readonly endpoint: string
  /** `menu.create`, where the endpoint is known. */
  readonly id: string | undefined
  /** Where the last attempt went. */
  readonly origin: string
  /** Attempts so far, the one after a token refusal included. */
  readonly attempts: number
  /** Milliseconds since the call began, by the client's clock. */
  readonly durationMs: number
}

/** Looks on: for traces, metrics, logs. What a hook throws is logged, and the call goes on. */
export interface CallHooks {
  /** Before the first attempt. */
  before?(call: CallEvent): void | Promise<void>
  /** The call succeeded. */
  after?(call: CallEvent): void | Promise<void>
  /** The call failed for good. */
  error?(call: CallEvent, error: unknown): void | Promise<void>
  /** An attempt failed, and another one follows. */
  retry?(call: CallEvent, error: unknown): void | Promise<void>
}

export type HookName = keyof CallHooks

/** Runs one hook of every listener. */
export type RunHooks = (name: HookName, call: CallEvent, error?: unknown) => Promise<void>

export function hookRunner(hooks: readonly CallHooks[], logger: Logger): RunHooks {
  return async (name, call, error) => {
    for (const hook of hooks) {
      try {
        await hook[name]?.(call, error)
      } catch (thrown) {
        logger.error(`the ${name} hook threw; the call goes on`, { error: thrown, endpoint: call.endpoint })
      }
    }
  }
}
