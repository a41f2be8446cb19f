import type { Account } from '../account.js'
import type { Simulator } from '../simulator.js'

/** What came back: the answer's fields where it is JSON. */
export interface Called {
  readonly status: number
  readonly headers: Headers
  readonly json: Readonly<Record<string, unknown>>
  readonly bytes: Buffer
  readonly errcode: unknown
}

export interface CallFields {
  readonly query?: Readonly<Record<string, string | number>>
  /** An object becomes JSON; a form is sent as multipart. */
  readonly body?: object | string | FormData
  /** Another token than the account's own; empty for none. */
  readonly token?: string
}

/** Calls the simulated API over HTTP, as a client with the account's stable token would. */
export type Caller = (endpoint: string, fields?: CallFields) => Promise<Called>

export function callerOf({ sim }: { readonly sim: Pick<Simulator, 'apiUrl'> }, account: Account): Caller {
  return async (endpoint, { query = {}, body, token } = {}) => {
    const [method, path] = endpoint.split(' ') as [string, string]
    const params = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    )
    const used = token ?? account.state.tokens.stable({ force: false }).access_token
    if (used !== '') params.set('access_token', used)
    const sent =
      body === undefined || typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body)
    const response = await fetch(`${sim.apiUrl}${path}${path.includes('?') ? '&' : '?'}${params}`, {
      method,
      redirect: 'manual',
      ...(sent === undefined ? {} : { body: sent }),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const json = jsonOf(bytes)
    return { status: response.status, headers: response.headers, json, bytes, errcode: json['errcode'] }
  }
}

function jsonOf(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
