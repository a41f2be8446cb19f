import { ConfigError } from '@wx/core'
import type { Random } from '../random.js'
import {
  type AttemptEffects,
  type FaultKind,
  type FaultName,
  type FaultParams,
  faultKinds,
  noAttemptEffects,
  noPushEffects,
  type ParamReader,
  type PushEffects,
} from './kinds.js'

/** Which pushes a fault hits; what is left out fits everything. Types and events compare without case. */
export interface FaultMatch {
  /** Original id of the account. */
  readonly account?: string
  /** `MsgType`. */
  readonly type?: string
  /** `Event`. */
  readonly event?: string
  /** Openid. */
  readonly user?: string
}

/** A fault as data. */
export interface FaultSpec {
  readonly on: 'push'
  readonly fault: FaultName
  readonly match?: FaultMatch
  readonly params?: FaultParams
  /** 0 to 1; 1 when not given. Drawn from the simulator's seed. */
  readonly probability?: number
  /** How often it may strike; for ever when not given. */
  readonly times?: number
}

export interface ActiveFault extends FaultSpec {
  readonly id: string
  /** How often it has struck. */
  readonly struck: number
}

/** What a push is, for matching. */
export interface PushFacts {
  readonly account: string
  readonly type: string
  readonly event: string | undefined
  readonly user: string | undefined
}

/** Faults that are switched on. */
export interface Faults {
  /** @throws ConfigError for a fault that does not exist */
  add(spec: FaultSpec): ActiveFault
  remove(id: string): boolean
  list(): readonly ActiveFault[]
  clear(): void
}

/** The simulator's own side of the faults: what they do to a push. */
export class FaultList implements Faults {
  readonly #active = new Map<string, ActiveFault>()
  #count = 0

  add(spec: FaultSpec): ActiveFault {
    check(spec)
    const fault: ActiveFault = { ...spec, id: `f${++this.#count}`, struck: 0 }
    this.#active.set(fault.id, fault)
    return fault
  }

  remove(id: string): boolean {
    return this.#active.delete(id)
  }

  list(): readonly ActiveFault[] {
    return [...this.#active.values()]
  }

  clear(): void {
    this.#active.clear()
  }

  /** Effects on a push as a whole: asked once, when it is made. */
  ofPush(facts: PushFacts, random: Random): PushEffects {
    let effects = noPushEffects
    for (const [kind, read] of this.#strike('push', facts, random)) {
      if (kind.scope === 'push') effects = kind.apply(effects, read, random)
    }
    return effects
  }

  /** Effects on one delivery: asked for each. */
  ofAttempt(facts: PushFacts, random: Random): AttemptEffects {
    let effects = noAttemptEffects
    for (const [kind, read] of this.#strike('attempt', facts, random)) {
      if (kind.scope === 'attempt') effects = kind.apply(effects, read)
    }
    return effects
  }

  *#strike(scope: 'push' | 'attempt', facts: PushFacts, random: Random): Generator<[FaultKind, ParamReader]> {
    for (const fault of [...this.#active.values()]) {
      const kind = faultKinds[fault.fault]
      if (kind.scope !== scope || !fits(fault.match ?? {}, facts)) continue
      if (fault.struck >= (fault.times ?? Number.POSITIVE_INFINITY)) continue
      if (fault.probability !== undefined && !random.chance(fault.probability)) continue
      this.#active.set(fault.id, { ...fault, struck: fault.struck + 1 })
      const params: FaultParams = { ...kind.params, ...fault.params }
      yield [kind, { number: (name) => Number(params[name]), text: (name) => String(params[name]) }]
    }
  }
}

const same = (wanted: string | undefined, found: string | undefined): boolean =>
  wanted === undefined || wanted.toLowerCase() === found?.toLowerCase()

const fits = (match: FaultMatch, facts: PushFacts): boolean =>
  (match.account === undefined || match.account === facts.account) &&
  (match.user === undefined || match.user === facts.user) &&
  same(match.type, facts.type) &&
  same(match.event, facts.event)

function check(spec: FaultSpec): void {
  if (spec.on !== 'push') throw new ConfigError('fault.on', `only 'push' is simulated in this edition`)
  if (!Object.hasOwn(faultKinds, spec.fault)) {
    throw new ConfigError(
      'fault.fault',
      `there is no fault of that name; there are ${Object.keys(faultKinds).join(', ')}`,
    )
  }
  const known: FaultParams = faultKinds[spec.fault].params
  for (const [name, value] of Object.entries(spec.params ?? {})) {
    const usual = known[name]
    if (usual === undefined || typeof usual !== typeof value) {
      const has = Object.entries(known).map(([it, usualValue]) => `${it} (${typeof usualValue})`)
      throw new ConfigError(`fault.params.${name}`, `${spec.fault} has ${has.join(', ') || 'no parameters'}`)
    }
  }
  if (spec.probability !== undefined && !(spec.probability >= 0 && spec.probability <= 1)) {
    throw new ConfigError('fault.probability', 'must be between 0 and 1')
  }
}
