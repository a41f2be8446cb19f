import type { ServerResponse } from 'node:http'
import { consoleLogger, type Logger } from '../logger.js'
import type { WebContext, WebHandler, WebHeaders, WebResponse } from '../web.js'
import { BodyConsumedError, BodyTooLargeError, ClientHungUpError, type DecoratedRequest, readBody } from './body.js'

/** A request of `node:http`, plain or decorated by Express and its kin. */
export type NodeRequest = DecoratedRequest & {
  /** Express: the whole URL, also below a mount path. */
  readonly originalUrl?: string
}

/** Express and connect: hands the request (or an error) on. */
export type NodeNext = (error?: unknown) => void

/** A listener for `http.createServer`, and a middleware where there is a `next`. */
export type NodeListener = (request: NodeRequest, response: ServerResponse, next?: NodeNext) => Promise<void>

export interface NodeBridgeOptions {
  /** Bytes a body may have; 1 MiB by default. A larger one is answered 413. */
  readonly maxBodyBytes?: number
  /** Whether a request is ours, by its path; one that is not goes to `next`, or is answered 404. Default: all. */
  readonly accepts?: (request: NodeRequest, path: string) => boolean
  /** Where set-up mistakes are reported (a consumed body, a handler that throws). Default: `console`. */
  readonly logger?: Logger
}

const plainText = { 'content-type': 'text/plain; charset=utf-8' }
const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Runs a web handler on `node:http`, or as a connect-style middleware. */
export function toNodeListener(handler: WebHandler, options: NodeBridgeOptions = {}): NodeListener {
  const limits = { maxBodyBytes: options.maxBodyBytes ?? 2 ** 20 }
  const logger = options.logger ?? consoleLogger

  return async (request, response, next) => {
    const url = request.originalUrl ?? request.url ?? '/'
    const mark = url.indexOf('?')
    const path = mark < 0 ? url : url.slice(0, mark)
    if (options.accepts !== undefined && !options.accepts(request, path)) {
      if (next === undefined) send(response, { status: 404, headers: plainText, body: 'not found' })
      else next()
      return
    }
    try {
      const method = request.method ?? 'GET'
      const common = {
        method,
        path,
        query: mark < 0 ? '' : url.slice(mark + 1),
        headers: request.headers as WebHeaders,
      }
      const context = new NodeContext(response)
      send(
        response,
        withBody.has(method)
          ? await handler({ ...common, body: await readBody(request, limits) }, context)
          : await handler(common, context),
      )
    } catch (error) {
      fail(error, { response, next, logger })
    }
  }
}

/** The signal costs a controller and a listener, so it is made when somebody first asks for it. */
class NodeContext implements WebContext {
  readonly #response: ServerResponse
  #controller: AbortController | undefined

  constructor(response: ServerResponse) {
    this.#response = response
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      const controller = new AbortController()
      this.#controller = controller
      const hangUp = () => {
        if (!this.#response.writableFinished) controller.abort(new ClientHungUpError())
      }
      if (this.#response.destroyed) hangUp()
      else this.#response.once('close', hangUp)
    }
    return this.#controller.signal
  }
}

/** Writes the answer, byte-exact; to a client that is gone it is a no-op. */
function send(response: ServerResponse, { status, headers, body }: WebResponse): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

interface Failure {
  readonly response: ServerResponse
  readonly next: NodeNext | undefined
  readonly logger: Logger
}

function fail(error: unknown, { response, next, logger }: Failure): void {
  if (error instanceof ClientHungUpError) return
  if (error instanceof BodyTooLargeError) {
    // The rest of the body is not read; the connection cannot be used again.
    send(response, { status: 413, headers: { ...plainText, connection: 'close' }, body: 'body too large' })
    return
  }
  if (error instanceof BodyConsumedError) {
    logger.error(error.message, { code: error.code })
    send(response, { status: 500, headers: plainText, body: `${error.code}: see the server's log` })
    return
  }
  if (next !== undefined && !response.headersSent) {
    next(error)
    return
  }
  logger.error('a web handler threw', { error })
  send(response, { status: 500, headers: plainText, body: '' })
}
