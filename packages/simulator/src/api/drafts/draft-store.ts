import type { World } from '../../world.js'
import type { Article } from './article.js'
import { articleUrl } from './article-url.js'

/** A draft: one article, or up to eight of them. */
export interface Draft {
  readonly mediaId: string
  readonly articles: readonly Article[]
  /** Where the articles can be looked at before they are published. */
  readonly urls: readonly string[]
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** The draft box of one account. */
export class DraftStore {
  readonly #world: World
  readonly #kept = new Map<string, Draft>()

  constructor(world: World) {
    this.#world = world
  }

  get count(): number {
    return this.#kept.size
  }

  add(articles: readonly Article[]): Draft {
    const { ids, clock, apiUrl } = this.#world
    const now = clock.now()
    const urls = articles.map(() => articleUrl(apiUrl(), ids.md5()))
    const draft = { mediaId: ids.mediaId(), articles, urls, createdAt: now, updatedAt: now }
    this.#kept.set(draft.mediaId, draft)
    return draft
  }

  get(mediaId: string): Draft | undefined {
    return this.#kept.get(mediaId)
  }

  /** Puts an article in the place of another; undefined when there is no such draft or place. */
  replace(mediaId: string, index: number, article: Article): Draft | undefined {
    const draft = this.#kept.get(mediaId)
    if (draft === undefined || draft.articles[index] === undefined) return undefined
    const articles = draft.articles.map((it, at) => (at === index ? article : it))
    const changed = { ...draft, articles, updatedAt: this.#world.clock.now() }
    this.#kept.set(mediaId, changed)
    return changed
  }

  /** False when there is none of that id. What is sent to all or published leaves the draft box this way. */
  delete(mediaId: string): boolean {
    return this.#kept.delete(mediaId)
  }

  /** The newest first. */
  list(): readonly Draft[] {
    return [...this.#kept.values()].sort((a, b) => b.updatedAt - a.updatedAt)
  }

  /** The article of a preview page. */
  onPage(url: string): Article | undefined {
    for (const { urls, articles } of this.#kept.values()) {
      const at = urls.indexOf(url)
      if (at >= 0) return articles[at]
    }
    return undefined
  }
}
