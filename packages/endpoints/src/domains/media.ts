import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { Download, FileInput } from '../transfer.js'

export interface MediaGetRequest {
  /** Id of an uploaded media file. */
  media_id: string
}

export interface MediaGetAnswer extends BaseAnswer {
  video_url?: string
}

export interface MediaUploadRequest {
  /** image, voice, video or thumb. */
  type: 'image' | 'voice' | 'video' | 'thumb'
  media: FileInput
}

export interface MediaUploadAnswer extends BaseAnswer {
  type: string
  /** Id of an uploaded media file. */
  media_id?: string
  /** Id of an uploaded thumbnail. */
  thumb_media_id?: string
  /** Unix seconds. */
  created_at: number
}

export interface MediaUploadImageRequest {
  media: FileInput
}

export interface MediaUploadImageAnswer extends BaseAnswer {
  url: string
}

export interface MediaApi {
  /**
   * A temporary media file: bytes; for a video its address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_temporary_materials.html
   */
  get(request: MediaGetRequest, options?: CallOptions): Promise<Download | MediaGetAnswer>
  /**
   * A voice recorded with the JS-SDK, in better quality (speex, 16 kHz) than `get` has it.
   */
  getJssdk(request: MediaGetRequest, options?: CallOptions): Promise<Download>
  /**
   * Uploads a media file that is kept for three days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html
   */
  upload(request: MediaUploadRequest, options?: CallOptions): Promise<MediaUploadAnswer>
  /**
   * Uploads a picture (jpg or png, up to 1 MB) to be shown inside articles; the answer is its address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#0
   */
  uploadImage(request: MediaUploadImageRequest, options?: CallOptions): Promise<MediaUploadImageAnswer>
}

export const mediaTable = {
  get: {
    call: 'GET /cgi-bin/media/get',
    answer: 'binary-or-json',
    quota: { limit: 200_000, testAccountLimit: 1_000 },
    docs: 'doc/offiaccount/Asset_Management/Get_temporary_materials.html',
  },
  getJssdk: {
    call: 'GET /cgi-bin/media/get/jssdk',
    platform: 'officialAccount',
    answer: 'binary',
    permission: {
      may: ['verifiedSubscription', 'verifiedService'],
      source: 'doc/subscription/api/material/temporary/api_gethdvoice.html',
    },
  },
  upload: {
    call: 'POST /cgi-bin/media/upload',
    body: 'multipart',
    query: ['type'],
    content: 'media',
    quota: { limit: 100_000, testAccountLimit: 500 },
    permission: {
      may: ['subscription', 'verifiedSubscription', 'service', 'verifiedService', 'miniProgram'],
      source: 'doc/subscription/api/material/temporary/api_uploadtempmedia.html',
    },
    docs: 'doc/offiaccount/Asset_Management/New_temporary_materials.html',
  },
  uploadImage: {
    call: 'POST /cgi-bin/media/uploadimg',
    platform: 'officialAccount',
    body: 'multipart',
    content: 'media',
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#0',
  },
} as const

/** One row for each method of {@link MediaApi}. */
export const mediaRows: Rows<MediaApi> = /* @__PURE__ */ expandRows<MediaApi, typeof mediaTable>('media', mediaTable, {
  platform: 'both',
})
