import { ConfigError } from '@wx/core'

/** @throws ConfigError for something that is no origin, such as `*`, `null` or an address with a path */
export function checkedOrigin(origin: string): string {
  const isOrigin =
    URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).origin === origin
  if (isOrigin) return origin
  throw new ConfigError('origins', `"https://shop.example", without path and slash, not ${JSON.stringify(origin)}`)
}
