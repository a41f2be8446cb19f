import type { IncomingMessage, Reply } from '@wx/xml-messages'
import type { LateAnswers } from './late-answers.js'
import type { Sender } from './sender.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'

/** Whether a reply says something to a user; acknowledgements do not. */
export const isSpoken = ({ type }: Reply): boolean =>
  type !== 'success' && type !== 'empty' && type !== 'ack' && type !== 'json'

/** What is said of a run whose answer found no delivery. */
interface LateRun {
  readonly key: string
  readonly attempts: number
  readonly message: IncomingMessage
}

/** Milliseconds between a reply and what follows it. */
const afterReplyMs = 500

/** The ways out. */
export interface OutboxParts {
  readonly settings: Pick<Settings, 'onTimeout' | 'logger' | 'clock'>
  readonly stats: RobotStats
  readonly sender: Sender | undefined
  /** Where answers wait for their user, with `onTimeout: 'resume'`. */
  readonly late: LateAnswers | undefined
}

/** The way out for answers that no delivery carries. What does not get out is reported, never swallowed. */
export class Outbox {
  readonly #parts: OutboxParts
  // A count and not a set of promises: every message with an asynchronous handler passes here.
  #open = 0
  #waiting: (() => void)[] = []

  constructor(parts: OutboxParts) {
    this.#parts = parts
  }

  /** Some work has begun that `drain` waits for. */
  began(): void {
    this.#open++
  }

  /** It is done. */
  ended(): void {
    this.#open--
    if (this.#open > 0) return
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }

  /** Keeps `drain` waiting for a promise; its failure is its own affair. */
  track<T>(work: Promise<T>): Promise<T> {
    this.began()
    const done = (): void => this.ended()
    work.then(done, done)
    return work
  }

  /** Resolves when every handler and every late answer is done. */
  async drain(): Promise<void> {
    while (this.#open > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** The parts of a split text that the passive reply did not hold. */
  sendRest(run: LateRun, rest: readonly Reply[]): void {
    if (rest.length > 0) {
      void this.track(this.#parts.sender === undefined ? this.#keep(run, rest) : this.#sendAfterReply(run, rest))
    }
  }

  /** WeChat shows the reply when it has read the answer to its push: what is pushed at once would come before it. */
  async #sendAfterReply(run: LateRun, rest: readonly Reply[]): Promise<void> {
    await this.#parts.settings.clock.sleep(afterReplyMs)
    await this.#send(run, rest)
  }

  /** An answer that came when nobody asked for it any more; none, when the handler had nothing to say. */
  sendLate(run: LateRun, replies: readonly Reply[], putOff: boolean): void {
    const spoken = replies.filter(isSpoken)
    // Who was put off waits for something: also that there is nothing must be noted.
    if (putOff) void this.track(this.#keep(run, spoken))
    else if (spoken.length === 0) return
    else if (this.#parts.settings.onTimeout === 'success') this.report(run, "deadline.onTimeout is 'success'")
    else void this.track(this.#send(run, spoken))
  }

  /** Says that an answer is lost, and why. */
  report(run: LateRun, why: string, error?: unknown): void {
    this.#parts.stats.undelivered++
    this.#parts.settings.logger.error(`an answer came too late and has no way out: ${why}`, {
      key: run.key,
      attempts: run.attempts,
      ...(error !== undefined && { error }),
    })
  }

  async #keep(run: LateRun, replies: readonly Reply[]): Promise<void> {
    try {
      await this.#parts.late?.keep(run, replies)
    } catch (error) {
      this.report(run, 'the store that should keep it failed', error)
    }
  }

  async #send(run: LateRun, replies: readonly Reply[]): Promise<void> {
    const { sender, settings, stats } = this.#parts
    if (sender === undefined) return this.report(run, 'the robot has no pusher')
    for (const reply of replies) {
      try {
        await sender.send(run.message, reply)
        stats.pushed++
      } catch (error) {
        stats.pushErrors++
        settings.logger.error('an answer could not be pushed; the user does not get it', { key: run.key, error })
        return
      }
    }
  }
}
