import type { Account } from '../../account.js'
import { hostOf, type WebDomains } from '../../web-domains.js'
import { jsApis } from './apis.js'
import { likelyMistake } from './mistakes.js'
import { type JsapiPage, sha1, textToSign } from './signature.js'

/** What WeChat would say to it, and why. */
export interface JsapiCheck {
  readonly ok: boolean
  readonly errMsg: 'config:ok' | 'config:invalid signature' | 'config:invalid url domain' | 'config:permission denied'
  /** The text that had to be signed. Has the ticket in it. */
  readonly stringToSign: string
  /** What is wrong and probably why; undefined when nothing is. */
  readonly problem: string | undefined
}

/** Plays the part of WeChat when a page calls `wx.config`. */
export function checkJsapi(account: Account, page: JsapiPage): JsapiCheck {
  const { tickets } = account.state
  const [url = ''] = page.url.split('#')
  const stringToSign = textToSign(tickets.current('jsapi') ?? '', url, page)
  const refused = (errMsg: JsapiCheck['errMsg'], problem: string) => ({ ok: false, errMsg, stringToSign, problem })
  const host = hostOf(url)
  if (host === undefined || !isListed(host, account.jsDomains)) {
    const listed = account.jsDomains?.join(', ') ?? 'any'
    return refused(
      'config:invalid url domain',
      `${host ?? 'no whole URL'} is not in jsDomains of the account: ${listed}`,
    )
  }
  if (tickets.current('jsapi') === undefined) {
    return refused(
      'config:invalid signature',
      'the account has no jsapi ticket now: none was fetched, or its time is over',
    )
  }
  if (sha1(stringToSign) !== page.signature) {
    return refused('config:invalid signature', likelyMistake(page, tickets))
  }
  const denied = (page.jsApiList ?? []).filter((name) => !account.verified && needsVerification.has(name))
  if (denied.length === 0) return { ok: true, errMsg: 'config:ok', stringToSign, problem: undefined }
  return refused('config:permission denied', `only verified accounts have ${denied.join(', ')}`)
}

const needsVerification: ReadonlySet<string> = new Set(
  jsApis.filter((api) => api.needsVerification === true).map(({ name }) => name),
)

/** A domain stands for those below it too. */
const isListed = (host: string, domains: WebDomains): boolean =>
  domains === undefined || domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
