import type { FetchLike } from '../http/http.js'

/** A call as a fake route sees it. */
export interface FakeRequest {
  /** `POST /cgi-bin/menu/create` */
  readonly endpoint: string
  readonly query: Readonly<Record<string, string>>
  /** JSON, read; a `FormData` of a form; bytes of anything else; undefined without a body. */
  readonly body: unknown
}

/** What a fake route answers: an object becomes JSON, bytes a download, a `Response` is taken as it is. */
export type FakeAnswer = object | Uint8Array | Response

/** `POST /cgi-bin/menu/create` → its answer, or what makes it. */
export type FakeRoutes = Readonly<
  Record<string, FakeAnswer | ((request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>)>
>

/** A `fetch` for a client in tests: no network, no port. */
export interface FakeFetch extends FetchLike {
  /** What was called, in order; what the client does for its tokens is left out. */
  readonly requests: readonly FakeRequest[]
}

/** So that a test says only what it is about; a route of the same name counts instead. */
const tokenRoutes: FakeRoutes = {
  'POST /cgi-bin/stable_token': { access_token: 'fake-access-token', expires_in: 7200 },
  'GET /cgi-bin/token': { access_token: 'fake-access-token', expires_in: 7200 },
  'GET /cgi-bin/ticket/getticket': { errcode: 0, errmsg: 'ok', ticket: 'fake-ticket', expires_in: 7200 },
}

/**
 * Answers a client's calls from a table: `new ApiClient({ …, fetch: fakeFetch({ 'GET /cgi-bin/menu/get': {…} }) })`.
 * A call without a route is refused with errcode 40066 and a message that names it.
 */
export function fakeFetch(routes: FakeRoutes): FakeFetch {
  const requests: FakeRequest[] = []
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    init.signal?.throwIfAborted()
    const { pathname, searchParams } = new URL(url)
    const endpoint = `${init.method ?? 'GET'} ${pathname}`
    const request: FakeRequest = { endpoint, query: Object.fromEntries(searchParams), body: await bodyOf(init) }
    if (!Object.hasOwn(tokenRoutes, endpoint)) requests.push(request)
    const route = routes[endpoint] ?? tokenRoutes[endpoint] ?? missing(endpoint, routes)
    return responseOf(typeof route === 'function' ? await route(request) : route)
  }
  return Object.assign(fetch, { requests })
}

const missing = (endpoint: string, routes: FakeRoutes): object => ({
  errcode: 40066,
  errmsg: `fakeFetch has no route for ${endpoint}; it has ${Object.keys(routes).join(', ') || 'none'}`,
})

function responseOf(answer: FakeAnswer): Response {
  // A copy: a body can be read once, and a route answers again.
  if (answer instanceof Response) return answer.clone()
  if (answer instanceof Uint8Array) return new Response(new Uint8Array(answer))
  return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
}

async function bodyOf({ body, headers }: RequestInit): Promise<unknown> {
  if (body === undefined || body === null) return undefined
  const type = new Headers(headers).get('content-type') ?? ''
  const received = new Response(body, { headers: { 'content-type': type } })
  if (type.startsWith('application/json')) return received.json()
  if (type.startsWith('multipart/form-data')) return received.formData()
  return new Uint8Array(await received.arrayBuffer())
}
