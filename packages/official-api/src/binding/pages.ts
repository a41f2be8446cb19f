/** A page of openids, as `user.list`, `tag.listUsers` and `blacklist.list` answer. */
export interface OpenidPage {
  readonly data?: { readonly openid: readonly string[] }
  /** Where the next page begins; empty at the end. */
  readonly next_openid?: string
}

/** Openids of all pages, the next page fetched when it is needed. */
export async function* openidPages(
  load: (from: string | undefined) => Promise<OpenidPage>,
  from?: string,
): AsyncGenerator<string, void, undefined> {
  let next = from
  do {
    const page = await load(next)
    const openids = page.data?.openid ?? []
    yield* openids
    // The last page names its own last openid, and the empty page after it none.
    if (openids.length === 0 || page.next_openid === next) return
    next = page.next_openid
  } while (next !== undefined && next !== '')
}

/** A page that is found by how many to skip. */
export interface OffsetPage<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

/** Items of all pages, the next page fetched when it is needed. */
export async function* offsetPages<Item>(
  load: (offset: number) => Promise<OffsetPage<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let offset = 0
  let total = 0
  do {
    const page = await load(offset)
    yield* page.items
    if (page.items.length === 0) return
    offset += page.items.length
    total = page.total
  } while (offset < total)
}
