import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WebHandler } from '@wx/core'
import { toNodeListener } from '@wx/core/node'

/** A robot on a port. */
export interface Listening {
  readonly port: number
  readonly host: string
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string
  close(): Promise<void>
}

/** Serves a web handler over `node:http`. @throws what the server throws, such as EADDRINUSE */
export async function listen(
  handler: WebHandler,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const listener = toNodeListener(handler)
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const actual = (server.address() as AddressInfo).port
  return {
    port: actual,
    host,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeIdleConnections()
      }),
  }
}
