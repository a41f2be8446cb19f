import {
  ConfigError,
  consoleLogger,
  type Logger,
  type Mountable,
  pathMatcher,
  toWebHandler,
  type WebContext,
  type WebRequest,
  type WebResponse,
} from '@wx/core'
import {
  BodyConsumedError,
  BodyTooLargeError,
  ClientHungUpError,
  consumed,
  notFound,
  plainText,
  tooLarge,
} from '@wx/core/node'

export interface ServeOptions {
  /**
   * The one path that is ours, such as `/wx`; with and without a slash at its end. Others are answered 404.
   * Default: every path, since a router usually chose already.
   */
  readonly path?: string
  /** Bytes a body may have; 1 MiB by default. A larger one is answered 413. */
  readonly maxBodyBytes?: number
  /** Where set-up mistakes are reported, such as a body that was read before. Default: `console`. */
  readonly logger?: Logger
}

/** A request whose body is still to be had. */
export interface Arrival {
  readonly head: Omit<WebRequest, 'body'>
  /** The body as it came. Throws BodyConsumedError, BodyTooLargeError, ClientHungUpError. */
  receive(maxBodyBytes: number): Promise<Uint8Array | string> | Uint8Array | string
  readonly context?: WebContext
}

/** Its body broke off. Nobody is there to read this, but something has to be returned. */
const brokenOff: WebResponse = { status: 400, headers: plainText, body: '' }

/**
 * The web handler behind its path and its limit: what goes wrong with a body is answered here, what the handler throws
 * is thrown on.
 * @throws ConfigError when there is nothing to mount, or an option is malformed
 */
export function serve(mountable: Mountable, options: ServeOptions): (arrival: Arrival) => Promise<WebResponse> {
  const handler = toWebHandler(mountable)
  const { path, maxBodyBytes = 2 ** 20, logger = consoleLogger } = options
  if (!(maxBodyBytes > 0)) throw new ConfigError('maxBodyBytes', `a number of bytes, not ${maxBodyBytes}`)
  const isOurs = path === undefined ? () => true : pathMatcher(path)
  return async ({ head, receive, context }) => {
    if (!isOurs(head.path)) return notFound
    // Requests of these methods have no body in the standard of fetch.
    if (head.method === 'GET' || head.method === 'HEAD') return handler(head, context)
    let body: Uint8Array | string
    try {
      body = await receive(maxBodyBytes)
    } catch (error) {
      if (error instanceof BodyTooLargeError) return tooLarge
      if (error instanceof ClientHungUpError) return brokenOff
      if (!(error instanceof BodyConsumedError)) throw error
      logger.error(error.message, { code: error.code })
      return consumed(error)
    }
    return handler({ ...head, body }, context)
  }
}
