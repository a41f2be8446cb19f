import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server of the developer's. */
export interface WebServer {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

export async function webServer(answer: RequestListener): Promise<WebServer> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The address of a server that is gone. */
export async function goneServer(): Promise<string> {
  const { url, close } = await webServer(() => {})
  await close()
  return url
}
