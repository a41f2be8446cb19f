import type { Awaitable } from '@wx/context-store'
import type { IncomingMessage, Reply } from '@wx/xml-messages'
import { type HandlerResult, toReply } from './answer.js'
import type { RobotContext } from './context.js'
import type { Conversations } from './conversations.js'
import { RobotUsageError } from './errors.js'
import { exactFilters, type Filter, type Filtered, filterOf, kindOf } from './filters.js'
import { runMiddleware } from './middleware.js'

/** What a handler may return: a value, or a promise of one. */
type Returned<T> = T | PromiseLike<T>

/** Answers a message, or returns nothing to let the next one try. */
export type Handler<M extends IncomingMessage, Session extends object> = (
  ctx: RobotContext<M, Session>,
) => Returned<HandlerResult>

/** Runs around everything below it, koa-style. What it returns, or else what is below, is the answer. */
export type Middleware<Session extends object> = (
  ctx: RobotContext<IncomingMessage, Session>,
  next: () => Promise<Reply | undefined>,
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

const none: readonly [] = []

type AnyHandler<Session extends object> = (ctx: RobotContext<IncomingMessage, Session>) => Returned<HandlerResult>

/** Returned by a handler that has a further condition and did not run. */
export const passed: unique symbol = Symbol('passed')

/** A handler as it is kept: it may have a further condition. */
export type RouteHandler<M extends IncomingMessage, Session extends object> = (
  ctx: RobotContext<M, Session>,
) => Returned<HandlerResult> | typeof passed

interface Route<Session extends object> {
  readonly filters: readonly Filter[]
  readonly handler: RouteHandler<IncomingMessage, Session>
}

/**
 * Handlers in order of registration; the first that returns something answers. `last` ones come after all others.
 * Sealed by the first message, when one list for each filter is made.
 */
export class Router<Session extends object> {
  readonly #routes: Route<Session>[] = []
  /** Comes before all handlers when the user is in one. */
  conversations: Conversations<Session> | undefined
  readonly #last: AnyHandler<Session>[] = []
  readonly #middleware: Middleware<Session>[] = []
  #table: Map<string, Route<Session>['handler'][]> | undefined

  use(middleware: Middleware<Session>): void {
    this.#middleware.push(middleware)
  }

  on<F extends Filter>(filters: readonly F[], handler: RouteHandler<Filtered<F>, Session>): void {
    // The table looks a message up by its own filter, so the handler only ever gets what its filter lets through.
    this.#routes.push({ filters, handler: handler as unknown as Route<Session>['handler'] })
  }

  last(handler: AnyHandler<Session>): void {
    this.#last.push(handler)
  }

  /** @throws RobotUsageError when registration is closed */
  checkOpen(method: string): void {
    if (this.#table === undefined) return
    throw new RobotUsageError(
      `robot.${method} was called after the first message; register every handler before the robot is mounted, ` +
        'or messages would be answered one way before and another way after',
    )
  }

  /** Runs the handlers of a message. At once when none of them is asynchronous. */
  route(ctx: RobotContext<IncomingMessage, Session>): Awaitable<Routed> {
    const handlers = this.#sealed().get(filterOf(ctx.message)) ?? none
    if (this.#middleware.length === 0) return tryFrom(handlers, 0, { ctx, ran: false })
    return runMiddleware(this.#middleware, { ctx, handlers: () => tryFrom(handlers, 0, { ctx, ran: false }) })
  }

  #sealed(): Map<string, Route<Session>['handler'][]> {
    if (this.#table !== undefined) return this.#table
    const table = new Map<string, Route<Session>['handler'][]>()
    for (const exact of exactFilters()) {
      // One route for a list of filters: a message that fits two of them meets the handler once.
      const fitting = this.#routes.filter(({ filters }) => filters.some((it) => it === exact || it === kindOf(exact)))
      const handlers = [...this.#first(exact), ...fitting.map((it) => it.handler), ...this.#last]
      if (handlers.length > 0) table.set(exact, handlers)
    }
    this.#table = table
    return table
  }

  #first(exact: Filter): Route<Session>['handler'][] {
    const { conversations } = this
    if (conversations === undefined || kindOf(exact) === 'platform') return []
    return [
      (ctx) => {
        const active = conversations.activeFor(ctx)
        return active === undefined ? passed : conversations.answer(active, ctx)
      },
    ]
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
    // What an earlier handler of `hears` matched says nothing to this one.
    ctx.match = undefined
    const result = (handlers[index] as Route<Session>['handler'])(ctx)
    if (result === passed) continue
    ran = true
    if (isPromise(result)) {
      const rest = index + 1
      return Promise.resolve(result).then((late) => {
        const reply = answerOf(ctx, late)
        return reply === undefined ? tryFrom(handlers, rest, { ctx, ran: true }) : { reply, handled: true }
      })
    }
    const reply = answerOf(ctx, result)
    if (reply !== undefined) return { reply, handled: true }
  }
  return { reply: undefined, handled: ran }
}

/** What a handler answered: what it returned, or what it built with `ctx.reply`; never one and the other. */
function answerOf<Session extends object>(
  { replied }: RobotContext<IncomingMessage, Session>,
  result: unknown,
): Reply | undefined {
  const returned = toReply(result)
  if (returned === undefined || replied === undefined || returned === replied) return returned ?? replied
  throw new RobotUsageError(
    'a handler answered with ctx.reply and returned another answer; a message has one passive reply, ' +
      'send more with ctx.push',
  )
}

/** Whether a value has to be waited for. */
export const isPromise = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
