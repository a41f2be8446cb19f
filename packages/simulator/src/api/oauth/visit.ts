import { ImpossibleActionError } from '../../errors.js'
import type { CookieJar } from './cookie-jar.js'
import { ownParameters } from './own-parameters.js'

/** What a user says to an authorisation with scope `snsapi_userinfo` or `snsapi_login`, or to a one-time subscription. */
export type Consent = 'agree' | 'refuse' | 'snapshot'

export interface VisitOptions {
  /** `agree` when not given, and `snapshot` where the link has forceSnapShot. */
  readonly consent?: Consent
  /** The page that web OAuth leads back to is loaded twice at once with the same code, as happens in WeChat's browser. */
  readonly loadsTwice?: boolean
}

/** What the user has on the screen in the end. */
export interface Visit {
  readonly url: string
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Every address on the way, the first one included and the last one not. */
  readonly redirects: readonly string[]
}

/** Whose browser it is. */
export interface Browser {
  readonly openid: string
  readonly cookies: CookieJar
  readonly apiUrl: string
  readonly closing: AbortSignal
}

const maxRedirects = 20

/** Milliseconds a page has until its headers and its text are there. Of the machine's clock: servers live by that. */
const patienceMs = 30_000

/** As pages recognise WeChat. */
const userAgent =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50 WeChat/arm64 Language/zh_CN'

/** Pages of WeChat that ask who it is, and where the real ones are. */
const askingPages: ReadonlyMap<string, { readonly host: string; readonly givesCode: boolean }> = new Map([
  ['/connect/oauth2/authorize', { host: 'open.weixin.qq.com', givesCode: true }],
  ['/connect/qrconnect', { host: 'open.weixin.qq.com', givesCode: true }],
  ['/mp/subscribemsg', { host: 'mp.weixin.qq.com', givesCode: false }],
])

/**
 * Opens an address and goes where it leads, with cookies, but runs no scripts.
 * @throws ImpossibleActionError when there is no such address, nobody answers, or the way has no end
 */
export async function visit(address: string, browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const redirects: string[] = []
  let at = urlOf(address)
  let times = 1
  while (redirects.length <= maxRedirects) {
    const answer = await loadTimes(times, at, { ...browser, consent: options.consent })
    times = options.loadsTwice === true && askingPage(at, browser.apiUrl)?.givesCode === true ? 2 : 1
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || location === null) {
      const headers = Object.fromEntries(answer.headers)
      return { url: at.href, status: answer.status, headers, body: await answer.text(), redirects }
    }
    await answer.body?.cancel()
    redirects.push(at.href)
    at = urlOf(location, at)
  }
  throw new ImpossibleActionError(`the page was never shown: ${maxRedirects} redirects, the last one to ${nameOf(at)}`)
}

/** A browser and what its user says. */
type Visitor = Browser & { readonly consent: Consent | undefined }

/** The answer that came last is the one on the screen. */
async function loadTimes(times: number, url: URL, visitor: Visitor): Promise<Response> {
  const answers = await Promise.all(Array.from({ length: times }, () => load(url, visitor)))
  const shown = answers.pop() as Response
  await Promise.all(answers.map((answer) => answer.body?.cancel()))
  return shown
}

async function load(url: URL, visitor: Visitor): Promise<Response> {
  const { cookies, closing } = visitor
  const cookie = cookies.header(url)
  const answer = await fetch(addressed(url, visitor), {
    redirect: 'manual',
    signal: AbortSignal.any([closing, AbortSignal.timeout(patienceMs)]),
    headers: { 'user-agent': userAgent, ...(cookie === undefined ? {} : { cookie }) },
  }).catch((cause: unknown) => {
    closing.throwIfAborted()
    throw new ImpossibleActionError(`nothing answers at ${nameOf(url)}; is the page's server running?`, { cause })
  })
  cookies.keep(answer.headers.getSetCookie(), url)
  return answer
}

/** A page that asks who it is is opened at the simulator, with who opens it; everything else is opened as it is. */
function addressed(url: URL, { openid, apiUrl, consent: said }: Visitor): URL {
  const page = askingPage(url, apiUrl)
  if (page === undefined) return url
  const opened = new URL(`${apiUrl}${page.path}${url.search}`)
  opened.searchParams.set(ownParameters.user, openid)
  const isSnapshot = opened.searchParams.get('forceSnapShot') === 'true'
  const consent = said ?? (isSnapshot ? undefined : 'agree')
  if (consent !== undefined) opened.searchParams.set(ownParameters.consent, consent)
  return opened
}

function askingPage({ hostname, pathname, href }: URL, apiUrl: string) {
  const isOurs = href.startsWith(`${apiUrl}/`)
  const path = isOurs ? pathname.slice(new URL(apiUrl).pathname.length) : pathname
  const page = askingPages.get(path)
  return page !== undefined && (isOurs || hostname === page.host) ? { path, givesCode: page.givesCode } : undefined
}

function urlOf(address: string, base?: URL): URL {
  if (URL.canParse(address, base?.href)) {
    const url = new URL(address, base)
    if (/^https?:$/.test(url.protocol)) return url
  }
  throw new ImpossibleActionError('a browser opens whole http and https addresses; this is none')
}

/** Without what may be secret: a code stands in the query. */
const nameOf = ({ origin, pathname }: URL): string => `${origin}${pathname}`
