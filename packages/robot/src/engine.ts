import type { Awaitable, Outcome } from '@wx/context-store'
import { decodeAnswer } from './answer.js'
import { claimKey, lineKey } from './claim-key.js'
import { DeadlineBoard } from './deadlines.js'
import {
  acknowledged,
  attemptByTime,
  type Delivered,
  type Delivery,
  deadlineOf,
  isLast,
  planOf,
  type RunEnd,
  toDelivered,
} from './delivery.js'
import type { Admitted } from './gate.js'
import { LateAnswers } from './late-answers.js'
import { Outbox } from './outbox.js'
import { Owner } from './owner.js'
import { PushLedger } from './push-ledger.js'
import { Resume } from './resume.js'
import { type ErrorHandler, isPromise, type Router } from './router.js'
import { Sender } from './sender.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'
import { type Place, type PlacedClaim, SteadyCoordinator } from './steady-coordinator.js'

/**
 * The lease of a claim in this process, milliseconds. Its coordinator dies with its owners, so none of them can be lost:
 * a stalled event loop, or a clock that is set forward, must not look like a death.
 */
const foreverMs = 86_400_000

/** WeChat cuts at its limit; this much later nobody listens, wherever the packets are. Milliseconds. */
const afterCutMs = 1_000

/** Takes verified deliveries through claim and deadline to an answer; the first one of a message owns its handling. */
export class Engine<Session extends object> {
  readonly #settings: Settings<Session>
  readonly #stats: RobotStats
  readonly #board: DeadlineBoard
  readonly #coordinator: SteadyCoordinator
  readonly #outbox: Outbox
  readonly #late: LateAnswers | undefined
  readonly #resume: Resume | undefined
  readonly #owner: Owner<Session>

  constructor(settings: Settings<Session>, router: Router<Session>, stats: RobotStats) {
    this.#settings = settings
    this.#stats = stats
    this.#board = new DeadlineBoard(settings.clock)
    this.#coordinator = new SteadyCoordinator(settings, stats, this.#board)
    const { resume, pusher } = settings
    const ledger = settings.pushWindow ? new PushLedger(settings, stats) : undefined
    const sender = pusher === undefined ? undefined : new Sender(pusher, ledger)
    const late = resume === undefined ? undefined : new LateAnswers(settings, resume, stats)
    const shared = { settings, stats, coordinator: this.#coordinator, board: this.#board }
    this.#outbox = new Outbox({ settings, stats, sender, late })
    this.#late = late
    this.#resume =
      resume === undefined || late === undefined
        ? undefined
        : new Resume({ ...shared, resume, late, outbox: this.#outbox })
    this.#owner = new Owner({ ...shared, router, outbox: this.#outbox, sender, ledger, resume: this.#resume })
  }

  set onError(handler: ErrorHandler<Session>) {
    this.#owner.onError = handler
  }

  /** Resolves when every handler and every late answer is done. */
  drain(): Promise<void> {
    return this.#outbox.drain()
  }

  /**
   * Takes one delivery to its answer.
   * @param arrivedAt milliseconds of the clock: the deadline counts from here
   */
  deliver(admitted: Admitted, arrivedAt: number, hangUp: Delivery['hangUp']): Awaitable<Delivered> {
    const { message } = admitted
    const { ack } = planOf(message)
    const delivery: Delivery = {
      message,
      ack,
      key: claimKey(message, this.#settings.account),
      arrivedAt,
      deadlineMs: deadlineOf(ack, this.#settings.deadlineMs),
      attempt: attemptByTime(admitted, ack),
      fetches: false,
      hangUp,
    }
    return this.#resume === undefined ? this.#ask(delivery, false) : this.#askOrFetch(delivery, this.#resume)
  }

  #askOrFetch(delivery: Delivery, resume: Resume): Awaitable<Delivered> {
    const swept = this.#late?.sweep()
    if (swept !== undefined) void this.#outbox.track(swept)
    if (!resume.isWord(delivery.message)) return this.#ask(delivery, false)
    return resume.fetches(delivery.message).then((fetches) => {
      delivery.fetches = fetches
      return this.#ask(delivery, false)
    })
  }

  /** @param again the delivery waited for an owner that was lost, and asks once more */
  #ask(delivery: Delivery, again: boolean): Awaitable<Delivered> {
    const { onLostOwner, ownsCoordinator, lineLimit, account } = this.#settings
    const { message, ack } = delivery
    const placed = this.#coordinator.claim(delivery.key, {
      leaseMs: ownsCoordinator ? foreverMs : this.#settings.leaseMs,
      keepMs: this.#owner.keepMs(delivery),
      onLostOwner: ack.guaranteed ? 'rerun' : onLostOwner,
      // Pushes about money and goods come in the platform's name: one line for all of them would hold them up.
      line: ack.guaranteed || delivery.fetches ? undefined : lineKey(message, account),
      lineLimit,
      again,
    })
    return isPromise(placed) ? placed.then((it) => this.#go(delivery, it)) : this.#go(delivery, placed)
  }

  #go(delivery: Delivery, { claim, place }: PlacedClaim): Awaitable<Delivered> {
    if (claim.state === 'refused') return this.#turnAway(delivery, claim.waiting)
    delivery.attempt = Math.max(delivery.attempt, claim.attempt)
    switch (claim.state) {
      case 'claimed': {
        if (!this.#settings.ownsCoordinator && this.#owner.adopts(delivery.key, place)) {
          this.#stats.duplicates++
          return this.#join(delivery, place)
        }
        const end = this.#owner.handle(delivery, claim, place)
        return isPromise(end) ? this.#await(delivery, end, place) : this.#delivered(end, delivery)
      }
      case 'answered':
        this.#stats.duplicates++
        return { state: 'answer', answer: decodeAnswer(claim.answer) }
      case 'closed':
        this.#stats.duplicates++
        return this.#delivered({ state: 'closed' }, delivery)
      case 'running':
        this.#stats.duplicates++
        return this.#join(delivery, place)
    }
  }

  /** Also whoever comes later, or waits elsewhere, for what was closed is put off. */
  #delivered(end: RunEnd, delivery: Delivery): Delivered {
    if (end.state !== 'closed' || delivery.ack.guaranteed) return toDelivered(end, delivery.ack)
    return this.#resume?.placeholder(delivery) ?? acknowledged
  }

  #turnAway(delivery: Delivery, waiting: number): Delivered {
    this.#stats.overflow++
    const last = isLast(delivery)
    this.#settings.logger.warn(
      `a user's line is full (${waiting} messages, option lineLimit): this message is ${last ? 'dropped' : 'left for WeChat to deliver again'}`,
      { key: delivery.key },
    )
    return last ? acknowledged : { state: 'left' }
  }

  /** A redelivery joins what is running, wherever it runs. */
  #join(delivery: Delivery, place: Place): Promise<Delivered> {
    const run = this.#owner.running(delivery.key)
    if (run !== undefined) {
      run.attempts = delivery.attempt
      run.arrivedAt = delivery.arrivedAt
    }
    const stop = new AbortController()
    const waiting = { signal: stop.signal, runsHere: run !== undefined }
    const end = this.#coordinator.wait(delivery.key, place.coordinator, waiting).then(fromOutcome)
    return this.#await(delivery, end, place).finally(() => stop.abort())
  }

  /** Waits for the end of a run, or for the moment at which this delivery has to be answered. */
  #await(delivery: Delivery, end: Promise<RunEnd>, place: Place): Promise<Delivered> {
    return new Promise((resolve, reject) => {
      const queue = this.#board.of(delivery.deadlineMs)
      let isOpen = true
      let stopLeaving = (): void => {}
      const answer = (delivered: Awaitable<Delivered>): void => {
        isOpen = false
        queue.cancel(deadline)
        stopLeaving()
        resolve(delivered)
      }
      const onDue = (): void => {
        if (!delivery.ack.guaranteed && this.#settings.onTimeout === 'wait' && !isLast(delivery)) {
          stopLeaving = this.#onCut(delivery, () => answer({ state: 'left' }))
          return
        }
        Promise.resolve(this.#giveUp(delivery, place)).then((delivered) => {
          if (isOpen) answer(delivered)
        }, reject)
      }
      const deadline = queue.set(delivery.arrivedAt, onDue)
      end.then(
        (it) => {
          if (!isOpen) return
          if (it.state !== 'free') return answer(this.#delivered(it, delivery))
          // Its deadline goes on meanwhile: the coordinator may take its time to say who gets the message now.
          Promise.resolve(this.#ask(delivery, true)).then((delivered) => {
            if (isOpen) answer(delivered)
          }, reject)
        },
        (error: unknown) => {
          if (!isOpen) return
          const givesUp = delivery.ack.guaranteed || isLast(delivery)
          this.#settings.logger.error(
            `waiting for an answer failed; the delivery is ${givesUp ? 'given up' : 'left to WeChat'}`,
            { key: delivery.key, error },
          )
          answer(givesUp ? this.#giveUp(delivery, place) : { state: 'left' })
        },
      )
    })
  }

  /** The end of a delivery that has to be answered now, with whatever there is. */
  async #giveUp(delivery: Delivery, place: Place): Promise<Delivered> {
    if (delivery.ack.guaranteed) return { state: 'unacknowledged' }
    const runsHere = this.#owner.running(delivery.key) !== undefined
    const outcome = await this.#coordinator.close(delivery.key, place.coordinator, {
      keepMs: this.#owner.keepMs(delivery),
      onLate: runsHere ? undefined : (late) => this.#foundLate(delivery, late),
    })
    if (outcome.state === 'answered') return { state: 'answer', answer: decodeAnswer(outcome.answer) }
    this.#resume?.promise(delivery)
    return this.#resume?.placeholder(delivery) ?? acknowledged
  }

  /** Another process had settled what was given up here while the coordinator was silent: it took it for carried. */
  #foundLate(delivery: Delivery, outcome: Outcome): void {
    if (outcome.state !== 'answered') return
    const { message, key, attempt: attempts } = delivery
    const { reply } = decodeAnswer(outcome.answer)
    const putOff = this.#resume?.putsOff(message) === true
    this.#outbox.sendLate({ message, key, attempts }, reply === undefined ? [] : [reply], putOff)
  }

  /**
   * An early delivery stays open until WeChat cuts it, since the answer may still come in the last half second.
   * @returns stops waiting for the cut
   */
  #onCut(delivery: Delivery, left: () => void): () => void {
    const queue = this.#board.of(delivery.ack.deadlineMs + afterCutMs)
    const cut = queue.set(delivery.arrivedAt, left)
    const signal = delivery.hangUp?.signal
    signal?.addEventListener('abort', left, { once: true })
    if (signal?.aborted === true) left()
    return () => {
      queue.cancel(cut)
      signal?.removeEventListener('abort', left)
    }
  }
}

const fromOutcome = (outcome: Outcome): RunEnd =>
  outcome.state === 'answered' ? { state: 'answered', answer: decodeAnswer(outcome.answer) } : outcome
