import { IncompleteAnswerError } from '../errors.js'

/** A page of openids, as `user.list`, `tag.listUsers` and `blacklist.list` answer. */
export interface OpenidPage {
  readonly data?: { readonly openid: readonly string[] }
  /** How many openids are in the page. */
  readonly count?: number
  /** Where the next page begins; empty at the end. */
  readonly next_openid?: string
}

/**
 * Openids of all pages, the next page fetched when it is needed.
 * @param method the endpoint's, for the error: `users.list`
 * @throws IncompleteAnswerError for a page with neither openids nor a word that there are none
 */
export async function* openidPages(
  method: string,
  load: (from: string | undefined) => Promise<OpenidPage>,
  from?: string,
): AsyncGenerator<string, void, undefined> {
  let next = from
  do {
    const page = await load(next)
    const openids = openidsIn(method, page)
    yield* openids
    // The last page names its own last openid, and the empty page after it none.
    if (openids.length === 0 || page.next_openid === next) return
    next = page.next_openid
  } while (next !== undefined && next !== '')
}

/** WeChat leaves `data` out of a page without openids. */
function openidsIn(method: string, { data, count, next_openid }: OpenidPage): readonly string[] {
  if (data?.openid !== undefined) return data.openid
  if (count === 0 || next_openid === '') return []
  throw new IncompleteAnswerError(method, 'data.openid')
}

/** A page that is found by how many to skip. */
export interface OffsetPage<Item> {
  /** May be left out where there are none at all. */
  readonly items?: readonly Item[] | undefined
  readonly total?: number | undefined
}

/**
 * Items of all pages, the next page fetched when it is needed.
 * @param method the endpoint's, for the error: `drafts.batchGet`
 * @throws IncompleteAnswerError for a page without its items
 */
export async function* offsetPages<Item>(
  method: string,
  load: (offset: number) => Promise<OffsetPage<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let offset = 0
  let total = 0
  do {
    const page = await load(offset)
    const items = page.items ?? (page.total === 0 ? [] : undefined)
    if (!Array.isArray(items)) throw new IncompleteAnswerError(method, 'list of items')
    yield* items
    if (items.length === 0) return
    offset += items.length
    total = page.total ?? 0
  } while (offset < total)
}
