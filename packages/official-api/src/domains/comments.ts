import type { ArticleComment, CallOptions, CommentApi, CommentListRequest } from '@wx/endpoints'
import { oneOf, optionsOf, text, whole } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import { offsetPages } from '../binding/pages.js'
import type { Shorthands } from './shorthands.js'

/** The comments below one article. */
export interface ArticleComments {
  /**
   * Opens the comments.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  open(options?: CallOptions): Promise<void>
  /**
   * Closes the comments.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  close(options?: CallOptions): Promise<void>
  /**
   * All comments, 49 at a time as they are needed.
   *
   * @param options `which`: all of them by default
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  all(
    options?: CallOptions & { readonly which?: 'all' | 'notSelected' | 'selected' },
  ): AsyncGenerator<ArticleComment, void, undefined>
  /**
   * Selects a comment: readers then see it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  select(commentId: string, options?: CallOptions): Promise<void>
  /**
   * Takes a comment out of the selected ones.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  unselect(commentId: string, options?: CallOptions): Promise<void>
  /**
   * Deletes a comment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  remove(commentId: string, options?: CallOptions): Promise<void>
  /**
   * Answers a comment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  reply(commentId: string, content: string, options?: CallOptions): Promise<void>
  /**
   * Deletes the answer to a comment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  removeReply(commentId: string, options?: CallOptions): Promise<void>
}

/** What readers write below articles. */
export interface CommentsDomain extends CommentApi {
  /**
   * The comments of one article.
   *
   * @param msgDataId as a mass message or a publication answered it
   * @param options `articleIndex`: which of its articles, from 0; the first when left out
   */
  of(msgDataId: string, options?: { readonly articleIndex?: number }): ArticleComments
}

/** As many as every source allows: WeChat's page says that 50 are refused, its error code that more than 50 are. */
const pageSize = 49

const kinds: Readonly<Record<'all' | 'notSelected' | 'selected', CommentListRequest['type']>> = {
  all: 0,
  notSelected: 1,
  selected: 2,
}

export const commentsShorthands = (api: CommentApi): Shorthands<CommentsDomain, CommentApi> => ({
  of(msgDataId, options) {
    const { articleIndex } = optionsOf(options)
    if (articleIndex !== undefined) whole('articleIndex', articleIndex, { min: 0, max: 7 })
    const article = given({ msg_data_id: text('msgDataId', msgDataId), index: articleIndex })
    const one = (commentId: string) => ({ ...article, user_comment_id: text('commentId', commentId) })
    return {
      async open(options) {
        await api.open(article, options)
      },
      async close(options) {
        await api.close(article, options)
      },
      all(options) {
        const { which = 'all', ...rest } = optionsOf(options)
        const type = kinds[oneOf('which', which, Object.keys(kinds) as (keyof typeof kinds)[])]
        return offsetPages('comments.list', async (begin) => {
          const { comment, total } = await api.list({ ...article, begin, count: pageSize, type }, rest)
          return { items: comment, total }
        })
      },
      async select(commentId, options) {
        await api.markElect(one(commentId), options)
      },
      async unselect(commentId, options) {
        await api.unmarkElect(one(commentId), options)
      },
      async remove(commentId, options) {
        await api.delete(one(commentId), options)
      },
      async reply(commentId, content, options) {
        await api.addReply({ ...one(commentId), content: text('content', content) }, options)
      },
      async removeReply(commentId, options) {
        await api.deleteReply(one(commentId), options)
      },
    }
  },
})
