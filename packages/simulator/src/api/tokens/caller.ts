import type { Account } from '../../account.js'
import { refuse } from '../refusal.js'
import type { OpenCall } from '../route.js'

/**
 * The account whose token the call brings.
 * @throws ApiRefusal 41001 without a token, 42001 for one past its time, 40001 for one that another fetch replaced,
 *   40014 for one that nobody was given
 */
export function accountByToken({ query, accounts }: Pick<OpenCall, 'query' | 'accounts'>): Account {
  const token = query['access_token']
  if (token === undefined || token === '') refuse(41001, 'the query has no access_token')
  for (const account of accounts) {
    switch (account.state.tokens.check(token)) {
      case 'valid':
        return account
      case 'expired':
        return refuse(42001, 'the token is past its time; fetch a new one')
      case 'replaced':
        return refuse(40001, 'somebody else fetched a token for this account, which ended this one')
      case 'unknown':
        continue
    }
  }
  return refuse(40014, 'no account of this simulator was ever given that token')
}

/** What a caller says of itself; anything may stand there. */
interface Credentials {
  readonly appid: unknown
  readonly secret: unknown
}

/**
 * The account that asks with AppID and AppSecret.
 * @throws ApiRefusal 41002, 41004, 40013, 40125, 40164
 */
export function accountBySecret({ accounts, request }: OpenCall, { appid, secret }: Credentials): Account {
  if (typeof appid !== 'string' || appid === '') refuse(41002, 'appid is missing')
  if (typeof secret !== 'string' || secret === '') refuse(41004, 'the AppSecret is missing')
  const account = accounts.find(({ config }) => config.appId === appid)
  if (account === undefined) refuse(40013, 'no account of this simulator has that AppID; see account.clientConfig')
  if (account.appSecret !== secret) refuse(40125, 'the AppSecret is another one; see account.clientConfig')
  account.mustListIp(request.ip)
  return account
}
