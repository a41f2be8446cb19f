import { ConfigError } from '@wx/core'
import { DecodeError } from '../errors/transport-errors.js'
import type { Credential, TokenContext, TokenSource } from './credential.js'
import { CredentialKeeper, type Freshness } from './keeper.js'

export interface AccessTokenOptions extends Partial<Freshness> {
  /** One that was fetched elsewhere: used until it expires or is refused. `expiresAt` in milliseconds since 1970. */
  readonly initial?: Pick<Credential, 'token' | 'expiresAt'>
}

/**
 * The default: `POST /cgi-bin/stable_token` in its normal mode. Many processes may ask and all get the same token;
 * one that is handed out is never killed by asking again. It is never asked to force a new one: that is left to the
 * human who has to rotate a leaked token.
 * @see https://developers.weixin.qq.com/doc/subscription/api/base/api_getstableaccesstoken.html
 */
export function stableToken(options: AccessTokenOptions = {}): TokenSource {
  return accessTokenSource(options, {
    isHarmless: true,
    fetch: ({ appId, appSecret = '', call }) =>
      call('POST /cgi-bin/stable_token', {
        body: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: false },
      }),
  })
}

/**
 * `GET /cgi-bin/token`: every fetch kills the token before (after five minutes of grace). For accounts that share
 * their token with software that knows only this one; give all of them one store and lock.
 * @see https://developers.weixin.qq.com/doc/subscription/api/base/api_getaccesstoken.html
 */
export function classicToken(options: AccessTokenOptions = {}): TokenSource {
  return accessTokenSource(options, {
    isHarmless: false,
    fetch: ({ appId, appSecret = '', call }) =>
      call('GET /cgi-bin/token', { query: { grant_type: 'client_credential', appid: appId, secret: appSecret } }),
  })
}

interface Way {
  readonly isHarmless: boolean
  readonly fetch: (context: TokenContext) => Promise<unknown>
}

function accessTokenSource({ initial, ...freshness }: AccessTokenOptions, { isHarmless, fetch }: Way): TokenSource {
  return (context) => {
    if (context.appSecret === undefined && !context.readOnly) {
      throw new ConfigError(
        'appSecret',
        'missing, and without it no access token can be fetched. Give it (the console shows it once), or take tokens ' +
          'from the service that has it: tokens: fromUrl(…), fromStore(…) or readOnly(…).',
      )
    }
    return new CredentialKeeper(context, {
      kind: 'access_token',
      isHarmless,
      freshness,
      initial,
      fetch: async () => grantIn(await fetch(context), { field: 'access_token', endpoint: 'the token endpoint' }),
    })
  }
}

/** The token and its remaining seconds, out of an answer of WeChat. */
export function grantIn(
  answer: unknown,
  { field, endpoint }: { readonly field: string; readonly endpoint: string },
): { token: string; expiresInSeconds: number } {
  const { [field]: token, expires_in: seconds } = Object(answer) as Readonly<Record<string, unknown>>
  if (typeof token === 'string' && token !== '' && typeof seconds === 'number' && seconds > 0) {
    return { token, expiresInSeconds: seconds }
  }
  throw new DecodeError(
    { endpoint, origin: 'WeChat' },
    { found: `without a usable ${field} and expires_in`, excerpt: '' },
  )
}
