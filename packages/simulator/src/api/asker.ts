import type { Account } from '../account.js'
import { type Body, isBody } from './fields.js'
import type { ApiRequest } from './request.js'
import { readWireJson } from './wire-json.js'

type Query = Readonly<Record<string, string>>

/** Who and what a call is about, as far as it says so; nothing of it is checked. */
export interface Asker {
  readonly account: Account | undefined
  /** Openid in the query, or in `openid` or `touser` of the body. */
  user(): string | undefined
}

/** The account whose token the call brings, good or not, or whose AppID it names. */
export function askerOf(request: ApiRequest, query: Query, accounts: readonly Account[]): Asker {
  let body: Body | undefined
  const named = (name: string): unknown => {
    if (query[name] !== undefined) return query[name]
    body ??= bodyOf(request)
    return body[name]
  }
  const token = query['access_token']
  const account =
    token === undefined
      ? accounts.find(({ config }) => config.appId === named('appid'))
      : accounts.find(({ state }) => state.tokens.check(token) !== 'unknown')
  return {
    account,
    user: () => {
      const openid = named('openid') ?? named('touser')
      return typeof openid === 'string' ? openid : undefined
    },
  }
}

function bodyOf({ headers, body }: ApiRequest): Body {
  if (body.length === 0 || /multipart/i.test(headers['content-type'] ?? '')) return {}
  try {
    const value = readWireJson(Buffer.from(body).toString('utf8'))
    return isBody(value) ? value : {}
  } catch {
    // What is wrong with it is said where it is read for good.
    return {}
  }
}
