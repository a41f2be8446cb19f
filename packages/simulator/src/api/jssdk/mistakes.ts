import type { JsTickets } from '../tickets/js-tickets.js'
import { type JsapiPage, sha1, textToSign } from './signature.js'

/** Addresses that are signed in place of the page's own, as people report it. */
const wrongUrls: readonly { readonly url: (page: string) => string; readonly mistake: string }[] = [
  { url: (page) => page, mistake: 'what stands behind # was signed too: cut it off' },
  { url: (page) => bare(page).replace(/\?.*$/s, ''), mistake: 'the query was left out: sign the whole address' },
  { url: (page) => encodeURIComponent(bare(page)), mistake: 'the encoded address was signed: decode it once' },
  {
    url: (page) => bare(page).replace(/^https?/, (scheme) => (scheme === 'http' ? 'https' : 'http')),
    mistake: 'http and https were mixed up, as behind a proxy: sign the address that the page sends',
  },
  { url: (page) => bare(page).replace(/^(https?:\/\/[^/:]+):\d+/, '$1'), mistake: 'the port was left out' },
  { url: (page) => bare(page).replace(/\/$/, ''), mistake: 'the slash at the end was left out' },
  { url: (page) => `${bare(page)}/`, mistake: 'a slash was added at the end' },
  { url: (page) => bare(page).replace(/^https?:\/\/[^/]+/, ''), mistake: 'the path alone was signed' },
]

const bare = (page: string): string => page.split('#')[0] ?? ''

/** Why a signature does not fit: every usual mistake is tried. */
export function likelyMistake(page: JsapiPage, tickets: JsTickets): string {
  const ticket = tickets.current('jsapi') ?? ''
  const fits = (used: string, url: string) => sha1(textToSign(used, url, page)) === page.signature
  const url = wrongUrls.find((it) => fits(ticket, it.url(page.url)))
  if (url !== undefined) return url.mistake
  if (tickets.ended.some((used) => fits(used, bare(page.url)))) {
    return 'an old ticket was used: keep the ticket no longer than its expires_in'
  }
  if (fits(tickets.current('wx_card') ?? '', bare(page.url))) return 'the ticket for cards was used: fetch type jsapi'
  return `the signature is not the SHA-1 of the string to sign; are nonceStr, timestamp and the address ${bare(page.url)} the signed ones?`
}
