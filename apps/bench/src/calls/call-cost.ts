import { Child } from '../child/child.js'
import type { Cores } from '../child/cores.js'
import { hasPeers } from '../peers.js'
import { median, pairedRatio } from '../statistics.js'
import type { KitCalls } from './kit-main.js'
import { type KitId, kits } from './kits.js'
import type { TokenServerCalls } from './token-server-main.js'

/** What one call costs its own process. */
export interface CallCost {
  readonly id: KitId
  readonly label: string
  /** Nanoseconds of CPU. */
  readonly ns: number
  /** Over bare fetch, as the median of the rounds' own ratios. */
  readonly ratio: number
}

const batchSize = 200
const warmUps = 5

/** Each kit in a process of its own, all against one server, in turns. */
export async function callCosts(rounds: number, cores: Cores | undefined): Promise<readonly CallCost[]> {
  const server = new Child<TokenServerCalls>(new URL('./token-server-main.js', import.meta.url), { core: cores?.load })
  const origin = await server.ask('origin', undefined as never)
  const present = kits.filter(({ isPeer, id }) => id !== 'official-api-classic' && (!isPeer || hasPeers()))
  const entered = present.map(({ id, label }) => ({
    id,
    label,
    child: new Child<KitCalls>(new URL('./kit-main.js', import.meta.url), { core: cores?.server }),
    ns: [] as number[],
  }))
  try {
    for (const { id, child } of entered) await child.ask('open', { id, options: { origin } })
    for (let i = 0; i < warmUps; i++) {
      for (const { id, child } of entered) await child.ask('batch', { id, count: batchSize })
    }
    for (let round = 0; round < rounds; round++) {
      for (const { id, child, ns } of entered) ns.push(await child.ask('batch', { id, count: batchSize }))
    }
    const base = entered[0]?.ns ?? []
    return entered.map(({ id, label, ns }) => ({ id, label, ns: median(ns), ratio: pairedRatio(ns, base) }))
  } finally {
    for (const { child } of entered) child.stop()
    server.stop()
  }
}
