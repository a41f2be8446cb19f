import type { ServerResponse } from 'node:http'
import { type Logger, type Mountable, pathMatcher, toWebHandler } from '@wx/core'
import { type NodeNext, type NodeRequest, toNodeListener } from '@wx/core/node'

/** A request as Express hands it to a middleware. Spelled out here, so that no version of its types is needed. */
export type ExpressRequest = NodeRequest & {
  /** The route that matched, when one did: `app.all('/wx', …)`, as opposed to `app.use('/wx', …)`. */
  readonly route?: unknown
}

/** A middleware for `app.use`, `app.all` and routers; of Express 4 and 5 alike. */
export type ExpressHandler = (request: ExpressRequest, response: ServerResponse, next: NodeNext) => Promise<void>

export interface ExpressHandlerOptions {
  /**
   * The one path that is ours, such as `/wx`, seen from where the middleware is mounted; with and without a slash at
   * its end. Needed for `app.use(expressHandler(robot))`. Default: the mount path itself, or the route that matched.
   */
  readonly path?: string
  /** Bytes a body may have; 1 MiB by default. A larger one is answered 413. */
  readonly maxBodyBytes?: number
  /** Where set-up mistakes are reported, such as a body that a parser consumed. Default: `console`. */
  readonly logger?: Logger
}

const bodyFix =
  'Mount it above the parser: app.use("/wx", expressHandler(robot)) before app.use(express.json()). ' +
  'Or let the parser keep the bytes: express.json({ verify: (req, _res, bytes) => { req.rawBody = bytes } }).'

/**
 * Mounts a robot, or any web handler of the kit, in Express: GET and POST in one, before or after body parsers.
 * A path that is not ours goes to `next()`, what the handler throws to `next(error)`.
 * @throws ConfigError when there is nothing to mount, or an option is malformed
 * @see https://expressjs.com/en/guide/using-middleware.html
 */
export function expressHandler(handler: Mountable, options: ExpressHandlerOptions = {}): ExpressHandler {
  const { path, ...rest } = options
  const isOurs = pathMatcher(path ?? '/')
  return toNodeListener(toWebHandler(handler), {
    ...rest,
    bodyFix,
    accepts: (request: ExpressRequest) =>
      (path === undefined && request.route !== undefined) || isOurs((request.url ?? '/').split('?', 1)[0] ?? ''),
  })
}
