import type { ServerResponse } from 'node:http'
import { ConfigError } from '../errors.js'
import { consoleLogger, type Logger, redactingLogger } from '../logger.js'
import { redact } from '../redact.js'
import type { WebContext, WebHandler, WebRequest, WebResponse } from '../web.js'
import { consumed, notFound, plainText, tooLarge } from './answers.js'
import { BodyConsumedError, BodyTooLargeError, ClientHungUpError, type DecoratedRequest, takeBody } from './body.js'

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
  /** How this framework keeps a body's bytes; the advice that is logged when they were consumed. */
  readonly bodyFix?: string | undefined
  /** Where set-up mistakes are reported (a consumed body, a handler that throws). Default: `console`. */
  readonly logger?: Logger
}

const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Runs a web handler on `node:http`, or as a connect-style middleware. What the handler throws goes to `next`, or is
 * logged and answered 500 with an empty body. The promise settles when the answer is handed to Node; it never rejects.
 * @throws ConfigError when `maxBodyBytes` is not a number of bytes
 * @see https://nodejs.org/api/http.html#class-httpserver
 */
export function toNodeListener(handler: WebHandler, options: NodeBridgeOptions = {}): NodeListener {
  const maxBodyBytes = options.maxBodyBytes ?? 2 ** 20
  if (!(maxBodyBytes > 0)) throw new ConfigError('maxBodyBytes', `a number of bytes, not ${maxBodyBytes}`)
  const reading = { maxBodyBytes, bodyFix: options.bodyFix }
  const logger = redactingLogger(options.logger ?? consoleLogger, redact)

  return (request, response, next) => {
    const url = request.originalUrl ?? request.url ?? '/'
    const mark = url.indexOf('?')
    const path = mark < 0 ? url : url.slice(0, mark)
    if (options.accepts !== undefined && !options.accepts(request, path)) {
      if (next === undefined) send(response, notFound)
      else next()
      return Promise.resolve()
    }
    const { method = 'GET', headers } = request
    const query = mark < 0 ? '' : url.slice(mark + 1)
    const context = new NodeContext(request, response)
    // Callbacks and one promise, where an async function would make four: every push passes here.
    return new Promise<void>((resolve) => {
      const succeed = (answer: WebResponse): void => {
        try {
          send(response, answer)
        } catch (error) {
          fail(error, { request, response, next, logger })
        }
        resolve()
      }
      const giveUp = (error: unknown): void => {
        fail(error, { request, response, next, logger })
        resolve()
      }
      const handle = (incoming: WebRequest): void => {
        try {
          handler(incoming, context).then(succeed, giveUp)
        } catch (error) {
          giveUp(error)
        }
      }
      if (!withBody.has(method)) handle({ method, path, query, headers })
      else {
        takeBody(request, reading, (error, body) => {
          if (error === undefined) handle({ method, path, query, headers, body })
          else giveUp(error)
        })
      }
    })
  }
}

/** The signal costs a controller and a listener, so it is made when somebody first asks for it. */
class NodeContext implements WebContext {
  readonly #request: NodeRequest
  readonly #response: ServerResponse
  #controller: AbortController | undefined

  constructor(request: NodeRequest, response: ServerResponse) {
    this.#request = request
    this.#response = response
  }

  get signal(): AbortSignal {
    this.#controller ??= abortOnHangUp(this.#request, this.#response)
    return this.#controller.signal
  }
}

function abortOnHangUp({ socket }: NodeRequest, response: ServerResponse): AbortController {
  const controller = new AbortController()
  const hangUp = () => {
    if (!response.writableFinished) controller.abort(new ClientHungUpError())
  }
  if (response.destroyed || socket.destroyed) {
    hangUp()
    return controller
  }
  response.once('close', hangUp)
  // The answer to a pipelined request has no socket before its turn, so it does not close with it.
  if (response.socket === null && !response.writableEnded) {
    socket.once('close', hangUp)
    response.once('close', () => socket.off('close', hangUp))
  }
  return controller
}

/** Writes the answer, byte-exact; to a client that is gone it is a no-op. */
function send(response: ServerResponse, { status, headers, body }: WebResponse): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

interface Failure {
  readonly request: NodeRequest
  readonly response: ServerResponse
  readonly next: NodeNext | undefined
  readonly logger: Logger
}

function fail(error: unknown, { request, response, next, logger }: Failure): void {
  if (error instanceof ClientHungUpError) return
  if (error instanceof BodyTooLargeError) {
    send(response, tooLarge)
    // The rest is read and dropped: closing on a client that still writes would reset its connection, and the answer
    // with it. How long that may take is limited by `server.requestTimeout`.
    request.resume()
    return
  }
  if (error instanceof BodyConsumedError) {
    logger.error(error.message, { code: error.code })
    send(response, consumed(error))
    return
  }
  if (next !== undefined && !response.headersSent) {
    next(error)
    return
  }
  logger.error('a web handler threw', { error })
  send(response, { status: 500, headers: plainText, body: '' })
}
