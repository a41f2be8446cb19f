import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface MarketCodeApplyCodeRequest {
  code_count: number
  isv_application_id: string
}

export interface MarketCodeApplyCodeAnswer extends BaseAnswer {
  application_id?: string
}

export interface MarketCodeApplyCodeDownloadRequest {
  application_id: string | number
  code_start: number
  code_end: number
}

export interface MarketCodeApplyCodeDownloadAnswer extends BaseAnswer {
  buffer?: string
}

export interface MarketCodeApplyCodeQueryRequest {
  application_id?: string | number
  isv_application_id?: string
}

export interface MarketCodeApplyCodeQueryAnswer extends BaseAnswer {
  application_id?: string
  isv_application_id?: string
  status?: string
  code_generate_list?: readonly { code_start?: number; code_end?: number }[]
  /** Unix seconds. */
  update_time?: number
  /** Unix seconds. */
  create_time?: number
}

export interface MarketCodeActiveCodeRequest {
  application_id: string | number
  activity_name: string
  product_brand: string
  product_title: string
  product_code: string
  wxa_appid: string
  wxa_path: string
  wxa_type?: number
  code_start: number
  code_end: number
}

export interface MarketCodeActiveCodeQueryRequest {
  application_id?: string | number
  code_index?: number
  code?: string
  code_url?: string
}

export interface MarketCodeActiveCodeQueryAnswer extends BaseAnswer {
  application_id?: string
  isv_application_id?: string
  code?: string
  activity_name?: string
  product_brand?: string
  product_title?: string
  product_code?: string
  wxa_appid?: string
  wxa_path?: string
  wxa_type?: number
  code_start?: number
  code_end?: number
}

export interface MarketCodeTicketToCodeRequest {
  /** The user's openid for this account. */
  openid: string
  code_ticket: string
}

export interface MarketCodeApi {
  /**
   * Orders one-item-one-code marks (一物一码).
   *
   * @see https://developers.weixin.qq.com/doc/service/api/onecode/api_intp_marketcode_applycode
   */
  applyCode(request: MarketCodeApplyCodeRequest, options?: CallOptions): Promise<MarketCodeApplyCodeAnswer>
  /**
   * Downloads the marks of an order, encrypted.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/onecode/api_intp_marketcode_applycodedownload
   */
  applyCodeDownload(
    request: MarketCodeApplyCodeDownloadRequest,
    options?: CallOptions,
  ): Promise<MarketCodeApplyCodeDownloadAnswer>
  /**
   * How an order of marks stands.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/onecode/api_intp_marketcode_applycodequery
   */
  applyCodeQuery(
    request?: MarketCodeApplyCodeQueryRequest,
    options?: CallOptions,
  ): Promise<MarketCodeApplyCodeQueryAnswer>
  /**
   * Activates a range of marks for a product.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/onecode/api_intp_marketcode_codeactive
   */
  activeCode(request: MarketCodeActiveCodeRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Activation of a mark.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/onecode/api_intp_marketcode_codeactivequery
   */
  activeCodeQuery(
    request?: MarketCodeActiveCodeQueryRequest,
    options?: CallOptions,
  ): Promise<MarketCodeActiveCodeQueryAnswer>
  /**
   * The mark behind the ticket that a scan handed over.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/onecode/api_intp_marketcode_tickettocode
   */
  ticketToCode(request: MarketCodeTicketToCodeRequest, options?: CallOptions): Promise<MarketCodeActiveCodeQueryAnswer>
}

export const marketCodeTable = {
  applyCode: {
    call: 'POST /intp/marketcode/applycode',
    stringIds: ['application_id'],
    docs: 'doc/service/api/onecode/api_intp_marketcode_applycode',
  },
  applyCodeDownload: {
    call: 'POST /intp/marketcode/applycodedownload',
    integers: ['application_id'],
    retry: 'safe',
    docs: 'doc/service/api/onecode/api_intp_marketcode_applycodedownload',
  },
  applyCodeQuery: {
    call: 'POST /intp/marketcode/applycodequery',
    integers: ['application_id'],
    stringIds: ['application_id'],
    retry: 'safe',
    docs: 'doc/service/api/onecode/api_intp_marketcode_applycodequery',
  },
  activeCode: {
    call: 'POST /intp/marketcode/codeactive',
    integers: ['application_id'],
    docs: 'doc/service/api/onecode/api_intp_marketcode_codeactive',
  },
  activeCodeQuery: {
    call: 'POST /intp/marketcode/codeactivequery',
    integers: ['application_id'],
    stringIds: ['application_id'],
    retry: 'safe',
    docs: 'doc/service/api/onecode/api_intp_marketcode_codeactivequery',
  },
  ticketToCode: {
    call: 'POST /intp/marketcode/tickettocode',
    stringIds: ['application_id'],
    retry: 'safe',
    docs: 'doc/service/api/onecode/api_intp_marketcode_tickettocode',
  },
} as const

/** One row for each method of {@link MarketCodeApi}. */
export const marketCodeRows: Rows<MarketCodeApi> = /* @__PURE__ */ expandRows<MarketCodeApi, typeof marketCodeTable>(
  'marketCode',
  marketCodeTable,
)
