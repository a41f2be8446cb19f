import type { ApiClient } from '@wx/api-client'
import type { WebHandler } from '@wx/core'
import { describe, expectTypeOf, it } from 'vitest'
import { type OAuthTokens, type OAuthUser, type WebOAuth, webOAuth } from './index.js'

declare const client: ApiClient

describe('webOAuth', () => {
  it('has a handler with options, and none without', () => {
    const oauth = webOAuth(client, { baseUrl: 'https://a.example', stateSecret: 's', onLogin: () => {} })
    expectTypeOf(oauth).toEqualTypeOf<WebOAuth>()
    expectTypeOf(oauth.handler).toEqualTypeOf<WebHandler>()
    // @ts-expect-error single calls have no handler
    webOAuth(client).handler
    // @ts-expect-error half of the options
    webOAuth(client, { baseUrl: 'https://a.example' })
  })

  it('onLogin answers nothing, headers, a whole answer, or asks for more', () => {
    const given = { baseUrl: 'https://a.example', stateSecret: 's' }
    webOAuth(client, { ...given, onLogin: async () => ({ headers: { 'set-cookie': 'a=b' } }) })
    webOAuth(client, { ...given, onLogin: () => ({ status: 200, headers: {}, body: '' }) })
    webOAuth(client, {
      ...given,
      onLogin: ({ user }) => (user === undefined ? { upgrade: 'snsapi_userinfo' } : undefined),
    })
    // @ts-expect-error no scope
    webOAuth(client, { ...given, onLogin: () => ({ upgrade: 'snsapi_all' }) })
  })

  it('authorizeUserInfo gives either an address or a user', async () => {
    const answer = await webOAuth(client).authorizeUserInfo({ redirectUri: 'https://a.example' })
    if (answer.url === undefined) {
      expectTypeOf(answer.user).toEqualTypeOf<OAuthUser>()
      expectTypeOf(answer.tokens).toEqualTypeOf<OAuthTokens>()
    } else expectTypeOf(answer.url).toEqualTypeOf<string>()
  })
})
