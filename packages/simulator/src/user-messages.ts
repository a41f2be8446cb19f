import { ConfigError } from '@wx/core'
import type { WireTree } from '@wx/xml-messages'
import type { IdSource } from './ids.js'

/** What a user can send; what is left out is made up. */
export type UserMessageInput =
  | { readonly type: 'text'; readonly content: string; readonly bizmsgmenuid?: string }
  | { readonly type: 'image'; readonly picUrl?: string; readonly mediaId?: string }
  | { readonly type: 'voice'; readonly mediaId?: string; readonly format?: string; readonly recognition?: string }
  | { readonly type: 'video'; readonly mediaId?: string; readonly thumbMediaId?: string }
  | { readonly type: 'shortvideo'; readonly mediaId?: string; readonly thumbMediaId?: string }
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

/**
 * What the message adds to the header.
 * @throws ConfigError for a type no user can send, as a JSON body may ask for
 */
export function messageFields(input: UserMessageInput, ids: IdSource): WireTree {
  switch (input.type) {
    case 'text':
      if (typeof input.content !== 'string') throw new ConfigError('content', 'must be a text')
      return {
        Content: input.content,
        ...(input.bizmsgmenuid === undefined ? {} : { bizmsgmenuid: input.bizmsgmenuid }),
      }
    case 'image':
      return {
        PicUrl: input.picUrl ?? `http://mmbiz.qpic.cn/mmbiz_jpg/${ids.md5()}/0`,
        MediaId: input.mediaId ?? ids.mediaId(),
      }
    case 'voice':
      return {
        MediaId: input.mediaId ?? ids.mediaId(),
        Format: input.format ?? 'amr',
        ...(input.recognition === undefined ? {} : { Recognition: input.recognition }),
      }
    case 'video':
    case 'shortvideo':
      return { MediaId: input.mediaId ?? ids.mediaId(), ThumbMediaId: input.thumbMediaId ?? ids.mediaId() }
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
    case 'miniprogrampage':
      return {
        Title: input.title ?? '小程序卡片',
        AppId: input.appId ?? 'wx0000000000000000',
        PagePath: input.pagePath ?? 'pages/index',
        ThumbUrl: input.thumbUrl ?? 'https://example.com/thumb.png',
        ThumbMediaId: input.thumbMediaId ?? ids.mediaId(),
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
