import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A WeChat that gives tokens and takes menus, and counts: no more than a benchmark needs. */
export interface TokenServer {
  readonly origin: string
  /** Token requests since the last reset. */
  tokenRequests(): number
  /** Kills the tokens that are out, as another server would, and counts anew. */
  reset(): void
  close(): Promise<void>
}

const kinds: Readonly<Record<string, 'classic' | 'stable'>> = {
  '/cgi-bin/token': 'classic',
  '/cgi-bin/stable_token': 'stable',
}

const json = { 'content-type': 'application/json; encoding=utf-8' }
const ok = JSON.stringify({ errcode: 0, errmsg: 'ok' })
const refused = JSON.stringify({
  errcode: 40001,
  errmsg: 'invalid credential, access_token is invalid or not latest rid: 1-2-3',
})

/** @param robs whether each classic token ends the one before, as it does; kits that share a server need it not to */
export async function startTokenServer({ robs }: { readonly robs: boolean }): Promise<TokenServer> {
  const tokens = { classic: 1, stable: 1 }
  let requests = 0
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const kind = kinds[pathname]
    if (kind === undefined) {
      const token = searchParams.get('access_token')
      send(response, token === `classic-${tokens.classic}` || token === `stable-${tokens.stable}` ? ok : refused)
      return
    }
    requests += 1
    // A classic token ends the one before; a stable one is the same for everybody who asks.
    if (kind === 'classic' && robs) tokens.classic += 1
    send(response, JSON.stringify({ access_token: `${kind}-${tokens[kind]}`, expires_in: 7200 }))
  }
  const server = createServer((request, response) => {
    request.resume().once('end', () => answer(request, response))
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokenRequests: () => requests,
    reset() {
      tokens.classic += 1
      tokens.stable += 1
      requests = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, body: string): void {
  response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
