import type { Awaitable } from '@wx/context-store'
import type { IncomingMessage, Reply } from '@wx/xml-messages'
import { type HandlerResult, toReply } from './answer.js'
import type { RobotContext } from './context.js'
import { RobotUsageError } from './errors.js'
import { exactFilters, type Filter, type Filtered, filterOf, isKind, kindOf } from './filters.js'

/** What a handler may return: a value, or a promise of one. */
type Returned<T> = T | PromiseLike<T>

/** Answers a message, or returns nothing to let the next one try. */
export type Handler<M extends IncomingMessage, Session extends object> = (
  ctx: RobotContext<M, Session>,
) => Returned<HandlerResult>

/** Runs around everything below it, koa-style. What it returns, or else what is below, is the answer. */
export type Middleware<Session extends object> = (
  ctx: RobotContext<IncomingMessage, Session>,
  next: () => Promise<HandlerResult>,
) => Returned<HandlerResult>

/** Gets what a handler threw; may return an answer for the user. */
export type ErrorHandler<Session extends object> = (
  error: unknown,
  ctx: RobotContext<IncomingMessage, Session>,
) => Returned<HandlerResult>

/** What a message came to: the answer, and whether any handler was there for it. */
export interface Routed {
  readonly reply: Reply | undefined
  readonly handled: boolean
}

const nobody: Routed = { reply: undefined, handled: false }

type AnyHandler<Session extends object> = (ctx: RobotContext<IncomingMessage, Session>) => Returned<HandlerResult>

/** Returned by a handler that has a further condition and did not run. */
export const passed: unique symbol = Symbol('passed')

interface Route<Session extends object> {
  readonly filter: Filter
  readonly handler: (ctx: RobotContext<IncomingMessage, Session>) => Returned<HandlerResult> | typeof passed
}

/**
 * Handlers in order of registration; the first that returns something answers. `last` ones come after all others.
 * Sealed by the first message, when one list for each filter is made.
 */
export class Router<Session extends object> {
  readonly #routes: Route<Session>[] = []
  readonly #last: AnyHandler<Session>[] = []
  readonly #middleware: Middleware<Session>[] = []
  #table: Map<string, Route<Session>['handler'][]> | undefined

  use(middleware: Middleware<Session>): void {
    this.#open('use')
    this.#middleware.push(middleware)
  }

  on<F extends Filter>(
    filter: F,
    handler: (ctx: RobotContext<Filtered<F>, Session>) => Returned<HandlerResult> | typeof passed,
  ): void {
    this.#open('on')
    // The table looks a message up by its own filter, so the handler only ever gets what its filter lets through.
    this.#routes.push({ filter, handler: handler as unknown as Route<Session>['handler'] })
  }

  last(handler: AnyHandler<Session>): void {
    this.#open('handler')
    this.#last.push(handler)
  }

  #open(method: string): void {
    if (this.#table === undefined) return
    throw new RobotUsageError(
      `robot.${method} was called after the first message; register every handler before the robot is mounted, ` +
        'or messages would be answered one way before and another way after',
    )
  }

  /** Closes registration. The first message does it. */
  seal(): void {
    this.#sealed()
  }

  /** Runs the handlers of a message. At once when none of them is asynchronous. */
  route(ctx: RobotContext<IncomingMessage, Session>): Awaitable<Routed> {
    const handlers = this.#sealed().get(filterOf(ctx.message))
    if (this.#middleware.length === 0)
      return handlers === undefined ? nobody : tryFrom(handlers, 0, { ctx, ran: false })
    return this.#through(ctx, handlers ?? [])
  }

  #sealed(): Map<string, Route<Session>['handler'][]> {
    if (this.#table !== undefined) return this.#table
    const table = new Map<string, Route<Session>['handler'][]>()
    for (const exact of exactFilters()) {
      const fitting = this.#routes.filter(
        ({ filter }) => filter === exact || (isKind(filter) && filter === kindOf(exact)),
      )
      const handlers = [...fitting.map((it) => it.handler), ...this.#last]
      if (handlers.length > 0) table.set(exact, handlers)
    }
    this.#table = table
    return table
  }

  async #through(ctx: RobotContext<IncomingMessage, Session>, handlers: Route<Session>['handler'][]): Promise<Routed> {
    let handled = false
    const step = async (index: number): Promise<Reply | undefined> => {
      const middleware = this.#middleware[index]
      if (middleware === undefined) {
        const routed = await tryFrom(handlers, 0, { ctx, ran: false })
        handled ||= routed.handled
        return routed.reply
      }
      let below: Promise<Reply | undefined> | undefined
      const result = await middleware(ctx, () => {
        if (below !== undefined) throw new RobotUsageError('next() was called twice in one middleware')
        below = step(index + 1)
        return below
      })
      // Also when it has an answer of its own: what fails below must not go unnoticed.
      const fromBelow = await below
      const own = toReply(result) ?? ctx.replied
      if (own !== undefined) handled = true
      return own ?? fromBelow
    }
    return { reply: await step(0), handled }
  }
}

interface Trial<Session extends object> {
  readonly ctx: RobotContext<IncomingMessage, Session>
  /** Whether a handler without a further condition has run. */
  readonly ran: boolean
}

/** A loop while handlers answer at once; from the first asynchronous one on, a continuation. */
function tryFrom<Session extends object>(
  handlers: readonly Route<Session>['handler'][],
  start: number,
  { ctx, ran: ranBefore }: Trial<Session>,
): Awaitable<Routed> {
  let ran = ranBefore
  for (let index = start; index < handlers.length; index++) {
    const result = (handlers[index] as Route<Session>['handler'])(ctx)
    if (result === passed) continue
    ran = true
    if (isPromise(result)) {
      const rest = index + 1
      return Promise.resolve(result).then((late) => {
        const reply = toReply(late) ?? ctx.replied
        return reply === undefined ? tryFrom(handlers, rest, { ctx, ran: true }) : { reply, handled: true }
      })
    }
    const reply = toReply(result) ?? ctx.replied
    if (reply !== undefined) return { reply, handled: true }
  }
  return { reply: undefined, handled: ran }
}

/** Whether a value has to be waited for. */
export const isPromise = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
