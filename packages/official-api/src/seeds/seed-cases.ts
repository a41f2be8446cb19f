import { accountActs } from './acts-account.js'
import { fileActs } from './acts-files.js'
import { localActs } from './acts-local.js'
import { messageActs } from './acts-messages.js'
import { userActs } from './acts-users.js'
import type { SeedAct } from './seed-act.js'
import { type Seed, seeds } from './seed-methods.js'

/** Everything the seeds do with an official account, and how it is done here. */
export const seedActs: readonly SeedAct[] = [...accountActs, ...messageActs, ...userActs, ...fileActs, ...localActs]

/** One method of a seed that calls WeChat, to be run on an account: with a fake `fetch`, or on a simulator. */
export interface SeedCase extends Required<Pick<SeedAct, 'run' | 'wire'>> {
  readonly seed: Seed
  readonly method: string
  /** Ids of the endpoints that are called here, in order. */
  readonly endpointIds: readonly string[]
}

const seedNames = Object.keys(seeds) as readonly Seed[]

/** A case for each of an act's methods. */
export const seedCases: readonly SeedCase[] = seedActs.flatMap(({ of, calls, run, wire }) =>
  run === undefined || wire === undefined
    ? []
    : of.map((method) => {
        const seed = seedNames.find((name) => Object.hasOwn(seeds[name], method)) as Seed
        return { seed, method, endpointIds: calls ?? seeds[seed][method] ?? [], run, wire }
      }),
)
