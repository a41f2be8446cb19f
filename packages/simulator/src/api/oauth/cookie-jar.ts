import type { Clock } from '@wx/core'

interface Cookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  /** Set without Domain: for this very host. */
  readonly isHostOnly: boolean
  readonly path: string
  readonly isSecure: boolean
  readonly expiresAt: number
}

/** Cookies as a browser keeps them, of one person. https://www.rfc-editor.org/rfc/rfc6265#section-5 */
export class CookieJar {
  readonly #clock: Clock
  #cookies: readonly Cookie[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The Cookie header for this address; undefined when there is nothing to send. */
  header(url: URL): string | undefined {
    const now = this.#clock.now()
    const fitting = this.#cookies
      .filter((cookie) => cookie.expiresAt > now && isFor(cookie, url))
      .sort((one, other) => other.path.length - one.path.length)
    return fitting.length === 0 ? undefined : fitting.map(({ name, value }) => `${name}=${value}`).join('; ')
  }

  /** Keeps what an answer set. */
  keep(headers: readonly string[], url: URL): void {
    for (const header of headers) {
      const cookie = parsed(header, url, this.#clock.now())
      if (cookie === undefined) continue
      const isOther = (it: Cookie) => it.name !== cookie.name || it.domain !== cookie.domain || it.path !== cookie.path
      this.#cookies = [...this.#cookies.filter(isOther), cookie]
    }
  }
}

function isFor({ domain, isHostOnly, path, isSecure }: Cookie, { hostname, pathname, protocol }: URL): boolean {
  if (isHostOnly ? hostname !== domain : !isWithin(hostname, domain)) return false
  if (isSecure && protocol !== 'https:' && !isLoopback(hostname)) return false
  return pathname === path || (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/'))
}

function parsed(header: string, url: URL, now: number): Cookie | undefined {
  const [pair = '', ...parts] = header.split(';')
  const at = pair.indexOf('=')
  if (at < 1) return undefined
  const attributes = new Map(
    parts.map((part) => {
      const [name = '', ...rest] = part.split('=')
      return [name.trim().toLowerCase(), rest.join('=').trim()]
    }),
  )
  const domain = (attributes.get('domain') ?? '').replace(/^\./, '').toLowerCase()
  if (domain !== '' && !isWithin(url.hostname, domain)) return undefined
  const path = attributes.get('path') ?? ''
  return {
    name: pair.slice(0, at).trim(),
    value: pair.slice(at + 1).trim(),
    domain: domain === '' ? url.hostname : domain,
    isHostOnly: domain === '',
    path: path.startsWith('/') ? path : url.pathname.replace(/\/[^/]*$/, '') || '/',
    isSecure: attributes.has('secure'),
    expiresAt: endOf(attributes, now),
  }
}

function endOf(attributes: ReadonlyMap<string, string>, now: number): number {
  const maxAge = attributes.get('max-age') ?? ''
  if (/^-?\d+$/.test(maxAge)) return now + Number(maxAge) * 1000
  const expires = Date.parse(attributes.get('expires') ?? '')
  return Number.isNaN(expires) ? Number.POSITIVE_INFINITY : expires
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** Browsers trust this machine without encryption. */
const isLoopback = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '[::1]'
