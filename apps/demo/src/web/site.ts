import { randomBytes } from 'node:crypto'
import { expressHandler } from '@wx/adapters-express'
import type { Clock, Logger } from '@wx/core'
import { jsSdk, type OfficialAccount, webOAuth } from '@wx/official-api'
import type { Express, Request } from 'express'

export interface SiteOptions {
  readonly client: OfficialAccount
  /** Where browsers reach the site. */
  readonly siteUrl: string
  /** Of the script that stands for WeChat's `jweixin.js`. */
  readonly scriptUrl: string
  readonly clock: Clock
  readonly logger: Logger
}

/** Pages of the shop: `/login` (web OAuth), `/me` (who is logged in, signed for the JS-SDK), `/js-config`. */
export function mountSite(app: Express, { client, siteUrl, scriptUrl, clock, logger }: SiteOptions): void {
  const sessions = new Map<string, string>()
  const oauth = webOAuth(client, {
    baseUrl: siteUrl,
    path: '/login',
    stateSecret: randomBytes(32).toString('hex'),
    returnTo: { fallback: '/me' },
    clock,
    logger,
    onLogin: ({ openid }) => {
      const id = randomBytes(16).toString('hex')
      sessions.set(id, openid)
      return { headers: { 'set-cookie': `sid=${id}; HttpOnly; SameSite=Lax; Path=/` } }
    },
  })
  app.all('/login', expressHandler(oauth.handler))
  app.all(
    '/js-config',
    expressHandler(jsSdk(client, { clock }).handler({ origins: [siteUrl], jsApiList: ['scanQRCode'], logger })),
  )
  app.get('/me', (request, response) => {
    const openid = sessions.get(cookieOf(request, 'sid') ?? '')
    if (openid === undefined) response.redirect('/login?returnTo=/me')
    else response.type('html').send(page(openid, scriptUrl))
  })
}

const cookieOf = (request: Request, name: string): string | undefined =>
  new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1]

/** Openids have nothing that HTML would read. */
const page = (openid: string, scriptUrl: string): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>示例小店</title>
<style>body { font: 16px/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 32rem; padding: 0 1rem } code { word-break: break-all }</style>
<h1>示例小店</h1>
<p>你好，<code>${openid}</code></p>
<p id="sdk">JS-SDK：……</p>
<script src="${scriptUrl}"></script>
<script>
  const said = (text) => { document.getElementById('sdk').textContent = 'JS-SDK：' + text }
  fetch('/js-config?url=' + encodeURIComponent(location.href.split('#')[0]))
    .then((answer) => answer.json())
    .then((config) => {
      wx.ready(() => said('config:ok'))
      wx.error((error) => said(error.errMsg))
      wx.config(config)
    })
</script>
`
