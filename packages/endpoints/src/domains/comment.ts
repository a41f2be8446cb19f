import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface ArticleComment {
  /** Id of a comment. */
  user_comment_id: string
  /** The user's openid for this account; absent when they did not comment with their WeChat identity. */
  openid?: string
  content: string
  /** 1 when it is selected, so that readers see it. */
  comment_type?: 0 | 1
  /** The account's answer; a comment has one at most. */
  reply?: CommentReply
  /** Unix seconds. */
  create_time?: number
}

export interface CommentReply {
  content?: string
  /** Unix seconds. */
  create_time?: number
}

export interface CommentCloseRequest {
  /** Which mass message or publication the articles belong to. */
  msg_data_id: string | number
  index?: number
}

export interface CommentDeleteRequest {
  /** Which mass message or publication the articles belong to. */
  msg_data_id: string | number
  index?: number
  /** Id of a comment. */
  user_comment_id: string | number
}

export interface CommentListRequest {
  /** Which mass message or publication the articles belong to. */
  msg_data_id: string | number
  index?: number
  /** How many to skip. */
  begin: number
  /** Up to 49: WeChat refuses 50 and more. */
  count: number
  /** 0 all, 1 not selected, 2 selected. */
  type: 0 | 1 | 2
}

export interface CommentListAnswer extends BaseAnswer {
  comment: readonly ArticleComment[]
  total: number
}

export interface CommentAddReplyRequest {
  /** Which mass message or publication the articles belong to. */
  msg_data_id: string | number
  index?: number
  /** Id of a comment. */
  user_comment_id: string | number
  content: string
}

export interface CommentApi {
  /**
   * Closes an article's comments.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  close(request: CommentCloseRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes a comment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  delete(request: CommentDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Comments of an article, up to 49 a page.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/leaving/api_listcomment.html
   */
  list(request: CommentListRequest, options?: CallOptions): Promise<CommentListAnswer>
  /**
   * Marks a comment as selected: readers then see it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  markElect(request: CommentDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Opens an article's comments.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  open(request: CommentCloseRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Answers a comment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  addReply(request: CommentAddReplyRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes the account's answer to a comment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  deleteReply(request: CommentDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Takes a comment out of the selected ones.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
   */
  unmarkElect(request: CommentDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const commentTable = {
  close: {
    call: 'POST /cgi-bin/comment/close',
    integers: ['msg_data_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html',
  },
  delete: {
    call: 'POST /cgi-bin/comment/delete',
    integers: ['msg_data_id', 'user_comment_id'],
    docs: 'doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html',
  },
  list: {
    call: 'POST /cgi-bin/comment/list',
    integers: ['msg_data_id'],
    stringIds: ['user_comment_id'],
    retry: 'safe',
    docs: 'doc/service/api/leaving/api_listcomment.html',
  },
  markElect: {
    call: 'POST /cgi-bin/comment/markelect',
    integers: ['msg_data_id', 'user_comment_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html',
  },
  open: {
    call: 'POST /cgi-bin/comment/open',
    integers: ['msg_data_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html',
  },
  addReply: {
    call: 'POST /cgi-bin/comment/reply/add',
    integers: ['msg_data_id', 'user_comment_id'],
    docs: 'doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html',
  },
  deleteReply: {
    call: 'POST /cgi-bin/comment/reply/delete',
    integers: ['msg_data_id', 'user_comment_id'],
    docs: 'doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html',
  },
  unmarkElect: {
    call: 'POST /cgi-bin/comment/unmarkelect',
    integers: ['msg_data_id', 'user_comment_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html',
  },
} as const

/** One row for each method of {@link CommentApi}. */
export const commentRows: Rows<CommentApi> = /* @__PURE__ */ expandRows<CommentApi, typeof commentTable>(
  'comment',
  commentTable,
)
