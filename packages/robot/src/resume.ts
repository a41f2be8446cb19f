import { type AckPlan, type IncomingMessage, type Reply, reply, rowOf } from '@wx/xml-messages'
import { type Answer, encodeAnswer } from './answer.js'
import type { DeadlineBoard } from './deadlines.js'
import { type Delivered, type Delivery, deadlineOf, type RunEnd, retrySpanMs } from './delivery.js'
import type { Asked, Fetched, LateAnswers, Ready } from './late-answers.js'
import type { Outbox } from './outbox.js'
import { normalWord, type ResumeSettings } from './resume-settings.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'
import type { Place, SteadyCoordinator } from './steady-coordinator.js'

/** What fetching works with. */
export interface ResumeParts {
  readonly settings: Pick<Settings, 'deadlineMs' | 'keepMs' | 'clock' | 'logger'>
  readonly resume: ResumeSettings
  readonly late: LateAnswers
  readonly coordinator: SteadyCoordinator
  readonly board: DeadlineBoard
  readonly outbox: Outbox
  readonly stats: RobotStats
}

/** The run of a resume word. */
export interface ResumeRun extends Asked {
  readonly ack: AckPlan
  readonly place: Place
  readonly attempts: number
  readonly arrivedAt: number
}

/** Milliseconds before its deadline a resume word is answered, so that it is not given up. */
const beforeDeadlineMs = 300

/** `deadline.onTimeout: 'resume'`: puts users off, and hands out what they were put off with. */
export class Resume {
  readonly #parts: ResumeParts

  constructor(parts: ResumeParts) {
    this.#parts = parts
  }

  /** Whether a user waits for the answer to this, and would see a placeholder. */
  putsOff(message: IncomingMessage): boolean {
    const row = rowOf(message)
    return row?.replies === true && row.ack.form === 'success' && message.source !== ''
  }

  /** What a delivery gets whose answer comes later. */
  placeholder({ message, fetches }: Delivery): Delivered | undefined {
    if (!this.putsOff(message)) return undefined
    const { resume } = this.#parts
    return { state: 'answer', answer: this.#answer(reply.text(fetches ? resume.thinking : resume.placeholder)) }
  }

  /** Notes that the user of a delivery was put off; in the background, since the placeholder must be out in time. */
  promise({ message, key, fetches }: Delivery): void {
    if (fetches || !this.putsOff(message)) return
    const { late, outbox, settings, stats } = this.#parts
    const noted = late.promise({ message, key }).catch((error: unknown) => {
      stats.sessionErrors++
      settings.logger.error(
        'that a user waits could not be noted; until the answer is there, resume words find nothing',
        {
          key,
          error,
        },
      )
    })
    void outbox.track(noted)
  }

  /** Whether a message is a resume word of a user who waits for something. Never rejects. */
  async fetches(message: IncomingMessage): Promise<boolean> {
    const { late, settings, stats } = this.#parts
    try {
      return await late.isWaiting(message)
    } catch (error) {
      stats.sessionErrors++
      settings.logger.error('late answers could not be looked up; the message is handled like any other', { error })
      return false
    }
  }

  isWord(message: IncomingMessage): boolean {
    return (
      message.kind === 'message' && message.type === 'text' && this.#parts.resume.words.has(normalWord(message.content))
    )
  }

  /** Answers a resume word: the next answer, as soon as there is one. */
  async handle(run: ResumeRun): Promise<RunEnd> {
    const { resume, settings, stats } = this.#parts
    try {
      const fetched = await this.#fetch(run)
      if (fetched.state === 'ready') return await this.hand(run, fetched)
      return await this.#settle(run, reply.text(fetched.state === 'thinking' ? resume.thinking : resume.gone))
    } catch (error) {
      stats.sessionErrors++
      settings.logger.error('a late answer could not be loaded; the user is asked to try again', {
        key: run.key,
        error,
      })
      return this.#settle(run, reply.text(resume.thinking))
    }
  }

  /** Answers a message with what was taken for its user. What does not reach them is put back. */
  async hand(run: ResumeRun, fetched: Ready): Promise<RunEnd> {
    const end = await this.#settle(run, fetched.more ? this.withMore(fetched.reply) : fetched.reply)
    if (end.state === 'answered') {
      this.#parts.stats.resumed++
      return end
    }
    try {
      await this.#parts.late.putBack(run, fetched)
    } catch (error) {
      this.#parts.outbox.report(run, 'it was fetched too late, and the store that had it failed', error)
    }
    return end
  }

  async #settle(run: ResumeRun, said: Reply): Promise<RunEnd> {
    const { coordinator, settings } = this.#parts
    const answer = this.#answer(said)
    const keepMs = settings.keepMs + retrySpanMs(run.ack)
    const settled = await coordinator.settle(run.key, run.place, { answer: encodeAnswer(answer), keepMs })
    return settled === 'answered' ? { state: 'answered', answer } : { state: settled === 'closed' ? 'closed' : 'free' }
  }

  /** Says under a text that more is waiting; other replies have no room for it. */
  withMore(given: Reply): Reply {
    return given.type === 'text' ? reply.text(given.content + this.#parts.resume.more) : given
  }

  /** A message took another's place at the end: what it is answered with, in `resumeOn: 'message'`. */
  async exchange(asked: Asked, replies: readonly Reply[]): Promise<Ready | undefined> {
    const { late, settings, stats } = this.#parts
    try {
      const fetched = await late.exchange(asked, replies)
      return fetched.state === 'ready' ? fetched : undefined
    } catch (error) {
      stats.sessionErrors++
      settings.logger.error('late answers could not be loaded; they stay where they are', { key: asked.key, error })
      return undefined
    }
  }

  async #fetch(run: ResumeRun): Promise<Fetched> {
    const { late, board, settings } = this.#parts
    const { message } = run
    let wake = (): void => {}
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    // Watched from before the first look, or an answer that comes in between would be missed.
    const unwatch = late.watch(message, wake)
    const patience = deadlineOf(run.ack, settings.deadlineMs) - beforeDeadlineMs
    const queue = board.of(Math.max(patience, 0))
    const deadline = queue.set(run.arrivedAt, wake)
    try {
      const fetched = await late.take(message)
      if (fetched.state !== 'thinking') return fetched
      await woken
      return await late.take(message)
    } finally {
      queue.cancel(deadline)
      unwatch()
    }
  }

  #answer(given: Reply): Answer {
    return { reply: given, time: Math.floor(this.#parts.settings.clock.now() / 1_000) }
  }
}
