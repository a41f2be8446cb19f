import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Clock } from '@wx/core'
import { type LoopbackServer, listenOnLoopback } from '@wx/core/testing'

/** A request as it arrived. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** What a route answers: an object becomes JSON; a function writes what it likes. */
export type RouteAnswer = object | RouteFunction

export type RouteFunction = (request: Received, response: ServerResponse) => void | object | Promise<void>

/** A WeChat server as far as tokens go, on 127.0.0.1; everything else is what a test says. */
export interface WeChatServer extends LoopbackServer {
  readonly requests: readonly Received[]
  /** How many tokens were asked for. */
  tokenFetches(): number
  /** Paths of all requests but those for tokens. */
  calls(): readonly string[]
  /** `POST /cgi-bin/x` → answer; it is given only to who has the valid token. */
  route(endpoint: string, answer: RouteAnswer): void
  /** Another server fetched a classic token: ours is dead. */
  steal(): void
  /** No token is good enough from now on. */
  refuseAll(): void
  /** The token that is valid now. */
  token(): string
}

export interface WeChatServerOptions {
  readonly clock: Clock
  /** Begins every token it gives: a canary to look for in logs. */
  readonly tokenPrefix: string
  readonly lifeSeconds?: number
}

export async function startWeChat({
  clock,
  tokenPrefix,
  lifeSeconds = 7200,
}: WeChatServerOptions): Promise<WeChatServer> {
  const requests: Received[] = []
  const routes = new Map<string, RouteAnswer>()
  const state = { number: 0, expiresAt: 0, refusesAll: false }
  const token = (): string => `${tokenPrefix}-${state.number}`
  const renew = (): void => {
    state.number += 1
    state.expiresAt = clock.now() + lifeSeconds * 1000
  }
  const grant = (): object => ({
    access_token: token(),
    expires_in: Math.round((state.expiresAt - clock.now()) / 1000),
  })
  const fetched = ({ path }: Received): boolean => path === '/cgi-bin/stable_token' || path === '/cgi-bin/token'

  const answerTo = (request: Received): RouteAnswer => {
    const endpoint = `${request.method} ${request.path}`
    const route = routes.get(endpoint)
    if (fetched(request) && route !== undefined) return route
    if (endpoint === 'POST /cgi-bin/stable_token') {
      if (clock.now() >= state.expiresAt - 300_000 || state.refusesAll) renew()
      return grant()
    }
    if (endpoint === 'GET /cgi-bin/token') {
      renew()
      return grant()
    }
    const rid = '65f0a1b2-1a2b3c4d-5e6f7a8b'
    if (clock.now() >= state.expiresAt) return { errcode: 42001, errmsg: `access_token expired rid: ${rid}` }
    if (state.refusesAll || request.query.get('access_token') !== token()) {
      return { errcode: 40001, errmsg: `invalid credential, access_token is invalid or not latest rid: ${rid}` }
    }
    return route ?? { errcode: 40066, errmsg: `invalid url rid: ${rid}` }
  }

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const request: Received = {
      method: incoming.method ?? '',
      path: pathname,
      query: searchParams,
      headers: incoming.headers,
      body: Buffer.concat(parts),
    }
    requests.push(request)
    const answer = answerTo(request)
    const given = typeof answer === 'function' ? await (answer as RouteFunction)(request, response) : answer
    // WeChat calls its JSON plain text.
    if (given !== undefined) response.setHeader('content-type', 'text/plain').end(JSON.stringify(given))
  }
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy())
  })
  return {
    ...(await listenOnLoopback(server)),
    requests,
    tokenFetches: () => requests.filter(fetched).length,
    calls: () => requests.filter((it) => !fetched(it)).map(({ path }) => path),
    route: (endpoint, answer) => routes.set(endpoint, answer),
    steal: renew,
    refuseAll: () => {
      state.refusesAll = true
    },
    token,
  }
}
