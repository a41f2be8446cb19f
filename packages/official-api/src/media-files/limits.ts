import type { FileFormat } from './file-format.js'

/** What a file is to become: `articleImage` is a picture within an article (`uploadimg`). */
export type MediaUse = 'image' | 'voice' | 'video' | 'thumb' | 'articleImage'

/** How long WeChat keeps it: `temporary` for three days (`media/upload`), `permanent` (`material/add_material`). */
export type MediaLife = 'temporary' | 'permanent'

/** What WeChat takes. */
export interface MediaLimit {
  /** WeChat says "M" and "K"; they are read as 1,048,576 and 1,024 bytes, so that nothing is refused that it may take. */
  readonly maxBytes: number
  readonly formats: readonly FileFormat[]
  readonly maxSeconds?: number
  /** Official page. */
  readonly docs: string
}

const temporary = 'https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia'
const permanent = 'https://developers.weixin.qq.com/doc/service/api/material/permanent/api_addmaterial'
const inArticles = 'https://developers.weixin.qq.com/doc/service/api/material/permanent/api_uploadimage'

const kib = 1024
const mib = 1024 * kib

const articleImage: MediaLimit = { maxBytes: mib, formats: ['jpg', 'png'], docs: inArticles }

/**
 * The official limits. The page on temporary media has 2 MB for pictures in its notes and 10 MB in its list; WeChat was
 * seen to take 10 MB.
 */
export const mediaLimits: Readonly<Record<MediaLife, Readonly<Record<MediaUse, MediaLimit>>>> = {
  temporary: {
    image: { maxBytes: 10 * mib, formats: ['png', 'jpg', 'gif'], docs: temporary },
    voice: { maxBytes: 2 * mib, formats: ['amr', 'mp3'], maxSeconds: 60, docs: temporary },
    video: { maxBytes: 10 * mib, formats: ['mp4'], docs: temporary },
    thumb: { maxBytes: 64 * kib, formats: ['jpg'], docs: temporary },
    articleImage,
  },
  permanent: {
    image: { maxBytes: 10 * mib, formats: ['bmp', 'png', 'jpg', 'gif'], docs: permanent },
    voice: { maxBytes: 2 * mib, formats: ['mp3', 'wma', 'wav', 'amr'], maxSeconds: 60, docs: permanent },
    video: { maxBytes: 10 * mib, formats: ['mp4'], docs: permanent },
    thumb: { maxBytes: 64 * kib, formats: ['jpg'], docs: permanent },
    articleImage,
  },
}
