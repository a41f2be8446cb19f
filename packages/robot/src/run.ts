import type { UserContext } from '@wx/context-store'
import type { AckPlan, IncomingMessage } from '@wx/xml-messages'
import type { RunState } from './context.js'
import type { Conversations } from './conversations.js'
import type { Allowance } from './push-ledger.js'
import type { Sender } from './sender.js'
import type { Place } from './steady-coordinator.js'

/** What a run is made of. */
export interface RunParts {
  readonly key: string
  readonly message: IncomingMessage
  readonly ack: AckPlan
  readonly place: Place
  readonly attempt: number
}

/** What all runs of a robot share. */
export interface RunTools<Session extends object> {
  readonly sender: Sender | undefined
  readonly router: { readonly conversations: Conversations<Session> | undefined }
  /** Milliseconds until no delivery of a run can carry its answer. */
  remaining(run: Run<Session>): number
}

/** One handling of one message: what its context reads, and what its deliveries change. */
export class Run<Session extends object> implements RunState<Session> {
  readonly key: string
  readonly message: IncomingMessage
  readonly ack: AckPlan
  /** Where it is claimed; another one when the lease ran out and this very process claimed it anew. */
  place: Place
  /** Its handler is at it: neither done, failed nor given up. */
  isWorking = false
  allowance: Allowance | undefined = undefined
  session: UserContext<Session> | undefined = undefined
  /** Deliveries seen, from 1. */
  attempts: number
  /** When the last of them arrived, ms of the clock. */
  arrivedAt = 0
  readonly #tools: RunTools<Session>
  #controller: AbortController | undefined
  #reason: Error | undefined

  constructor(parts: RunParts, tools: RunTools<Session>) {
    this.key = parts.key
    this.message = parts.message
    this.ack = parts.ack
    this.place = parts.place
    this.attempts = parts.attempt
    this.#tools = tools
  }

  get sender(): Sender | undefined {
    return this.#tools.sender
  }

  get conversations(): Conversations<Session> | undefined {
    return this.#tools.router.conversations
  }

  attempt(): number {
    return this.attempts
  }

  remaining(): number {
    return this.#tools.remaining(this)
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
