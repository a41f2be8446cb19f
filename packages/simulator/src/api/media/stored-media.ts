import type { FileFormat } from './file-format.js'

/** What a media id of `media/upload` or of a user's message can stand for. */
export type MediaType = 'image' | 'voice' | 'video' | 'thumb'

/** A file under a media id, temporary or permanent. */
export interface StoredMedia {
  readonly mediaId: string
  readonly type: MediaType
  readonly bytes: Uint8Array
  readonly format: FileFormat
  /** As it was uploaded. */
  readonly fileName: string
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly createdAt: number
  /** Where the file itself loads. */
  readonly url: string
}
