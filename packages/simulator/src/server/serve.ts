import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isWxError, type Logger } from '@wx/core'
import { pages } from '../console/pages.js'
import { CustomerMessageError } from '../errors.js'
import { streamEvents } from './events.js'
import { refusalOf } from './guard.js'
import { findRoute, NotThereError } from './routes.js'
import type { StateOf } from './views.js'

export interface ServeOptions {
  readonly port: number
  readonly logger: Logger
}

export interface Serving {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** The simulator's server: console, control routes, and the two bases that are not simulated yet. */
export async function serve(simulator: StateOf, { port, logger }: ServeOptions): Promise<Serving> {
  let bound = port
  const server = createServer((request, response) => {
    answer({ request, response, simulator, port: bound }).catch((error: unknown) => {
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
}

async function answer(asked: Asked): Promise<void> {
  const { request, response, simulator, port } = asked
  const method = request.method ?? 'GET'
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  if (/^\/(?:api|mp)(?:\/|$)/.test(path)) return sendNotSimulated(response, method, path)
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

/** The answering half is not part of this edition; nothing is made up. */
function sendNotSimulated(response: ServerResponse, method: string, path: string): void {
  const errmsg = `not simulated yet: ${method} ${path}; this edition pushes to robots and does not answer API calls`
  sendJson(response, 501, { errcode: -1, errmsg })
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

async function readJsonBody(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBodyBytes) return undefined
    chunks.push(chunk)
  }
  if (length === 0) return {}
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
