import type { JsonAnswer } from '../answer.js'
import { wireSeconds } from '../paging.js'
import type { Article } from './article.js'
import type { Draft } from './draft-store.js'

export interface NewsItemOptions {
  readonly url: string
  /** The text is left out when the call says `no_content`. */
  readonly hasContent?: boolean
}

/** An article as the platform tells of it. */
export const newsItem = (article: Article, { url, hasContent = true }: NewsItemOptions): JsonAnswer => ({
  article_type: article.type,
  title: article.title,
  author: article.author,
  digest: article.digest,
  ...(hasContent ? { content: article.content } : {}),
  content_source_url: article.contentSourceUrl,
  thumb_media_id: article.thumbMediaId,
  thumb_url: article.thumbUrl,
  show_cover_pic: article.showCoverPic,
  need_open_comment: article.needOpenComment,
  only_fans_can_comment: article.onlyFansCanComment,
  ...(article.type === 'newspic'
    ? { image_info: { image_list: article.pictures.map(({ mediaId }) => ({ image_media_id: mediaId })) } }
    : {}),
  ...article.asGiven,
  url,
})

/** The articles of a draft. */
export const draftNews = (draft: Draft, hasContent = true): JsonAnswer => ({
  news_item: draft.articles.map((it, at) => newsItem(it, { url: draft.urls[at] ?? '', hasContent })),
  create_time: wireSeconds(draft.createdAt),
  update_time: wireSeconds(draft.updatedAt),
})

/** A draft in a list. */
export const draftItem = (draft: Draft, hasContent = true): JsonAnswer => ({
  media_id: draft.mediaId,
  content: draftNews(draft, hasContent),
  update_time: wireSeconds(draft.updatedAt),
})
