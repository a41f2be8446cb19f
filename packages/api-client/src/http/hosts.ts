import { type Clock, ConfigError } from '@wx/core'

/** Where the API is served; when one cannot be reached the next is tried. */
const apiOrigins: readonly string[] = [
  'https://api.weixin.qq.com',
  'https://api2.weixin.qq.com',
  'https://sh.api.weixin.qq.com',
  'https://sz.api.weixin.qq.com',
  'https://hk.api.weixin.qq.com',
]

/** A host that failed is left alone so long, unless all have failed. */
const restMs = 60_000

/** Which host a call goes to. */
export interface Hosts {
  /** How many there are to try for an endpoint of this host. */
  readonly count: (host: string | undefined) => number
  /** Scheme, host, port and path prefix, without a slash at the end. */
  readonly pick: (host: string | undefined) => string
  readonly failed: (origin: string) => void
}

export interface HostOptions {
  /** One address for everything: a reverse proxy of yours, the simulator. */
  readonly baseUrl?: string
  /** Addresses of the API in order of preference; WeChat's five by default. */
  readonly hosts?: readonly string[]
  /** Inside WeChat's cloud: plain HTTP, no token. */
  readonly cloudRun?: boolean
}

/** @throws ConfigError when an address is none */
export function createHosts({ baseUrl, hosts, cloudRun = false }: HostOptions, clock: Clock): Hosts {
  const fallback = cloudRun ? ['http://api.weixin.qq.com'] : apiOrigins
  const api = (baseUrl === undefined ? (hosts ?? fallback) : [baseUrl]).map((it) =>
    checked(baseUrl === undefined ? 'hosts' : 'baseUrl', it),
  )
  if (api.length === 0) throw new ConfigError('hosts', 'give one address at least, or leave it out')
  const restsUntil = new Map<string, number>()

  // An endpoint of another host (mp.weixin.qq.com) has that one only; a baseUrl stands for all of them.
  const choices = (host: string | undefined): readonly string[] =>
    host === undefined || baseUrl !== undefined ? api : [`${cloudRun ? 'http' : 'https'}://${host}`]

  return {
    count: (host) => choices(host).length,
    pick(host) {
      const now = clock.now()
      const rest = (origin: string): number => Math.max((restsUntil.get(origin) ?? 0) - now, 0)
      // The first that is awake; when none is, the one that has slept longest.
      return choices(host).reduce((best, it) => (rest(it) < rest(best) ? it : best))
    },
    failed: (origin) => restsUntil.set(origin, clock.now() + restMs),
  }
}

function checked(setting: string, address: string): string {
  if (!URL.canParse(address) || !/^https?:/i.test(address)) {
    throw new ConfigError(setting, `not an http(s) address such as https://api.weixin.qq.com`)
  }
  const { origin, pathname, search, hash, username, password } = new URL(address)
  if (search !== '' || hash !== '' || username !== '' || password !== '') {
    throw new ConfigError(setting, 'only scheme, host, port and a path: no query, no hash, no user')
  }
  return `${origin}${pathname.replace(/\/+$/, '')}`
}
