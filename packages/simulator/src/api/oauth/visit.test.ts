import type { RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { oauthStage } from '../../testing/oauth-stage.js'
import { goneServer, webServer } from '../../testing/web-server.js'

const staged = () => oauthStage(onTestFinished)

/** The address of a web server of the developer's. */
async function server(answer: RequestListener): Promise<string> {
  const made = await webServer(answer)
  onTestFinished(() => made.close())
  return made.url
}

describe('user.visit', () => {
  it('goes through web OAuth to the page, with cookies on the way', async () => {
    const { user, sim, query, trade } = await staged()
    const app = await server((request, response) => {
      const url = new URL(request.url ?? '', app)
      if (url.pathname === '/login') {
        const asked = new URLSearchParams({ ...query, scope: 'snsapi_userinfo', redirect_uri: `${app}/callback` })
        response.writeHead(302, {
          'set-cookie': 'begun=1; Path=/',
          location: `${sim.apiUrl}/connect/oauth2/authorize?${asked}#wechat_redirect`,
        })
        response.end()
      } else if (url.pathname === '/callback') {
        const send = ({ openid }: Readonly<Record<string, unknown>>) =>
          response.writeHead(302, { 'set-cookie': `who=${openid}; HttpOnly`, location: '/home' }).end()
        void trade({ code: url.searchParams.get('code') ?? '' }).then(send)
      } else {
        response.end(`${request.headers.cookie}|${/MicroMessenger/.test(request.headers['user-agent'] ?? '')}`)
      }
    })
    const shown = await user.visit(`${app}/login`)
    expect(shown).toMatchObject({ url: `${app}/home`, status: 200, body: `begun=1; who=${user.openid}|true` })
    expect(shown.redirects.map((it) => new URL(it).pathname)).toEqual([
      '/login',
      '/api/connect/oauth2/authorize',
      '/callback',
    ])
    expect((await user.visit(`${app}/home`)).body).toContain('who=')
  })

  it('opens links of the real host at the simulator, and refuses when told to', async () => {
    const { user, query } = await staged()
    const app = await server((_, response) => response.end('back'))
    const asked = new URLSearchParams({ ...query, scope: 'snsapi_userinfo', redirect_uri: app })
    const link = `https://open.weixin.qq.com/connect/oauth2/authorize?${asked}#wechat_redirect`
    expect(await user.visit(link)).toMatchObject({ status: 200, body: 'back' })
    expect((await user.visit(link, { consent: 'refuse' })).body).toContain('已拒绝授权')
  })

  it('goes through the page of a one-time subscription, at the real host or here, and says yes or no', async () => {
    const { user, sim, account } = await staged()
    let loads = 0
    const app = await server((_, response) => {
      loads++
      response.end('back')
    })
    const { oneTimeTemplateId } = account.subscriptions
    const asked = { action: 'get_confirm', appid: account.config.appId, scene: '7', template_id: oneTimeTemplateId }
    const query = new URLSearchParams({ ...asked, redirect_url: `${app}/` })
    const real = `https://mp.weixin.qq.com/mp/subscribemsg?${query}#wechat_redirect`
    const refused = await user.visit(real, { consent: 'refuse' })
    expect(new URL(refused.url).searchParams.get('action')).toBe('cancel')
    expect(account.subscriptions.remainingOnce(user.openid, 7)).toBe(0)
    const agreed = await user.visit(`${sim.apiUrl}/mp/subscribemsg?${query}`, { loadsTwice: true })
    expect(Object.fromEntries(new URL(agreed.url).searchParams)).toMatchObject({
      openid: user.openid,
      action: 'confirm',
      scene: '7',
    })
    expect(loads).toBe(2)
    expect(account.subscriptions.remainingOnce(user.openid, 7)).toBe(1)
  })

  it('loads the page twice when told to, so that the second trade of the code fails', async () => {
    const { user, sim, query, trade } = await staged()
    const traded: unknown[] = []
    const app = await server((request, response) => {
      const code = new URL(request.url ?? '', app).searchParams.get('code') ?? ''
      void trade({ code }).then(({ openid, errcode }) => {
        traded.push(openid ?? errcode)
        response.end()
      })
    })
    const asked = new URLSearchParams({ ...query, redirect_uri: app })
    const link = `${sim.apiUrl}/connect/oauth2/authorize?${asked}`
    await user.visit(link, { loadsTwice: true })
    expect(traded).toEqual([user.openid, 40163])
    await user.visit(link)
    expect(traded).toHaveLength(3)
  })

  it('takes forceSnapShot at its word unless told otherwise', async () => {
    const { user, query, trade } = await staged()
    const app = await server((_, response) => response.end('back'))
    const asked = new URLSearchParams({ ...query, scope: 'snsapi_userinfo', redirect_uri: app, forceSnapShot: 'true' })
    const link = `https://open.weixin.qq.com/connect/oauth2/authorize?${asked}`
    const openidOf = async ({ url }: { readonly url: string }) =>
      (await trade({ code: new URL(url).searchParams.get('code') ?? '' }))['openid']
    expect(await openidOf(await user.visit(link))).not.toBe(user.openid)
    expect(await openidOf(await user.visit(link, { consent: 'agree' }))).toBe(user.openid)
  })

  it('ends where there is no end, no answer or no address, and says no code', async () => {
    const { user } = await staged()
    const app = await server((_, response) => response.writeHead(302, { location: '/again?code=SECRET' }).end())
    const failure = await user.visit(`${app}/`).catch((error: unknown) => String(error))
    expect(failure).toContain('20 redirects')
    expect(failure).not.toContain('SECRET')
    await expect(user.visit('about:blank')).rejects.toThrow(/none/)
    const gone = await goneServer()
    const unanswered = await user.visit(`${gone}/?code=SECRET`).catch((error: unknown) => String(error))
    expect(unanswered).toContain(`nothing answers at ${gone}/;`)
  })
})
