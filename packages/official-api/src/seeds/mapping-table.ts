import type { SeedAct } from './seed-act.js'
import { type Seed, seeds } from './seed-methods.js'

const columns = Object.keys(seeds) as readonly Seed[]

/** `create_menu` of `Client.create_menu`; a constructor is called by its class. */
const shortName = (method: string): string => {
  const [className = '', name = ''] = method.split('.')
  return name === '__init__' ? className : name
}

const cell = (act: SeedAct, seed: Seed): string =>
  act.of
    .filter((method) => Object.hasOwn(seeds[seed], method))
    .map((method) => `\`${shortName(method)}\``)
    .join(', ')

/** The lines of the README's table: what each seed calls a thing, and how it is done here. */
export const mappingTable = (acts: readonly SeedAct[]): readonly string[] =>
  acts.map((act) => {
    const here = act.note === undefined ? act.here : `${act.here} (${act.note})`
    return `| ${[...columns.map((seed) => cell(act, seed)), here].join(' | ')} |`
  })
