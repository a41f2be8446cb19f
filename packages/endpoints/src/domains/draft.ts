import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface DraftArticle {
  /** news (the default) or newspic, a picture post. */
  article_type?: 'news' | 'newspic'
  title: string
  author?: string
  /** Summary of an article. */
  digest?: string
  /** HTML; scripts are taken out. */
  content: string
  /** Address behind "read the original". */
  content_source_url?: string
  /** Id of an uploaded thumbnail. */
  thumb_media_id?: string
  /** Whether the cover also stands in the text. */
  show_cover_pic?: 0 | 1
  /** Whether readers may comment. */
  need_open_comment?: 0 | 1
  /** Whether only followers may comment. */
  only_fans_can_comment?: 0 | 1
  pic_crop_235_1?: string
  pic_crop_1_1?: string
  image_info?: DraftImageInfo
  cover_info?: DraftCoverInfo
  product_info?: DraftProductInfo
}

export interface DraftImageInfo {
  image_list: readonly { image_media_id: string }[]
}

export interface DraftCoverInfo {
  crop_percent_list?: readonly DraftCropPercent[]
}

export interface DraftCropPercent {
  ratio: string
  x1: string
  y1: string
  x2: string
  y2: string
}

export interface DraftProductInfo {
  footer_product_info?: { product_key: string }
}

export interface DraftItem {
  /** Id of an uploaded media file. */
  media_id: string
  content?: DraftContent
  /** Unix seconds. */
  update_time?: number
}

export interface DraftContent {
  news_item?: readonly DraftNewsItem[]
}

export interface DraftNewsItem {
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
}

export interface DraftAddRequest {
  articles: readonly DraftArticle[]
}

export interface DraftAddAnswer extends BaseAnswer {
  /** Id of an uploaded media file. */
  media_id: string
}

export interface DraftBatchGetRequest {
  /** How many to skip. */
  offset: number
  count: number
  /** 1 leaves the articles' text out. */
  no_content?: 0 | 1
}

export interface DraftBatchGetAnswer extends BaseAnswer {
  item: readonly DraftItem[]
  item_count: number
  total_count: number
}

export interface DraftCountAnswer extends BaseAnswer {
  total_count: number
}

export interface DraftDeleteRequest {
  /** Id of an uploaded media file. */
  media_id: string
}

export interface DraftGetAnswer extends BaseAnswer {
  news_item: readonly DraftNewsItem[]
}

export interface DraftSwitchRequest {
  /** 1 only asks. */
  checkonly?: 0 | 1
}

export interface DraftSwitchAnswer extends BaseAnswer {
  is_open?: 0 | 1
}

export interface DraftUpdateRequest {
  /** Id of an uploaded media file. */
  media_id: string
  /** Which article of the draft, from 0. */
  index: number
  articles: DraftArticle
}

export interface DraftGetProductCardInfoRequest {
  product_id?: string
  article_type?: string
  card_type?: number
}

export interface DraftGetProductCardInfoAnswer extends BaseAnswer {
  product_key?: string
  DOM?: string
}

export interface DraftApi {
  /**
   * Adds a draft: articles or a picture post.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html
   */
  add(request: DraftAddRequest, options?: CallOptions): Promise<DraftAddAnswer>
  /**
   * Drafts, up to 20 a page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft_list.html
   */
  batchGet(request: DraftBatchGetRequest, options?: CallOptions): Promise<DraftBatchGetAnswer>
  /**
   * Number of drafts.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Count_drafts.html
   */
  count(request?: NoRequest, options?: CallOptions): Promise<DraftCountAnswer>
  /**
   * Deletes a draft; this cannot be undone.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Delete_draft.html
   */
  delete(request: DraftDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * The articles of a draft.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html
   */
  get(request: DraftDeleteRequest, options?: CallOptions): Promise<DraftGetAnswer>
  /**
   * Opens the draft box of an account from before 2022, or asks whether it is open.
   *
   * @deprecated Legacy on the platform.
   */
  switch(request?: DraftSwitchRequest, options?: CallOptions): Promise<DraftSwitchAnswer>
  /**
   * Replaces one article of a draft.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Update_draft.html
   */
  update(request: DraftUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Embeds a shop's product in an article: the key, and the markup to paste.
   */
  getProductCardInfo(
    request?: DraftGetProductCardInfoRequest,
    options?: CallOptions,
  ): Promise<DraftGetProductCardInfoAnswer>
}

export const draftTable = {
  add: { call: 'POST /cgi-bin/draft/add', quota: { limit: 1_000 }, docs: 'doc/offiaccount/Draft_Box/Add_draft.html' },
  batchGet: {
    call: 'POST /cgi-bin/draft/batchget',
    retry: 'safe',
    quota: { limit: 1_000 },
    docs: 'doc/offiaccount/Draft_Box/Get_draft_list.html',
  },
  count: {
    call: 'GET /cgi-bin/draft/count',
    quota: { limit: 1_000 },
    permission: {
      may: ['subscription', 'verifiedSubscription', 'service', 'verifiedService'],
      source: 'doc/service/api/draftbox/draftmanage/api_draft_count',
    },
    docs: 'doc/offiaccount/Draft_Box/Count_drafts.html',
  },
  delete: {
    call: 'POST /cgi-bin/draft/delete',
    quota: { limit: 1_000 },
    docs: 'doc/offiaccount/Draft_Box/Delete_draft.html',
  },
  get: {
    call: 'POST /cgi-bin/draft/get',
    retry: 'safe',
    quota: { limit: 500 },
    docs: 'doc/offiaccount/Draft_Box/Add_draft.html',
  },
  switch: {
    call: 'POST /cgi-bin/draft/switch',
    body: 'json-empty',
    query: ['checkonly'],
    retry: 'safe',
    status: 'legacy',
  },
  update: {
    call: 'POST /cgi-bin/draft/update',
    retry: 'safe',
    quota: { limit: 1_000 },
    docs: 'doc/offiaccount/Draft_Box/Update_draft.html',
  },
  getProductCardInfo: { call: 'POST /channels/ec/service/product/getcardinfo', retry: 'safe' },
} as const

/** One row for each method of {@link DraftApi}. */
export const draftRows: Rows<DraftApi> = /* @__PURE__ */ expandRows<DraftApi, typeof draftTable>('draft', draftTable)
