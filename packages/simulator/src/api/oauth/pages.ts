import type { Account } from '../../account.js'
import { fileAnswer, type RawAnswer } from '../answer.js'
import { escaped, htmlPage } from '../html.js'
import type { ApiPage } from '../page.js'
import { facePng, faceUrl } from './face.js'
import type { Link, LinkError } from './link.js'
import { ownParameters } from './own-parameters.js'

/** Addresses of the same page with a choice made. */
export type Choose = (choice: { readonly user?: string; readonly consent?: string }) => string

const meanings: Readonly<Record<string, string>> = {
  snsapi_base: '静默授权：只获取 openid / openid only, nobody is asked',
  snsapi_userinfo: '获取昵称、头像 / nickname and picture, after asking',
  snsapi_login: '网站应用微信登录 / login of a website',
}

const about = ({ account, scope, redirectUri }: Link): string =>
  `<p>${escaped(account.name)}<br><small>${escaped(`${scope}: ${meanings[scope] ?? ''}`)}<br>→ ${escaped(redirectUri)}</small></p>`

const maxListed = 50

/** Who is using the phone? */
export function pickerPage(link: Link, choose: Choose, apiUrl: string): RawAnswer {
  const line = ({ openid, nickname }: Account['users'][number]) =>
    `<li><a class="choice" href="${escaped(choose({ user: openid }))}"><img alt="" width="40" height="40" src="${escaped(
      faceUrl(apiUrl, openid),
    )}"><span>${escaped(nickname)}<br><small>${escaped(openid)}</small></span></a></li>`
  const users = link.account.users.slice(0, maxListed).map(line).join('')
  const rest = link.account.users.length - maxListed
  const more = rest > 0 ? `<p><small>… ${rest} more: add &amp;${ownParameters.user}=openid to the link</small></p>` : ''
  const fresh = `<li><a class="choice" href="${escaped(choose({ user: 'new' }))}">新用户 / a new user</a></li>`
  return htmlPage('以谁的身份打开？', `${about(link)}<ul>${users}${fresh}</ul>${more}`)
}

/** Does the user agree? */
export function consentPage(link: Link, choose: Choose, { nickname }: { readonly nickname: string }): RawAnswer {
  const choice = (consent: string, label: string) =>
    `<a class="choice ${consent}" href="${escaped(choose({ consent }))}">${label}</a>`
  const snapshot = link.scope === 'snsapi_userinfo' ? choice('snapshot', '快照页 / as a snapshot page') : ''
  return htmlPage(
    `${link.account.name} 申请获取你的昵称、头像`,
    `${about(link)}<p>${escaped(nickname)}</p>${choice('agree', '允许 / agree')}${choice('refuse', '拒绝 / refuse')}${snapshot}`,
  )
}

/** The page WeChat shows in place of the authorisation. */
export function errorPage({ code, words, advice }: LinkError): RawAnswer {
  const number = code === undefined ? '' : `<p>错误码：${code}</p>`
  return htmlPage(words, `${number}<p><small>@wx/simulator: ${escaped(advice)}</small></p>`, 400)
}

export const closedPage = (): RawAnswer =>
  htmlPage(
    '已拒绝授权',
    '<p><small>@wx/simulator: WeChat closes the page here; nothing is told to the server.</small></p>',
  )

const faceSizes = [0, 46, 64, 96, 132]

/** What lies beside the endpoints. */
export const oauthPages: readonly ApiPage[] = [
  {
    method: 'GET',
    path: '/mmopen/:face/:size',
    doc: 'the picture of a user, as headimgurl of /sns/userinfo names it',
    show: ({ path: { face = '', size = '' } }) => {
      const wanted = faceSizes.find((it) => String(it) === size)
      if (wanted === undefined || !/^[\da-f]{32}$/.test(face)) return undefined
      return fileAnswer(facePng(face, wanted || 640), 'image/png')
    },
  },
]
