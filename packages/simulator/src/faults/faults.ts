import type { Random } from '../random.js'
import { type ApiFaultName, apiFaultKinds, type CallEffects, noCallEffects } from './api-kinds.js'
import { checkFault } from './check.js'
import {
  type AttemptEffects,
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

/** Which API calls a fault hits; what is left out fits everything. */
export interface CallMatch {
  /** Original id of the account. */
  readonly account?: string
  /** Id of an endpoint (`menu.create`), its path, or method and path (`POST /cgi-bin/menu/create`). */
  readonly endpoint?: string
  /** Openid, in the query or in `openid` or `touser` of the body. */
  readonly user?: string
}

interface FaultTerms {
  readonly params?: FaultParams
  /** 0 to 1; 1 when not given. Drawn from the simulator's seed. */
  readonly probability?: number
  /** How often it may strike; for ever when not given. */
  readonly times?: number
}

/** A fault of pushes. */
export interface PushFaultSpec extends FaultTerms {
  readonly on: 'push'
  readonly fault: FaultName
  readonly match?: FaultMatch
}

/** A fault of API calls. */
export interface ApiFaultSpec extends FaultTerms {
  readonly on: 'api'
  readonly fault: ApiFaultName
  readonly match?: CallMatch
}

/** A fault as data. */
export type FaultSpec = PushFaultSpec | ApiFaultSpec

export type ActiveFault = FaultSpec & {
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

/** What an API call is, for matching. */
export interface CallFacts {
  readonly account: string | undefined
  /** Everything it may be called by in a match. */
  readonly names: readonly string[]
  /** Looked for only where a fault asks. */
  user(): string | undefined
}

/** Faults that are switched on. */
export interface Faults {
  /** @throws ConfigError for a fault that does not exist */
  add(spec: FaultSpec): ActiveFault
  remove(id: string): boolean
  list(): readonly ActiveFault[]
  clear(): void
}

/** The simulator's own side of the faults: what they do to a push or to a call. */
export class FaultList implements Faults {
  readonly #active = new Map<string, ActiveFault>()
  #count = 0

  add(spec: FaultSpec): ActiveFault {
    checkFault(spec)
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
    for (const fault of this.#active.values()) {
      if (fault.on !== 'push') continue
      const kind = faultKinds[fault.fault]
      if (kind.scope !== 'push' || !fitsPush(fault.match ?? {}, facts) || !this.#strikes(fault, random)) continue
      effects = kind.apply(effects, reader(kind.params, fault.params), random)
    }
    return effects
  }

  /** Effects on one delivery: asked for each. */
  ofAttempt(facts: PushFacts, random: Random): AttemptEffects {
    let effects = noAttemptEffects
    for (const fault of this.#active.values()) {
      if (fault.on !== 'push') continue
      const kind = faultKinds[fault.fault]
      if (kind.scope !== 'attempt' || !fitsPush(fault.match ?? {}, facts) || !this.#strikes(fault, random)) continue
      effects = kind.apply(effects, reader(kind.params, fault.params))
    }
    return effects
  }

  /** Effects on one API call. */
  ofCall(facts: CallFacts, random: Random): CallEffects {
    let effects = noCallEffects
    for (const fault of this.#active.values()) {
      if (fault.on !== 'api' || !fitsCall(fault.match ?? {}, facts) || !this.#strikes(fault, random)) continue
      const kind = apiFaultKinds[fault.fault]
      effects = kind.apply(effects, reader(kind.params, fault.params))
    }
    return effects
  }

  /** Whether a fault that fits strikes this time; counts it when it does. */
  #strikes(fault: ActiveFault, random: Random): boolean {
    if (fault.struck >= (fault.times ?? Number.POSITIVE_INFINITY)) return false
    if (fault.probability !== undefined && !random.chance(fault.probability)) return false
    this.#active.set(fault.id, { ...fault, struck: fault.struck + 1 })
    return true
  }
}

function reader(usual: FaultParams, given: FaultParams | undefined): ParamReader {
  const params: FaultParams = { ...usual, ...given }
  return { number: (name) => Number(params[name]), text: (name) => String(params[name]) }
}

const same = (wanted: string | undefined, found: string | undefined): boolean =>
  wanted === undefined || wanted.toLowerCase() === found?.toLowerCase()

const fitsPush = (match: FaultMatch, facts: PushFacts): boolean =>
  (match.account === undefined || match.account === facts.account) &&
  (match.user === undefined || match.user === facts.user) &&
  same(match.type, facts.type) &&
  same(match.event, facts.event)

const fitsCall = (match: CallMatch, facts: CallFacts): boolean =>
  (match.account === undefined || match.account === facts.account) &&
  (match.endpoint === undefined || facts.names.includes(match.endpoint)) &&
  (match.user === undefined || match.user === facts.user())
