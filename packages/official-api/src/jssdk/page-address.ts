import { ConfigError } from '@wx/core'

/**
 * Checks the address of a page; it is signed as it is given.
 * @throws ConfigError for anything but a whole http(s) address, as `location.href` has it
 */
export function checkedPage(url: unknown): string {
  const advice = 'give location.href of the page, as the browser has it: WeChat compares it letter by letter'
  if (typeof url !== 'string' || !/^https?:\/\/[^/?#]/i.test(url) || !URL.canParse(url)) {
    throw new ConfigError('url', `no whole http(s) address; ${advice}`)
  }
  if (/\s/.test(url)) throw new ConfigError('url', `has a blank in it, which no browser's address has; ${advice}`)
  return url
}

/** A way an address goes wrong between the browser and the signature. */
export interface Variant {
  readonly name: VariantName
  readonly url: string
}

export type VariantName =
  | 'fragment'
  | 'trailing-slash'
  | 'encoded'
  | 'decoded'
  | 'scheme'
  | 'query'
  | 'html-escaped'
  | 'port'
  | 'host-case'
  | 'normalised'

type Make = (url: string) => string | undefined

/** What is tried; the sentence says what was probably done. */
const variants: Readonly<Record<VariantName, { readonly make: Make; readonly says: string }>> = {
  fragment: {
    make: (url) => url,
    says: 'the part from "#" on was signed too; sign location.href.split("#")[0]',
  },
  'trailing-slash': {
    make: (url) => {
      const [path = '', ...query] = url.split('?')
      const changed = path.endsWith('/') ? path.slice(0, -1) : `${path}/`
      return [changed, ...query].join('?')
    },
    says: 'the slash at the end of the path differs from the browser’s',
  },
  encoded: { make: (url) => encodeURI(url), says: 'an encoded address was signed; the browser has it decoded' },
  decoded: {
    make: (url) => decoded(url, decodeURI) ?? decoded(url, decodeURIComponent),
    says: 'a decoded address was signed; the browser has it encoded (Chinese, blanks)',
  },
  scheme: {
    make: (url) => (url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:')),
    says: 'http and https differ: behind a proxy the server guesses its own address wrong, so take the browser’s',
  },
  query: {
    make: (url) => url.split('?')[0],
    says: 'the query was left out; WeChat itself adds from= and isappinstalled= to shared pages, and they count',
  },
  'html-escaped': { make: (url) => url.replaceAll('&', '&amp;'), says: 'the address was HTML-escaped: & became &amp;' },
  port: {
    make: (url) => url.replace(/^(https?:\/\/[^/?#:]+):\d+/i, '$1'),
    says: 'the port was left out; the browser has it',
  },
  'host-case': {
    make: (url) => url.replace(/^https?:\/\/[^/?#]+/i, (origin) => origin.toLowerCase()),
    says: 'the host differs in upper and lower case',
  },
  normalised: { make: (url) => new URL(url).href, says: 'the address was normalised; the browser has it as it was' },
}

function decoded(url: string, decode: (text: string) => string): string | undefined {
  try {
    const text = decode(url)
    return text === url ? undefined : text
  } catch {
    return undefined
  }
}

/** Addresses that are easily signed instead, without those that are the same. */
export function variantsOf(url: string): Variant[] {
  const [page = ''] = url.split('#', 1)
  const seen = new Set([page])
  const found: Variant[] = []
  for (const [name, { make }] of Object.entries(variants)) {
    // The fragment is the only one that is tried with what follows "#".
    const other = make(name === 'fragment' ? url : page)
    if (other === undefined || seen.has(other)) continue
    seen.add(other)
    found.push({ name: name as VariantName, url: other })
  }
  return found
}

/** What was probably done. */
export const sentenceOf = (name: VariantName): string => variants[name].says
