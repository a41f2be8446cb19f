import { ConfigError } from '@wx/core'
import type { WireTree } from '@wx/xml-messages'
import { formatOf } from './api/media/file-format.js'
import type { MediaStore } from './api/media/media-store.js'
import { type SampleFile, sampleFile } from './api/media/sample-files.js'
import type { MediaType, StoredMedia } from './api/media/stored-media.js'
import type { IdSource } from './ids.js'

/** A file that is sent, which the account can download by its media id for three days. */
interface SentFile {
  /** The media id it gets; one of its own when not given. */
  readonly mediaId?: string
  /** The file itself, in JSON as base64; a small one is made up when not given. */
  readonly bytes?: Uint8Array | string
}

/** What a user can send; what is left out is made up. */
export type UserMessageInput =
  | { readonly type: 'text'; readonly content: string; readonly bizmsgmenuid?: string }
  | ({ readonly type: 'image'; readonly picUrl?: string } & SentFile)
  | ({ readonly type: 'voice'; readonly format?: string; readonly recognition?: string } & SentFile)
  | ({ readonly type: 'video'; readonly thumbMediaId?: string } & SentFile)
  | ({ readonly type: 'shortvideo'; readonly thumbMediaId?: string } & SentFile)
  | {
      readonly type: 'location'
      readonly latitude?: number
      readonly longitude?: number
      readonly scale?: number
      readonly label?: string
    }
  | { readonly type: 'link'; readonly title?: string; readonly description?: string; readonly url?: string }
  | {
      readonly type: 'miniprogrampage'
      readonly title?: string
      readonly appId?: string
      readonly pagePath?: string
      readonly thumbUrl?: string
      readonly thumbMediaId?: string
    }
  | { readonly type: 'file'; readonly title?: string; readonly description?: string; readonly size?: number }

export type UserMessageType = UserMessageInput['type']

/** Guangzhou's tower, where nobody lives. */
export const somewhere = { latitude: 23.10647, longitude: 113.32446, scale: 16, label: '广州塔' } as const

/** What a message needs of the platform. */
export interface MessageSurroundings {
  readonly ids: IdSource
  /** Where files that users send are kept. */
  readonly media: MediaStore
}

/**
 * What the message adds to the header. Files it carries are kept for the account.
 * @throws ConfigError for a type no user can send, as a JSON body may ask for, and for bytes of no known format
 */
export function messageFields(input: UserMessageInput, { ids, media }: MessageSurroundings): WireTree {
  const kept = (type: MediaType, file: SentFile): StoredMedia => keep(media, type, file)
  switch (input.type) {
    case 'text':
      if (typeof input.content !== 'string') throw new ConfigError('content', 'must be a text')
      return {
        Content: input.content,
        ...(input.bizmsgmenuid === undefined ? {} : { bizmsgmenuid: input.bizmsgmenuid }),
      }
    case 'image': {
      const { url, mediaId } = kept('image', input)
      return { PicUrl: input.picUrl ?? url, MediaId: mediaId }
    }
    case 'voice': {
      const { mediaId, format } = kept('voice', input)
      return {
        MediaId: mediaId,
        Format: input.format ?? format.name,
        ...(input.recognition === undefined ? {} : { Recognition: input.recognition }),
      }
    }
    case 'video':
    case 'shortvideo':
      return { MediaId: kept('video', input).mediaId, ThumbMediaId: thumb(media, input.thumbMediaId).mediaId }
    case 'location':
      return {
        Location_X: String(input.latitude ?? somewhere.latitude),
        Location_Y: String(input.longitude ?? somewhere.longitude),
        Scale: String(input.scale ?? somewhere.scale),
        Label: input.label ?? somewhere.label,
      }
    case 'link':
      return {
        Title: input.title ?? '一个链接',
        Description: input.description ?? '链接的描述',
        Url: input.url ?? 'https://example.com/article?id=1&from=link',
      }
    case 'miniprogrampage': {
      const { url, mediaId } = thumb(media, input.thumbMediaId)
      return {
        Title: input.title ?? '小程序卡片',
        AppId: input.appId ?? 'wx0000000000000000',
        PagePath: input.pagePath ?? 'pages/index',
        ThumbUrl: input.thumbUrl ?? url,
        ThumbMediaId: mediaId,
      }
    }
    case 'file':
      return {
        Title: input.title ?? '文件.pdf',
        Description: input.description ?? '',
        FileKey: ids.md5(),
        FileMd5: ids.md5(),
        FileTotalLen: String(input.size ?? 1024),
      }
    default:
      throw new ConfigError('type', `no user can send ${JSON.stringify((input as { type: unknown }).type)}`)
  }
}

const thumb = (media: MediaStore, mediaId: string | undefined): StoredMedia =>
  keep(media, 'thumb', mediaId === undefined ? {} : { mediaId })

/** The same id again is the same file again. */
function keep(media: MediaStore, type: MediaType, { mediaId, bytes }: SentFile): StoredMedia {
  const known = mediaId === undefined || bytes !== undefined ? undefined : media.get(mediaId)
  if (known !== undefined) return known
  return media.add({ type, ...(bytes === undefined ? sampleFile(type, mediaId ?? '') : given(type, bytes)) }, mediaId)
}

function given(type: MediaType, sent: Uint8Array | string): SampleFile {
  const bytes = typeof sent === 'string' ? Buffer.from(sent, 'base64') : sent
  const format = formatOf(bytes)
  if (format === undefined) throw new ConfigError('bytes', `are no ${type} that WeChat knows`)
  return { bytes, format, fileName: `${type}.${format.name}` }
}

/** A line for the chat. */
export function messageLine(input: UserMessageInput): string {
  switch (input.type) {
    case 'text':
      return input.content
    case 'location':
      return input.label ?? somewhere.label
    case 'link':
    case 'miniprogrampage':
    case 'file':
      return input.title ?? ''
    case 'voice':
      return input.recognition ?? ''
    default:
      return ''
  }
}
