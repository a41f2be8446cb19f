import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Listener } from '../limit/listener.js'

/** What a server of the web standard is. */
export type Fetch = (request: Request) => Promise<Response>

/** Serves it on `node:http` with Node's own Request and Response, the body as a stream, as servers of this kind do. */
export function fetchListener(fetch: Fetch): Listener {
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const response = await fetch(toRequest(incoming))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  }
  return (incoming, outgoing) => {
    // A failure must show as a wrong answer, not end the process.
    serve(incoming, outgoing).catch(() => {
      outgoing.statusCode = 500
      outgoing.end()
    })
  }
}

/** A webhook's requests all have a body here: the load generator sends nothing but POST. */
function toRequest(incoming: IncomingMessage): Request {
  const { method = 'POST', headers, url = '/' } = incoming
  const init = {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    // Where the types of the web are loaded too, its ReadableStream has another declaration than Node's.
    body: Readable.toWeb(incoming) as ReadableStream,
    // Node demands it with a stream: https://fetch.spec.whatwg.org/#dom-requestinit-duplex. Not all types know it.
    duplex: 'half' as const,
  }
  return new Request(`http://${headers.host}${url}`, init)
}

/** Request and Response and nothing else: the body is read, which a webhook has to do, and a constant is answered. */
export const fetchConstant = (): Listener =>
  fetchListener(async (request) => {
    const { byteLength } = await request.arrayBuffer()
    const body = byteLength === 0 ? 'nothing' : 'success'
    return new Response(body, {
      headers: { 'content-type': 'text/xml; charset=utf-8', 'content-length': String(body.length) },
    })
  })
