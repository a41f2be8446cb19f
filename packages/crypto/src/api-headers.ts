import { ConfigError, type WebHeaders } from '@wx/core'

/** Headers as any HTTP client gives them: a `Headers` object, or names in any case → value. */
export type ApiHeaders = WebHeaders | { get(name: string): string | null }

/** The headers of secured calls and answers. */
export const apiHeader = {
  appId: 'Wechatmp-Appid',
  timestamp: 'Wechatmp-TimeStamp',
  serial: 'Wechatmp-Serial',
  signature: 'Wechatmp-Signature',
  deprecatedSerial: 'Wechatmp-Serial-Deprecated',
  deprecatedSignature: 'Wechatmp-Signature-Deprecated',
} as const

type Name = keyof typeof apiHeader

/** Those that are there exactly once and hold something. */
export type SecurityHeaders = { readonly [name in Name]?: string }

/** @throws ConfigError for what cannot be headers at all */
export function readHeaders(headers: ApiHeaders): SecurityHeaders {
  if (typeof headers !== 'object' || headers === null) {
    throw new ConfigError('headers', 'must be a Headers object, or an object of names and values')
  }
  const valuesOf = isGetter(headers) ? (name: string) => [headers.get(name)] : byLowerName(headers)
  const found: { [name in Name]?: string } = {}
  for (const name of Object.keys(apiHeader) as Name[]) {
    const [value, ...more] = valuesOf(apiHeader[name])
    if (typeof value === 'string' && value !== '' && more.length === 0) found[name] = value
  }
  return found
}

function isGetter(headers: ApiHeaders): headers is { get(name: string): string | null } {
  return typeof headers.get === 'function'
}

/** All values of a name, however often and in whatever case it stands there. */
function byLowerName(headers: WebHeaders): (name: string) => readonly unknown[] {
  const values = new Map<string, unknown[]>()
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const lower = name.toLowerCase()
    values.set(lower, [...(values.get(lower) ?? []), ...(Array.isArray(value) ? value : [value])])
  }
  return (name) => values.get(name.toLowerCase()) ?? []
}
