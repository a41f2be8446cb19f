import { ConfigError } from '@wx/core'
import { ImpossibleActionError } from '../../errors.js'
import type { World } from '../../world.js'
import type { PublishedArticles, PublishedItem } from '../freepublish/published-articles.js'

/** Which article: that of a publication or a message to all, from 0. */
export interface ArticlePlace {
  /** 64 bits, as digits. */
  readonly msgDataId: string
  /** 0 when not given. */
  readonly index?: number
}

export interface CommentReply {
  readonly content: string
  readonly createdAt: number
}

/** What a reader has written below an article. */
export interface Comment {
  /** 64 bits, as digits. */
  readonly id: string
  readonly openid: string
  readonly content: string
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly createdAt: number
  readonly isElected: boolean
  /** The reader took it back. */
  readonly isWithdrawn: boolean
  readonly reply: CommentReply | undefined
}

/** Readers' side of the comments. */
export interface ReaderComments {
  /**
   * A reader comments on an article.
   * @param openid of a user of the account
   * @returns its id, as digits
   * @throws ImpossibleActionError when there is no such article, its comments are closed, or only followers may comment
   */
  write(openid: string, comment: ArticlePlace & { readonly content: string }): string
  /** The reader takes it back. @throws ImpossibleActionError when there is no such comment */
  withdraw(id: string): void
}

/** Comments of one article, the newest last. */
export class Thread {
  isOpen: boolean
  #comments: readonly Comment[] = []

  constructor(isOpen: boolean) {
    this.isOpen = isOpen
  }

  get comments(): readonly Comment[] {
    return this.#comments
  }

  get(id: string): Comment | undefined {
    return this.#comments.find((it) => it.id === id)
  }

  add(comment: Comment): void {
    this.#comments = [...this.#comments, comment]
  }

  change(id: string, change: Partial<Comment>): void {
    this.#comments = this.#comments.map((it) => (it.id === id ? { ...it, ...change } : it))
  }

  delete(id: string): void {
    this.#comments = this.#comments.filter((it) => it.id !== id)
  }
}

/** Comments on everything an account has published. */
export class CommentStore {
  readonly #world: World
  readonly #articles: PublishedArticles
  readonly #threads = new Map<string, Thread>()

  constructor(world: World, articles: PublishedArticles) {
    this.#world = world
    this.#articles = articles
  }

  /** Comments of that article; undefined when there is none. */
  of(place: ArticlePlace): Thread | undefined {
    const article = this.#article(place)
    if (article === undefined) return undefined
    const thread = this.#threads.get(article.url) ?? new Thread(article.needOpenComment === 1)
    this.#threads.set(article.url, thread)
    return thread
  }

  /** @param isFollowing undefined for somebody who is no user of the account */
  readersSide(isFollowing: (openid: string) => boolean | undefined): ReaderComments {
    return {
      write: (openid, { content, ...place }) => {
        if (typeof content !== 'string' || content === '') throw new ConfigError('content', 'must be a text')
        const follows = isFollowing(openid)
        if (follows === undefined) throw new ImpossibleActionError('the account has no user of that openid')
        const thread = this.of(place)
        const article = this.#article(place)
        if (thread === undefined || article === undefined || article.isDeleted) {
          throw new ImpossibleActionError('there is no such article; msgDataId is told by freepublish/submit')
        }
        if (!thread.isOpen) throw new ImpossibleActionError('comments of this article are closed; see comment/open')
        if (article.onlyFansCanComment === 1 && !follows) {
          throw new ImpossibleActionError('only followers may comment on this article; call follow() first')
        }
        return this.#add(thread, { openid, content })
      },
      withdraw: (id) => {
        const thread = [...this.#threads.values()].find((it) => it.get(id) !== undefined)
        if (thread === undefined) throw new ImpossibleActionError('there is no such comment')
        thread.change(id, { isWithdrawn: true })
      },
    }
  }

  #article({ msgDataId, index = 0 }: ArticlePlace): PublishedItem | undefined {
    return this.#articles.byMsgDataId(msgDataId)?.items[index]
  }

  #add(thread: Thread, written: Pick<Comment, 'openid' | 'content'>): string {
    const { ids, clock } = this.#world
    const id = ids.messageId()
    thread.add({ ...written, id, createdAt: clock.now(), isElected: false, isWithdrawn: false, reply: undefined })
    return id
  }
}
