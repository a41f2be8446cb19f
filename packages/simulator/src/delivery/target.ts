import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { WebHandler } from '@wx/core'
import type { RawAnswer } from '../judge/facts.js'

/** A request as it leaves WeChat. */
export interface OutgoingRequest {
  readonly method: 'GET' | 'POST'
  /** Raw, without `?`; appended to what the target's URL has of its own. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Where an account's pushes go. */
export interface Target {
  /** For people to read. */
  readonly url: string
  /**
   * Sends one request. Aborting the signal cuts the connection.
   * @throws never; what went wrong is in the result
   */
  send(request: OutgoingRequest, signal: AbortSignal): Promise<RawAnswer>
}

/** A server behind a URL. Each request has a connection of its own, so that cutting one cuts nothing else. */
export function httpTarget(address: string, maxAnswerBytes: number): Target {
  const url = new URL(address)
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest
  return {
    url: url.href,
    send: ({ method, query, headers, body }, signal) =>
      new Promise((resolve) => {
        const full = new URL(url)
        full.search = url.search === '' ? query : `${url.search}&${query}`
        let isConnected = false
        const fail = (error: Error & { code?: string }) => {
          const problem = `${url.host}: ${error.code ?? error.message}`
          resolve({ outcome: isConnected ? 'dropped' : 'refused', problem })
        }
        const outgoing = start(full, { method, headers, agent: false, signal }, (answer) => {
          readBody(answer, maxAnswerBytes).then(
            (bytes) =>
              resolve({ outcome: 'answered', status: answer.statusCode ?? 0, headers: flatten(answer), body: bytes }),
            fail,
          )
        })
        outgoing.on('socket', (socket) => socket.on('connect', () => (isConnected = true)))
        outgoing.on('error', fail)
        if (method === 'POST') outgoing.end(body)
        else outgoing.end()
      }),
  }
}

async function readBody(answer: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) throw new Error(`the answer is longer than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

const flatten = (answer: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]))

/** A handler of the kit in this very process: no port, the same bytes. */
export function handlerTarget(handler: WebHandler, path = '/'): Target {
  return {
    url: `in-process:${path}`,
    send: async ({ method, query, headers, body }, signal) => {
      const request = { method, path, query, headers, ...(method === 'POST' ? { body } : {}) }
      try {
        const answer = await handler(request, { signal })
        const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body
        const lower = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value] as const)
        return { outcome: 'answered', status: answer.status, headers: Object.fromEntries(lower), body: bytes }
      } catch {
        // What a server in front of it would do. The handler's error is its own business: it is not shown to WeChat.
        return { outcome: 'answered', status: 500, headers: {}, body: new Uint8Array() }
      }
    },
  }
}
