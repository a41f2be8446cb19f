import type { EventCommon } from '../../common.js'

/** The order on the side of WeChat Pay. */
export interface WeChatPayInfo {
  readonly mchOrderNo: string | undefined
  readonly transactionId: string | undefined
  /** Unix seconds. */
  readonly paidTime: number | undefined
}

/** What was bought. */
export interface PaidGoods {
  readonly productId: string
  readonly quantity: number | undefined
  readonly origPrice: number | undefined
  readonly actualPrice: number | undefined
  readonly attach: string | undefined
}

/** The group purchase it belongs to. */
export interface XpayGoodsDeliverNotifyTeamInfo {
  readonly activityId: string | undefined
  readonly teamId: string | undefined
  readonly teamType: number | undefined
  readonly teamAction: number | undefined
}

/** How many coins were bought. */
export interface PaidCoins {
  readonly quantity: number | undefined
  readonly origPrice: number | undefined
  readonly actualPrice: number | undefined
  readonly attach: string | undefined
}

/** The group purchase it belonged to. */
export interface XpayRefundNotifyTeamInfo {
  readonly teamId: string | undefined
}

/** Goods were paid for: deliver them. */
export interface XpayGoodsDeliverNotifyEvent extends EventCommon {
  readonly event: 'xpay_goods_deliver_notify'
  readonly openId: string
  readonly outTradeNo: string
  readonly env: number | undefined
  readonly weChatPayInfo: WeChatPayInfo | undefined
  readonly goodsInfo: PaidGoods
  readonly teamInfo: XpayGoodsDeliverNotifyTeamInfo | undefined
}

/** Coins were paid for: credit them. */
export interface XpayCoinPayNotifyEvent extends EventCommon {
  readonly event: 'xpay_coin_pay_notify'
  readonly openId: string
  readonly outTradeNo: string
  readonly env: number | undefined
  readonly weChatPayInfo: WeChatPayInfo | undefined
  readonly coinInfo: PaidCoins
}

/** A refund is done. */
export interface XpayRefundNotifyEvent extends EventCommon {
  readonly event: 'xpay_refund_notify'
  readonly openId: string
  readonly wxRefundId: string
  readonly mchRefundId: string
  readonly wxOrderId: string
  readonly mchOrderId: string
  readonly refundFee: number | undefined
  readonly retCode: number | undefined
  readonly retMsg: string | undefined
  /** Unix seconds. */
  readonly refundStartTimestamp: number | undefined
  /** Unix seconds. */
  readonly refundSuccTimestamp: number | undefined
  readonly wxpayRefundTransactionId: string | undefined
  readonly retryTimes: number | undefined
  readonly teamInfo: XpayRefundNotifyTeamInfo | undefined
}

/** A user complained about an order. */
export interface XpayComplaintNotifyEvent extends EventCommon {
  readonly event: 'xpay_complaint_notify'
  readonly openId: string
  readonly wxOrderId: string
  readonly mchOrderId: string
  /** Unix seconds. */
  readonly complaintTime: number | undefined
  readonly retryTimes: number | undefined
  readonly requestId: string
}

/** A subscription was signed or ended. Not all fields are published: see `fields`. */
export interface XpaySubscribeSigningResultNotifyEvent extends EventCommon {
  readonly event: 'xpay_subscribe_signing_result_notify'
  readonly openId: string
  readonly outTradeNo: string | undefined
  readonly productId: string | undefined
}

/** A subscription could not be charged. Not all fields are published: see `fields`. */
export interface XpaySubscribePayFailNotifyEvent extends EventCommon {
  readonly event: 'xpay_subscribe_pay_fail_notify'
  readonly openId: string
  readonly outTradeNo: string | undefined
}

/** A subscription by way of Apple was signed or ended. */
export interface XpayAppleSubscribeSigningResultNotifyEvent extends EventCommon {
  readonly event: 'xpay_apple_subscribe_signing_result_notify'
  readonly openId: string
  readonly outTradeNo: string
  readonly env: number | undefined
  readonly productId: string
  readonly contractResult: number | undefined
  readonly contractResultMsg: string | undefined
  readonly contractId: string
  readonly attach: string | undefined
}

/** Apple asks whether to refund: answer within three seconds. */
export interface XpaySubscribeIosRefundQueryNotifyEvent extends EventCommon {
  readonly event: 'xpay_subscribe_ios_refund_query_notify'
  /** Unix seconds. */
  readonly refundTime: number | undefined
  /** Unix seconds. */
  readonly orderTime: number | undefined
  readonly channelBill: string
  readonly bundleid: string | undefined
  readonly productId: string
  readonly pCount: number | undefined
  readonly refundRequestReason: string
  readonly provideStatus: number | undefined
  readonly consumptionStatus: number | undefined
  readonly serviceType: string | undefined
  readonly payOrderId: string
}

/** Virtual payment of mini programs. */
export interface VirtualPaymentEvents {
  readonly xpay_goods_deliver_notify: XpayGoodsDeliverNotifyEvent
  readonly xpay_coin_pay_notify: XpayCoinPayNotifyEvent
  readonly xpay_refund_notify: XpayRefundNotifyEvent
  readonly xpay_complaint_notify: XpayComplaintNotifyEvent
  readonly xpay_subscribe_signing_result_notify: XpaySubscribeSigningResultNotifyEvent
  readonly xpay_subscribe_pay_fail_notify: XpaySubscribePayFailNotifyEvent
  readonly xpay_apple_subscribe_signing_result_notify: XpayAppleSubscribeSigningResultNotifyEvent
  readonly xpay_subscribe_ios_refund_query_notify: XpaySubscribeIosRefundQueryNotifyEvent
}
