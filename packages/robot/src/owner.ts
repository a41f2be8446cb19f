import { type Awaitable, type Claim, ClaimLostError, type Settled } from '@wx/context-store'
import { acknowledgement, type IncomingMessage, type Reply, textLimit } from '@wx/xml-messages'
import { type Answer, checkReply, encodeAnswer, toReply } from './answer.js'
import { RobotContext } from './context.js'
import type { DeadlineBoard } from './deadlines.js'
import { type Delivery, deadlineOf, planOf, type RunEnd, retrySpanMs } from './delivery.js'
import { HandlerTimeoutError, RobotUsageError, UnhandledPushError } from './errors.js'
import { fitReply } from './long-text.js'
import { isSpoken, type Outbox } from './outbox.js'
import type { PushLedger } from './push-ledger.js'
import type { Resume } from './resume.js'
import { type ErrorHandler, isPromise, type Routed, type Router } from './router.js'
import { Run, type RunTools } from './run.js'
import type { Sender } from './sender.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'
import type { Place, SteadyCoordinator } from './steady-coordinator.js'

/** What the owner of a message works with. */
export interface OwnerParts<Session extends object> {
  readonly settings: Settings<Session>
  readonly router: Router<Session>
  readonly coordinator: SteadyCoordinator
  readonly board: DeadlineBoard
  readonly outbox: Outbox
  readonly stats: RobotStats
  readonly sender: Sender | undefined
  /** Set where pushes are counted. */
  readonly ledger: PushLedger | undefined
  /** Set with `onTimeout: 'resume'`. */
  readonly resume: Resume | undefined
}

/** What a handler said: as it is answered, and as it goes out when it is late. */
interface Said {
  readonly answer: Answer
  readonly first: Reply | undefined
  readonly rest: readonly Reply[]
}

const needsAnswer =
  'this push is answered with an object that only its handler knows, and the handler returned nothing: ' +
  'return reply.ack({ fields: { … } })'

const isSilent = (reply: Reply | undefined): boolean => reply === undefined || reply.type === 'success'

type Ctx<Session extends object> = RobotContext<IncomingMessage, Session>

/**
 * Handles what was claimed: its turn, its session, its handlers with their time limit, and settling the answer. The
 * ordinary case, handlers that answer at once, runs through without a promise and without a timer.
 */
export class Owner<Session extends object> {
  readonly #parts: OwnerParts<Session>
  readonly #tools: RunTools<Session>
  readonly #runs = new Map<string, Run<Session>>()
  onError: ErrorHandler<Session> | undefined

  constructor(parts: OwnerParts<Session>) {
    this.#parts = parts
    this.#tools = { sender: parts.sender, router: parts.router, remaining: (run) => this.#remaining(run) }
  }

  /** The run of a key that is not done yet, in this process. */
  running(key: string): Run<Session> | undefined {
    return this.#runs.get(key)
  }

  /**
   * A claim was granted because the lease had run out, as when the coordinator was out of reach, and the handler is
   * still at it here: it goes on under the new claim and is not run a second time.
   * @returns whether there was such a run
   */
  adopts(key: string, place: Place): boolean {
    const run = this.#runs.get(key)
    if (run?.isWorking !== true) return false
    run.place = { ...place, mirrorFence: place.mirrorFence ?? run.place.mirrorFence }
    this.#parts.settings.logger.warn('the lease of a message ran out while its handler ran; it goes on', { key })
    return true
  }

  /** Milliseconds an answer is kept: as long as the platform may still ask for it. */
  keepMs(delivery: Pick<Delivery, 'ack'>): number {
    return this.#parts.settings.keepMs + retrySpanMs(delivery.ack)
  }

  /** Handles a claimed message to its end. */
  handle(delivery: Delivery, claim: Claim & { state: 'claimed' }, place: Place): Awaitable<RunEnd> {
    const { settings, router, stats, ledger } = this.#parts
    const { key, message, ack, attempt } = delivery
    const run = new Run<Session>({ key, message, ack, place, attempt }, this.#tools)
    run.arrivedAt = delivery.arrivedAt
    if (claim.lostOwner) {
      settings.logger.warn('a message is handled again because the process that had it died (onLostOwner)', { key })
    }
    if (delivery.fetches && this.#parts.resume !== undefined) {
      return this.#keep(run, this.#fetch(run, this.#parts.resume))
    }
    stats.handled++
    const looksUp = settings.sessions !== undefined || ledger !== undefined
    if (!claim.first || (looksUp && message.source !== '')) {
      return this.#keep(run, this.#inTurn(run, claim.first))
    }
    const ctx = new RobotContext<IncomingMessage, Session>(message, run)
    let routed: Awaitable<Routed>
    try {
      routed = router.route(ctx)
    } catch (error) {
      return this.#keep(run, this.#failed(run, ctx, error))
    }
    const end = isPromise(routed) ? this.#supervised(run, ctx, routed) : this.#finish(run, ctx, routed)
    return isPromise(end) ? this.#keep(run, end) : end
  }

  /** Holds on to a run that takes time, so that draining and later deliveries find it. */
  #keep(run: Run<Session>, end: Promise<RunEnd>): Promise<RunEnd> {
    const { outbox } = this.#parts
    this.#runs.set(run.key, run)
    outbox.began()
    const done = (): void => {
      if (this.#runs.get(run.key) === run) this.#runs.delete(run.key)
      outbox.ended()
    }
    end.then(done, done)
    return end
  }

  /** A resume word: its answer was given long ago. */
  async #fetch(run: Run<Session>, resume: Resume): Promise<RunEnd> {
    // It is a message like any other to the window of customer messages.
    await this.#parts.ledger?.see(run.message)
    return resume.handle(run)
  }

  async #inTurn(run: Run<Session>, first: boolean): Promise<RunEnd> {
    const { router } = this.#parts
    if (!first && !(await this.#itsTurn(run))) return { state: 'free' }
    await this.#openSession(run)
    if (this.#parts.ledger !== undefined && run.message.source !== '') {
      run.allowance = await this.#parts.ledger.see(run.message)
    }
    const ctx = new RobotContext<IncomingMessage, Session>(run.message, run)
    // A handler that throws at once must fail like one that rejects.
    return this.#supervised(run, ctx, (async () => router.route(ctx))())
  }

  /** Waits at its place in line. @returns false when the claim was lost meanwhile: somebody else is at it */
  async #itsTurn(run: Run<Session>): Promise<boolean> {
    const { coordinator, settings } = this.#parts
    const stopBeating = this.#beat(run)
    try {
      await coordinator.turn(run.key, run.place, run.signal())
      return true
    } catch (error) {
      if (!(error instanceof ClaimLostError)) throw error
      settings.logger.warn('a message was taken over by another process while it waited for its turn', { key: run.key })
      return false
    } finally {
      stopBeating?.()
    }
  }

  async #openSession(run: Run<Session>): Promise<void> {
    const { settings, stats } = this.#parts
    const { source, target } = run.message
    if (settings.sessions === undefined || source === '') return
    try {
      run.session = await settings.sessions.open(source, { account: settings.account ?? target })
    } catch (error) {
      stats.sessionErrors++
      settings.logger.error('the session could not be loaded; the message is handled without one', {
        key: run.key,
        error,
      })
    }
  }

  async #saveSession(run: Run<Session>): Promise<void> {
    if (run.session?.modified !== true) return
    try {
      await run.session.save()
    } catch (error) {
      this.#parts.stats.sessionErrors++
      this.#parts.settings.logger.error('the session could not be saved; what the handler changed in it is lost', {
        key: run.key,
        error,
      })
    }
  }

  /**
   * A sign of life every third of the lease, until it is stopped. None for a coordinator of this process: it dies with
   * its owners.
   */
  #beat(run: Run<Session>): (() => void) | undefined {
    const { coordinator, settings, board } = this.#parts
    if (settings.ownsCoordinator) return undefined
    const queue = board.of(settings.leaseMs / 3)
    const beat = (): void => {
      deadline = queue.set(settings.clock.now(), beat)
      void coordinator.heartbeat(run.key, run.place)
    }
    let deadline = queue.set(settings.clock.now(), beat)
    return () => queue.cancel(deadline)
  }

  /**
   * Gives an asynchronous handler its time, and no more. One promise from the handler to its end: this is the path of
   * every message whose handler is an async function.
   */
  #supervised(run: Run<Session>, ctx: Ctx<Session>, work: PromiseLike<Routed>): Promise<RunEnd> {
    const { settings, board } = this.#parts
    const { handlerTimeout, clock, logger } = settings
    const limit = board.of(handlerTimeout)
    const stopBeating = this.#beat(run)
    run.isWorking = true
    return new Promise<RunEnd>((resolve) => {
      let isOver = false
      const end = (ended: Awaitable<RunEnd>): void => {
        stopBeating?.()
        resolve(ended)
      }
      const deadline = limit.set(clock.now(), () => {
        isOver = true
        run.isWorking = false
        const error = new HandlerTimeoutError(handlerTimeout)
        run.abort(error)
        end(this.#failed(run, ctx, error))
      })
      work.then(
        (routed) => {
          limit.cancel(deadline)
          run.isWorking = false
          if (!isOver) end(this.#finish(run, ctx, routed))
          else if (routed.reply !== undefined) {
            logger.warn('a handler answered after it had been given up; the answer is dropped', { key: run.key })
          }
        },
        (error: unknown) => {
          limit.cancel(deadline)
          run.isWorking = false
          if (!isOver) end(this.#failed(run, ctx, error))
        },
      )
    })
  }

  /** The handlers are done: fit the answer, save the session, settle. */
  #finish(run: Run<Session>, ctx: Ctx<Session>, routed: Routed): Awaitable<RunEnd> {
    if (run.ack.guaranteed && !routed.handled) return this.#failed(run, ctx, new UnhandledPushError())
    if (run.ack.guaranteed && isSilent(routed.reply) && acknowledgement(run.ack) === undefined) {
      return this.#failed(run, ctx, new RobotUsageError(needsAnswer))
    }
    let first: Reply | undefined
    let rest: readonly Reply[] = []
    if (routed.reply !== undefined) {
      try {
        const reply = checkReply(this.#shown(run, routed.reply), run.message)
        ;({ first, rest } = fitReply(reply, this.#partBytes()))
      } catch (error) {
        return this.#failed(run, ctx, error)
      }
    }
    return run.session?.modified === true
      ? this.#saveSession(run).then(() => this.#conclude(run, first, rest))
      : this.#conclude(run, first, rest)
  }

  /** Bytes of the parts of a text that is too long; undefined where nothing could carry the rest. */
  #partBytes(): number | undefined {
    const { settings, sender } = this.#parts
    if (settings.longText === 'refuse') return undefined
    return sender === undefined ? settings.resume?.partBytes : textLimit
  }

  #conclude(run: Run<Session>, first: Reply | undefined, rest: readonly Reply[]): Awaitable<RunEnd> {
    const { resume, settings } = this.#parts
    const { message } = run
    const joinsQueue = settings.resume?.onAnyMessage === true && message.kind === 'message'
    if (resume === undefined || !joinsQueue || !resume.putsOff(message)) return this.#settle(run, first, rest)
    return this.#takeTurns(run, resume, first !== undefined && isSpoken(first) ? [first, ...rest] : [])
  }

  /** An answer goes behind those that wait, and the message gets the first of them. */
  async #takeTurns(run: Run<Session>, resume: Resume, own: readonly Reply[]): Promise<RunEnd> {
    const [first, ...rest] = own
    const fetched = await resume.exchange(run, own)
    if (fetched === undefined) return this.#settle(run, first, rest)
    const end = await resume.hand(run, fetched)
    // Who was put off meanwhile must not wait for an answer that there is none of.
    if (end.state === 'closed' && first === undefined) this.#parts.outbox.sendLate(run, [], true)
    return end
  }

  /** A reply to a push that no user waits for would be noise at best: it becomes an acknowledgement. */
  #shown(run: Run<Session>, reply: Reply): Reply {
    if (planOf(run.message).replies || reply.type === 'ack' || reply.type === 'json') return reply
    this.#parts.settings.logger.debug('this push shows no reply to anybody; it is acknowledged instead', {
      key: run.key,
    })
    return { type: 'success' }
  }

  #settle(run: Run<Session>, first: Reply | undefined, rest: readonly Reply[]): Awaitable<RunEnd> {
    const { coordinator, settings, sender, resume } = this.#parts
    const reply =
      first !== undefined && rest.length > 0 && sender === undefined ? (resume?.withMore(first) ?? first) : first
    const answer: Answer = { reply, time: Math.floor(settings.clock.now() / 1000) }
    const said = { answer, first, rest }
    const settled = coordinator.settle(run.key, run.place, {
      answer: encodeAnswer(answer),
      keepMs: this.keepMs(run),
      onLate: settings.ownsCoordinator ? undefined : (late) => this.#heardLate(late, run, said),
    })
    return isPromise(settled) ? settled.then((it) => this.#settled(it, run, said)) : this.#settled(settled, run, said)
  }

  #settled(settled: Settled, run: Run<Session>, { answer, first, rest }: Said): RunEnd {
    const { outbox, resume } = this.#parts
    if (settled === 'lost') {
      if (first !== undefined) outbox.report(run, 'another process took the message over')
      return { state: 'free' }
    }
    if (settled === 'answered') {
      outbox.sendRest(run, rest)
      return { state: 'answered', answer }
    }
    outbox.sendLate(run, first === undefined ? rest : [first, ...rest], resume?.putsOff(run.message) === true)
    return { state: 'closed' }
  }

  /** The answer counted as carried while the coordinator was silent, and another process had given the message up. */
  #heardLate(late: Settled, run: Run<Session>, { first, rest }: Said): void {
    if (late !== 'closed' || first === undefined) return
    const { outbox, resume, sender } = this.#parts
    // What did not fit into the reply is on its way, unless it waits for the user: there the whole takes its place.
    outbox.sendLate(run, sender === undefined ? [first, ...rest] : [first], resume?.putsOff(run.message) === true)
  }

  /** A handler threw, ran out of time, or answered with something that cannot be sent. */
  async #failed(run: Run<Session>, ctx: Ctx<Session>, error: unknown): Promise<RunEnd> {
    const { settings, coordinator, stats } = this.#parts
    stats.handlerErrors++
    settings.logger.error(
      run.ack.guaranteed
        ? 'a handler failed; the push is not acknowledged, so WeChat delivers it again'
        : 'a handler failed; the user gets no answer from it',
      { key: run.key, error },
    )
    const reply = await this.#fallback(run, ctx, error)
    if (run.ack.guaranteed) {
      await coordinator.release(run.key, run.place)
      return { state: 'failed' }
    }
    await this.#saveSession(run)
    return this.#settle(run, reply, [])
  }

  /** What `robot.catch` says to the user. */
  async #fallback(run: Run<Session>, ctx: Ctx<Session>, error: unknown): Promise<Reply | undefined> {
    if (this.onError === undefined) return undefined
    try {
      const reply = toReply(await this.onError(error, ctx))
      return reply === undefined
        ? undefined
        : fitReply(checkReply(this.#shown(run, reply), run.message), undefined).first
    } catch (second) {
      this.#parts.settings.logger.error('the error handler (robot.catch) failed itself', {
        key: run.key,
        error: second,
      })
      return undefined
    }
  }

  #remaining(run: Run<Session>): number {
    const { onTimeout, deadlineMs, clock } = this.#parts.settings
    const further = onTimeout === 'wait' ? run.ack.retryAfterSeconds.slice(run.attempts - 1) : []
    const until = run.arrivedAt + deadlineOf(run.ack, deadlineMs) + 1000 * further.reduce((sum, it) => sum + it, 0)
    return Math.max(until - clock.now(), 0)
  }
}
