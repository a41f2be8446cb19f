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

/**
 * The bytes (or text) of a request's body, in whatever state a framework left it: a `rawBody` kept aside, a string or
 * bytes in `body`, an unread stream (`body` being `{}`, empty or undefined says nothing), or a parsed object from which
 * an encrypted envelope can be restored. `adapterContract` of `@wx/core/testing` lists what parsers leave behind.
 * @throws BodyConsumedError, BodyTooLargeError, ClientHungUpError
 */
export function readBody(request: DecoratedRequest, options: ReadBodyOptions): Promise<Uint8Array | string> {
  const limit = options.maxBodyBytes
  // Once bytes were handed out, what is left of the stream is not the body any more.
  const unread = request.readable && !request.readableDidRead
  const kept = asBody(request.rawBody) ?? asBody(request.body)
  if (kept !== undefined && (kept.length > 0 || !unread)) {
    return Buffer.byteLength(kept) > limit ? Promise.reject(new BodyTooLargeError(limit)) : Promise.resolve(kept)
  }
  if (unread) return readStream(request, limit)
  const restored = restoreEnvelope(request)
  if (restored !== undefined) return Promise.resolve(restored)
  const isGone = request.readableAborted || request.errored !== null
  return Promise.reject(
    isGone ? new ClientHungUpError() : new BodyConsumedError(describe(request.body), options.bodyFix),
  )
}

const asBody = (value: unknown): Uint8Array | string | undefined =>
  typeof value === 'string' || value instanceof Uint8Array ? value : undefined

function readStream(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length']) > limit) return reject(new BodyTooLargeError(limit))
    let first: Buffer | undefined
    let rest: Buffer[] | undefined
    let length = 0
    const done = (settle: () => void) => {
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone)
      settle()
    }
    const onData = (data: Buffer | string) => {
      // Text when somebody upstream called `setEncoding`.
      const chunk = typeof data === 'string' ? Buffer.from(data, request.readableEncoding ?? 'utf8') : data
      length += chunk.length
      if (length > limit) {
        request.pause()
        done(() => reject(new BodyTooLargeError(limit)))
      } else if (first === undefined) {
        first = chunk
      } else {
        rest ??= [first]
        rest.push(chunk)
      }
    }
    const onEnd = () =>
      done(() => resolve(rest === undefined ? (first ?? Buffer.alloc(0)) : Buffer.concat(rest, length)))
    const onGone = () => done(() => reject(new ClientHungUpError()))
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone)
  })
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
