import type { UserContext } from '@wx/context-store'
import type { Clock, Logger } from '@wx/core'
import type { IncomingMessage } from '@wx/xml-messages'
import { PushQuotaExceededError, PushWindowClosedError } from './errors.js'
import { Notes } from './notes.js'
import { emptied, type Grants, givenBack, opened, readGrants, remaining, takeOne } from './push-grants.js'
import { type Opening, openingOf, openings } from './push-openings.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'

/** What one message knows of its user's windows: as they were when it came, less what it pushed. */
export class Allowance {
  readonly #clock: Clock
  grants: Grants

  constructor(grants: Grants, clock: Clock) {
    this.grants = grants
    this.#clock = clock
  }

  /** Messages that may still be sent now. */
  get remaining(): number {
    return remaining(this.grants, this.#clock.now())
  }
}

/** What was taken from the windows for one message. */
export interface Taken {
  readonly from: Opening
}

type LedgerSettings = Pick<Settings, 'notes' | 'account' | 'clock' | 'logger'>

/** Seconds a closed window is remembered: without a note nothing is known, and nothing refused. */
const keepSeconds = 2 * openings.message.seconds

/**
 * The customer messages each user may still be sent, by what arrived and what was pushed. An estimate: WeChat counts what
 * other programs send as well, and by its own clock. Where it knows nothing, or its store fails, it lets every push go.
 */
export class PushLedger {
  readonly #notes: Notes
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #stats: RobotStats

  constructor(settings: LedgerSettings, stats: RobotStats) {
    this.#notes = new Notes(settings.notes as NonNullable<typeof settings.notes>, settings.account, 'pushes')
    this.#clock = settings.clock
    this.#logger = settings.logger
    this.#stats = stats
  }

  /** Notes what a push opens, and says what is open. Undefined: nothing is known. Never rejects. */
  async see(message: IncomingMessage): Promise<Allowance | undefined> {
    const opening = openingOf(message)
    const isGone = message.kind === 'event' && message.event === 'unsubscribe'
    const grants = await this.#steady(async () => {
      if (isGone) return this.#change(message, () => ({}))
      if (opening === undefined) return readGrants((await this.#notes.read(message)).get('grants'))
      const at = message.time > 0 ? message.time * 1_000 : this.#clock.now()
      return this.#change(message, (known) => opened(known, opening, at))
    })
    return grants === undefined ? undefined : new Allowance(grants, this.#clock)
  }

  /**
   * Takes one message, before it is sent. Undefined: nothing is known of the user.
   * @throws PushWindowClosedError, PushQuotaExceededError
   */
  async take(message: IncomingMessage, allowance: Allowance | undefined): Promise<Taken | undefined> {
    let taken: ReturnType<typeof takeOne> | undefined
    const grants = await this.#steady(() =>
      this.#change(message, (known) => {
        taken = known === undefined ? undefined : takeOne(known, this.#clock.now())
        return typeof taken === 'object' ? taken.grants : known
      }),
    )
    if (grants === undefined) return undefined
    if (allowance !== undefined) allowance.grants = grants
    if (taken === 'closed') throw new PushWindowClosedError({ estimated: true })
    if (taken === 'exhausted') throw new PushQuotaExceededError({ estimated: true })
    return taken
  }

  /** A push failed: gives back what was taken for it, or learns from WeChat's refusal. @returns the error to throw */
  async failed(
    message: IncomingMessage,
    { taken, error }: { taken: Taken | undefined; error: unknown },
  ): Promise<unknown> {
    const errcode: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'errcode') : undefined
    await this.#steady(() =>
      this.#change(message, (known) => {
        if (errcode === PushWindowClosedError.errcode) return {}
        if (known === undefined) return undefined
        if (errcode === PushQuotaExceededError.errcode) return emptied(known)
        return taken === undefined ? known : givenBack(known, taken.from)
      }),
    )
    if (errcode === PushWindowClosedError.errcode) return new PushWindowClosedError({ estimated: false, cause: error })
    if (errcode === PushQuotaExceededError.errcode)
      return new PushQuotaExceededError({ estimated: false, cause: error })
    return error
  }

  #change(
    message: IncomingMessage,
    change: (known: Grants | undefined) => Grants | undefined,
  ): Promise<Grants | undefined> {
    return this.#notes.update(message, (note: UserContext) => {
      const known = readGrants(note.get('grants'))
      const next = change(known)
      if (next !== undefined && next !== known) note.set('grants', next).setExpiry(keepSeconds)
      return next
    })
  }

  async #steady(work: () => Promise<Grants | undefined>): Promise<Grants | undefined> {
    try {
      return await work()
    } catch (error) {
      this.#stats.sessionErrors++
      this.#logger.error('the store of the push window failed; pushes go out uncounted', { error })
      return undefined
    }
  }
}
