import { Child } from '../child/child.js'
import type { Cores } from '../child/cores.js'
import type { LoadCalls } from '../load/load-main.js'

/** How much is measured. */
export interface Effort {
  /** Requests sent to each contestant before the first round. */
  readonly warmUp: number
  readonly rounds: number
  /** Requests of one round. */
  readonly requests: number
  readonly connections: number
  readonly users: number
}

/** The processes of a run: one load generator, and servers that come and go. */
export interface Field {
  readonly cores: Cores | undefined
  readonly load: Child<LoadCalls>
}

export const openField = (cores: Cores | undefined): Field => ({
  cores,
  load: new Child<LoadCalls>(new URL('../load/load-main.js', import.meta.url), { core: cores?.load }),
})
