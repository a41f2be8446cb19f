import {
  type Awaitable,
  type Claim,
  ClaimLostError,
  type ClaimOptions,
  type Coordinator,
  type Outcome,
  type Settled,
} from '@wx/context-store'
import type { DeadlineBoard } from './deadlines.js'
import { inTime, type Patience, patienceMs } from './patience.js'
import { isPromise } from './router.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'
import { Strays } from './strays.js'

/** Where a claim was made: whatever follows goes to the same place. */
export interface Place {
  readonly coordinator: Coordinator
  readonly fence: number
  /** The local record of a claim made on a shared coordinator: what this process knows when the shared one is gone. */
  readonly mirrorFence: number | undefined
}

/** A claim, and where it was made. */
export interface PlacedClaim {
  readonly claim: Claim
  readonly place: Place
}

type Steadied = Pick<
  Settings<never>,
  'coordinator' | 'localCoordinator' | 'ownsCoordinator' | 'clock' | 'logger' | 'leaseMs'
>

/** Milliseconds a shared coordinator is left alone after a claim failed. */
const pauseMs = 1_000

/** Steps that are bounded in time. `wait` and `turn` last as long as what they wait for, and are bounded otherwise. */
type BoundedStep = 'heartbeat' | 'settle' | 'release' | 'close'

/** What is settled. */
export interface SettleOptions {
  readonly answer: string
  readonly keepMs: number
  /** Gets the shared coordinator's word, when it comes after the mirror's was taken. */
  readonly onLate?: ((late: Settled) => void) | undefined
}

/** How a key is closed. */
export interface CloseOptions {
  readonly keepMs: number
  /** Gets the shared coordinator's word, when it comes after that of this process was taken. */
  readonly onLate?: ((late: Outcome) => void) | undefined
}

/** How an outcome is waited for. */
export interface WaitOptions {
  readonly signal: AbortSignal
  /** Whether the owner is in this process. */
  readonly runsHere: boolean
}

/** What a step that failed amounts to, and who hears what it said after all. */
interface Otherwise<T> {
  readonly value: () => T
  readonly onLate?: ((value: T) => void) | undefined
}

/**
 * The coordinator of a robot. While a shared one is out of reach the local one takes over, says so and counts it:
 * within this process every promise still holds, because each claim made on the shared one is mirrored locally. One that
 * does not answer is out of reach too: no step is waited for longer than its patience.
 * A redelivery that another process gets during the outage may run again; nobody could know.
 */
export class SteadyCoordinator {
  readonly #settings: Steadied
  readonly #stats: RobotStats
  readonly #board: DeadlineBoard
  readonly #strays = new Strays()
  /** Keys that wait in a shared line → ends the waiting. */
  readonly #inLine = new Map<string, () => void>()
  #downUntil = 0

  constructor(settings: Steadied, stats: RobotStats, board: DeadlineBoard) {
    this.#settings = settings
    this.#stats = stats
    this.#board = board
  }

  claim(key: string, options: ClaimOptions): Awaitable<PlacedClaim> {
    const { coordinator, ownsCoordinator, clock } = this.#settings
    if (ownsCoordinator) {
      const claim = coordinator.claim(key, options)
      return isPromise(claim) ? claim.then((it) => placed(coordinator, it)) : placed(coordinator, claim)
    }
    if (clock.now() < Math.max(this.#downUntil, this.#strays.until(key))) return this.#claimLocally(key, options)
    return inTime(
      (async () => coordinator.claim(key, options))(),
      this.#patience('claim', (claim: Claim) => this.#giveBack(key, claim)),
    ).then(
      (claim) => this.#mirror(key, claim, options),
      (error: unknown) => {
        this.#downUntil = clock.now() + pauseMs
        this.#report('claim', error)
        return this.#claimLocally(key, options)
      },
    )
  }

  /** A claim that is told too late has no owner: it would hold up its user's line until the lease is over. */
  async #giveBack(key: string, claim: Claim): Promise<void> {
    if (claim.state !== 'claimed') return
    try {
      await this.#settings.coordinator.release(key, { fence: claim.fence })
    } catch {
      // What cannot be given back falls free with its lease.
    }
  }

  async #mirror(key: string, claim: Claim, options: ClaimOptions): Promise<PlacedClaim> {
    const { coordinator, localCoordinator } = this.#settings
    if (claim.state !== 'claimed') return placed(coordinator, claim)
    const mirror = await localCoordinator.claim(key, { ...options, line: undefined, onLostOwner: 'rerun' })
    return placed(coordinator, claim, mirror.state === 'claimed' ? mirror.fence : undefined)
  }

  async #claimLocally(key: string, options: ClaimOptions): Promise<PlacedClaim> {
    const { localCoordinator, clock } = this.#settings
    this.#strays.add(key, { now: clock.now(), keepMs: options.keepMs })
    return placed(localCoordinator, await localCoordinator.claim(key, options))
  }

  #patience<T>(step: BoundedStep | 'claim', onLate?: (value: T) => void): Patience<T> {
    return { queue: this.#board.of(patienceMs[step]), now: this.#settings.clock.now(), onLate }
  }

  #report(step: string, error: unknown): void {
    this.#stats.coordinatorErrors++
    this.#settings.logger.error(
      `the shared coordinator failed (${step}); this process goes on with its own, so other processes may handle a message again`,
      { step, error },
    )
  }

  /**
   * Settles where it was claimed, and in the mirror. When the shared one fails, the mirror's word counts: a delivery of
   * this process that was closed cannot carry the answer, one that is open can.
   */
  settle(key: string, place: Place, { answer, keepMs, onLate }: SettleOptions): Awaitable<Settled> {
    const { localCoordinator } = this.#settings
    const { coordinator, fence, mirrorFence } = place
    if (coordinator === localCoordinator) return coordinator.settle(key, { fence, answer, keepMs })
    const settle = (known: Settled): Awaitable<Settled> => {
      const settled = this.#steady('settle', () => coordinator.settle(key, { fence, answer, keepMs }), {
        value: (): Settled => 'answered',
        onLate: known === 'closed' ? undefined : onLate,
      })
      // Where the mirror is closed, a delivery said `success`, even if the shared one never heard of it.
      return after(settled, (it) => (it === 'answered' && known === 'closed' ? known : it))
    }
    if (mirrorFence === undefined) return settle('answered')
    return after(localCoordinator.settle(key, { fence: mirrorFence, answer, keepMs }), settle)
  }

  release(key: string, { coordinator, fence, mirrorFence }: Place): Awaitable<boolean> {
    const { localCoordinator } = this.#settings
    if (coordinator === localCoordinator) return coordinator.release(key, { fence })
    if (mirrorFence !== undefined) void localCoordinator.release(key, { fence: mirrorFence })
    return this.#steady('release', () => coordinator.release(key, { fence }), { value: () => false })
  }

  heartbeat(key: string, { coordinator, fence, mirrorFence }: Place): Awaitable<boolean> {
    const { localCoordinator, leaseMs } = this.#settings
    if (coordinator === localCoordinator) return coordinator.heartbeat(key, { fence, leaseMs })
    if (mirrorFence !== undefined) void localCoordinator.heartbeat(key, { fence: mirrorFence, leaseMs })
    return this.#steady('heartbeat', () => coordinator.heartbeat(key, { fence, leaseMs }), {
      value: () => {
        this.#inLine.get(key)?.()
        return true
      },
    })
  }

  /** Closes a key here and where it was claimed. When the shared one fails, what this process knows counts. */
  close(key: string, coordinator: Coordinator, { keepMs, onLate }: CloseOptions): Awaitable<Outcome> {
    const { localCoordinator } = this.#settings
    const known = localCoordinator.close(key, { keepMs })
    if (coordinator === localCoordinator) return known
    return after(known, (here) =>
      // An answer that is there is carried. Only the shared one may not have it yet: closed now, it would be pushed too.
      here.state === 'answered'
        ? here
        : this.#steady('close', () => coordinator.close(key, { keepMs }), { value: () => here, onLate }),
    )
  }

  /**
   * Waits for the outcome of a key that runs. Of what runs in this process the mirror knows it too, should the shared
   * one fail or say nothing; of what runs elsewhere nobody else can tell, and a failure is thrown.
   */
  wait(key: string, coordinator: Coordinator, { signal, runsHere }: WaitOptions): Promise<Outcome> {
    const { localCoordinator } = this.#settings
    if (coordinator === localCoordinator) return coordinator.wait(key, { signal })
    const shared = (async () => coordinator.wait(key, { signal }))().catch((error: unknown) => {
      if (!signal.aborted) this.#report('wait', error)
      throw error
    })
    if (!runsHere) return shared
    const here = localCoordinator.wait(key, { signal })
    return new Promise((resolve, reject) => {
      here.then((outcome) => {
        if (outcome.state === 'answered') resolve(outcome)
      }, reject)
      shared.then(resolve, () => here.then(resolve, reject))
    })
  }

  /** Waits for the turn. In a line of a coordinator that fails, or that a sign of life finds silent, nobody waits. */
  turn(key: string, place: Place, signal: AbortSignal): Promise<void> {
    const { coordinator, fence } = place
    if (coordinator === this.#settings.localCoordinator) return coordinator.turn(key, { fence, signal })
    return this.#sharedTurn(key, place, signal)
  }

  async #sharedTurn(key: string, { coordinator, fence }: Place, signal: AbortSignal): Promise<void> {
    const stop = new AbortController()
    const silent = new Promise<void>((resolve) => this.#inLine.set(key, resolve))
    try {
      const turn = coordinator.turn(key, { fence, signal: AbortSignal.any([signal, stop.signal]) })
      await Promise.race([turn, silent])
    } catch (error) {
      if (error instanceof ClaimLostError) throw error
      this.#report('turn', error)
    } finally {
      this.#inLine.delete(key)
      stop.abort()
    }
  }

  /** Runs one step of the shared coordinator; when it fails or is silent, reports it and goes on without. */
  #steady<T>(step: BoundedStep, work: () => Awaitable<T>, { value, onLate }: Otherwise<T>): Awaitable<T> {
    const failed = (error: unknown): T => {
      if (error instanceof ClaimLostError) throw error
      this.#report(step, error)
      return value()
    }
    try {
      const result = work()
      return isPromise(result) ? inTime(result, this.#patience(step, onLate)).catch(failed) : result
    } catch (error) {
      return failed(error)
    }
  }
}

/** Goes on with what is there, at once where it is there at once. */
const after = <T, Next>(given: Awaitable<T>, next: (value: T) => Awaitable<Next>): Awaitable<Next> =>
  isPromise(given) ? given.then(next) : next(given)

const placed = (coordinator: Coordinator, claim: Claim, mirrorFence?: number): PlacedClaim => ({
  claim,
  place: { coordinator, fence: claim.state === 'claimed' ? claim.fence : 0, mirrorFence },
})
