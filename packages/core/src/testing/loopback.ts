import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** A server on 127.0.0.1, at a port the system chose. */
export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** Ends it with all its connections. */
  close(): Promise<void>
}

/** Starts a server where only this machine reaches it. */
export async function listenOnLoopback(server: Server): Promise<LoopbackServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export interface RawRequest {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  /** Sent with its length; in chunks when it is a list. */
  readonly body?: string | Uint8Array | readonly (string | Uint8Array)[]
  /** Hangs up when aborted. */
  readonly signal?: AbortSignal
}

export interface RawResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** One request on a connection of its own; the URL goes out as it is written, nothing is normalised. */
export function fetchRaw(
  url: string,
  { method = 'GET', headers, body, signal }: RawRequest = {},
): Promise<RawResponse> {
  const { host, port, path } = partsOf(url)
  const chunks = typeof body === 'string' || body instanceof Uint8Array ? [body] : (body ?? [])
  const isChunked = Array.isArray(body)
  const length = body === undefined || isChunked ? {} : { 'content-length': Buffer.byteLength(chunks[0] ?? '') }
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host,
      port,
      path,
      method,
      headers: { ...length, ...headers },
      agent: false,
      ...(signal && { signal }),
    })
    outgoing.on('error', reject).on('response', (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) }),
      )
    })
    for (const chunk of chunks) outgoing.write(chunk)
    outgoing.end()
  })
}

/** Sends the head and a part of a body, hangs up, and resolves when the connection is gone. */
export function hangUpWithinBody(url: string, contentType: string): Promise<void> {
  const { host, port, path } = partsOf(url)
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => {
      const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: ${contentType}\r\ncontent-length: 1000\r\n\r\n`
      socket.write(`${head}<xml>`, () => socket.destroy())
    })
    socket.on('error', reject).on('close', () => resolve())
  })
}

function partsOf(url: string): { host: string; port: number; path: string } {
  const match = /^http:\/\/([^/:]+):(\d+)(\/.*)$/.exec(url)
  if (match === null) throw new TypeError(`a URL such as http://127.0.0.1:8080/wx, not ${url}`)
  return { host: match[1] as string, port: Number(match[2]), path: match[3] as string }
}
