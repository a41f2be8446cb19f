/** A page of a list, as WeChat's lists of openids are read. */
export interface OpenidPage {
  readonly openids: readonly string[]
  /** Where the next page begins: the last openid of this one; empty when there is none. */
  readonly nextOpenid: string
}

/** What a page of any list holds at most. Official. */
const pageSize = 10_000

interface Place {
  readonly index: number
  isIn: boolean
}

/**
 * Openids in the order in which they came. Who left keeps the place as a mark: a page that begins after it can still
 * be asked for.
 */
export class OpenidList {
  readonly #places = new Map<string, Place>()
  #next = 0
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Comes in at the end; who is in already stays in place. */
  add(openid: string): void {
    if (this.has(openid)) return
    this.#places.delete(openid)
    this.#places.set(openid, { index: this.#next++, isIn: true })
    this.#size++
  }

  delete(openid: string): void {
    const place = this.#places.get(openid)
    if (place?.isIn !== true) return
    place.isIn = false
    this.#size--
  }

  has(openid: string): boolean {
    return this.#places.get(openid)?.isIn === true
  }

  values(): readonly string[] {
    return this.#after(-1, Number.POSITIVE_INFINITY)
  }

  /**
   * @param after the last openid of the page before; empty for the first page
   * @returns undefined when that openid never was in the list
   */
  page(after: string): OpenidPage | undefined {
    const place = after === '' ? { index: -1 } : this.#places.get(after)
    if (place === undefined) return undefined
    const openids = this.#after(place.index, pageSize)
    return { openids, nextOpenid: openids.at(-1) ?? '' }
  }

  #after(index: number, most: number): readonly string[] {
    const openids: string[] = []
    for (const [openid, place] of this.#places) {
      if (openids.length === most) break
      if (place.isIn && place.index > index) openids.push(openid)
    }
    return openids
  }
}
