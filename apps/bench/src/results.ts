import type { CallCost } from './calls/call-cost.js'
import type { TokenStorm } from './calls/token-storm.js'
import type { ColdImport } from './cold/cold.js'
import type { InstallSize } from './cold/install-size.js'
import type { Growth } from './growth/growth-main.js'
import type { Machine } from './machine.js'
import type { MemoryRow } from './memory/memory.js'
import type { PartResult } from './parts/op.js'
import type { Standing } from './webhook/measure.js'

/** Everything a run found out; a section that was left out is missing. */
export interface Results {
  readonly machine: Machine
  readonly standings?: readonly Standing[]
  readonly parts?: readonly PartResult[]
  readonly calls?: readonly CallCost[]
  readonly tokens?: readonly TokenStorm[]
  readonly cold?: readonly ColdImport[]
  readonly sizes?: readonly InstallSize[]
  readonly growth?: Growth
  readonly memory?: readonly MemoryRow[]
}
