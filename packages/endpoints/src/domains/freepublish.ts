import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface FreepublishItem {
  /** Id of a published article. */
  article_id: string
  content?: FreepublishContent
  /** Unix seconds. */
  update_time?: number
}

export interface FreepublishContent {
  news_item?: readonly FreepublishNewsItem[]
}

export interface FreepublishNewsItem {
  /** Id of an uploaded thumbnail. */
  thumb_media_id?: string
  title?: string
  author?: string
  /** Summary of an article. */
  digest?: string
  /** Address behind "read the original". */
  content_source_url?: string
  content?: string
  url?: string
  /** Whether the cover also stands in the text. */
  show_cover_pic?: 0 | 1
  /** Whether readers may comment. */
  need_open_comment?: 0 | 1
  /** Whether only followers may comment. */
  only_fans_can_comment?: 0 | 1
  is_deleted?: boolean
}

export interface FreepublishArticleDetail {
  count?: number
  item?: readonly { idx?: number; article_url?: string }[]
}

export interface FreepublishBatchGetRequest {
  /** How many to skip. */
  offset: number
  count: number
  /** 1 leaves the articles' text out. */
  no_content?: 0 | 1
}

export interface FreepublishBatchGetAnswer extends BaseAnswer {
  item: readonly FreepublishItem[]
  item_count: number
  total_count: number
}

export interface FreepublishDeleteRequest {
  /** Id of a published article. */
  article_id: string
  /** Which article, from 1; 0 or left out deletes all. */
  index?: number
}

export interface FreepublishGetRequest {
  /** Id of a publishing job. */
  publish_id: string | number
}

export interface FreepublishGetAnswer extends BaseAnswer {
  /** Id of a publishing job. */
  publish_id: string
  /** 0 published, 1 publishing, 2 refused as not original, 3 failed, 4 refused by review, 5 all deleted by the account, 6 all blocked by the platform. */
  publish_status: number
  /** Id of a published article. */
  article_id?: string
  article_detail?: FreepublishArticleDetail
  fail_idx?: readonly number[]
}

export interface FreepublishGetArticleRequest {
  /** Id of a published article. */
  article_id: string
}

export interface FreepublishGetArticleAnswer extends BaseAnswer {
  news_item: readonly FreepublishNewsItem[]
}

export interface FreepublishSubmitRequest {
  /** Id of an uploaded media file. */
  media_id: string
}

export interface FreepublishSubmitAnswer extends BaseAnswer {
  /** Id of a publishing job. */
  publish_id: string
  /** Which mass message or publication the articles belong to. */
  msg_data_id?: string
}

export interface FreepublishApi {
  /**
   * Published articles, up to 20 a page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_publication_records.html
   */
  batchGet(request: FreepublishBatchGetRequest, options?: CallOptions): Promise<FreepublishBatchGetAnswer>
  /**
   * Takes a published article down; this cannot be undone.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Delete_posts.html
   */
  delete(request: FreepublishDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * How the publishing of a draft stands, and the articles' addresses when it is done.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_status.html
   */
  get(request: FreepublishGetRequest, options?: CallOptions): Promise<FreepublishGetAnswer>
  /**
   * A published article.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_article_from_id.html
   */
  getArticle(request: FreepublishGetArticleRequest, options?: CallOptions): Promise<FreepublishGetArticleAnswer>
  /**
   * Publishes a draft, without a message to followers; the outcome comes as event `PUBLISHJOBFINISH`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Publish/Publish.html
   */
  submit(request: FreepublishSubmitRequest, options?: CallOptions): Promise<FreepublishSubmitAnswer>
}

export const freepublishTable = {
  batchGet: {
    call: 'POST /cgi-bin/freepublish/batchget',
    stringIds: ['article_id'],
    retry: 'safe',
    quota: { limit: 100 },
    docs: 'doc/offiaccount/Publish/Get_publication_records.html',
  },
  delete: {
    call: 'POST /cgi-bin/freepublish/delete',
    quota: { limit: 10 },
    docs: 'doc/offiaccount/Publish/Delete_posts.html',
  },
  get: {
    call: 'POST /cgi-bin/freepublish/get',
    integers: ['publish_id'],
    stringIds: ['publish_id', 'article_id'],
    retry: 'safe',
    quota: { limit: 100 },
    docs: 'doc/offiaccount/Publish/Get_status.html',
  },
  getArticle: {
    call: 'POST /cgi-bin/freepublish/getarticle',
    retry: 'safe',
    quota: { limit: 100 },
    docs: 'doc/offiaccount/Publish/Get_article_from_id.html',
  },
  submit: {
    call: 'POST /cgi-bin/freepublish/submit',
    stringIds: ['publish_id', 'msg_data_id'],
    quota: { limit: 100 },
    docs: 'doc/offiaccount/Publish/Publish.html',
  },
} as const

/** One row for each method of {@link FreepublishApi}. */
export const freepublishRows: Rows<FreepublishApi> = /* @__PURE__ */ expandRows<
  FreepublishApi,
  typeof freepublishTable
>('freepublish', freepublishTable, {
  permission: {
    may: ['verifiedSubscription', 'verifiedService'],
    since: '2025-07',
    source: 'doc/subscription/guide/product/publish.html',
  },
})
