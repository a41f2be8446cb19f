const lifeMs = 15 * 24 * 3_600_000

interface Migration {
  /** AppID and original id of the account that was given up. */
  readonly names: readonly string[]
  readonly at: number
  /** New openids by old ones. */
  readonly openids: ReadonlyMap<string, string>
}

/** Accounts whose followers this account took over. Old openids can be asked after for 15 days. */
export class Migrations {
  readonly #all: Migration[] = []

  add(migration: Migration): void {
    this.#all.unshift(migration)
  }

  /** New openids by old ones; undefined when nothing came from there, or too long ago. */
  openidsFrom(name: string, now: number): ReadonlyMap<string, string> | undefined {
    return this.#all.find((it) => it.names.includes(name) && now < it.at + lifeMs)?.openids
  }
}
