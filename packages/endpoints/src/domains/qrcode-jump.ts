import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface QrcodeJumpRule {
  prefix?: string
  permit_sub_rule?: number
  state?: number
  path?: string
  open_version?: number
  debug_url?: readonly string[]
}

export interface QrcodeJumpAddRequest {
  prefix: string
  permit_sub_rule?: number
  state?: number
  appid?: string
  path: string
  open_version?: number
  debug_url?: readonly string[]
  is_edit: 0 | 1
}

export interface QrcodeJumpDeleteRequest {
  prefix: string
  appid?: string
}

export interface QrcodeJumpGetRequest {
  appid?: string
  get_type?: number
  prefix_list?: readonly string[]
  page_num?: number
  page_size?: number
}

export interface QrcodeJumpGetAnswer extends BaseAnswer {
  list_size?: number
  rule_list?: readonly QrcodeJumpRule[]
  qrcodejump_pub_quota?: number
  qrcodejump_open?: 0 | 1
}

export interface QrcodeJumpPublishRequest {
  prefix: string
}

export interface QrcodeJumpApi {
  /**
   * Adds or changes a rule that opens a mini program for scanned links.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpadd.html
   */
  add(request: QrcodeJumpAddRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes a rule for scanned links.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpdelete.html
   */
  delete(request: QrcodeJumpDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Rules for scanned links.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpget.html
   */
  get(request?: QrcodeJumpGetRequest, options?: CallOptions): Promise<QrcodeJumpGetAnswer>
  /**
   * Publishes a rule for scanned links.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumppublish.html
   */
  publish(request: QrcodeJumpPublishRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const qrcodeJumpTable = {
  add: { call: 'POST /cgi-bin/wxopen/qrcodejumpadd', docs: 'doc/offiaccount/qrcode/qrcodejumpadd.html' },
  delete: { call: 'POST /cgi-bin/wxopen/qrcodejumpdelete', docs: 'doc/offiaccount/qrcode/qrcodejumpdelete.html' },
  get: { call: 'POST /cgi-bin/wxopen/qrcodejumpget', retry: 'safe', docs: 'doc/offiaccount/qrcode/qrcodejumpget.html' },
  publish: { call: 'POST /cgi-bin/wxopen/qrcodejumppublish', docs: 'doc/offiaccount/qrcode/qrcodejumppublish.html' },
} as const

/** One row for each method of {@link QrcodeJumpApi}. */
export const qrcodeJumpRows: Rows<QrcodeJumpApi> = /* @__PURE__ */ expandRows<QrcodeJumpApi, typeof qrcodeJumpTable>(
  'qrcodeJump',
  qrcodeJumpTable,
)
