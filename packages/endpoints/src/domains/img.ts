import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { FileInput } from '../transfer.js'

export interface ImgResult {
  crop_left?: number
  crop_top?: number
  crop_right?: number
  crop_bottom?: number
}

export interface ImgCodeResult {
  type_name?: string
  data?: string
  pos?: ImgPos
}

export interface ImgPos {
  left_top?: { x?: number; y?: number }
  right_top?: { x?: number; y?: number }
  right_bottom?: { x?: number; y?: number }
  left_bottom?: { x?: number; y?: number }
}

export interface ImgAiCropRequest {
  img_url?: string
  img?: FileInput
}

export interface ImgAiCropAnswer extends BaseAnswer {
  results?: readonly ImgResult[]
  img_size?: { w?: number; h?: number }
}

export interface ImgScanQrcodeAnswer extends BaseAnswer {
  code_results?: readonly ImgCodeResult[]
  img_size?: { w?: number; h?: number }
}

export interface ImgSuperResolutionAnswer extends BaseAnswer {
  /** Id of an uploaded media file. */
  media_id?: string
}

export interface ImgApi {
  /**
   * Proposes how to crop a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/openpoc/image/api_imgaicrop
   */
  aiCrop(request?: ImgAiCropRequest, options?: CallOptions): Promise<ImgAiCropAnswer>
  /**
   * Reads the QR codes and bar codes in a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/openpoc/image/api_imgqrcode
   */
  scanQrcode(request?: ImgAiCropRequest, options?: CallOptions): Promise<ImgScanQrcodeAnswer>
  /**
   * Enlarges a picture to twice its size, by file or by address.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/miniprogram/dev/server/API/img-ocr/img/api_imgsuperresolution
   */
  superResolution(request?: ImgAiCropRequest, options?: CallOptions): Promise<ImgSuperResolutionAnswer>
}

export const imgTable = {
  aiCrop: {
    call: 'POST /cv/img/aicrop',
    body: 'multipart',
    query: ['img_url'],
    content: 'img',
    retry: 'safe',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/Img_Proc.html' },
    docs: 'doc/service/api/openpoc/image/api_imgaicrop',
  },
  scanQrcode: {
    call: 'POST /cv/img/qrcode',
    body: 'multipart',
    query: ['img_url'],
    content: 'img',
    retry: 'safe',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/Img_Proc.html' },
    docs: 'doc/service/api/openpoc/image/api_imgqrcode',
  },
  superResolution: {
    call: 'POST /cv/img/superresolution',
    body: 'multipart',
    query: ['img_url'],
    content: 'img',
    retry: 'safe',
    status: 'legacy',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/Img_Proc.html' },
    docs: 'miniprogram/dev/server/API/img-ocr/img/api_imgsuperresolution',
  },
} as const

/** One row for each method of {@link ImgApi}. */
export const imgRows: Rows<ImgApi> = /* @__PURE__ */ expandRows<ImgApi, typeof imgTable>('img', imgTable, {
  platform: 'both',
})
