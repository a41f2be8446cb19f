import assert from 'node:assert/strict'
import type { Step } from '../step.js'

/** Pages of the shop, in WeChat's browser. */
export const pages: readonly Step[] = [
  {
    name: 'oauth',
    title: 'The user logs in by web OAuth; the browser loads the way back twice',
    async play({ user, siteUrl }) {
      const visit = await user.visit(`${siteUrl}/login?returnTo=/me`, { loadsTwice: true })
      assert.equal(visit.status, 200, visit.body)
      assert.equal(visit.url, `${siteUrl}/me`)
      assert.ok(visit.body.includes(user.openid), 'the page must know the user')
      // A link of somebody who wants to lead users away.
      const away = await user.visit(`${siteUrl}/login?returnTo=${encodeURIComponent('https://evil.example/')}`)
      assert.deepEqual([new URL(away.url).origin, away.status], [siteUrl, 400], 'the browser was sent away')
      return `logged in as ${user.nickname}; a login that leads to another site is refused`
    },
  },
  {
    name: 'js-sdk',
    title: "A page is signed for WeChat's JS-SDK",
    async play({ account, siteUrl }) {
      const url = `${siteUrl}/me?from=menu`
      const answer = await fetch(`${siteUrl}/js-config?url=${encodeURIComponent(`${url}#top`)}`)
      const config = (await answer.json()) as { nonceStr: string; timestamp: number; signature: string }
      const check = account.checkJsapi({ url, ...config })
      assert.equal(check.errMsg, 'config:ok', check.problem)
      const wrong = account.checkJsapi({ ...config, url: `${url}&other=1` })
      assert.equal(wrong.errMsg, 'config:invalid signature')
      return 'config:ok, and config:invalid signature for another address'
    },
  },
]
