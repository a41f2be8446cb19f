import type { World } from '../../world.js'
import type { Article } from '../drafts/article.js'
import { articleUrl } from '../drafts/article-url.js'

/** One article that readers can open. */
export interface PublishedItem extends Article {
  readonly url: string
  readonly isDeleted: boolean
}

/** How articles came out: by publishing, or as a message to all. */
export type PublishedBy = 'publish' | 'mass'

/** Articles that were published together. */
export interface PublishedArticle {
  readonly articleId: string
  /** 64 bits, as digits: what comments are found by. */
  readonly msgDataId: string
  readonly by: PublishedBy
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly publishedAt: number
  readonly items: readonly PublishedItem[]
}

/** Everything an account has published, and has sent to all. */
export class PublishedArticles {
  readonly #world: World
  readonly #kept = new Map<string, PublishedArticle>()

  constructor(world: World) {
    this.#world = world
  }

  /**
   * Brings articles out.
   * @param msgDataId one of its own when not given
   */
  publish(
    articles: readonly Article[],
    by: PublishedBy,
    msgDataId: string = this.#world.ids.messageId(),
  ): PublishedArticle {
    const { ids, clock, apiUrl } = this.#world
    const items = articles.map((it) => ({ ...it, url: articleUrl(apiUrl(), ids.md5()), isDeleted: false }))
    const published = { articleId: ids.mediaId(), msgDataId, by, publishedAt: clock.now(), items }
    this.#kept.set(published.articleId, published)
    return published
  }

  get(articleId: string): PublishedArticle | undefined {
    return this.#kept.get(articleId)
  }

  byMsgDataId(msgDataId: string): PublishedArticle | undefined {
    return [...this.#kept.values()].find((it) => it.msgDataId === msgDataId)
  }

  /** The article of a page, deleted ones too. */
  onPage(url: string): PublishedItem | undefined {
    return [...this.#kept.values()].flatMap(({ items }) => items).find((it) => it.url === url)
  }

  /** Takes articles down: the one of that place, from 0, or all. */
  takeDown(articleId: string, index?: number): void {
    const published = this.#kept.get(articleId)
    if (published === undefined) return
    const items = published.items.map((it, at) =>
      index === undefined || at === index ? { ...it, isDeleted: true } : it,
    )
    this.#kept.set(articleId, { ...published, items })
  }

  /** What was published, the newest first; what was sent to all is not among it. */
  list(): readonly PublishedArticle[] {
    return [...this.#kept.values()].filter(({ by }) => by === 'publish').reverse()
  }
}
