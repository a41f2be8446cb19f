import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { Download, FileInput } from '../transfer.js'

export interface MaterialArticle {
  title: string
  /** Id of an uploaded thumbnail. */
  thumb_media_id: string
  author?: string
  /** Summary of an article. */
  digest?: string
  /** Whether the cover also stands in the text. */
  show_cover_pic?: 0 | 1
  content: string
  /** Address behind "read the original". */
  content_source_url?: string
  /** Whether readers may comment. */
  need_open_comment?: 0 | 1
  /** Whether only followers may comment. */
  only_fans_can_comment?: 0 | 1
}

export interface MaterialItem {
  /** Id of an uploaded media file. */
  media_id: string
  name?: string
  url?: string
  content?: MaterialContent
  /** Unix seconds. */
  update_time?: number
}

export interface MaterialContent {
  news_item?: readonly MaterialNewsItem[]
  /** Unix seconds. */
  update_time?: number
  /** Unix seconds. */
  create_time?: number
}

export interface MaterialNewsItem {
  /** Id of an uploaded thumbnail. */
  thumb_media_id?: string
  /** Address of the cover picture. */
  thumb_url?: string
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

export interface MaterialGetNewsItem {
  title?: string
  /** Id of an uploaded thumbnail. */
  thumb_media_id?: string
  /** Whether the cover also stands in the text. */
  show_cover_pic?: 0 | 1
  author?: string
  /** Summary of an article. */
  digest?: string
  content?: string
  url?: string
  /** Address behind "read the original". */
  content_source_url?: string
  /** Whether readers may comment. */
  need_open_comment?: 0 | 1
  /** Whether only followers may comment. */
  only_fans_can_comment?: 0 | 1
  /** Address of the cover picture. */
  thumb_url?: string
}

export interface MaterialUpdateNewsArticle {
  title: string
  /** Id of an uploaded thumbnail. */
  thumb_media_id: string
  author?: string
  /** Summary of an article. */
  digest?: string
  /** Whether the cover also stands in the text. */
  show_cover_pic?: 0 | 1
  content: string
  /** Address behind "read the original". */
  content_source_url?: string
}

export interface MaterialAddRequest {
  /** image, voice, video or thumb. */
  type: 'image' | 'voice' | 'video' | 'thumb'
  media: FileInput
  /** Needed for a video. */
  description?: { title?: string; introduction?: string }
}

export interface MaterialAddAnswer extends BaseAnswer {
  /** Id of an uploaded media file. */
  media_id: string
  url?: string
}

export interface MaterialAddNewsRequest {
  articles: readonly MaterialArticle[]
}

export interface MaterialAddNewsAnswer extends BaseAnswer {
  /** Id of an uploaded media file. */
  media_id: string
}

export interface MaterialBatchGetRequest {
  /** image, video, voice or news. */
  type: 'image' | 'voice' | 'video' | 'news'
  /** How many to skip. */
  offset: number
  count: number
}

export interface MaterialBatchGetAnswer extends BaseAnswer {
  total_count: number
  item_count: number
  item: readonly MaterialItem[]
}

export interface MaterialDeleteRequest {
  /** Id of an uploaded media file. */
  media_id: string
}

export interface MaterialGetAnswer extends BaseAnswer {
  title?: string
  description?: string
  down_url?: string
  news_item?: readonly MaterialGetNewsItem[]
}

export interface MaterialCountAnswer extends BaseAnswer {
  voice_count: number
  video_count: number
  image_count: number
  news_count: number
}

export interface MaterialUpdateNewsRequest {
  /** Id of an uploaded media file. */
  media_id: string
  /** Which article, from 0. */
  index: number
  articles: MaterialUpdateNewsArticle
}

export interface MaterialApi {
  /**
   * Uploads a permanent image, voice, video or thumbnail.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html#%E6%96%B0%E5%A2%9E%E5%85%B6%E4%BB%96%E7%B1%BB%E5%9E%8B%E6%B0%B8%E4%B9%85%E7%B4%A0%E6%9D%90
   */
  add(request: MaterialAddRequest, options?: CallOptions): Promise<MaterialAddAnswer>
  /**
   * Adds permanent articles.
   *
   * @deprecated Withdrawn on 2022-02-28: use `draft.add`.
   */
  addNews(request: MaterialAddNewsRequest, options?: CallOptions): Promise<MaterialAddNewsAnswer>
  /**
   * Permanent materials of one type, up to 20 a page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_materials_list.html
   */
  batchGet(request: MaterialBatchGetRequest, options?: CallOptions): Promise<MaterialBatchGetAnswer>
  /**
   * Deletes a permanent material.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Deleting_Permanent_Assets.html
   */
  delete(request: MaterialDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * A permanent material: bytes; for a video its address, for articles their content.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html
   */
  get(request: MaterialDeleteRequest, options?: CallOptions): Promise<Download | MaterialGetAnswer>
  /**
   * How many permanent materials there are, by type.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_the_total_of_all_materials.html
   */
  count(request?: NoRequest, options?: CallOptions): Promise<MaterialCountAnswer>
  /**
   * Changes one of the permanent articles.
   *
   * @deprecated Withdrawn on 2022-02-28: use `draft.update`.
   */
  updateNews(request: MaterialUpdateNewsRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const materialTable = {
  add: {
    call: 'POST /cgi-bin/material/add_material',
    body: 'multipart',
    query: ['type'],
    content: 'media',
    docs: 'doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html#%E6%96%B0%E5%A2%9E%E5%85%B6%E4%BB%96%E7%B1%BB%E5%9E%8B%E6%B0%B8%E4%B9%85%E7%B4%A0%E6%9D%90',
  },
  addNews: {
    call: 'POST /cgi-bin/material/add_news',
    status: 'withdrawn',
    withdrawn: '2022-02-28',
    replacedBy: 'draft.add',
  },
  batchGet: {
    call: 'POST /cgi-bin/material/batchget_material',
    retry: 'safe',
    docs: 'doc/offiaccount/Asset_Management/Get_materials_list.html',
  },
  delete: {
    call: 'POST /cgi-bin/material/del_material',
    docs: 'doc/offiaccount/Asset_Management/Deleting_Permanent_Assets.html',
  },
  get: {
    call: 'POST /cgi-bin/material/get_material',
    answer: 'binary-or-json',
    retry: 'safe',
    permission: {
      may: ['subscription', 'verifiedSubscription', 'service', 'verifiedService', 'miniProgram'],
      source: 'doc/subscription/api/material/permanent/api_getmaterial.html',
    },
    docs: 'doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html',
  },
  count: {
    call: 'GET /cgi-bin/material/get_materialcount',
    permission: {
      may: ['subscription', 'verifiedSubscription', 'service', 'verifiedService'],
      source: 'doc/subscription/api/material/permanent/api_getmaterialcount.html',
    },
    docs: 'doc/offiaccount/Asset_Management/Get_the_total_of_all_materials.html',
  },
  updateNews: {
    call: 'POST /cgi-bin/material/update_news',
    status: 'withdrawn',
    withdrawn: '2022-02-28',
    replacedBy: 'draft.update',
  },
} as const

/** One row for each method of {@link MaterialApi}. */
export const materialRows: Rows<MaterialApi> = /* @__PURE__ */ expandRows<MaterialApi, typeof materialTable>(
  'material',
  materialTable,
)
