import type { UserContext } from '@wx/context-store'
import type { AckPlan, IncomingMessage } from '@wx/xml-messages'
import type { RunState } from './context.js'
import type { Pusher } from './options.js'
import type { Place } from './steady-coordinator.js'

/** What a run is made of. */
export interface RunParts {
  readonly key: string
  readonly message: IncomingMessage
  readonly ack: AckPlan
  readonly place: Place
  readonly attempt: number
  readonly pusher: Pusher | undefined
}

/** One handling of one message: what its context reads, and what its deliveries change. */
export class Run<Session extends object> implements RunState<Session> {
  readonly key: string
  readonly message: IncomingMessage
  readonly ack: AckPlan
  readonly place: Place
  readonly pusher: Pusher | undefined
  session: UserContext<Session> | undefined = undefined
  /** Deliveries seen, from 1. */
  attempts: number
  /** When the last of them arrived, ms of the clock. */
  arrivedAt = 0
  readonly #remaining: (run: Run<Session>) => number
  #controller: AbortController | undefined
  #reason: Error | undefined

  constructor(parts: RunParts, remaining: (run: Run<Session>) => number) {
    this.key = parts.key
    this.message = parts.message
    this.ack = parts.ack
    this.place = parts.place
    this.pusher = parts.pusher
    this.attempts = parts.attempt
    this.#remaining = remaining
  }

  attempt(): number {
    return this.attempts
  }

  remaining(): number {
    return this.#remaining(this)
  }

  /** Made when a handler first asks for it; most never do. */
  signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController()
      if (this.#reason !== undefined) this.#controller.abort(this.#reason)
    }
    return this.#controller.signal
  }

  abort(reason: Error): void {
    this.#reason = reason
    this.#controller?.abort(reason)
  }
}
