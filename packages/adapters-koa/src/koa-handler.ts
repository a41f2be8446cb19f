import type { ServerResponse } from 'node:http'
import { type Logger, type Mountable, pathMatcher, toWebHandler } from '@wx/core'
import { type NodeRequest, toNodeListener } from '@wx/core/node'

/** What is used of Koa's context. Spelled out here, so that no version of its types is needed. */
export interface KoaContext {
  readonly req: NodeRequest
  readonly res: ServerResponse
  readonly originalUrl: string
  /** Koa's own request: parsers leave what they found here, not at `req`. */
  readonly request: { readonly path: string; readonly body?: unknown; readonly rawBody?: unknown }
  /** False when the answer is written already and Koa must not write another. */
  respond?: boolean | undefined
  /** The route that matched, when there is a router. */
  readonly _matchedRoute?: unknown
}

/** A middleware for `app.use`, routers and koa-mount; of Koa 2 and 3 alike. */
export type KoaHandler = (ctx: KoaContext, next: () => Promise<unknown>) => Promise<void>

export interface KoaHandlerOptions {
  /**
   * The one path that is ours, such as `/wx`, seen from where the middleware is mounted; with and without a slash at
   * its end. Needed for `app.use(koaHandler(robot))`. Default: the mount path itself, or the route that matched.
   */
  readonly path?: string
  /** Bytes a body may have; 1 MiB by default. A larger one is answered 413. */
  readonly maxBodyBytes?: number
  /** Where set-up mistakes are reported, such as a body that a parser consumed. Default: `console`. */
  readonly logger?: Logger
}

const bodyFix =
  'Mount it above the parser: app.use(koaHandler(robot, { path: "/wx" })) before app.use(koaBody()). ' +
  'Or take a parser that keeps the bytes as ctx.request.rawBody, as koa-bodyparser does.'

/**
 * Mounts a robot, or any web handler of the kit, in Koa: GET and POST in one, before or after body parsers.
 * A path that is not ours goes to `next()`; what the handler throws is thrown on, to the application's error handling.
 * @throws ConfigError when there is nothing to mount, or an option is malformed
 * @see https://koajs.com/#application
 */
export function koaHandler(handler: Mountable, options: KoaHandlerOptions = {}): KoaHandler {
  const { path, ...rest } = options
  const isOurs = pathMatcher(path ?? '/')
  const listener = toNodeListener(toWebHandler(handler), { ...rest, bodyFix })
  return async (ctx, next) => {
    const { req, res, request, originalUrl } = ctx
    const isRoute = path === undefined && ctx._matchedRoute !== undefined
    if (!isRoute && !isOurs(request.path)) {
      await next()
      return
    }
    const body = { rawBody: request.rawBody ?? req.rawBody, body: request.body ?? req.body }
    await new Promise<void>((resolve, reject) => {
      // Koa leaves a request open for ever when nothing is what was thrown.
      const fail = (error: unknown) => reject(error ?? new Error('the mounted handler threw no error, but nothing'))
      listener(Object.assign(req, body, { originalUrl }), res, fail).then(resolve, reject)
    })
    // Only now: after an error the answer is still Koa's, or that of a middleware above.
    ctx.respond = false
  }
}
