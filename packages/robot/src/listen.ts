import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WebHandler } from '@wx/core'
import { toNodeListener } from '@wx/core/node'

/** A robot on a port. */
export interface Listening {
  readonly port: number
  readonly host: string
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string
  /** Takes no more connections, and resolves when the answers under way are out. Again: the same. */
  close(): Promise<void>
}

/** Serves a web handler over `node:http`. @throws what the server throws, such as EADDRINUSE */
export async function listen(
  handler: WebHandler,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const listener = toNodeListener(handler)
  const underWay = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    underWay.add(response)
    void listener(request, response).then(() => underWay.delete(response))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  let closed: Promise<void> | undefined
  const close = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)))
      server.closeIdleConnections()
      // A connection that is kept open after its answer would hold the server up for seconds.
      for (const response of underWay) response.shouldKeepAlive = false
    })
  const actual = (server.address() as AddressInfo).port
  return {
    port: actual,
    host,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () => (closed ??= close()),
  }
}
