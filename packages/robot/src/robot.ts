import type { Awaitable } from '@wx/context-store'
import type { WebContext, WebRequest, WebResponse } from '@wx/core'
import type { IncomingMessage } from '@wx/xml-messages'
import { warnOfCluster } from './cluster-warning.js'
import { type Conversation, define } from './conversation.js'
import { Conversations } from './conversations.js'
import { acknowledged, type Delivered, planOf } from './delivery.js'
import { Engine } from './engine.js'
import { kindOfValue, RobotClosedError, RobotUsageError } from './errors.js'
import { checkFilter, exactFilters, type Filter, type Filtered } from './filters.js'
import { type Admitted, admitPush, admitUrlCheck, isUnsigned, signedQuery } from './gate.js'
import { type Rule, ruleMatcher } from './hears.js'
import type { Listening } from './listen.js'
import { type MethodMessages, methodNames } from './method-names.js'
import type { RobotOptions } from './options.js'
import type { PushRequest } from './query.js'
import { Refusal, RefusalLog } from './refusal.js'
import { requireFirstUse } from './replay-guard.js'
import { broken, closing, echo, methodNotAllowed, refused, refusedWith, respond } from './respond.js'
import {
  type ErrorHandler,
  type Handler,
  isPromise,
  type Middleware,
  passed,
  type RouteHandler,
  Router,
} from './router.js'
import { readOptions, type Settings } from './settings.js'
import { emptyStats, type RobotStats } from './stats.js'

const known: ReadonlySet<string> = new Set(exactFilters())

/** A robot's settings, for `@wx/robot/testing`: a test signs with the robot's own token and key. */
export let settingsOf: (robot: Robot<never>) => Settings<never>

/** `robot.text(h)`, `robot.subscribe(h)`, … : a method for every message type, event and platform push of the table. */
export type TypeMethods<Session extends object> = {
  readonly [M in Exclude<keyof MethodMessages, 'click'>]: (
    handler: Handler<MethodMessages[M] & IncomingMessage, Session>,
  ) => Robot<Session>
}

export interface Robot<Session extends object = Record<string, unknown>> extends TypeMethods<Session> {}

/**
 * A WeChat robot: verifies what arrives, hands each message to your handlers once, in order, and answers in time.
 *
 * ```ts
 * const robot = new Robot({ token: 'weixin' })
 * robot.text((ctx) => `you said ${ctx.message.content}`)
 * await robot.listen({ port: 8080 })
 * ```
 *
 * Mount `robot.handle` with an adapter, or let it listen by itself. Handlers run in order of registration; the first
 * that returns something answers. Register all of them before the first message.
 * @see https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see the interface above
export class Robot<Session extends object = Record<string, unknown>> {
  readonly #settings: Settings<Session>
  readonly #router = new Router<Session>()
  readonly #engine: Engine<Session>
  readonly #refusals: RefusalLog
  readonly #stats: RobotStats = emptyStats()
  readonly #servers = new Set<Listening>()
  #refused: WebResponse = refused
  #hasCatch = false
  #isFirst = true
  #isClosing = false

  /** @throws ConfigError, CryptoError for a token, key, AppID or option that cannot work */
  constructor(options: RobotOptions<Session>) {
    this.#settings = readOptions(options)
    this.#engine = new Engine(this.#settings, this.#router, this.#stats)
    this.#refusals = new RefusalLog(this.#settings.logger, this.#settings.clock)
  }

  static {
    settingsOf = (robot) => robot.#settings
    for (const [method, filter] of methodNames(exactFilters())) {
      if (method === 'click') continue
      if (method in Robot.prototype) {
        throw new RobotUsageError(`the table names '${filter}', which clashes with robot.${method}`)
      }
      Object.defineProperty(Robot.prototype, method, {
        configurable: true,
        value(this: Robot, handler: Handler<IncomingMessage, Record<string, unknown>>) {
          return this.#add(method, [filter], handler)
        },
      })
    }
  }

  /** Whether `close` was called: it answers nothing any more. */
  get isClosed(): boolean {
    return this.#isClosing
  }

  /** What was counted so far. */
  get stats(): Readonly<RobotStats> {
    return { ...this.#stats }
  }

  // ── Registration ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Runs around all handlers, koa-style: what it returns, or else what is below it, is the answer. */
  use(middleware: Middleware<Session>): this {
    this.#open('use', middleware)
    this.#router.use(middleware)
    return this
  }

  /**
   * Handles what a filter lets through, `ctx.message` narrowed to it: a message type (`text`), an event
   * (`event:subscribe`), a platform push (`platform:authorized`), a kind (`message`, `event`, `platform`), or a list.
   * @throws RobotUsageError for a filter that fits nothing
   */
  on<F extends Filter>(filter: F | readonly F[], handler: Handler<Filtered<F> & IncomingMessage, Session>): this {
    const filters: readonly unknown[] = Array.isArray(filter) ? filter : [filter]
    if (filters.length === 0) throw new RobotUsageError('robot.on was given an empty list of filters')
    return this.#add(
      'on',
      filters.map((it) => checkFilter(it, known) as F),
      handler as Handler<Filtered<F>, Session>,
    )
  }

  /** Handles every message that no handler before has answered. Comes last, wherever it is registered. */
  handler(handler: Handler<IncomingMessage, Session>): this {
    this.#open('handler', handler)
    this.#router.last(handler)
    return this
  }

  /**
   * Handles texts that fit one of the rules: a string exactly, an expression anywhere; `ctx.match` holds the match.
   * @throws RobotUsageError when there is no rule
   */
  hears(rules: Rule | readonly Rule[], handler: Handler<Filtered<'text'>, Session>): this {
    return this.#hear('hears', Array.isArray(rules) ? rules : [rules], handler)
  }

  /** `hears` with the rules one by one, the handler last: `robot.filter('help', /^menu/i, h)`. */
  filter(...given: readonly [...rules: Rule[], handler: Handler<Filtered<'text'>, Session>]): this {
    return this.#hear('filter', given.slice(0, -1) as Rule[], given.at(-1) as Handler<Filtered<'text'>, Session>)
  }

  #hear(method: string, rules: readonly Rule[], handler: Handler<Filtered<'text'>, Session>): this {
    checkFunction(method, handler)
    const find = ruleMatcher(rules)
    return this.#add(method, ['text'], (ctx) => {
      const match = find(ctx.message.content)
      if (match === undefined) return passed
      ctx.match = match
      return handler(ctx)
    })
  }

  /**
   * A conversation of several steps: while a user is in it, what they write is its answer and goes to no handler. Where
   * they are is kept in the session, so it survives the process when the session does.
   *
   * ```ts
   * robot.conversation<{ product: string; count: number }>('order', {
   *   start: '下单',
   *   steps: {
   *     product: { ask: '想买什么？', read: (text) => text },
   *     count: { ask: '要几个？', read: (text) => Number(text) || undefined, retry: '请发送一个数字。' },
   *   },
   *   done: ({ product, count }) => `已下单：${product} × ${count}`,
   * })
   * ```
   * @param name what the session remembers; keep it when you change the steps
   * @throws RobotUsageError, ConfigError for one that cannot work
   */
  conversation<Data extends object>(name: string, conversation: Conversation<Data, Session>): this {
    this.#router.checkOpen('conversation')
    if (this.#settings.sessions === undefined) {
      throw new RobotUsageError('a conversation is kept in the session, and this robot keeps none (sessions: false)')
    }
    this.#router.conversations ??= new Conversations(this.#settings)
    this.#router.conversations.add(define(name, conversation))
    if (conversation.start === undefined) return this
    return this.#hear('conversation', [conversation.start].flat() as Rule[], (ctx) => ctx.enter(name))
  }

  /** Handles a click on the menu: on any button, or on the one with this key. */
  click(handler: Handler<Filtered<'event:click'>, Session>): this
  click(key: string, handler: Handler<Filtered<'event:click'>, Session>): this
  click(
    ...given: [Handler<Filtered<'event:click'>, Session>] | [string, Handler<Filtered<'event:click'>, Session>]
  ): this {
    if (given.length === 1) return this.#add('click', ['event:click'], given[0])
    const [key, handler] = given
    if (typeof key !== 'string') {
      throw new RobotUsageError(`robot.click takes the key of a button as text, and got ${kindOfValue(key)}`)
    }
    checkFunction('click', handler)
    return this.#add('click', ['event:click'], (ctx) => (ctx.message.key === key ? handler(ctx) : passed))
  }

  #add<F extends Filter>(method: string, filters: readonly F[], handler: RouteHandler<Filtered<F>, Session>): this {
    this.#open(method, handler)
    this.#router.on(filters, handler)
    return this
  }

  #open(method: string, handler: unknown): void {
    checkFunction(method, handler)
    this.#router.checkOpen(method)
  }

  /**
   * Gets what a handler threw, after it was logged; what it returns, or builds with `ctx.reply`, is the user's answer.
   * @throws RobotUsageError for a second one
   */
  catch(handler: ErrorHandler<Session>): this {
    this.#open('catch', handler)
    if (this.#hasCatch) throw new RobotUsageError('robot.catch was called twice; a robot has one error handler')
    this.#hasCatch = true
    this.#engine.onError = async (error, ctx) => {
      ctx.forgetReply()
      return (await handler(error, ctx)) ?? ctx.replied
    }
    return this
  }

  /**
   * The page for requests that are refused, in place of the word `forbidden`: what a visitor sees who opens the robot's
   * address. Called once, now: one page for every reason, and nothing of a request can get into it.
   * @param page makes the HTML
   * @throws RobotUsageError when it makes no text
   */
  errorPage(page: () => string): this {
    this.#open('errorPage', page)
    const html: unknown = page()
    if (typeof html !== 'string') {
      throw new RobotUsageError(`the function of robot.errorPage must return HTML as text, not ${kindOfValue(html)}`)
    }
    this.#refused = refusedWith(html)
    return this
  }

  // ── Handling ───────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * The web handler: a request of WeChat in, the answer out. Never throws; what is not WeChat's is refused with one
   * fixed answer. Bound, so it can be handed around.
   */
  readonly handle = (request: PushRequest | WebRequest, context?: WebContext): Promise<WebResponse> => {
    // No async functions from here to the handler: one that answers at once costs no promise but this one.
    try {
      return Promise.resolve(this.#take(request, context))
    } catch (error) {
      return Promise.resolve(this.#refuse(error))
    }
  }

  #take(request: PushRequest, context: WebContext | undefined): Awaitable<WebResponse> {
    const arrivedAt = this.#settings.clock.now()
    if (this.#isClosing) throw new Refusal('closed', new RobotClosedError().message)
    const { method } = request
    if (method !== 'POST' && method !== 'GET') throw new Refusal('method', "only GET and POST are WeChat's")
    const query = signedQuery(request)
    if (method === 'GET') return echo(admitUrlCheck(query, this.#settings))
    const admitted = admitPush(request, query, this.#settings)
    if (!this.#settings.replayGuard || isUnsigned(query)) return this.#accept(admitted, arrivedAt, context)
    return requireFirstUse(query, this.#settings, this.#stats).then(
      () => this.#accept(admitted, arrivedAt, context),
      (error: unknown) => this.#refuse(error),
    )
  }

  #accept(admitted: Admitted, arrivedAt: number, context: WebContext | undefined): Awaitable<WebResponse> {
    if (this.#isFirst) this.#start()
    this.#stats.received++
    if (admitted.message.kind === 'probe') return this.#answer(acknowledged, admitted)
    let delivering: Awaitable<Delivered>
    try {
      delivering = this.#engine.deliver(admitted, arrivedAt, context)
    } catch (error) {
      return this.#answer(this.#defect(error, admitted), admitted)
    }
    if (context?.waitUntil !== undefined) context.waitUntil(this.#done(delivering))
    if (!isPromise(delivering)) return this.#answer(delivering, admitted)
    return delivering.then(
      (delivered) => this.#answer(delivered, admitted),
      (error: unknown) => this.#answer(this.#defect(error, admitted), admitted),
    )
  }

  /** The user must not see an error of ours; whoever waits for money or goods must not see a yes. */
  #defect(error: unknown, { message }: Admitted): Delivered {
    this.#reportDefect(error)
    return planOf(message).ack.guaranteed ? { state: 'unacknowledged' } : acknowledged
  }

  /** Also what goes out after an answer: the rest of a long text, a late answer. Never rejects. */
  async #done(delivering: Awaitable<Delivered>): Promise<void> {
    try {
      await delivering
    } catch {
      // Reported where the delivery is answered.
    }
    await this.#engine.drain()
  }

  #answer(delivered: Delivered, admitted: Admitted): WebResponse {
    try {
      if (delivered.state === 'unacknowledged') this.#stats.unacknowledged++
      return respond(delivered, admitted, this.#settings)
    } catch (error) {
      return this.#refuse(error)
    }
  }

  #start(): void {
    this.#isFirst = false
    if (this.#settings.ownsCoordinator) warnOfCluster(this.#settings.logger)
  }

  #reportDefect(error: unknown): void {
    this.#settings.logger.error('the robot failed while answering; this is a defect of the kit', { error })
  }

  #refuse(error: unknown): WebResponse {
    if (!(error instanceof Refusal)) {
      this.#reportDefect(error)
      return broken
    }
    this.#stats.refused++
    this.#refusals.add(error)
    if (error.reason === 'closed') return closing
    return error.reason === 'method' ? methodNotAllowed : this.#refused
  }

  /**
   * Serves the robot on a port of its own, every path alike.
   * @param options.port 0 picks a free one; default 8080 @param options.host default `127.0.0.1`: behind a proxy
   * @returns where it listens
   * @throws RobotClosedError after `close`, and what the server throws, such as EADDRINUSE
   */
  async listen(options: { readonly port?: number; readonly host?: string } = {}): Promise<Listening> {
    if (this.#isClosing) throw new RobotClosedError()
    // Only who listens needs node:http, and loading it takes longer than the rest of the robot.
    const { listen } = await import('./listen.js')
    const server = await listen(this.handle, { port: options.port ?? 8080, host: options.host ?? '127.0.0.1' })
    this.#servers.add(server)
    return server
  }

  /** Takes nothing new, and resolves when every handler and every late answer is done and the ports are closed. */
  async close(): Promise<void> {
    this.#isClosing = true
    await this.#engine.drain()
    await Promise.all([...this.#servers].map((it) => it.close()))
    this.#servers.clear()
  }
}

function checkFunction<F>(method: string, handler: F): F {
  if (typeof handler === 'function') return handler
  throw new RobotUsageError(`robot.${method} needs a function as its handler, and got ${kindOfValue(handler)}`)
}
