/**
 * Keys that were claimed in this process while the shared coordinator was out of reach: they are looked up here for as
 * long as they are kept, since the shared one never heard of them. What is over is dropped while new ones come in.
 */
export class Strays {
  readonly #untils = new Map<string, number>()

  /** How many are remembered. */
  get size(): number {
    return this.#untils.size
  }

  /** Until when a key is to be looked up here, milliseconds of the clock; 0 for one that did not stray. */
  until(key: string): number {
    return this.#untils.get(key) ?? 0
  }

  add(key: string, { now, keepMs }: { readonly now: number; readonly keepMs: number }): void {
    // Behind those that were added before: the first one that still counts ends the search.
    this.#untils.delete(key)
    for (const [old, until] of this.#untils) {
      if (until > now) break
      this.#untils.delete(old)
    }
    this.#untils.set(key, now + keepMs)
  }
}
