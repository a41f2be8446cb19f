import { createServer } from 'node:http'
import { ApiClient } from '@wx/api-client'
import { silentLogger, type WebHandler } from '@wx/core'
import { toNodeListener } from '@wx/core/node'
import { listenOnLoopback } from '@wx/core/testing'
import { startSimulator } from '@wx/simulator'
import { expect, it } from 'vitest'
import { type OAuthLogin, webOAuth } from './index.js'

/** A server of ours, and a user of WeChat's browser. */
async function withBrowser(
  test: (stage: {
    readonly visit: (
      path: string,
      options?: { loadsTwice?: boolean; consent?: 'snapshot' },
    ) => Promise<{
      readonly url: string
      readonly status: number
      readonly body: string
    }>
    readonly logins: readonly OAuthLogin[]
    readonly openid: string
  }) => Promise<void>,
): Promise<void> {
  const sim = await startSimulator()
  const account = sim.createAccount({})
  const user = account.createUser({ nickname: '小明' })
  const client = new ApiClient({ ...account.clientConfig, logger: silentLogger })
  const logins: OAuthLogin[] = []
  const login: { handler?: WebHandler } = {}
  const home: WebHandler = async ({ headers }) => ({
    status: 200,
    headers: {},
    body: headers['cookie']?.toString() ?? '',
  })
  const server = await listenOnLoopback(
    createServer(
      toNodeListener((request, context) =>
        request.path === '/wechat/login' && login.handler !== undefined
          ? login.handler(request, context)
          : home(request, context),
      ),
    ),
  )
  login.handler = webOAuth(client, {
    baseUrl: server.origin,
    stateSecret: 'the-state-secret-of-this-test-0123456789',
    onLogin: (given) => {
      logins.push(given)
      return given.scope === 'snsapi_base' && given.returnTo.endsWith('/profile')
        ? { upgrade: 'snsapi_userinfo' }
        : { headers: { 'set-cookie': `session=${logins.length}; Path=/` } }
    },
    logger: silentLogger,
  }).handler
  try {
    const visit = (path: string, options = {}) => user.visit(`${server.origin}${path}`, options)
    await test({ visit, logins, openid: user.openid })
  } finally {
    await server.close()
    await client.close()
    await sim.close()
  }
}

it('logs a user of WeChat’s browser in, who loads the callback twice', () =>
  withBrowser(async ({ visit, logins, openid }) => {
    const { url, status, body } = await visit('/wechat/login?returnTo=/orders', { loadsTwice: true })
    expect([new URL(url).pathname, status]).toEqual(['/orders', 200])
    expect(body).toBe('session=1')
    expect(logins).toMatchObject([{ openid, scope: 'snsapi_base' }])
  }))

it('asks for the profile when it is wanted', () =>
  withBrowser(async ({ visit, logins }) => {
    const { url } = await visit('/wechat/login?returnTo=/profile', { loadsTwice: true })
    expect(new URL(url).pathname).toBe('/profile')
    expect(logins.map((it) => it.user?.nickname)).toEqual([undefined, '小明'])
  }))

it('ends at a page for a snapshot', () =>
  withBrowser(async ({ visit, logins }) => {
    const snapshot = await visit('/wechat/login?scope=snsapi_userinfo', { consent: 'snapshot' })
    expect([snapshot.status, logins]).toEqual([403, []])
    expect(snapshot.body).toContain('使用完整服务')
  }))
