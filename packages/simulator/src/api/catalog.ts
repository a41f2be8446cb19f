import { type EndpointRow, endpoints } from '@wx/endpoints'
import type { ApiRoute } from './route.js'
import { apiRoutes } from './routes.js'

/** An endpoint of WeChat, and how it is simulated when it is. */
export interface CatalogEntry {
  readonly row: EndpointRow
  readonly route: ApiRoute | undefined
}

/** What is found at an address. */
export type Found =
  | { readonly entry: CatalogEntry }
  /** The path is known with another method only. */
  | { readonly wanted: 'GET' | 'POST' }
  | undefined

/** All endpoints by path. */
export interface Catalog {
  readonly entries: readonly CatalogEntry[]
  /** @param action tells apart endpoints of one path */
  find(method: string, path: string, action: string | undefined): Found
  /** Known paths that look like this one, the likest first. */
  like(path: string): readonly string[]
}

export function createCatalog(): Catalog {
  const routes = new Map(apiRoutes.map((route) => [route.id, route]))
  const entries = endpoints.map((row) => ({ row, route: routes.get(row.id) }))
  const byPath = new Map<string, CatalogEntry[]>()
  for (const entry of entries) byPath.set(entry.row.path, [...(byPath.get(entry.row.path) ?? []), entry])
  return {
    entries,
    find(method, path, action) {
      const there = byPath.get(path) ?? []
      const fitting = there.filter(({ row }) => row.method === method)
      const entry =
        fitting.find(({ row }) => row.action === action) ?? fitting.find(({ row }) => row.action === undefined)
      if (entry !== undefined) return { entry }
      const [other] = there
      return fitting.length > 0 || other === undefined ? undefined : { wanted: other.row.method }
    },
    like(path) {
      const end = path.split('/').at(-1) ?? ''
      const parent = path.slice(0, path.lastIndexOf('/') + 1)
      const near = [...byPath.keys()].filter(
        (it) => it.endsWith(`/${end}`) || (parent !== '/' && it.startsWith(parent)),
      )
      return near.sort((one, other) => likeness(other, path) - likeness(one, path)).slice(0, 5)
    },
  }
}

/** Characters that two texts share at their beginning and at their end. */
const likeness = (one: string, other: string): number =>
  shared([...one], [...other]) + shared([...one].reverse(), [...other].reverse())

function shared(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((character, at) => character !== other[at])
  return end < 0 ? one.length : end
}
