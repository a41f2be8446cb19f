import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Limit } from './webhook.js'

/** A listener of `node:http`, which is a middleware of Express too. */
export type Listener = (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => void

const refusal = { status: 403, body: 'forbidden' }

/** The least that has to happen around a webhook in Node: read the body, answer with a length. */
export function limitListener(limit: Limit): Listener {
  return (request, response) => {
    let body: Buffer | undefined
    request.on('data', (chunk: Buffer) => {
      body = body === undefined ? chunk : Buffer.concat([body, chunk])
    })
    request.on('end', () => {
      const url = request.originalUrl ?? request.url ?? ''
      const answer = limit(url.slice(url.indexOf('?') + 1), body ?? Buffer.alloc(0))
      if (answer === undefined) send(response, refusal.status, refusal.body)
      else send(response, 200, answer)
    })
  }
}

/** The floor: a constant for whatever comes. */
export const constantListener: Listener = (request, response) => {
  request.resume()
  send(response, 200, 'success')
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
