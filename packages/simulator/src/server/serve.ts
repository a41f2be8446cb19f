import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isWxError, type Logger } from '@wx/core'
import { type ApiEndpoint, tooLong } from '../api/endpoint.js'
import { maxApiBodyBytes } from '../api/request.js'
import { pages } from '../console/pages.js'
import { CustomerMessageError } from '../errors.js'
import { NotThereError } from './control-route.js'
import { streamEvents } from './events.js'
import { refusalOf } from './guard.js'
import { findRoute } from './routes.js'
import type { StateOf } from './views.js'

export interface ServeOptions {
  readonly port: number
  readonly logger: Logger
  /** Answers what arrives below `/api`. */
  readonly api: ApiEndpoint
}

export interface Serving {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** The simulator's server: console, control routes, and the two bases that are not simulated yet. */
export async function serve(simulator: StateOf, { port, logger, api }: ServeOptions): Promise<Serving> {
  let bound = port
  const server = createServer((request, response) => {
    answer({ request, response, simulator, port: bound, api }).catch((error: unknown) => {
      logger.error('the simulator could not answer a request', { error })
      sendJson(response, 500, { error: 'the simulator failed; see its log' })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  bound = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly simulator: StateOf
  readonly port: number
  readonly api: ApiEndpoint
}

async function answer(asked: Asked): Promise<void> {
  const { request, response, simulator, port } = asked
  const method = request.method ?? 'GET'
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  if (/^\/api(?:\/|$)/.test(path)) return answerApi(asked, path)
  if (/^\/mp(?:\/|$)/.test(path)) return sendNotSimulated(response, method, path)
  const refusal = refusalOf(method, request.headers, port)
  if (refusal !== undefined) return sendJson(response, 403, { error: refusal })
  const page = method === 'GET' ? pages[path] : undefined
  if (page !== undefined) {
    response.writeHead(200, { ...securityHeaders, 'content-type': page.type })
    response.end(page.body)
    return
  }
  if (method === 'GET' && path === '/_sim/events') return streamEvents(response, simulator)
  await runRoute(asked, method, path)
}

async function runRoute({ request, response, simulator }: Asked, method: string, path: string): Promise<void> {
  const found = findRoute(method, decodePath(path))
  if (found === undefined)
    return sendJson(response, 404, { error: `nothing at ${method} ${path}; see GET /_sim/routes` })
  const body = await readJsonBody(request)
  if (body === undefined) return sendJson(response, 400, { error: 'the body must be a JSON object of at most 1 MiB' })
  try {
    sendJson(response, 200, (await found.route.run({ simulator, path: found.values, body })) ?? { ok: true })
  } catch (error) {
    if (error instanceof NotThereError) return sendJson(response, 404, { error: error.message })
    if (!isWxError(error)) throw error
    const { code, message } = error
    const errcode = error instanceof CustomerMessageError ? { errcode: error.errcode, errmsg: error.errmsg } : {}
    sendJson(response, 400, { error: message, code, ...errcode })
  }
}

async function answerApi({ request, response, api }: Asked, path: string): Promise<void> {
  const body = await readBody(request, maxApiBodyBytes)
  const [, query = ''] = (request.url ?? '').split(/\?(.*)/s)
  const answered =
    body === undefined
      ? tooLong
      : await api({
          method: request.method ?? 'GET',
          path: decodePath(path.slice('/api'.length)) || '/',
          query,
          headers: oneOfEach(request.headers),
          body,
          ip: (request.socket.remoteAddress ?? '').replace('::ffff:', ''),
        })
  if (response.destroyed) return
  if (answered === undefined) {
    request.socket.destroy()
    return
  }
  response.writeHead(answered.status, { ...answered.headers, 'content-length': Buffer.byteLength(answered.body) })
  response.end(answered.body)
}

const oneOfEach = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))

/** The admin site is not part of this edition; nothing is made up. */
function sendNotSimulated(response: ServerResponse, method: string, path: string): void {
  const errmsg = `not simulated yet: ${method} ${path}; this edition has no admin site`
  sendJson(response, 501, { errcode: -501, errmsg })
}

const securityHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent || response.destroyed) return
  const body = JSON.stringify(value)
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const maxBodyBytes = 2 ** 20

/** Undefined when it is longer than that. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readJsonBody(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const bytes = await readBody(request, maxBodyBytes)
  if (bytes === undefined || bytes.length === 0) return bytes && {}
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
