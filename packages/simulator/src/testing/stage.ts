import { ManualClock, type WebHandler } from '@wx/core'
import type { Account, CreateAccountOptions } from '../account.js'
import type { PlatformSettings } from '../settings.js'
import { type Simulator, startSimulator } from '../simulator.js'
import type { User } from '../user.js'
import { type Caller, callerOf } from './caller.js'
import { type Answer, parrot } from './parrot.js'

/** A simulator with one account, one user and one parrot, on a clock that stands still. */
export interface Staged {
  readonly sim: Simulator
  readonly clock: ManualClock
  readonly account: Account
  readonly user: User
  /** Calls the API for the account. */
  readonly call: Caller
}

export interface StageOptions {
  /** What the parrot says; `success` when not given. */
  readonly answer?: Answer
  readonly account?: CreateAccountOptions
  readonly settings?: Partial<PlatformSettings>
  readonly wrap?: (handler: WebHandler) => WebHandler
}

/**
 * Takes what is to be done when the test is over: vitest's `onTestFinished`. It is handed in, since only tests may
 * import vitest.
 */
export type AtEnd = (close: () => Promise<void>) => void

/** Sets a stage, which is closed when the test is over. */
export async function stage(atEnd: AtEnd, options: StageOptions = {}): Promise<Staged> {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock, seed: 'stage', settings: options.settings ?? {} })
  atEnd(() => sim.close())
  let robot: WebHandler = async () => ({ status: 500, headers: {}, body: 'not ready' })
  const handler: WebHandler = (request, context) => robot(request, context)
  const account = sim.createAccount({ handler, ...options.account })
  robot = (options.wrap ?? ((it) => it))(parrot(account.config, options.answer ?? (() => 'success')))
  return { sim, clock, account, user: account.createUser(), call: callerOf({ sim }, account) }
}
