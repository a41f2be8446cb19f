import { type Awaitable, type Claim, ClaimLostError, type Settled } from '@wx/context-store'
import type { IncomingMessage, Reply } from '@wx/xml-messages'
import { type Answer, checkReply, encodeAnswer, toReply } from './answer.js'
import { RobotContext } from './context.js'
import type { DeadlineBoard } from './deadlines.js'
import { type Delivery, deadlineOf, planOf, type RunEnd, retrySpanMs } from './delivery.js'
import { HandlerTimeoutError, UnhandledPushError } from './errors.js'
import { fitReply } from './long-text.js'
import type { Outbox } from './outbox.js'
import { type ErrorHandler, isPromise, type Routed, type Router } from './router.js'
import { Run } from './run.js'
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
}

type Ctx<Session extends object> = RobotContext<IncomingMessage, Session>

/**
 * Handles what was claimed: its turn, its session, its handlers with their time limit, and settling the answer. The
 * ordinary case, handlers that answer at once, runs through without a promise and without a timer.
 */
export class Owner<Session extends object> {
  readonly #parts: OwnerParts<Session>
  readonly #runs = new Map<string, Run<Session>>()
  onError: ErrorHandler<Session> | undefined

  constructor(parts: OwnerParts<Session>) {
    this.#parts = parts
  }

  /** The run of a key that is not done yet, in this process. */
  running(key: string): Run<Session> | undefined {
    return this.#runs.get(key)
  }

  /** Milliseconds an answer is kept: as long as the platform may still ask for it. */
  keepMs(delivery: Pick<Delivery, 'ack'>): number {
    return this.#parts.settings.keepMs + retrySpanMs(delivery.ack)
  }

  /** Handles a claimed message to its end. */
  handle(delivery: Delivery, claim: Claim & { state: 'claimed' }, place: Place): Awaitable<RunEnd> {
    const { settings, router, stats } = this.#parts
    const { key, message, ack, attempt } = delivery
    const run = new Run<Session>({ key, message, ack, place, attempt, pusher: settings.pusher }, (it) =>
      this.#remaining(it),
    )
    run.arrivedAt = delivery.arrivedAt
    if (claim.lostOwner) {
      settings.logger.warn('a message is handled again because the process that had it died (onLostOwner)', { key })
    }
    stats.handled++
    if (!claim.first || (settings.sessions !== undefined && message.source !== '')) {
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
    this.#runs.set(run.key, run)
    return this.#parts.outbox.track(
      end.finally(() => {
        if (this.#runs.get(run.key) === run) this.#runs.delete(run.key)
      }),
    )
  }

  async #inTurn(run: Run<Session>, first: boolean): Promise<RunEnd> {
    const { router } = this.#parts
    if (!first && !(await this.#itsTurn(run))) return { state: 'free' }
    await this.#openSession(run)
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
      stopBeating()
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

  /** A sign of life every third of the lease, until it is stopped. */
  #beat(run: Run<Session>): () => void {
    const { coordinator, settings, board } = this.#parts
    const queue = board.of(settings.leaseMs / 3)
    const beat = (): void => {
      deadline = queue.set(settings.clock.now(), beat)
      void coordinator.heartbeat(run.key, run.place)
    }
    let deadline = queue.set(settings.clock.now(), beat)
    return () => queue.cancel(deadline)
  }

  /** Gives an asynchronous handler its time, and no more. */
  async #supervised(run: Run<Session>, ctx: Ctx<Session>, work: PromiseLike<Routed>): Promise<RunEnd> {
    const stopBeating = this.#beat(run)
    try {
      return await this.#finish(run, ctx, await this.#inTime(run, work))
    } catch (error) {
      return await this.#failed(run, ctx, error)
    } finally {
      stopBeating()
    }
  }

  #inTime(run: Run<Session>, work: PromiseLike<Routed>): Promise<Routed> {
    const { handlerTimeout, clock, logger } = this.#parts.settings
    const limit = this.#parts.board.of(handlerTimeout)
    return new Promise<Routed>((resolve, reject) => {
      let isOver = false
      const deadline = limit.set(clock.now(), () => {
        isOver = true
        const error = new HandlerTimeoutError(handlerTimeout)
        run.abort(error)
        reject(error)
      })
      work.then(
        (routed) => {
          limit.cancel(deadline)
          if (isOver && routed.reply !== undefined) {
            logger.warn('a handler answered after it had been given up; the answer is dropped', { key: run.key })
          }
          resolve(routed)
        },
        (error: unknown) => {
          limit.cancel(deadline)
          reject(error as Error)
        },
      )
    })
  }

  /** The handlers are done: fit the answer, save the session, settle. */
  #finish(run: Run<Session>, ctx: Ctx<Session>, routed: Routed): Awaitable<RunEnd> {
    if (run.ack.guaranteed && !routed.handled) return this.#failed(run, ctx, new UnhandledPushError())
    let first: Reply | undefined
    let rest: readonly Reply[] = []
    if (routed.reply !== undefined) {
      const { longText, pusher } = this.#parts.settings
      try {
        const reply = checkReply(this.#shown(run, routed.reply), run.message)
        ;({ first, rest } = fitReply(reply, longText === 'split' && pusher !== undefined))
      } catch (error) {
        return this.#failed(run, ctx, error)
      }
    }
    return run.session?.modified === true
      ? this.#saveSession(run).then(() => this.#settle(run, first, rest))
      : this.#settle(run, first, rest)
  }

  /** A reply to a push that no user waits for would be noise at best: it becomes an acknowledgement. */
  #shown(run: Run<Session>, reply: Reply): Reply {
    if (planOf(run.message).replies || reply.type === 'ack' || reply.type === 'json') return reply
    this.#parts.settings.logger.debug('this push shows no reply to anybody; it is acknowledged instead', {
      key: run.key,
    })
    return { type: 'success' }
  }

  #settle(run: Run<Session>, reply: Reply | undefined, rest: readonly Reply[]): Awaitable<RunEnd> {
    const { coordinator, settings } = this.#parts
    const answer: Answer = { reply, time: Math.floor(settings.clock.now() / 1000) }
    const settled = coordinator.settle(run.key, run.place, { answer: encodeAnswer(answer), keepMs: this.keepMs(run) })
    return isPromise(settled)
      ? settled.then((it) => this.#settled(it, run, { answer, rest }))
      : this.#settled(settled, run, { answer, rest })
  }

  #settled(settled: Settled, run: Run<Session>, { answer, rest }: { answer: Answer; rest: readonly Reply[] }): RunEnd {
    const { outbox } = this.#parts
    if (settled === 'lost') {
      if (answer.reply !== undefined) outbox.report(run, 'another process took the message over')
      return { state: 'free' }
    }
    if (settled === 'answered') {
      outbox.sendRest(run, rest)
      return { state: 'answered', answer }
    }
    if (answer.reply !== undefined) outbox.sendLate(run, [answer.reply, ...rest])
    return { state: 'closed' }
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
      return reply === undefined ? undefined : fitReply(checkReply(this.#shown(run, reply), run.message), false).first
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
