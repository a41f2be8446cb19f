import type { CreateAccountOptions } from '../account.js'
import type { FaultSpec } from '../faults/faults.js'
import type { CreateUserOptions } from '../user.js'

/** A user to begin with. */
export interface UserSeed extends CreateUserOptions {
  /** Names of tags the user carries; those the account does not list are made. */
  readonly tags?: readonly string[]
}

/** An account to begin with: the options of `createAccount`, its tags and users. */
export interface AccountSeed extends CreateAccountOptions {
  /** Names of tags. */
  readonly tags?: readonly string[]
  readonly users?: readonly UserSeed[]
}

/** What a simulator begins with, and begins with again after `reset()`. */
export interface SimulatorState {
  readonly accounts?: readonly AccountSeed[]
  readonly faults?: readonly FaultSpec[]
}
