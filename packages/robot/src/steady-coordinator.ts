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
import { isPromise } from './router.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'

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

/** Milliseconds a shared coordinator may take for a claim, and is left alone after it failed. */
const patienceMs = 1_000

/**
 * The coordinator of a robot. While a shared one is out of reach the local one takes over, says so and counts it:
 * within this process every promise still holds, because each claim made on the shared one is mirrored locally.
 * A redelivery that another process gets during the outage may run again; nobody could know.
 */
export class SteadyCoordinator {
  readonly #settings: Steadied
  readonly #stats: RobotStats
  readonly #board: DeadlineBoard
  /** Keys claimed locally during an outage → until when they must be looked up there. */
  readonly #strayed = new Map<string, number>()
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
    const strayedUntil = this.#strayed.get(key) ?? 0
    if (clock.now() < Math.max(this.#downUntil, strayedUntil)) return this.#claimLocally(key, options)
    return this.#inTime(async () => coordinator.claim(key, options)).then(
      (claim) => this.#mirror(key, claim, options),
      (error: unknown) => {
        this.#downUntil = clock.now() + patienceMs
        this.#report('claim', error)
        return this.#claimLocally(key, options)
      },
    )
  }

  async #mirror(key: string, claim: Claim, options: ClaimOptions): Promise<PlacedClaim> {
    const { coordinator, localCoordinator } = this.#settings
    if (claim.state !== 'claimed') return placed(coordinator, claim)
    const mirror = await localCoordinator.claim(key, { ...options, line: undefined, onLostOwner: 'rerun' })
    return placed(coordinator, claim, mirror.state === 'claimed' ? mirror.fence : undefined)
  }

  async #claimLocally(key: string, options: ClaimOptions): Promise<PlacedClaim> {
    const { localCoordinator, clock } = this.#settings
    const now = clock.now()
    for (const [old, until] of this.#strayed) {
      if (until > now) break
      this.#strayed.delete(old)
    }
    this.#strayed.set(key, now + options.keepMs)
    return placed(localCoordinator, await localCoordinator.claim(key, options))
  }

  #inTime<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const queue = this.#board.of(patienceMs)
      const late = queue.set(this.#settings.clock.now(), () => reject(new Error(`no answer within ${patienceMs} ms`)))
      work()
        .then(resolve, reject)
        .finally(() => queue.cancel(late))
    })
  }

  #report(step: string, error: unknown): void {
    this.#stats.coordinatorErrors++
    this.#settings.logger.error(
      `the shared coordinator failed (${step}); this process goes on with its own, so other processes may handle a message again`,
      { step, error },
    )
  }

  /** Settles where it was claimed. When that fails, the delivery that is open still carries the answer. */
  settle(key: string, place: Place, options: { answer: string; keepMs: number }): Awaitable<Settled> {
    if (place.mirrorFence !== undefined) {
      void this.#settings.localCoordinator.settle(key, { fence: place.mirrorFence, ...options })
    }
    return this.#steady('settle', () => place.coordinator.settle(key, { fence: place.fence, ...options }), 'answered')
  }

  release(key: string, place: Place): Awaitable<boolean> {
    if (place.mirrorFence !== undefined) {
      void this.#settings.localCoordinator.release(key, { fence: place.mirrorFence })
    }
    return this.#steady('release', () => place.coordinator.release(key, { fence: place.fence }), false)
  }

  heartbeat(key: string, place: Place): Awaitable<boolean> {
    const { localCoordinator, leaseMs } = this.#settings
    if (place.mirrorFence !== undefined) {
      void localCoordinator.heartbeat(key, { fence: place.mirrorFence, leaseMs })
    }
    return this.#steady('heartbeat', () => place.coordinator.heartbeat(key, { fence: place.fence, leaseMs }), true)
  }

  close(key: string, coordinator: Coordinator, options: { keepMs: number }): Awaitable<Outcome> {
    return this.#steady<Outcome>('close', () => coordinator.close(key, options), { state: 'closed' })
  }

  turn(key: string, place: Place, signal: AbortSignal): Awaitable<void> {
    return this.#steady('turn', () => place.coordinator.turn(key, { fence: place.fence, signal }), undefined)
  }

  /** Runs one step; when the coordinator fails, reports it and goes on with `otherwise`. */
  #steady<T>(step: string, work: () => Awaitable<T>, otherwise: T): Awaitable<T> {
    const failed = (error: unknown): T => {
      if (this.#settings.ownsCoordinator || error instanceof ClaimLostError) throw error
      this.#report(step, error)
      return otherwise
    }
    try {
      const result = work()
      return isPromise(result) ? result.catch(failed) : result
    } catch (error) {
      return failed(error)
    }
  }
}

const placed = (coordinator: Coordinator, claim: Claim, mirrorFence?: number): PlacedClaim => ({
  claim,
  place: { coordinator, fence: claim.state === 'claimed' ? claim.fence : 0, mirrorFence },
})
