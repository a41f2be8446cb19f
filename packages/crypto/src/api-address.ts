import { ConfigError } from '@wx/core'

/** The only parameter that is neither signed nor encrypted: the platform reads it before it looks into the body. */
const leftInQuery = 'access_token'

export interface ApiAddress {
  /** The address without query and fragment: the `urlpath` that is signed. */
  readonly path: string
  /** The query's parameters except access_token: they belong into the encrypted body. */
  readonly params: Readonly<Record<string, string>>
  /** The address to call, with access_token and nothing else in its query. */
  readonly url: string
}

/**
 * The part of an API's address that is signed: as it stands, nothing is normalised.
 * @throws ConfigError unless it is a whole address
 */
export function pathOf(address: string): string {
  // A line break in it would move the lines that are signed, a `|` the fields that are authenticated.
  const path =
    typeof address === 'string' ? /^(https?:\/\/[^\s/?#|]+\/[^\s?#|]*)(?:[?#]\S*)?$/.exec(address)?.[1] : undefined
  if (path !== undefined) return path
  throw new ConfigError('url', 'must be the whole address of the API, such as https://api.weixin.qq.com/wxa/…')
}

/**
 * Takes the address of a call apart.
 * @throws ConfigError unless it is a whole address, and every parameter stands in it once
 */
export function readAddress(address: string): ApiAddress {
  const path = pathOf(address)
  const params = new Map<string, string>()
  const left = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(address.slice(path.length).replace(/#.*$/, ''))) {
    if (params.has(name) || left.has(name)) {
      throw new ConfigError('url', `has the parameter ${JSON.stringify(name)} twice`)
    }
    if (name === leftInQuery) left.set(name, value)
    else params.set(name, value)
  }
  return { path, params: Object.fromEntries(params), url: left.size === 0 ? path : `${path}?${left}` }
}
