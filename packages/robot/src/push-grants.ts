import { type Opening, openings } from './push-openings.js'

/** What is left of one window. */
export interface Grant {
  /** Messages; null: any number. */
  readonly left: number | null
  /** When it closes, ms. */
  readonly until: number
}

/** The windows of one user. An empty one is known to be closed. */
export type Grants = { readonly [Name in Opening]?: Grant }

/** What a store holds is checked: something else may have written there. Undefined: nothing is known. */
export function readGrants(stored: unknown): Grants | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  return Object.fromEntries(Object.entries(stored).filter(([name, it]) => Object.hasOwn(openings, name) && isGrant(it)))
}

function isGrant(value: unknown): value is Grant {
  if (typeof value !== 'object' || value === null) return false
  const { left, until } = value as Partial<Record<keyof Grant, unknown>>
  return (left === null || typeof left === 'number') && typeof until === 'number'
}

/** Doing the same again opens its window anew; a push that was overtaken opens nothing. */
export function opened(grants: Grants | undefined, opening: Opening, at: number): Grants {
  const { messages, seconds } = openings[opening]
  const until = at + seconds * 1_000
  if ((grants?.[opening]?.until ?? 0) > until) return grants ?? {}
  return { ...grants, [opening]: { left: messages, until } }
}

const openAt = (grants: Grants, now: number): [Opening, Grant][] =>
  (Object.entries(grants) as [Opening, Grant][]).filter(([, it]) => it.until > now)

/** Messages that may still be sent; `Infinity` for any number. */
export function remaining(grants: Grants, now: number): number {
  return openAt(grants, now).reduce((sum, [, { left }]) => sum + (left ?? Number.POSITIVE_INFINITY), 0)
}

/** Takes one message from the window that closes first. */
export function takeOne(
  grants: Grants,
  now: number,
): { readonly grants: Grants; readonly from: Opening } | 'closed' | 'exhausted' {
  const open = openAt(grants, now)
  if (open.length === 0) return 'closed'
  const [found] = open.filter(([, { left }]) => left !== 0).sort(([, a], [, b]) => a.until - b.until)
  if (found === undefined) return 'exhausted'
  return { grants: changed(grants, found[0], -1), from: found[0] }
}

/** Gives back what was taken for a message that was not sent. */
export const givenBack = (grants: Grants, from: Opening): Grants => changed(grants, from, 1)

/** The quota is used up, whatever was counted: WeChat says so. */
export function emptied(grants: Grants): Grants {
  return Object.fromEntries(Object.entries(grants).map(([name, it]) => [name, { ...it, left: 0 }]))
}

function changed(grants: Grants, name: Opening, by: number): Grants {
  const grant = grants[name]
  if (grant === undefined || grant.left === null) return grants
  return { ...grants, [name]: { ...grant, left: Math.max(grant.left + by, 0) } }
}
