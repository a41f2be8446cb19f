import { checkedOrigin } from '../arguments/origin.js'

/** Longer ones do not fit into a cookie with everything else. */
const longest = 1024

/**
 * Blanks and control characters, which browsers drop or trim before they read an address, and backslashes, which they
 * take for slashes: whoever looks at the text sees another address than the browser goes to.
 */
const deceptive = /[\0-\x20\x7f-\xa0\\\u2028\u2029\ufeff]/

/** Finds out where a login may lead back to. */
export type ResolveReturnTo = (value: string) => string | undefined

/**
 * What may be gone back to: paths of `home`, and whole addresses of `home` and the further origins. The answer is
 * always a whole address, never what came in: `/.//evil.example` is a path of ours, but what is left of it after
 * normalisation, `//evil.example`, would be none in a `Location` header.
 * @throws ConfigError for something that is no origin
 */
export function returnToResolver(home: string, origins: readonly string[]): ResolveReturnTo {
  const own = new URL(home).origin
  const allowed = new Set([own, ...origins.map(checkedOrigin)])
  return (value) => {
    if (value === '' || value.length > longest || deceptive.test(value)) return undefined
    const isPath = value.startsWith('/') && !value.startsWith('//')
    if (!isPath && !/^https?:\/\/[^/]/i.test(value)) return undefined
    if (!URL.canParse(value, own)) return undefined
    const url = new URL(value, own)
    return allowed.has(url.origin) && url.username === '' && url.password === '' ? url.href : undefined
  }
}
