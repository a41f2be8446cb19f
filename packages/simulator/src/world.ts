import type { Logger, MovableClock } from '@wx/core'
import type { Background } from './background.js'
import type { ExchangeLog } from './exchanges.js'
import type { FaultList } from './faults/faults.js'
import type { IdSource } from './ids.js'
import type { Random } from './random.js'
import type { PlatformSettings } from './settings.js'

/** What everything in one simulated world shares, between two resets. */
export interface World {
  readonly clock: MovableClock
  readonly settings: PlatformSettings
  readonly random: Random
  readonly ids: IdSource
  readonly faults: FaultList
  readonly exchanges: ExchangeLog
  readonly logger: Logger
  /** Aborted when the world ends: at `reset()` and `close()`. */
  readonly closing: AbortSignal
  /** What happens later because of a call: nobody waits for it within the call. */
  readonly background: Background
  /** Base URL of the API, and of everything a call's answer points to. */
  readonly apiUrl: () => string
}

/** The world's clock in the wire's seconds. */
export const secondsOf = (world: World): string => String(Math.floor(world.clock.now() / 1000))
