import type { IncomingMessage } from 'node:http'
import { WxError } from '../errors.js'

const defaultFix = 'Mount the handler before body parsers, or let the parser keep the bytes as `request.rawBody`.'

/** The body was read and parsed before the kit saw it, and its bytes cannot be had again. */
export class BodyConsumedError extends WxError {
  readonly code = 'WX_ADAPTER_BODY_CONSUMED'
  /**
   * @param found what stood in the body's place
   * @param fix how the framework at hand keeps the bytes, as a sentence
   */
  constructor(found: string, fix: string = defaultFix) {
    super(`the request body was already consumed (found ${found}), so what was signed cannot be restored. ${fix}`)
  }
}

/** The body is larger than the limit; it was not read to its end. */
export class BodyTooLargeError extends WxError {
  readonly code = 'WX_ADAPTER_BODY_TOO_LARGE'
  constructor(limit: number) {
    super(`the request body is larger than ${limit} bytes (option maxBodyBytes)`)
  }
}

/** The client hung up before its body had arrived; there is nobody to answer. */
export class ClientHungUpError extends WxError {
  readonly code = 'WX_ADAPTER_CLIENT_HUNG_UP'
  constructor() {
    super('the client hung up before the request body had arrived')
  }
}

/** A request as frameworks decorate it. */
export type DecoratedRequest = IncomingMessage & { readonly rawBody?: unknown; readonly body?: unknown }

export interface ReadBodyOptions {
  /** Bytes; a larger body is refused without being read to its end. */
  readonly maxBodyBytes: number
  /** How the framework at hand keeps the bytes: the advice of a BodyConsumedError. */
  readonly bodyFix?: string | undefined
}

/** Takes the body, or the reason why there is none. */
export type BodyTaker = (error: Error | undefined, body: Uint8Array | string) => void

/**
 * The bytes (or text) of a request's body, in whatever state a framework left it: a `rawBody` kept aside, a string or
 * bytes in `body`, an unread stream (`body` being `{}`, empty or undefined says nothing), or a parsed object from which
 * an encrypted envelope can be restored. `adapterContract` of `@wx/core/testing` lists what parsers leave behind.
 * @throws BodyConsumedError, BodyTooLargeError, ClientHungUpError
 */
export function readBody(request: DecoratedRequest, options: ReadBodyOptions): Promise<Uint8Array | string> {
  return new Promise((resolve, reject) => {
    takeBody(request, options, (error, body) => (error === undefined ? resolve(body) : reject(error)))
  })
}

/** `readBody` by callback: the bridge calls it for every push, and a promise less is felt there. */
export function takeBody(request: DecoratedRequest, options: ReadBodyOptions, take: BodyTaker): void {
  const limit = options.maxBodyBytes
  // Once bytes were handed out, what is left of the stream is not the body any more.
  const unread = request.readable && !request.readableDidRead
  const kept = asBody(request.rawBody) ?? asBody(request.body)
  if (kept !== undefined && (kept.length > 0 || !unread)) {
    if (Buffer.byteLength(kept) > limit) take(new BodyTooLargeError(limit), '')
    else take(undefined, kept)
    return
  }
  if (unread) {
    takeStream(request, limit, take)
    return
  }
  const restored = restoreEnvelope(request)
  const isGone = request.readableAborted || request.errored !== null
  if (restored !== undefined) take(undefined, restored)
  else if (isGone) take(new ClientHungUpError(), '')
  else take(new BodyConsumedError(describe(request.body), options.bodyFix), '')
}

const asBody = (value: unknown): Uint8Array | string | undefined =>
  typeof value === 'string' || value instanceof Uint8Array ? value : undefined

const empty = new Uint8Array(0)

function takeStream(request: IncomingMessage, limit: number, take: BodyTaker): void {
  if (Number(request.headers['content-length']) > limit) {
    take(new BodyTooLargeError(limit), '')
    return
  }
  let first: Buffer | undefined
  let rest: Buffer[] | undefined
  let length = 0
  // The listeners stay, and hear nothing that matters once it is over: taking four off costs more than that.
  let isOver = false
  const end = (error: Error | undefined, body: Uint8Array | string): void => {
    if (isOver) return
    isOver = true
    take(error, body)
  }
  // `close` comes after every request: an error is made, with its stack, only for those that were not over.
  const onGone = () => {
    if (!isOver) end(new ClientHungUpError(), '')
  }
  request.on('data', (data: Buffer | string) => {
    if (isOver) return
    // Text when somebody upstream called `setEncoding`.
    const chunk = typeof data === 'string' ? Buffer.from(data, request.readableEncoding ?? 'utf8') : data
    length += chunk.length
    if (length > limit) {
      request.pause()
      end(new BodyTooLargeError(limit), '')
    } else if (first === undefined) {
      first = chunk
    } else {
      rest ??= [first]
      rest.push(chunk)
    }
  })
  request.on('end', () => end(undefined, rest === undefined ? (first ?? empty) : Buffer.concat(rest, length)))
  request.on('error', onGone)
  request.on('close', onGone)
}

/**
 * Encrypted pushes survive parsing: the signature covers the text of `Encrypt`, which no parser changes. Plaintext
 * ones do not (ids are rounded, CDATA is gone), so nothing else is restored.
 */
function restoreEnvelope({ body, headers }: DecoratedRequest): string | undefined {
  const root = own(body, 'xml')
  const text = onlyText(own(root ?? body, 'Encrypt'))
  if (text === undefined) return undefined
  // A parser that drops the root leaves XML and JSON alike; the answer has to be of the kind that was asked.
  const isXml = root !== undefined || /xml/i.test(headers['content-type'] ?? '')
  return isXml ? `<xml><Encrypt>${text}</Encrypt></xml>` : JSON.stringify({ Encrypt: text })
}

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

/** One Base64 text, bare or in a list of one, as XML parsers leave it; two were never one signed text. */
function onlyText(value: unknown): string | undefined {
  const text: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  return typeof text === 'string' && /^[A-Za-z0-9+/=]+$/.test(text) ? text : undefined
}

function describe(body: unknown): string {
  if (body === undefined) return 'an empty stream and no body'
  if (body === null || typeof body !== 'object') return `a body of type ${body === null ? 'null' : typeof body}`
  if (Object.hasOwn(body, 'xml')) return 'a parsed XML object, as body-parser-xml leaves it'
  return 'a parsed object, as express.json() or a body parser leaves it'
}
