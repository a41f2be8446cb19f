import type { Account } from '../../account.js'
import type { ApiAnswer } from '../answer.js'
import { refuse } from '../refusal.js'
import type { ApiRoute, OpenCall } from '../route.js'
import { accountBySecret } from './caller.js'

type Given = Readonly<Record<string, unknown>>

/** @throws ApiRefusal 40002, and what {@link accountBySecret} throws */
function granter(call: OpenCall, given: Given): Account {
  if (given['grant_type'] !== 'client_credential') refuse(40002, 'grant_type must be client_credential')
  return accountBySecret(call, { appid: given['appid'], secret: given['secret'] })
}

const stableToken = (call: OpenCall): ApiAnswer => {
  const { state } = granter(call, call.body)
  const { force_refresh: force = false } = call.body
  if (typeof force !== 'boolean') refuse(40097, 'force_refresh must be true or false')
  return { ...state.tokens.stable({ force }) }
}

export const tokenRoutes: readonly ApiRoute[] = [
  {
    id: 'auth.getAccessToken',
    open: (call) => ({ ...granter(call, call.query).state.tokens.classic() }),
  },
  {
    id: 'auth.getStableAccessToken',
    open: stableToken,
    differences: ['Forced refreshes are not limited to 20 a day: what WeChat answers to the 21st is not published.'],
  },
]
