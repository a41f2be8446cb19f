import type { Entry } from './entry.js'

/** One line. The first place is the one whose turn it is; the others stand in the order of their places. */
export interface Line {
  readonly name: string
  readonly places: Entry[]
  /** Who waits for the turn of a place. */
  turns: Map<Entry, Set<(value: undefined) => void>> | undefined
}

/** The lines that are not empty. */
export class Lines {
  readonly #lines = new Map<string, Line>()
  readonly #passedOver: (entry: Entry, now: number) => void

  /** @param passedOver is told of each owner found lost; its place is gone by then */
  constructor(passedOver: (entry: Entry, now: number) => void) {
    this.#passedOver = passedOver
  }

  get size(): number {
    return this.#lines.size
  }

  /** How many hold a place, when that is `limit` or more; owners found lost lose theirs. */
  waiting(name: string, limit: number, now: number): number {
    const line = this.#lines.get(name)
    if (line === undefined) return 0
    if (line.places.length >= limit) {
      for (const entry of [...line.places]) if (entry.until <= now) this.#passOver(entry, now)
    }
    return line.places.length
  }

  /**
   * Takes the place `entry.place` says. Whoever has the turn keeps it, also before an earlier place that comes back.
   * @returns whether it is the entry's turn
   */
  join(entry: Entry, name: string, now: number): boolean {
    const line = this.#lines.get(name)
    if (line === undefined) {
      const fresh: Line = { name, places: [entry], turns: undefined }
      this.#lines.set(name, fresh)
      entry.line = fresh
      return true
    }
    let at = line.places.length
    while (at > 1 && (line.places[at - 1] as Entry).place > entry.place) at--
    line.places.splice(at, 0, entry)
    entry.line = line
    return this.isFirst(entry, now)
  }

  /** Whether it is the entry's turn, after owners before it that were lost have been passed over. */
  isFirst(entry: Entry, now: number): boolean {
    const { line } = entry
    if (line === undefined || line.places[0] === entry) return true
    for (const before of ahead(line, entry)) if (before.until <= now) this.#passOver(before, now)
    return line.places[0] === entry
  }

  /** When it is worth looking again: the first end of a lease among the entry and those before it. */
  nextLook(line: Line, entry: Entry): number {
    return ahead(line, entry).reduce((soonest, before) => Math.min(soonest, before.until), entry.until)
  }

  /** Gives the place up; whoever stands behind it, when it was the first, has the turn. */
  leave(entry: Entry): void {
    if (entry.line !== undefined) this.#remove(entry, entry.line)
  }

  #passOver(entry: Entry, now: number): void {
    this.leave(entry)
    this.#passedOver(entry, now)
  }

  #remove(entry: Entry, line: Line): void {
    entry.line = undefined
    const at = line.places.indexOf(entry)
    if (at === 0) line.places.shift()
    else line.places.splice(at, 1)
    const head = line.places[0]
    if (head === undefined) this.#lines.delete(line.name)
    else if (at === 0) wake(line, head)
    wake(line, entry)
  }
}

const ahead = (line: Line, entry: Entry): Entry[] => line.places.slice(0, line.places.indexOf(entry))

/** The set in which waiters for the turn of a place leave their wakers. */
export function turnWakers(line: Line, entry: Entry): Set<(value: undefined) => void> {
  line.turns ??= new Map()
  let wakers = line.turns.get(entry)
  if (wakers === undefined) {
    wakers = new Set()
    line.turns.set(entry, wakers)
  }
  return wakers
}

// Also those whose place is gone: they find that out when they look.
function wake(line: Line, entry: Entry): void {
  const wakers = line.turns?.get(entry)
  if (wakers === undefined) return
  line.turns?.delete(entry)
  for (const waker of wakers) waker(undefined)
}
