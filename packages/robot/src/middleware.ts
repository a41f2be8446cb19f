import type { Awaitable } from '@wx/context-store'
import type { IncomingMessage, Reply } from '@wx/xml-messages'
import { toReply } from './answer.js'
import type { RobotContext } from './context.js'
import { RobotUsageError } from './errors.js'
import type { Middleware, Routed } from './router.js'
import { WatchedPromise } from './watched-promise.js'

/** What middleware runs around. */
export interface Surrounded<Session extends object> {
  readonly ctx: RobotContext<IncomingMessage, Session>
  readonly handlers: () => Awaitable<Routed>
}

/** Runs middleware, the first around the second and so on, with the handlers in the middle. */
export async function runMiddleware<Session extends object>(
  stack: readonly Middleware<Session>[],
  { ctx, handlers }: Surrounded<Session>,
): Promise<Routed> {
  const step = async (index: number): Promise<Routed> => {
    const middleware = stack[index]
    if (middleware === undefined) return handlers()
    const below = new Below(ctx, () => step(index + 1))
    let own: Reply | undefined
    try {
      own = toReply(await middleware(ctx, () => below.next()))
    } finally {
      // Also when it failed: the message is not done while something below still runs.
      await below.settled()
    }
    const end = await below.end()
    own ??= ctx.replied === below.built ? undefined : ctx.replied
    return own === undefined ? end : { reply: own, handled: true }
  }
  return step(0)
}

const nothing: Routed = { reply: undefined, handled: false }

/** What is below one middleware: runs when `next` is called, once. */
class Below<Session extends object> {
  readonly #ctx: RobotContext<IncomingMessage, Session>
  readonly #run: () => Promise<Routed>
  #routed: Promise<Routed> | undefined
  #seen: WatchedPromise<Reply | undefined> | undefined
  /** What `ctx.reply` had built when everything below was done. */
  built: Reply | undefined

  constructor(ctx: RobotContext<IncomingMessage, Session>, run: () => Promise<Routed>) {
    this.#ctx = ctx
    this.#run = run
  }

  next(): Promise<Reply | undefined> {
    if (this.#seen !== undefined) throw new RobotUsageError('next() was called twice in one middleware')
    const routed = this.#run().finally(() => {
      this.built = this.#ctx.replied
    })
    this.#routed = routed
    this.#seen = new WatchedPromise((resolve) => resolve(routed.then(({ reply }) => reply)))
    return this.#seen
  }

  /** Never rejects. */
  async settled(): Promise<void> {
    if (this.#seen !== undefined) await this.#seen.settled()
  }

  /** What came of it. A failure the middleware did not look at must not go unnoticed; one it caught is its own affair. */
  async end(): Promise<Routed> {
    if (this.#routed === undefined) return nothing
    return this.#seen?.isWatched === true ? this.#routed.catch(() => nothing) : this.#routed
  }
}
