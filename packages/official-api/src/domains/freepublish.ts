import type {
  CallOptions,
  FreepublishApi,
  FreepublishGetAnswer,
  FreepublishItem,
  FreepublishNewsItem,
} from '@wx/endpoints'
import { optionsOf, text } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import { listOf, partOf } from '../binding/answer.js'
import { offsetPages } from '../binding/pages.js'
import type { Shorthands } from './shorthands.js'

/** WeChat's numbers from 0 on. */
const states = [
  'published',
  'publishing',
  'notOriginal',
  'failed',
  'refusedByReview',
  'deletedByAccount',
  'blockedByPlatform',
] as const

/** How the publishing of a draft stands. */
export interface PublishStatus {
  /** `unknown` for a number newer than this package; `number` has it. */
  readonly status: (typeof states)[number] | 'unknown'
  /** WeChat's own number. */
  readonly number: number
  /** Once published. */
  readonly articleId?: string
  /** Addresses of the articles, once published; `index` from 1. */
  readonly articles: readonly { readonly index: number; readonly url: string }[]
  /** Articles that failed, from 1. */
  readonly failed: readonly number[]
}

/** Articles that are published. Only accounts that are verified may call these (48001). */
export interface FreepublishDomain extends FreepublishApi {
  /**
   * How a publishing job stands, in words.
   *
   * @param publishId as `drafts.publish` answers it
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_status.html
   */
  status(publishId: string, options?: CallOptions): Promise<PublishStatus>
  /**
   * All published articles, 20 at a time as they are needed.
   *
   * @param options `withContent: false` leaves the articles' text out
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_publication_records.html
   */
  all(options?: CallOptions & { readonly withContent?: boolean }): AsyncGenerator<FreepublishItem, void, undefined>
  /**
   * What was published under an article's id.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_article_from_id.html
   */
  articles(articleId: string, options?: CallOptions): Promise<readonly FreepublishNewsItem[]>
  /**
   * Takes a published article down; this cannot be undone.
   *
   * @param options `articleIndex`: which one, from 1; all of them when left out
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Delete_posts.html
   */
  remove(articleId: string, options?: CallOptions & { readonly articleIndex?: number }): Promise<void>
}

/** As many as WeChat gives in a page. */
const pageSize = 20

export const freepublishShorthands = (api: FreepublishApi): Shorthands<FreepublishDomain, FreepublishApi> => ({
  status: async (publishId, options) => statusOf(await api.get({ publish_id: text('publishId', publishId) }, options)),
  all(options) {
    const { withContent = true, ...rest } = optionsOf(options)
    return offsetPages('freepublish.batchGet', async (offset) => {
      const request = { offset, count: pageSize, no_content: withContent ? 0 : 1 } as const
      const { item, total_count } = await api.batchGet(request, rest)
      return { items: item, total: total_count }
    })
  },
  async articles(articleId, options) {
    const answer = await api.getArticle({ article_id: text('articleId', articleId) }, options)
    return listOf('freepublish.getArticle', answer, 'news_item')
  },
  async remove(articleId, options) {
    const { articleIndex, ...rest } = optionsOf(options)
    await api.delete(given({ article_id: text('articleId', articleId), index: articleIndex }), rest)
  },
})

function statusOf(answer: FreepublishGetAnswer): PublishStatus {
  const publish_status = partOf('freepublish.get', answer, 'publish_status')
  const { article_id, article_detail, fail_idx } = answer
  const status: PublishStatus['status'] = states[publish_status] ?? 'unknown'
  const articles = (article_detail?.item ?? []).map(({ idx = 0, article_url = '' }) => ({
    index: idx,
    url: article_url,
  }))
  return given({ status, number: publish_status, articleId: article_id, articles, failed: fail_idx ?? [] })
}
