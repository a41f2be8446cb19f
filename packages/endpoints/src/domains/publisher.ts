import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface PublisherSummary {
  req_succ_count?: number
  exposure_count?: number
  exposure_rate?: number
  click_count?: number
  click_rate?: number
  income?: number
  ecpm?: number
}

export interface PublisherAdposGeneralList {
  req_succ_count?: number
  exposure_count?: number
  exposure_rate?: number
  click_count?: number
  click_rate?: number
  income?: number
  ecpm?: number
  date?: string
  slot_id?: number
  ad_slot?: string
}

export interface PublisherCpsGeneralSummary {
  req_succ_count?: number
  exposure_count?: number
  click_count?: number
  click_rate?: number
  order_count?: number
  order_rate?: number
  total_fee?: number
  total_commission?: number
}

export interface PublisherCpsGeneralList {
  req_succ_count?: number
  exposure_count?: number
  click_count?: number
  click_rate?: number
  order_count?: number
  order_rate?: number
  total_fee?: number
  total_commission?: number
  date?: string
}

export interface PublisherSettlement {
  date?: string
  zone?: string
  month?: string
  order?: number
  sett_status?: number
  settled_revenue?: number
  sett_no?: string
  mail_send_cnt?: number
  slot_revenue?: readonly { slot_id?: string; slot_settled_revenue?: number }[]
}

export interface PublisherAdposGeneralRequest {
  ad_slot?: string
  start_date: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date: string
  page: number
  page_size: number
}

export interface PublisherAdposGeneralAnswer extends BaseAnswer {
  base_resp?: { ret?: number; err_msg?: string }
  summary?: PublisherSummary
  list?: readonly PublisherAdposGeneralList[]
  total_num?: number
}

export interface PublisherCpsGeneralRequest {
  start_date: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date: string
  page: number
  page_size: number
}

export interface PublisherCpsGeneralAnswer extends BaseAnswer {
  base_resp?: { ret?: number; err_msg?: string }
  summary?: PublisherCpsGeneralSummary
  list?: readonly PublisherCpsGeneralList[]
  total_num?: number
}

export interface PublisherSettlementAnswer extends BaseAnswer {
  base_resp?: { ret?: number; err_msg?: string }
  body?: string
  revenue_all?: number
  penalty_all?: number
  settled_revenue_all?: number
  settlement_list?: readonly PublisherSettlement[]
  total_num?: number
}

export interface PublisherApi {
  /**
   * Figures of ad slots, by day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Ad_Analysis.html#%E4%B8%80%E3%80%81%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E5%88%86%E5%B9%BF%E5%91%8A%E4%BD%8D%E6%95%B0%E6%8D%AE%EF%BC%88publisher-adpos-general%EF%BC%89
   */
  adposGeneral(request: PublisherAdposGeneralRequest, options?: CallOptions): Promise<PublisherAdposGeneralAnswer>
  /**
   * Figures of commission goods, by day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Ad_Analysis.html#%E4%BA%8C%E3%80%81%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E8%BF%94%E4%BD%A3%E5%95%86%E5%93%81%E6%95%B0%E6%8D%AE%EF%BC%88publisher-cps-general%EF%BC%89
   */
  cpsGeneral(request: PublisherCpsGeneralRequest, options?: CallOptions): Promise<PublisherCpsGeneralAnswer>
  /**
   * Settled advertising income.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Ad_Analysis.html#%E4%B8%89%E3%80%81%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E7%BB%93%E7%AE%97%E6%94%B6%E5%85%A5%E6%95%B0%E6%8D%AE%E5%8F%8A%E7%BB%93%E7%AE%97%E4%B8%BB%E4%BD%93%E4%BF%A1%E6%81%AF%EF%BC%88publisher-settlement%EF%BC%89
   */
  settlement(request: PublisherCpsGeneralRequest, options?: CallOptions): Promise<PublisherSettlementAnswer>
}

export const publisherTable = {
  adposGeneral: {
    call: 'GET /publisher/stat?action=publisher_adpos_general',
    docs: 'doc/offiaccount/Analytics/Ad_Analysis.html#%E4%B8%80%E3%80%81%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E5%88%86%E5%B9%BF%E5%91%8A%E4%BD%8D%E6%95%B0%E6%8D%AE%EF%BC%88publisher-adpos-general%EF%BC%89',
  },
  cpsGeneral: {
    call: 'GET /publisher/stat?action=publisher_cps_general',
    docs: 'doc/offiaccount/Analytics/Ad_Analysis.html#%E4%BA%8C%E3%80%81%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E8%BF%94%E4%BD%A3%E5%95%86%E5%93%81%E6%95%B0%E6%8D%AE%EF%BC%88publisher-cps-general%EF%BC%89',
  },
  settlement: {
    call: 'GET /publisher/stat?action=publisher_settlement',
    docs: 'doc/offiaccount/Analytics/Ad_Analysis.html#%E4%B8%89%E3%80%81%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E7%BB%93%E7%AE%97%E6%94%B6%E5%85%A5%E6%95%B0%E6%8D%AE%E5%8F%8A%E7%BB%93%E7%AE%97%E4%B8%BB%E4%BD%93%E4%BF%A1%E6%81%AF%EF%BC%88publisher-settlement%EF%BC%89',
  },
} as const

/** One row for each method of {@link PublisherApi}. */
export const publisherRows: Rows<PublisherApi> = /* @__PURE__ */ expandRows<PublisherApi, typeof publisherTable>(
  'publisher',
  publisherTable,
  { status: 'unknown' },
)
