import { WxError, type WxErrorOptions } from '@wx/core'

/** Where a call failed: names without query, so that no token is in them. */
export interface CallPlace {
  /** `POST /cgi-bin/menu/create` */
  readonly endpoint: string
  /** `https://api.weixin.qq.com` */
  readonly origin: string
}

/** A call failed before WeChat answered it in words; the base of the errors below. */
export abstract class TransportError extends WxError {
  /** `POST /cgi-bin/menu/create`, without query. */
  readonly endpoint: string
  /** Scheme, host and port that was asked. */
  readonly origin: string
  /** Whether the same call may succeed a moment later. */
  readonly retryable: boolean

  constructor(message: string, { place, retryable, ...options }: TransportErrorOptions) {
    super(message, options)
    this.endpoint = place.endpoint
    this.origin = place.origin
    this.retryable = retryable
  }
}

export interface TransportErrorOptions extends WxErrorOptions {
  readonly place: CallPlace
  readonly retryable: boolean
}

/** The connection could not be made, or broke. */
export class NetworkError extends TransportError {
  readonly code = 'WX_API_NETWORK'
  /** False when the connection was never made, so that WeChat cannot have seen the call. */
  readonly sent: boolean

  constructor(place: CallPlace, { sent, reason, cause }: { sent: boolean; reason: string; cause?: unknown }) {
    super(
      `${place.endpoint}: ${sent ? 'the connection broke' : `no connection to ${place.origin}`} (${reason}). ` +
        (sent
          ? 'WeChat may have carried the call out: look before you repeat one that sends or creates something.'
          : 'Check DNS, firewall and proxy of this machine; nothing was sent.'),
      { place, retryable: true, cause },
    )
    this.sent = sent
  }
}

/** No answer, or not all of it, within the time. */
export class TimeoutError extends TransportError {
  readonly code = 'WX_API_TIMEOUT'
  readonly timeoutMs: number

  constructor(place: CallPlace, timeoutMs: number) {
    super(
      `${place.endpoint}: no answer from ${place.origin} within ${timeoutMs} ms. WeChat may have carried the call out: ` +
        'look before you repeat one that sends or creates something. Raise timeoutMs when this machine is far away.',
      { place, retryable: true },
    )
    this.timeoutMs = timeoutMs
  }
}

/** The server, or something on the way to it, answered with an HTTP status of failure. */
export class HttpError extends TransportError {
  readonly code = 'WX_API_HTTP'
  readonly status: number
  /** The server's wish, in ms, when it named one. */
  readonly retryAfterMs: number | undefined
  /** The first signs of the body, redacted. */
  readonly excerpt: string

  constructor(place: CallPlace, answer: { status: number; retryAfterMs: number | undefined; excerpt: string }) {
    super(
      `${place.endpoint}: ${place.origin} answered HTTP ${answer.status}` +
        `${answer.excerpt === '' ? '' : ` (${answer.excerpt})`}. WeChat itself answers 200, also for errors: ` +
        'probably a gateway or proxy on the way, or a wrong baseUrl.',
      { place, retryable: answer.status >= 500 || answer.status === 429 },
    )
    this.status = answer.status
    this.retryAfterMs = answer.retryAfterMs
    this.excerpt = answer.excerpt
  }
}

/** The answer is not what this endpoint answers: HTML of a proxy, half a JSON text, bytes where JSON is due. */
export class DecodeError extends TransportError {
  readonly code = 'WX_API_DECODE'
  /** The first signs of the body, redacted. */
  readonly excerpt: string

  constructor(place: CallPlace, { found, excerpt, cause }: { found: string; excerpt: string; cause?: unknown }) {
    super(
      `${place.endpoint}: ${place.origin} answered ${found}${excerpt === '' ? '' : ` (${excerpt})`}. Probably a proxy ` +
        'or gateway on the way answered instead of WeChat, or the answer was cut; WeChat may have carried the call out.',
      { place, retryable: true, cause },
    )
    this.excerpt = excerpt
  }
}
