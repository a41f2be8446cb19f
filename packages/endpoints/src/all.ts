import { domainRows } from './domain-rows.js'
import type { EndpointRow } from './endpoint.js'

/** Every endpoint, for searching, tools and checks; domain by domain. */
export const endpoints: readonly EndpointRow[] = Object.values(domainRows).flatMap((rows): EndpointRow[] =>
  Object.values(rows),
)
