import { parseArgs } from 'node:util'
import type { Effort } from './webhook/field.js'

export type Section = 'webhook' | 'parts' | 'calls' | 'tokens' | 'cold' | 'growth' | 'memory'

export const sections: readonly Section[] = ['webhook', 'parts', 'calls', 'tokens', 'cold', 'growth', 'memory']

/** What the command line asks for. */
export interface Options {
  readonly sections: readonly Section[]
  readonly effort: Effort
  /** Rounds of what is measured without sockets. */
  readonly rounds: number
  /** Processes for each import. */
  readonly imports: number
  /** A file for the results. */
  readonly json: string | undefined
  /** A folder for V8 profiles of the robot; nothing else is done then. */
  readonly profile: string | undefined
}

export const usage: string = `usage: pnpm bench [options]

  --quick           about a minute instead of several
  --only <section>  one of ${sections.join(', ')}; may stand several times
  --json <file>     writes all results there
  --profile <dir>   records where the robot's time goes under load, prints the top, and writes V8 profiles there`

const full = { warmUp: 10_000, rounds: 11, requests: 5_000 }
const quick = { warmUp: 4_000, rounds: 7, requests: 500 }

/** @throws TypeError, RangeError for a command line that asks for nothing there is */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  return {
    sections: (values.only ?? sections).map(toSection),
    effort: { ...(values.quick ? quick : full), connections: 32, users: 5_000 },
    rounds: values.quick ? 11 : 60,
    imports: values.quick ? 3 : 25,
    json: values.json,
    profile: values.profile,
  }
}

function toSection(name: string): Section {
  const found = sections.find((it) => it === name)
  if (found === undefined) throw new RangeError(`--only ${name}: there is no such section`)
  return found
}
