import type { UserContext } from '@wx/context-store'
import { type IncomingMessage, type Reply, reply } from '@wx/xml-messages'
import { dropState, readState } from './conversation-state.js'
import type { Conversations } from './conversations.js'
import { RobotUsageError } from './errors.js'
import { createPush, type Push, type PushState } from './push.js'

/** What a run knows beside the message; one for each message, shared by everything that handles it. */
export interface RunState<Session extends object> extends PushState {
  readonly key: string
  readonly session: UserContext<Session> | undefined
  readonly conversations: Conversations<Session> | undefined
  /** Deliveries of this message seen so far, from 1. */
  attempt(): number
  /** Milliseconds until no delivery can carry an answer any more. */
  remaining(): number
  signal(): AbortSignal
}

/** The builders of `reply`, as `ctx.reply` offers them. */
export type ReplyBuilders = typeof reply

/** The builders once more, each telling what it built. They stand on a prototype: a message that uses one makes one object. */
class AnsweringBuilders {
  readonly tell: (given: Reply) => void

  constructor(tell: (given: Reply) => void) {
    this.tell = tell
  }

  static {
    for (const [name, build] of Object.entries(reply) as [string, (...given: unknown[]) => Reply][]) {
      Object.defineProperty(AnsweringBuilders.prototype, name, {
        value(this: AnsweringBuilders, ...given: unknown[]): Reply {
          const built = build(...given)
          this.tell(built)
          return built
        },
      })
    }
  }
}

/**
 * What a handler gets. Return a string or a reply to answer, nothing to let the next handler try.
 * `M` is the message, narrowed by the filter it was registered with.
 */
export class RobotContext<
  M extends IncomingMessage = IncomingMessage,
  Session extends object = Record<string, unknown>,
> {
  /** The message, typed and verified. */
  readonly message: M
  /** What matched, in handlers of `hears` and `filter`: of an expression with its groups. */
  match: RegExpMatchArray | undefined = undefined
  readonly #run: RunState<Session>
  #state: Record<string, unknown> | undefined
  #replied: Reply | undefined
  #builders: ReplyBuilders | undefined
  #push: Push | undefined

  constructor(message: M, run: RunState<Session>) {
    this.message = message
    this.#run = run
  }

  /** What the user's session holds; saved after the handler when it changed. @throws RobotUsageError without sessions */
  get session(): UserContext<Session> {
    if (this.#run.session !== undefined) return this.#run.session
    throw new RobotUsageError(
      this.message.source === ''
        ? 'this message has no user, so it has no session'
        : 'this robot keeps no sessions (sessions: false), or their store failed, which the log tells',
    )
  }

  /** Whether there is a session: false without user, with `sessions: false`, and while the store fails. */
  get hasSession(): boolean {
    return this.#run.session !== undefined
  }

  /** The conversation the user is in, and its step; undefined when they are in none. */
  get conversation(): { readonly name: string; readonly step: string } | undefined {
    const state = this.hasSession ? readState(this.session) : undefined
    return state === undefined ? undefined : { name: state.name, step: state.step }
  }

  /**
   * Takes the user into a conversation, out of any other, and answers with its first question.
   * @param data what is known already; no step is left out for it
   * @throws RobotUsageError for a name there is none of, and without session
   */
  async enter(name: string, data: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
    const { conversations } = this.#run
    if (conversations === undefined)
      throw new RobotUsageError('this robot has no conversations; see robot.conversation')
    const question = await conversations.enter(name, data, this)
    this.#replied ??= question
    return question
  }

  /** Takes the user out of their conversation. False when they were in none. */
  leave(): boolean {
    return this.hasSession && dropState(this.session)
  }

  /** Values that middleware hands down to handlers. Lives as long as the message. */
  get state(): Record<string, unknown> {
    this.#state ??= {}
    return this.#state
  }

  /** The message's key: the same for every delivery, so it can make a handler's effects idempotent. */
  get key(): string {
    return this.#run.key
  }

  /** How often this message was delivered so far, from 1. */
  get attempt(): number {
    return this.#run.attempt()
  }

  /** Milliseconds until no delivery can carry the answer any more; 0 when that moment has passed. */
  get remaining(): number {
    return this.#run.remaining()
  }

  /** Aborted when the handler's time is over. Hand it to whatever the handler waits for. */
  get signal(): AbortSignal {
    return this.#run.signal()
  }

  /** Builders that answer as they build: `ctx.reply.text('hi')`, with or without `return`. */
  get reply(): ReplyBuilders {
    this.#builders ??= new AnsweringBuilders((given) => {
      if (this.#replied !== undefined) {
        throw new RobotUsageError('a message has one passive reply and this one has it; send more with ctx.push')
      }
      this.#replied = given
    }) as unknown as ReplyBuilders
    return this.#builders
  }

  /** What `ctx.reply` built, for the router. */
  get replied(): Reply | undefined {
    return this.#replied
  }

  /** Forgets what `ctx.reply` built, since its handler failed: whoever handles the error answers anew. */
  forgetReply(): void {
    this.#replied = undefined
  }

  /** Sends a message to the user beside the reply: `await ctx.push('hi')`. Knows `remaining` and `canPush`. */
  get push(): Push {
    this.#push ??= createPush(this.message, this.#run)
    return this.#push
  }
}
