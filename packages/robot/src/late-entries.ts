/** An answer that waits for its user, or that is still to come. */
export interface LateEntry {
  /** Key of the message it answers. */
  readonly id: string
  /** When the user was put off, ms: entries stand in this order. */
  readonly at: number
  /** Until when it counts, ms. */
  readonly until: number
  /** What is left to be read, each as JSON. Absent: the handler still runs. Empty: there will be no answer. */
  readonly replies?: readonly string[]
}

/** What a store holds is checked: something else may have written there. */
export function readEntries(stored: unknown): readonly LateEntry[] {
  return Array.isArray(stored) ? stored.filter(isEntry) : []
}

/** Puts an entry in its place; one of the same id gives way, but keeps its place. */
export function withEntry(entries: readonly LateEntry[], entry: LateEntry): LateEntry[] {
  const old = entries.find((it) => it.id === entry.id)
  const placed = old === undefined ? entry : { ...entry, at: old.at }
  const others = entries.filter((it) => it !== old)
  const after = others.findIndex((it) => it.at > placed.at)
  return after < 0 ? [...others, placed] : [...others.slice(0, after), placed, ...others.slice(after)]
}

/** Entries that still count, and answers nobody fetched in time. */
export function byAge(
  entries: readonly LateEntry[],
  now: number,
): { readonly live: LateEntry[]; readonly expired: LateEntry[] } {
  return { live: entries.filter((it) => it.until > now), expired: entries.filter((it) => it.until <= now) }
}

function isEntry(value: unknown): value is LateEntry {
  if (typeof value !== 'object' || value === null) return false
  const { id, at, until, replies } = value as Partial<Record<keyof LateEntry, unknown>>
  const areTexts = Array.isArray(replies) && replies.every((it) => typeof it === 'string')
  return (
    typeof id === 'string' && typeof at === 'number' && typeof until === 'number' && (replies === undefined || areTexts)
  )
}
