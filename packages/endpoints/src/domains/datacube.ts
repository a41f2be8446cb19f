import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type {
  DatacubeGetArticleSummaryList,
  DatacubeGetArticleTotalList,
  DatacubeGetCardBusinessInfoList,
  DatacubeGetCardCardInfoList,
  DatacubeGetCardMemberCardDetailList,
  DatacubeGetCardMemberCardInfoList,
  DatacubeGetInterfaceSummaryHourList,
  DatacubeGetInterfaceSummaryList,
  DatacubeGetUpstreamMessageDistributionList,
  DatacubeGetUpstreamMessageHourList,
  DatacubeGetUpstreamMessageList,
  DatacubeGetUserReadHourList,
  DatacubeGetUserReadList,
  DatacubeGetUserShareHourList,
  DatacubeGetUserShareList,
  DatacubeGetUserSummaryList,
} from './datacube-parts.js'

export type * from './datacube-parts.js'

export interface DatacubeGetArticleReadRequest {
  /** First day, `YYYY-MM-DD`. */
  begin_date?: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date?: string
}

export interface DatacubeGetArticleReadAnswer extends BaseAnswer {
  list?: readonly Readonly<Record<string, unknown>>[]
  is_delay?: boolean
}

export interface DatacubeGetArticleSummaryRequest {
  /** First day, `YYYY-MM-DD`. */
  begin_date: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date: string
}

export interface DatacubeGetArticleSummaryAnswer extends BaseAnswer {
  list?: readonly DatacubeGetArticleSummaryList[]
}

export interface DatacubeGetArticleTotalAnswer extends BaseAnswer {
  list?: readonly DatacubeGetArticleTotalList[]
}

export interface DatacubeGetCardBusinessInfoRequest {
  /** First day, `YYYY-MM-DD`. */
  begin_date: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date: string
  cond_source: number
}

export interface DatacubeGetCardBusinessInfoAnswer extends BaseAnswer {
  list?: readonly DatacubeGetCardBusinessInfoList[]
}

export interface DatacubeGetCardCardInfoRequest {
  /** First day, `YYYY-MM-DD`. */
  begin_date: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date: string
  cond_source: number
  /** Id of a card type. */
  card_id?: string
}

export interface DatacubeGetCardCardInfoAnswer extends BaseAnswer {
  list?: readonly DatacubeGetCardCardInfoList[]
}

export interface DatacubeGetCardMemberCardDetailRequest {
  /** First day, `YYYY-MM-DD`. */
  begin_date: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date: string
  /** Id of a card type. */
  card_id: string
}

export interface DatacubeGetCardMemberCardDetailAnswer extends BaseAnswer {
  list?: readonly DatacubeGetCardMemberCardDetailList[]
}

export interface DatacubeGetCardMemberCardInfoAnswer extends BaseAnswer {
  list?: readonly DatacubeGetCardMemberCardInfoList[]
}

export interface DatacubeGetInterfaceSummaryAnswer extends BaseAnswer {
  list?: readonly DatacubeGetInterfaceSummaryList[]
}

export interface DatacubeGetInterfaceSummaryHourAnswer extends BaseAnswer {
  list?: readonly DatacubeGetInterfaceSummaryHourList[]
}

export interface DatacubeGetUpstreamMessageAnswer extends BaseAnswer {
  list?: readonly DatacubeGetUpstreamMessageList[]
}

export interface DatacubeGetUpstreamMessageDistributionAnswer extends BaseAnswer {
  list?: readonly DatacubeGetUpstreamMessageDistributionList[]
}

export interface DatacubeGetUpstreamMessageHourAnswer extends BaseAnswer {
  list?: readonly DatacubeGetUpstreamMessageHourList[]
}

export interface DatacubeGetUserCumulateAnswer extends BaseAnswer {
  list?: readonly { ref_date?: string; cumulate_user?: number }[]
}

export interface DatacubeGetUserReadAnswer extends BaseAnswer {
  list?: readonly DatacubeGetUserReadList[]
}

export interface DatacubeGetUserReadHourAnswer extends BaseAnswer {
  list?: readonly DatacubeGetUserReadHourList[]
}

export interface DatacubeGetUserShareAnswer extends BaseAnswer {
  list?: readonly DatacubeGetUserShareList[]
}

export interface DatacubeGetUserShareHourAnswer extends BaseAnswer {
  list?: readonly DatacubeGetUserShareHourList[]
}

export interface DatacubeGetUserSummaryAnswer extends BaseAnswer {
  list?: readonly DatacubeGetUserSummaryList[]
}

export interface DatacubeApi {
  /**
   * Reads of published articles on a day.
   */
  getArticleRead(request?: DatacubeGetArticleReadRequest, options?: CallOptions): Promise<DatacubeGetArticleReadAnswer>
  /**
   * Shares of published articles on a day.
   */
  getArticleShare(request?: DatacubeGetArticleReadRequest, options?: CallOptions): Promise<DatacubeGetArticleReadAnswer>
  /**
   * Figures of the articles sent on one day (readers, shares, favourites); a span of one day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html
   */
  getArticleSummary(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetArticleSummaryAnswer>
  /**
   * Running totals, day by day, of the articles sent on one day; a span of one day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html
   */
  getArticleTotal(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetArticleTotalAnswer>
  /**
   * Totals of published articles in detail.
   */
  getArticleTotalDetail(
    request?: DatacubeGetArticleReadRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetArticleReadAnswer>
  /**
   * Overview of the account's article figures.
   */
  getBizSummary(request?: DatacubeGetArticleReadRequest, options?: CallOptions): Promise<DatacubeGetArticleReadAnswer>
  /**
   * Figures of all cards; a span of up to 62 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#10
   */
  getCardBusinessInfo(
    request: DatacubeGetCardBusinessInfoRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetCardBusinessInfoAnswer>
  /**
   * Figures of free coupons; a span of up to 62 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#11
   */
  getCardCardInfo(
    request: DatacubeGetCardCardInfoRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetCardCardInfoAnswer>
  /**
   * Figures of one membership card; a span of up to 62 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#13
   */
  getCardMemberCardDetail(
    request: DatacubeGetCardMemberCardDetailRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetCardMemberCardDetailAnswer>
  /**
   * Figures of membership cards; a span of up to 62 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#12
   */
  getCardMemberCardInfo(
    request: DatacubeGetCardBusinessInfoRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetCardMemberCardInfoAnswer>
  /**
   * How often WeChat called your server, with failures and times; a span of up to 30 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Analytics_API.html
   */
  getInterfaceSummary(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetInterfaceSummaryAnswer>
  /**
   * Calls to your server by hour; a span of one day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Analytics_API.html
   */
  getInterfaceSummaryHour(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetInterfaceSummaryHourAnswer>
  /**
   * Messages that users sent, by kind; a span of up to 7 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html
   */
  getUpstreamMessage(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUpstreamMessageAnswer>
  /**
   * How many users sent how many messages; a span of up to 15 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html
   */
  getUpstreamMessageDistribution(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUpstreamMessageDistributionAnswer>
  /**
   * How many users sent how many messages, by month; a span of up to 30 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html
   */
  getUpstreamMessageDistributionMonth(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUpstreamMessageDistributionAnswer>
  /**
   * How many users sent how many messages, by week; a span of up to 30 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html
   */
  getUpstreamMessageDistributionWeek(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUpstreamMessageDistributionAnswer>
  /**
   * Messages that users sent, by hour; a span of one day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html
   */
  getUpstreamMessageHour(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUpstreamMessageHourAnswer>
  /**
   * Messages that users sent, by month; a span of up to 30 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html
   */
  getUpstreamMessageMonth(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUpstreamMessageAnswer>
  /**
   * Messages that users sent, by week; a span of up to 30 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html
   */
  getUpstreamMessageWeek(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUpstreamMessageAnswer>
  /**
   * Number of followers, day by day; a span of up to 7 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html
   */
  getUserCumulate(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUserCumulateAnswer>
  /**
   * Article reads of all followers by day; a span of up to 3 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html
   */
  getUserRead(request: DatacubeGetArticleSummaryRequest, options?: CallOptions): Promise<DatacubeGetUserReadAnswer>
  /**
   * Article reads by hour; a span of one day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html
   */
  getUserReadHour(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUserReadHourAnswer>
  /**
   * Article shares by day; a span of up to 7 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html
   */
  getUserShare(request: DatacubeGetArticleSummaryRequest, options?: CallOptions): Promise<DatacubeGetUserShareAnswer>
  /**
   * Article shares by hour; a span of one day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html
   */
  getUserShareHour(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUserShareHourAnswer>
  /**
   * Followers won and lost, by source; a span of up to 7 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html
   */
  getUserSummary(
    request: DatacubeGetArticleSummaryRequest,
    options?: CallOptions,
  ): Promise<DatacubeGetUserSummaryAnswer>
}

export const datacubeTable = {
  getArticleRead: { call: 'POST /datacube/getarticleread', retry: 'safe' },
  getArticleShare: { call: 'POST /datacube/getarticleshare', retry: 'safe' },
  getArticleSummary: {
    call: 'POST /datacube/getarticlesummary',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html',
  },
  getArticleTotal: {
    call: 'POST /datacube/getarticletotal',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html',
  },
  getArticleTotalDetail: { call: 'POST /datacube/getarticletotaldetail', retry: 'safe' },
  getBizSummary: { call: 'POST /datacube/getbizsummary', retry: 'safe' },
  getCardBusinessInfo: {
    call: 'POST /datacube/getcardbizuininfo',
    retry: 'safe',
    status: 'unknown',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#10',
  },
  getCardCardInfo: {
    call: 'POST /datacube/getcardcardinfo',
    retry: 'safe',
    status: 'unknown',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#11',
  },
  getCardMemberCardDetail: {
    call: 'POST /datacube/getcardmembercarddetail',
    retry: 'safe',
    status: 'unknown',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#13',
  },
  getCardMemberCardInfo: {
    call: 'POST /datacube/getcardmembercardinfo',
    retry: 'safe',
    status: 'unknown',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#12',
  },
  getInterfaceSummary: {
    call: 'POST /datacube/getinterfacesummary',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Analytics_API.html',
  },
  getInterfaceSummaryHour: {
    call: 'POST /datacube/getinterfacesummaryhour',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Analytics_API.html',
  },
  getUpstreamMessage: {
    call: 'POST /datacube/getupstreammsg',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Message_analysis_data_interface.html',
  },
  getUpstreamMessageDistribution: {
    call: 'POST /datacube/getupstreammsgdist',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Message_analysis_data_interface.html',
  },
  getUpstreamMessageDistributionMonth: {
    call: 'POST /datacube/getupstreammsgdistmonth',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Message_analysis_data_interface.html',
  },
  getUpstreamMessageDistributionWeek: {
    call: 'POST /datacube/getupstreammsgdistweek',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Message_analysis_data_interface.html',
  },
  getUpstreamMessageHour: {
    call: 'POST /datacube/getupstreammsghour',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Message_analysis_data_interface.html',
  },
  getUpstreamMessageMonth: {
    call: 'POST /datacube/getupstreammsgmonth',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Message_analysis_data_interface.html',
  },
  getUpstreamMessageWeek: {
    call: 'POST /datacube/getupstreammsgweek',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Message_analysis_data_interface.html',
  },
  getUserCumulate: {
    call: 'POST /datacube/getusercumulate',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/User_Analysis_Data_Interface.html',
  },
  getUserRead: {
    call: 'POST /datacube/getuserread',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html',
  },
  getUserReadHour: {
    call: 'POST /datacube/getuserreadhour',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html',
  },
  getUserShare: {
    call: 'POST /datacube/getusershare',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html',
  },
  getUserShareHour: {
    call: 'POST /datacube/getusersharehour',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html',
  },
  getUserSummary: {
    call: 'POST /datacube/getusersummary',
    retry: 'safe',
    docs: 'doc/offiaccount/Analytics/User_Analysis_Data_Interface.html',
  },
} as const

/** One row for each method of {@link DatacubeApi}. */
export const datacubeRows: Rows<DatacubeApi> = /* @__PURE__ */ expandRows<DatacubeApi, typeof datacubeTable>(
  'datacube',
  datacubeTable,
)
