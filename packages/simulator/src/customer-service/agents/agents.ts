import { ConfigError } from '@wx/core'
import { ApiRefusal } from '../../api/refusal.js'
import type { World } from '../../world.js'
import type { Agent } from './agent.js'
import { ServiceFloor, type ServiceHome, type ServiceRecord, type ServiceSession, type WaitingUser } from './floor.js'
import { Roster } from './roster.js'

/** The customer service of one account: its agents, their sessions, and who waits for one. */
export class Agents {
  /** @internal */
  readonly roster: Roster
  /** @internal */
  readonly floor: ServiceFloor
  readonly #suffix: string

  /**
   * @internal
   * @param suffix what stands after the `@` of an agent's account
   */
  constructor(world: World, home: ServiceHome, suffix: string) {
    this.floor = new ServiceFloor(world, home, () => this.list())
    this.roster = new Roster(suffix, this.floor)
    this.#suffix = suffix
  }

  list(): readonly Agent[] {
    return this.roster.list()
  }

  /** The agent of that account, `name@account` or the name alone. */
  get(account: string): Agent | undefined {
    return this.roster.find(account) ?? this.roster.find(`${account}@${this.#suffix}`)
  }

  /**
   * Adds an agent, with a person behind it: `kfaccount/add`, and an invitation that was accepted.
   * @param name up to 10 letters, digits or _; the account's own name is put behind it
   * @param nickname up to 16 characters; the name when not given
   * @throws ConfigError for what WeChat would refuse
   */
  add(name: string, nickname: string = name): Agent {
    try {
      return this.roster.add(`${name}@${this.#suffix}`, nickname).bind()
    } catch (error) {
      throw error instanceof ApiRefusal ? new ConfigError('agent', error.advice) : error
    }
  }

  /** Users who were handed over and whom nobody has taken yet, those who wait longest first. */
  get waiting(): readonly WaitingUser[] {
    return this.floor.waiting
  }

  /** Who talks with that user now. */
  session(openid: string): ServiceSession | undefined {
    return this.floor.session(openid)
  }

  /** What agents said and heard, in order. */
  get records(): readonly ServiceRecord[] {
    return this.floor.records
  }
}
