import type { CreateAccountOptions } from '../account.js'
import type { CreateUserOptions } from '../user.js'
import type { Called } from './caller.js'
import { type AtEnd, type Staged, stage } from './stage.js'

type Fields = Readonly<Record<string, string>>
type Json = Readonly<Record<string, unknown>>

/** A stage whose second user is called 小明, and web OAuth in single steps; what is given replaces what is usual. */
export interface OAuthStage extends Staged {
  /** What a link has. */
  readonly query: Fields
  /** Opens the link. */
  open(given?: Fields, path?: string): Promise<Called>
  /** The code that the page would get. */
  code(given?: Fields): Promise<string>
  trade(given: Fields): Promise<Json>
  refresh(given: Fields): Promise<Json>
  /** @param tokens what `trade` or `refresh` gave */
  sns(path: 'auth' | 'userinfo', tokens: Json): Promise<Json>
}

export async function oauthStage(
  atEnd: AtEnd,
  options: CreateAccountOptions = {},
  person: CreateUserOptions = {},
): Promise<OAuthStage> {
  const staged = await stage(atEnd, { account: options })
  const user = staged.account.createUser({ nickname: '小明', ...person })
  const { call } = staged
  const { appId: appid, appSecret: secret } = staged.account.clientConfig
  const redirect_uri = 'https://app.example/back?from=wx#/top'
  const query = { appid, redirect_uri, response_type: 'code', scope: 'snsapi_base', state: 'abc123' }
  const ask = async (path: string, given: Fields): Promise<Json> =>
    (await call(`GET /sns/${path}`, { query: given, token: '' })).json
  const open = (given: Fields = {}, path = '/connect/oauth2/authorize'): Promise<Called> =>
    call(`GET ${path}`, { query: { ...query, ...given }, token: '' })
  return {
    ...staged,
    user,
    query,
    open,
    code: async (given = {}) => {
      const { headers } = await open({ __user: user.openid, __consent: 'agree', ...given })
      return new URL(headers.get('location') ?? '').searchParams.get('code') ?? ''
    },
    trade: (given) => ask('oauth2/access_token', { appid, secret, grant_type: 'authorization_code', ...given }),
    refresh: (given) => ask('oauth2/refresh_token', { appid, grant_type: 'refresh_token', ...given }),
    sns: (path, { access_token, openid }) =>
      ask(path, { access_token: String(access_token ?? ''), openid: String(openid ?? '') }),
  }
}
