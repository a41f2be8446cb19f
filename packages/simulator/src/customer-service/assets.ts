import type { AccountState } from '../api/account-state.js'
import { findMedia } from '../api/media/find-media.js'

/** What a message may point to: files and articles of the account. */
export interface MessageAssets {
  /** What a media id stands for now; undefined for one that is unknown, or past its time. */
  mediaType(mediaId: string): 'image' | 'voice' | 'video' | 'thumb' | 'news' | undefined
  /** How many articles a draft has. */
  articleCount(mediaId: string): number
  /** Whether articles were published under that id, and can still be read. */
  isPublished(articleId: string): boolean
}

export const assetsOf = (state: AccountState): MessageAssets => ({
  mediaType: (mediaId) => findMedia(state, mediaId)?.type,
  articleCount: (mediaId) => state.drafts.get(mediaId)?.articles.length ?? 0,
  isPublished: (articleId) => state.articles.get(articleId)?.items.some((it) => !it.isDeleted) ?? false,
})
