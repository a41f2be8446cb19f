import type { AccountState } from '../account-state.js'
import type { MediaType } from './stored-media.js'

/** What a media id of the account stands for. */
export interface FoundMedia {
  /** `news`: a draft, which is the only way articles have a media id today. */
  readonly type: MediaType | 'news'
  readonly mediaId: string
  /** Permanent: a material or a draft; otherwise it ends after three days. */
  readonly permanent: boolean
  /** Where the file loads; undefined for a draft. */
  readonly url: string | undefined
}

/** What stands behind a media id, temporary and permanent alike; undefined when it is unknown or past its time. */
export function findMedia({ media, materials, drafts }: AccountState, mediaId: string): FoundMedia | undefined {
  const material = materials.get(mediaId)
  if (material !== undefined) return { type: material.type, mediaId, permanent: true, url: material.url }
  if (drafts.get(mediaId) !== undefined) return { type: 'news', mediaId, permanent: true, url: undefined }
  const temporary = media.get(mediaId)
  return temporary && { type: temporary.type, mediaId, permanent: false, url: temporary.url }
}
