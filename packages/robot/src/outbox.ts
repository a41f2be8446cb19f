import type { IncomingMessage, Reply } from '@wx/xml-messages'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'

/** Whether a reply says something to a user; acknowledgements do not. */
const isSpoken = ({ type }: Reply): boolean =>
  type !== 'success' && type !== 'empty' && type !== 'ack' && type !== 'json'

/** What is said of a run whose answer found no delivery. */
interface LateRun {
  readonly key: string
  readonly attempts: number
  readonly message: IncomingMessage
}

/** The way out for answers that no delivery carries. What does not get out is reported, never swallowed. */
export class Outbox {
  readonly #settings: Pick<Settings, 'pusher' | 'onTimeout' | 'logger'>
  readonly #stats: RobotStats
  readonly #background = new Set<Promise<unknown>>()

  constructor(settings: Pick<Settings, 'pusher' | 'onTimeout' | 'logger'>, stats: RobotStats) {
    this.#settings = settings
    this.#stats = stats
  }

  /** Keeps `drain` waiting for some work; the work's own failure is its own affair. */
  track<T>(work: Promise<T>): Promise<T> {
    const settled = work.then(
      () => {},
      () => {},
    )
    this.#background.add(settled)
    void settled.then(() => this.#background.delete(settled))
    return work
  }

  /** Resolves when every handler and every late answer is done. */
  async drain(): Promise<void> {
    while (this.#background.size > 0) await Promise.allSettled(this.#background)
  }

  /** The parts of a split text that the passive reply did not hold. */
  sendRest(run: LateRun, rest: readonly Reply[]): void {
    if (rest.length > 0) void this.track(this.#send(run, rest))
  }

  /** An answer that came when nobody asked for it any more. */
  sendLate(run: LateRun, replies: readonly Reply[]): void {
    const spoken = replies.filter(isSpoken)
    if (spoken.length === 0) return
    if (this.#settings.onTimeout === 'success') this.report(run, "deadline.onTimeout is 'success'")
    else void this.track(this.#send(run, spoken))
  }

  /** Says that an answer is lost, and why. */
  report(run: LateRun, why: string): void {
    this.#stats.undelivered++
    this.#settings.logger.error(`an answer came too late and has no way out: ${why}`, {
      key: run.key,
      attempts: run.attempts,
    })
  }

  async #send(run: LateRun, replies: readonly Reply[]): Promise<void> {
    const { pusher, logger } = this.#settings
    if (pusher === undefined) return this.report(run, 'the robot has no pusher')
    for (const reply of replies) {
      try {
        await pusher.send(run.message.source, reply)
        this.#stats.pushed++
      } catch (error) {
        this.#stats.pushErrors++
        logger.error('an answer could not be pushed; the user does not get it', { key: run.key, error })
        return
      }
    }
  }
}
