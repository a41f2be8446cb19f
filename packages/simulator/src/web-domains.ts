import { ConfigError } from '@wx/core'

/** Domains of an account's web pages, each `host` or `host:port`; undefined: any. */
export type WebDomains = readonly string[] | undefined

/**
 * Domains as the console takes them: without scheme, path or slash.
 * @throws ConfigError naming the option
 */
export function webDomains(option: string, domains: WebDomains): WebDomains {
  const wrong = domains?.find((domain) => !isDomain(domain))
  if (wrong === undefined) return domains?.map((domain) => domain.toLowerCase())
  throw new ConfigError(option, `each must be a host, with its port where it has one, not ${JSON.stringify(wrong)}`)
}

/** A host as an URL has it: the port is left out where it is the scheme's own. */
export const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined)

const isDomain = (domain: unknown): boolean =>
  typeof domain === 'string' && hostOf(`http://${domain}`) === domain.toLowerCase()
