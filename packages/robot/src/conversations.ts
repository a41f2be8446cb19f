import type { Clock, Logger } from '@wx/core'
import { type IncomingMessage, type Reply, reply, rowOf } from '@wx/xml-messages'
import { type HandlerResult, toReply } from './answer.js'
import type { RobotContext } from './context.js'
import type { Defined, Saying, Step } from './conversation.js'
import { type ConversationState, dropState, readState, writeState } from './conversation-state.js'
import { RobotUsageError } from './errors.js'
import { nearest } from './nearest.js'

type Ctx<Session extends object> = RobotContext<IncomingMessage, Session>
type Data = Readonly<Record<string, unknown>>

/** A conversation a user is in. */
interface Active<Session extends object> {
  readonly state: ConversationState
  readonly defined: Defined<Session>
  readonly step: Step<Record<string, unknown>, unknown, Session>
}

/** The conversations of a robot: where a user is stands in their session, everything else is here. */
export class Conversations<Session extends object> {
  readonly #all = new Map<string, Defined<Session>>()
  readonly #clock: Clock
  readonly #logger: Logger

  constructor(settings: { readonly clock: Clock; readonly logger: Logger }) {
    this.#clock = settings.clock
    this.#logger = settings.logger
  }

  /** @throws RobotUsageError for a second one of the name */
  add(defined: Defined<Session>): void {
    if (this.#all.has(defined.name)) {
      throw new RobotUsageError(
        `there are two conversations called '${defined.name}'; a name is what a session remembers`,
      )
    }
    this.#all.set(defined.name, defined)
  }

  /** The conversation that takes this message as an answer, if the user is in one. */
  activeFor(ctx: Ctx<Session>): Active<Session> | undefined {
    if (!ctx.hasSession) return undefined
    const state = readState(ctx.session)
    if (state === undefined) return undefined
    const defined = this.#all.get(state.name)
    const step = defined?.steps.get(state.step)
    if (defined === undefined || step === undefined) {
      dropState(ctx.session)
      this.#logger.warn(
        'a user was in a conversation, or at a step of it, that this robot does not know; it is ended',
        {
          conversation: state.name,
          step: state.step,
        },
      )
      return undefined
    }
    return takes(defined, ctx.message) ? { state, defined, step } : undefined
  }

  /** Takes a message as an answer. Undefined: it is for the handlers. */
  async answer({ state, defined, step }: Active<Session>, ctx: Ctx<Session>): Promise<Reply | undefined> {
    const { data } = state
    if (this.#clock.now() - state.at > defined.timeoutMs) {
      dropState(ctx.session)
      return said(await defined.onTimeout?.(data, ctx), ctx)
    }
    const text = ctx.message.kind === 'message' && ctx.message.type === 'text' ? ctx.message.content.trim() : undefined
    if (text !== undefined && defined.cancel.has(text.toLowerCase())) {
      dropState(ctx.session)
      if (defined.onCancel === undefined) return reply.text('已取消。')
      return said(await defined.onCancel(data, ctx), ctx) ?? reply.success()
    }
    const value = await step.read(text, ctx, data)
    // The answer may have led somewhere else: `ctx.leave`, `ctx.enter`.
    if (readState(ctx.session) !== state) return ctx.replied
    if (value === undefined) {
      writeState(ctx.session, { ...state, at: this.#clock.now() })
      return ctx.replied ?? this.#ask(step.retry ?? step.ask, { ctx, data, state })
    }
    return this.#proceed({ state, defined, step }, { ...data, [state.step]: value }, ctx)
  }

  async #proceed({ state, defined, step }: Active<Session>, data: Data, ctx: Ctx<Session>): Promise<Reply | undefined> {
    const next = step.next === undefined ? following(defined, state.step) : await step.next(data, ctx)
    if (next !== null) return this.#goTo(defined, { step: next, data }, ctx)
    dropState(ctx.session)
    try {
      // Whatever it does, it is the end of what was said: the message is not for the handlers.
      return said(await defined.done(data, ctx), ctx) ?? reply.success()
    } catch (error) {
      // The last answer can be given once more, unless `done` has led elsewhere.
      if (readState(ctx.session) === undefined) writeState(ctx.session, state)
      throw error
    }
  }

  /**
   * Takes the user into a conversation, out of any other, and asks its first question.
   * @throws RobotUsageError for a name there is none of
   */
  async enter(name: string, data: Data, ctx: Ctx<Session>): Promise<Reply> {
    const defined = this.#all.get(name)
    if (defined === undefined) {
      const near = nearest(name, this.#all.keys())
      throw new RobotUsageError(
        `there is no conversation '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`,
      )
    }
    const [first] = defined.steps.keys()
    return this.#goTo(defined, { step: first as string, data }, ctx)
  }

  async #goTo(
    defined: Defined<Session>,
    { step, data }: { readonly step: string; readonly data: Data },
    ctx: Ctx<Session>,
  ): Promise<Reply> {
    const definition = defined.steps.get(step)
    if (definition === undefined) {
      throw new RobotUsageError(`conversation '${defined.name}' has no step '${step}', and was to go there (next)`)
    }
    const state: ConversationState = { name: defined.name, step, data, at: this.#clock.now() }
    const question = await this.#ask(definition.ask, { ctx, data, state })
    writeState(ctx.session, state)
    return question
  }

  async #ask(
    saying: Saying<Record<string, unknown>, Session>,
    { ctx, data, state }: { readonly ctx: Ctx<Session>; readonly data: Data; readonly state: ConversationState },
  ): Promise<Reply> {
    const result = typeof saying === 'function' ? await saying(data, ctx) : saying
    const question = said(result, ctx)
    if (question !== undefined) return question
    throw new RobotUsageError(`step '${state.step}' of conversation '${state.name}' has asked nothing`)
  }
}

/** What was returned, or built with `ctx.reply`. */
const said = <Session extends object>(result: HandlerResult, ctx: Ctx<Session>): Reply | undefined =>
  toReply(result) ?? ctx.replied

/** The step behind a step; null behind the last one. */
function following<Session extends object>({ steps }: Defined<Session>, step: string): string | null {
  const order = [...steps.keys()]
  return order[order.indexOf(step) + 1] ?? null
}

/** Events that nobody reads an answer to, those about money and goods among them, are never taken for one. */
function takes<Session extends object>({ takesEvents }: Defined<Session>, message: IncomingMessage): boolean {
  if (message.kind !== 'event') return message.kind === 'message'
  const row = takesEvents ? rowOf(message) : undefined
  return row?.replies === true && !row.ack.guaranteed
}
