import { ConfigError } from '@wx/core'
import type { CallOptions, DraftApi, DraftArticle, DraftItem, DraftNewsItem, FreepublishApi } from '@wx/endpoints'
import { fields, list, optionsOf, text, whole } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import { listOf, partOf } from '../binding/answer.js'
import { offsetPages } from '../binding/pages.js'
import type { Shorthands } from './shorthands.js'

/** A draft on its way to being published. */
export interface PublishJob {
  readonly publishId: string
  /** For comments of the articles. */
  readonly msgDataId?: string
}

/** Articles and picture posts that are not published yet. */
export interface DraftsDomain extends DraftApi {
  /**
   * Saves articles as a new draft.
   *
   * @returns media id of the draft
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html
   */
  save(articles: readonly DraftArticle[], options?: CallOptions): Promise<string>
  /**
   * Replaces one article of a draft.
   *
   * @param article with `index`, which one, from 0; the first when left out
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Update_draft.html
   */
  change(mediaId: string, article: DraftArticle & { readonly index?: number }, options?: CallOptions): Promise<void>
  /**
   * The articles of a draft.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html
   */
  articles(mediaId: string, options?: CallOptions): Promise<readonly DraftNewsItem[]>
  /**
   * All drafts, 20 at a time as they are needed. What is added or deleted meanwhile shifts the pages: collect first,
   * then delete.
   *
   * @param options `withContent: false` leaves the articles' text out
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft_list.html
   */
  all(options?: CallOptions & { readonly withContent?: boolean }): AsyncGenerator<DraftItem, void, undefined>
  /**
   * Deletes a draft; this cannot be undone.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Delete_draft.html
   */
  remove(mediaId: string, options?: CallOptions): Promise<void>
  /**
   * Publishes a draft, without a message to followers. Only accounts that are verified may (48001). The outcome comes
   * as event `PUBLISHJOBFINISH`, or by `freepublish.status(publishId)`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Publish.html
   */
  publish(mediaId: string, options?: CallOptions): Promise<PublishJob>
}

/** As many as WeChat gives in a page. */
const pageSize = 20

export const draftsShorthands = (
  api: DraftApi,
  account: { readonly freepublish: FreepublishApi },
): Shorthands<DraftsDomain, DraftApi> => ({
  async save(articles, options) {
    for (const [at, article] of list('articles', articles, 'articles').entries()) {
      fields(`articles[${at}]`, article, '{ title, content, thumb_media_id }')
    }
    if (articles.length === 0) throw new ConfigError('articles', 'a draft has one article at least')
    return partOf('drafts.add', await api.add({ articles }, options), 'media_id')
  },
  async change(mediaId, article, options) {
    const { index = 0, ...articles } = fields('article', article, '{ title, content, thumb_media_id, index }')
    whole('article.index', index, { min: 0, max: 7 })
    await api.update({ media_id: text('mediaId', mediaId), index, articles }, options)
  },
  articles: async (mediaId, options) =>
    listOf('drafts.get', await api.get({ media_id: text('mediaId', mediaId) }, options), 'news_item'),
  all(options) {
    const { withContent = true, ...rest } = optionsOf(options)
    return offsetPages('drafts.batchGet', async (offset) => {
      const request = { offset, count: pageSize, no_content: withContent ? 0 : 1 } as const
      const { item, total_count } = await api.batchGet(request, rest)
      return { items: item, total: total_count }
    })
  },
  async remove(mediaId, options) {
    await api.delete({ media_id: text('mediaId', mediaId) }, options)
  },
  async publish(mediaId, options) {
    const request = { media_id: text('mediaId', mediaId) }
    const answer = await account.freepublish.submit(request, options)
    return given({ publishId: partOf('freepublish.submit', answer, 'publish_id'), msgDataId: answer.msg_data_id })
  },
})
