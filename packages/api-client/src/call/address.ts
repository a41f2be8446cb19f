import type { CallPlan, QueryFields } from './call-plan.js'

/** Path and query; values that are undefined are left out. */
export function pathAndQuery(path: string, query: QueryFields): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  const text = new URLSearchParams(given).toString()
  return text === '' ? path : `${path}?${text}`
}

/** WeChat's pages want their parameters in this order; what is not in it follows. */
const pageOrder: readonly string[] = ['appid', 'redirect_uri', 'response_type', 'scope', 'state']

const rank = (name: string): number => (pageOrder.includes(name) ? pageOrder.indexOf(name) : pageOrder.length)

/** The address of a page for a browser: nothing is called. */
export function pageAddress(origin: string, { path, query }: CallPlan, fragment: string | undefined): string {
  const ordered = Object.entries(query).sort(([a], [b]) => rank(a) - rank(b))
  return `${origin}${pathAndQuery(path, Object.fromEntries(ordered))}${fragment === undefined ? '' : `#${fragment}`}`
}
