import { ConfigError } from '@wx/core'
import type { Account, CreateAccountOptions } from '../account.js'
import type { Faults } from '../faults/faults.js'
import type { AccountSeed, SimulatorState, UserSeed } from './state.js'

/** Where a state is put. */
interface Empty {
  readonly faults: Faults
  createAccount(options: CreateAccountOptions): Account
}

/**
 * Makes what the state names, through the same calls anybody has.
 * @throws ConfigError that names the place
 */
export function applyState({ accounts = [], faults = [] }: SimulatorState, simulator: Empty): void {
  for (const [at, account] of accounts.entries()) addAccount(account, simulator, `state.accounts[${at}]`)
  for (const [at, fault] of faults.entries()) placed(`state.faults[${at}]`, () => simulator.faults.add(fault))
}

function addAccount({ users = [], tags = [], ...options }: AccountSeed, simulator: Empty, place: string): void {
  const account = placed(place, () => simulator.createAccount(options))
  for (const name of tags) tagNamed(account, name)
  for (const [at, user] of users.entries()) placed(`${place}.users[${at}]`, () => addUser(account, user))
}

function addUser(account: Account, { tags = [], ...options }: UserSeed): void {
  const { openid } = account.createUser(options)
  for (const name of tags) account.state.tags.tag(tagNamed(account, name), openid)
}

const tagNamed = ({ state: { tags } }: Account, name: string): number => (tags.named(name) ?? tags.create(name)).id

/** Does it, and says where it stood when that fails. */
function placed<T>(place: string, make: () => T): T {
  try {
    return make()
  } catch (cause) {
    if (cause instanceof ConfigError) {
      const [, setting = cause.setting] = /^fault\.(.*)$/.exec(cause.setting) ?? []
      throw new ConfigError(`${place}.${setting}`, cause.message.slice(cause.setting.length + 2), { cause })
    }
    throw new ConfigError(place, cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
