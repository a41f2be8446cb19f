import type { Account } from '../../account.js'
import type { ApiAnswer } from '../answer.js'
import { refuse } from '../refusal.js'
import type { ApiRoute, OpenCall } from '../route.js'

type Given = Readonly<Record<string, unknown>>

/**
 * The account that asks with AppID and AppSecret.
 * @throws ApiRefusal 41002, 41004, 40013, 40125, 40002, 40164
 */
function accountBySecret(call: OpenCall, given: Given): Account {
  if (given['grant_type'] !== 'client_credential') refuse(40002, 'grant_type must be client_credential')
  const { appid, secret } = given
  if (typeof appid !== 'string' || appid === '') refuse(41002, 'appid is missing')
  if (typeof secret !== 'string' || secret === '') refuse(41004, 'secret is missing')
  const account = call.accounts.find(({ config }) => config.appId === appid)
  if (account === undefined) refuse(40013, 'no account of this simulator has that AppID; see account.clientConfig')
  if (account.appSecret !== secret) refuse(40125, 'the AppSecret is another one; see account.clientConfig')
  account.mustListIp(call.request.ip)
  return account
}

const stableToken = (call: OpenCall): ApiAnswer => {
  const { state } = accountBySecret(call, call.body)
  const { force_refresh: force = false } = call.body
  if (typeof force !== 'boolean') refuse(40097, 'force_refresh must be true or false')
  return { ...state.tokens.stable({ force }) }
}

export const tokenRoutes: readonly ApiRoute[] = [
  {
    id: 'auth.getAccessToken',
    open: (call) => ({ ...accountBySecret(call, call.query).state.tokens.classic() }),
  },
  { id: 'auth.getStableAccessToken', open: stableToken },
]
