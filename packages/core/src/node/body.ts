import type { IncomingMessage } from 'node:http'
import { WxError } from '../errors.js'

/** The body was read and parsed before the kit saw it, and its bytes cannot be had again. */
export class BodyConsumedError extends WxError {
  readonly code = 'WX_ADAPTER_BODY_CONSUMED'
  constructor(found: string) {
    super(
      `the request body was already consumed (found ${found}), so its signature can no longer be checked. ` +
        'Mount the robot before body parsers (`app.use("/wx", …)` above `app.use(express.json())`), ' +
        'or let the parser keep the bytes: express.json({ verify: (req, _res, bytes) => { req.rawBody = bytes } }).',
    )
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
}

/**
 * The bytes (or text) of a request's body, in whatever state a framework left it: a `rawBody` kept aside, a string or
 * bytes in `body`, an unread stream (`body` being `{}` or undefined says nothing), or a parsed object from which an
 * encrypted envelope can be restored. The stored table of parsers and what they leave behind is the adapter contract.
 * @throws BodyConsumedError, BodyTooLargeError, ClientHungUpError
 */
export function readBody(request: DecoratedRequest, options: ReadBodyOptions): Promise<Uint8Array | string> {
  const kept = asBody(request.rawBody) ?? asBody(request.body)
  if (kept !== undefined) {
    if (Buffer.byteLength(kept) > options.maxBodyBytes)
      return Promise.reject(new BodyTooLargeError(options.maxBodyBytes))
    return Promise.resolve(kept)
  }
  if (request.readable && !request.readableEnded) return readStream(request, options.maxBodyBytes)
  const restored = restoreEnvelope(request.body)
  if (restored !== undefined) return Promise.resolve(restored)
  if (request.readableAborted || request.errored) return Promise.reject(new ClientHungUpError())
  return Promise.reject(new BodyConsumedError(describe(request.body)))
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
    const onData = (chunk: Buffer) => {
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
function restoreEnvelope(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const own = (value: object, name: string): unknown => (Object.hasOwn(value, name) ? value[name as never] : undefined)
  const json = own(body, 'Encrypt')
  if (typeof json === 'string') return JSON.stringify({ Encrypt: json })
  const xml = own(body, 'xml')
  if (typeof xml !== 'object' || xml === null) return undefined
  const encrypt = own(xml, 'Encrypt')
  const text = Array.isArray(encrypt) && encrypt.length === 1 ? (encrypt[0] as unknown) : encrypt
  return typeof text === 'string' && /^[A-Za-z0-9+/=]*$/.test(text)
    ? `<xml><Encrypt>${text}</Encrypt></xml>`
    : undefined
}

function describe(body: unknown): string {
  if (body === undefined) return 'an empty stream and no body'
  if (body === null || typeof body !== 'object') return `a body of type ${body === null ? 'null' : typeof body}`
  if (Object.hasOwn(body, 'xml')) return 'a parsed XML object, as body-parser-xml leaves it'
  return 'a parsed object, as express.json() or a body parser leaves it'
}
