import { ManualClock, type WebHandler } from '@wx/core'
import type { Account, CreateAccountOptions } from '../account.js'
import type { PlatformSettings } from '../settings.js'
import { type Simulator, startSimulator } from '../simulator.js'
import type { User } from '../user.js'
import { type Answer, parrot } from './parrot.js'

/** A simulator with one account, one user and one parrot, on a clock that stands still. */
export interface Staged {
  readonly sim: Simulator
  readonly clock: ManualClock
  readonly account: Account
  readonly user: User
}

export interface StageOptions {
  readonly account?: CreateAccountOptions
  readonly settings?: Partial<PlatformSettings>
  readonly wrap?: (handler: WebHandler) => WebHandler
}

export async function stage(answer: Answer, options: StageOptions = {}): Promise<Staged> {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock, seed: 'stage', settings: options.settings ?? {} })
  let robot: WebHandler = async () => ({ status: 500, headers: {}, body: 'not ready' })
  const handler: WebHandler = (request, context) => robot(request, context)
  const account = sim.createAccount({ handler, ...options.account })
  robot = (options.wrap ?? ((it) => it))(parrot(account.config, answer))
  return { sim, clock, account, user: account.createUser() }
}
