import type { Clock, Logger } from '@wx/core'
import type { IncomingMessage, Reply } from '@wx/xml-messages'
import { byAge, type LateEntry, readEntries, withEntry } from './late-entries.js'
import { splitReply } from './long-text.js'
import { Notes } from './notes.js'
import type { ResumeSettings } from './resume-settings.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'

/** The next answer. */
export interface Ready {
  readonly state: 'ready'
  readonly reply: Reply
  /** Where it stood. */
  readonly entry: LateEntry
  /** Whether others wait behind it. */
  readonly more: boolean
}

/** What a user gets who asks for a late answer. */
export type Fetched =
  | Ready
  /** The handler still runs. */
  | { readonly state: 'thinking' }
  /** There was to be one, and there will be none: it expired, its handler said nothing, or its process died. */
  | { readonly state: 'gone' }
  /** The user was never put off. */
  | { readonly state: 'none' }

type LateSettings = Pick<Settings, 'notes' | 'account' | 'handlerTimeout' | 'leaseMs' | 'clock' | 'logger'>

/** What the answers are kept for: the message, and its key. */
export interface Asked {
  readonly key: string
  readonly message: IncomingMessage
}

interface Due {
  readonly until: number
  readonly message: IncomingMessage
}

const nothing: Fetched = { state: 'none' }

/**
 * Answers that wait until their user writes again, in the order of the questions. They are notes in the store, so they
 * outlive the process when the store does. Whatever leaves without having been read is reported.
 */
export class LateAnswers {
  readonly #settings: ResumeSettings
  readonly #pendingMs: number
  readonly #notes: Notes
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #stats: RobotStats
  /** Answers kept by this process, the oldest first: how it notices the ones that nobody fetches. */
  readonly #due: Due[] = []
  readonly #watchers = new Map<string, Set<() => void>>()

  constructor(settings: LateSettings, resume: ResumeSettings, stats: RobotStats) {
    this.#settings = resume
    // A handler that is silent for longer was given up, or its process died; what comes after all is kept all the same.
    this.#pendingMs = Math.min(settings.handlerTimeout + settings.leaseMs, resume.keepMs)
    this.#notes = new Notes(settings.notes as NonNullable<typeof settings.notes>, settings.account, 'late')
    this.#clock = settings.clock
    this.#logger = settings.logger
    this.#stats = stats
  }

  /** Notes that the user was put off. */
  promise({ key: id, message }: Asked): Promise<void> {
    return this.#change(message, (live, now) => {
      // The answer may have been quicker than this note.
      if (live.some((it) => it.id === id)) return live
      return withEntry(live, { id, at: now, until: now + this.#pendingMs })
    })
  }

  /** Keeps what a handler said when nobody listened; nothing, when it had nothing to say. */
  async keep({ key: id, message }: Asked, replies: readonly Reply[]): Promise<void> {
    await this.#change(message, (live, now) => {
      return withEntry(live, { id, at: now, until: now + this.#settings.keepMs, replies: this.#texts(replies) })
    })
    this.#due.push({ until: this.#clock.now() + this.#settings.keepMs, message })
    for (const wake of this.#watchers.get(this.#notes.userOf(message)) ?? []) wake()
  }

  /** Puts back what was taken and did not reach the user, where it stood. */
  async putBack({ message }: Asked, { reply, entry }: Ready): Promise<void> {
    await this.#change(message, (live, now) => {
      const rest = live.find((it) => it.id === entry.id)?.replies ?? []
      const replies = [JSON.stringify(reply), ...rest]
      return withEntry(live, { ...entry, until: now + this.#settings.keepMs, replies })
    })
  }

  /** Whether the user was put off, and has not got everything since. */
  async isWaiting(message: IncomingMessage): Promise<boolean> {
    return readEntries((await this.#notes.read(message)).get('entries')).length > 0
  }

  /** Takes the next answer: whoever gets it owes it to the user. */
  async take(message: IncomingMessage): Promise<Fetched> {
    let fetched: Fetched = nothing
    await this.#change(message, (live, _now, expired) => {
      const ready = live.find(hasReply)
      if (ready !== undefined) {
        const left = withoutFirst(live, ready)
        fetched = fetch(ready, left)
        return left
      }
      const pending = live.filter((it) => it.replies === undefined)
      if (pending.length > 0) fetched = { state: 'thinking' }
      else fetched = live.length + expired.length > 0 ? { state: 'gone' } : nothing
      return pending
    })
    return fetched
  }

  /** Puts an answer at the end and takes the first one, which may be the same. Nothing given: takes only. */
  async exchange({ key: id, message }: Asked, replies: readonly Reply[]): Promise<Fetched> {
    let fetched: Fetched = nothing
    await this.#change(message, (live, now) => {
      const ready = live.find(hasReply)
      fetched = nothing
      if (ready === undefined) return live
      const own = { id, at: now, until: now + this.#settings.keepMs, replies: this.#texts(replies) }
      const left = withoutFirst(replies.length === 0 ? live : withEntry(live, own), ready)
      fetched = fetch(ready, left)
      return left
    })
    return fetched
  }

  /** Watches for an answer that this process keeps for the user. */
  watch(message: IncomingMessage, wake: () => void): () => void {
    const user = this.#notes.userOf(message)
    const watchers = this.#watchers.get(user) ?? new Set()
    this.#watchers.set(user, watchers.add(wake))
    return () => {
      watchers.delete(wake)
      if (watchers.size === 0 && this.#watchers.get(user) === watchers) this.#watchers.delete(user)
    }
  }

  /** Looks after the answers whose time is over; undefined when there are none. Never rejects. */
  sweep(): Promise<unknown> | undefined {
    const now = this.#clock.now()
    if (this.#due[0] === undefined || this.#due[0].until > now) return undefined
    const end = this.#due.findIndex((it) => it.until > now)
    const due = this.#due.splice(0, end < 0 ? this.#due.length : end)
    return Promise.all(
      due.map(({ message }) =>
        this.#change(message, (live) => live).catch((error: unknown) => {
          this.#stats.sessionErrors++
          this.#logger.error('answers that nobody fetched could not be looked up', { error })
        }),
      ),
    )
  }

  /** Each small enough for a word about what is behind it. */
  #texts(replies: readonly Reply[]): string[] {
    return replies.flatMap((it) => {
      if (it.type !== 'text' || Buffer.byteLength(it.content) <= this.#settings.partBytes) return [JSON.stringify(it)]
      const { first, rest } = splitReply(it, this.#settings.partBytes)
      return [first, ...rest].map((part) => JSON.stringify(part))
    })
  }

  /** Writes only what changed, and reports what expired. */
  async #change(
    message: IncomingMessage,
    change: (live: LateEntry[], now: number, expired: LateEntry[]) => LateEntry[],
  ) {
    const lost = await this.#notes.update(message, (note) => {
      const stored = readEntries(note.get('entries'))
      const now = this.#clock.now()
      const { live, expired } = byAge(stored, now)
      const next = change(live, now, expired)
      if (next.length === stored.length && next.every((it, index) => it === stored[index])) return []
      // Twice as long as they count, so that an expired one is found; nothing left is deleted.
      note.setExpiry(next.length === 0 ? 0 : (2 * this.#settings.keepMs) / 1_000)
      note.set('entries', next)
      return expired
    })
    for (const { id, replies } of lost) this.#report(id, replies)
  }

  #report(key: string, replies: readonly string[] | undefined): void {
    if (replies?.length === 0) return
    this.#stats.expired++
    this.#logger.error(
      replies === undefined
        ? 'an answer that was promised to a user never came; the process that had the message has probably died'
        : 'a late answer was not fetched in time (deadline.keepSeconds), and is dropped',
      { key },
    )
  }
}

const hasReply = ({ replies }: LateEntry): boolean => replies !== undefined && replies.length > 0

function withoutFirst(entries: readonly LateEntry[], ready: LateEntry): LateEntry[] {
  const [, ...rest] = ready.replies ?? []
  if (rest.length === 0) return entries.filter((it) => it.id !== ready.id)
  return entries.map((it) => (it.id === ready.id ? { ...it, replies: rest } : it))
}

function fetch(ready: LateEntry, left: readonly LateEntry[]): Fetched {
  const [text] = ready.replies as readonly [string]
  return { state: 'ready', reply: JSON.parse(text) as Reply, entry: ready, more: left.some(hasReply) }
}
