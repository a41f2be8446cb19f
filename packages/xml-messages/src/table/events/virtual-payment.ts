import type { EventCommon } from '../../common.js'
import { refundQuery, virtualPayment } from '../ack.js'
import { opt, type RowsOf, req } from '../row.js'

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

export const virtualPaymentRows: RowsOf<VirtualPaymentEvents> = {
  xpay_goods_deliver_notify: {
    wire: 'xpay_goods_deliver_notify',
    section: 'B4',
    doc: 'Goods were paid for: deliver them.',
    status: 'current',
    audience: 'mini-program',
    ack: virtualPayment,
    replies: false,
    fields: {
      openId: req('string', 'OpenId'),
      outTradeNo: req('string', 'OutTradeNo'),
      env: req('integer', 'Env'),
      weChatPayInfo: {
        kind: 'object',
        path: 'WeChatPayInfo',
        required: false,
        of: {
          mchOrderNo: opt('string', 'MchOrderNo'),
          transactionId: opt('string', 'TransactionId'),
          paidTime: opt('time', 'PaidTime'),
        },
      },
      goodsInfo: {
        kind: 'object',
        path: 'GoodsInfo',
        required: true,
        of: {
          productId: req('string', 'ProductId'),
          quantity: req('integer', 'Quantity'),
          origPrice: req('integer', 'OrigPrice'),
          actualPrice: req('integer', 'ActualPrice'),
          attach: opt('string', 'Attach'),
        },
      },
      teamInfo: {
        kind: 'object',
        path: 'TeamInfo',
        required: false,
        of: {
          activityId: opt('string', 'ActivityId'),
          teamId: opt('string', 'TeamId'),
          teamType: opt('integer', 'TeamType'),
          teamAction: opt('integer', 'TeamAction'),
        },
      },
    },
  },
  xpay_coin_pay_notify: {
    wire: 'xpay_coin_pay_notify',
    section: 'B4',
    doc: 'Coins were paid for: credit them.',
    status: 'current',
    audience: 'mini-program',
    ack: virtualPayment,
    replies: false,
    fields: {
      openId: req('string', 'OpenId'),
      outTradeNo: req('string', 'OutTradeNo'),
      env: req('integer', 'Env'),
      weChatPayInfo: {
        kind: 'object',
        path: 'WeChatPayInfo',
        required: false,
        of: {
          mchOrderNo: opt('string', 'MchOrderNo'),
          transactionId: opt('string', 'TransactionId'),
          paidTime: opt('time', 'PaidTime'),
        },
      },
      coinInfo: {
        kind: 'object',
        path: 'CoinInfo',
        required: true,
        of: {
          quantity: req('integer', 'Quantity'),
          origPrice: req('integer', 'OrigPrice'),
          actualPrice: req('integer', 'ActualPrice'),
          attach: opt('string', 'Attach'),
        },
      },
    },
  },
  xpay_refund_notify: {
    wire: 'xpay_refund_notify',
    section: 'B4',
    doc: 'A refund is done.',
    status: 'current',
    audience: 'mini-program',
    ack: virtualPayment,
    replies: false,
    fields: {
      openId: req('string', 'OpenId'),
      wxRefundId: req('string', 'WxRefundId'),
      mchRefundId: req('string', 'MchRefundId'),
      wxOrderId: req('string', 'WxOrderId'),
      mchOrderId: req('string', 'MchOrderId'),
      refundFee: req('integer', 'RefundFee'),
      retCode: req('integer', 'RetCode'),
      retMsg: opt('string', 'RetMsg'),
      refundStartTimestamp: req('time', 'RefundStartTimestamp'),
      refundSuccTimestamp: opt('time', 'RefundSuccTimestamp'),
      wxpayRefundTransactionId: opt('string', 'WxpayRefundTransactionId'),
      retryTimes: req('integer', 'RetryTimes'),
      teamInfo: { kind: 'object', path: 'TeamInfo', required: false, of: { teamId: opt('string', 'TeamId') } },
    },
  },
  xpay_complaint_notify: {
    wire: 'xpay_complaint_notify',
    section: 'B4',
    doc: 'A user complained about an order.',
    status: 'current',
    audience: 'mini-program',
    ack: virtualPayment,
    replies: false,
    fields: {
      openId: req('string', 'OpenId'),
      wxOrderId: req('string', 'WxOrderId'),
      mchOrderId: req('string', 'MchOrderId'),
      complaintTime: req('time', 'ComplaintTime'),
      retryTimes: req('integer', 'RetryTimes'),
      requestId: req('string', 'RequestId'),
    },
  },
  xpay_subscribe_signing_result_notify: {
    wire: 'xpay_subscribe_signing_result_notify',
    section: 'B4',
    doc: 'A subscription was signed or ended. Not all fields are published: see `fields`.',
    status: 'current',
    audience: 'mini-program',
    ack: virtualPayment,
    replies: false,
    fields: {
      openId: req('string', 'OpenId'),
      outTradeNo: opt('string', 'OutTradeNo'),
      productId: opt('string', 'ProductId'),
    },
  },
  xpay_subscribe_pay_fail_notify: {
    wire: 'xpay_subscribe_pay_fail_notify',
    section: 'B4',
    doc: 'A subscription could not be charged. Not all fields are published: see `fields`.',
    status: 'current',
    audience: 'mini-program',
    ack: virtualPayment,
    replies: false,
    fields: { openId: req('string', 'OpenId'), outTradeNo: opt('string', 'OutTradeNo') },
  },
  xpay_apple_subscribe_signing_result_notify: {
    wire: 'xpay_apple_subscribe_signing_result_notify',
    section: 'B4',
    doc: 'A subscription by way of Apple was signed or ended.',
    status: 'current',
    audience: 'mini-program',
    ack: virtualPayment,
    replies: false,
    fields: {
      openId: req('string', 'OpenId'),
      outTradeNo: req('string', 'OutTradeNo'),
      env: req('integer', 'Env'),
      productId: req('string', 'ProductId'),
      contractResult: req('integer', 'ContractResult'),
      contractResultMsg: opt('string', 'ContractResultMsg'),
      contractId: req('string', 'ContractId'),
      attach: opt('string', 'Attach'),
    },
  },
  xpay_subscribe_ios_refund_query_notify: {
    wire: 'xpay_subscribe_ios_refund_query_notify',
    section: 'B4',
    doc: 'Apple asks whether to refund: answer within three seconds.',
    status: 'current',
    audience: 'mini-program',
    ack: refundQuery,
    replies: false,
    fields: {
      refundTime: req('time', 'refund_time'),
      orderTime: req('time', 'order_time'),
      channelBill: req('string', 'channel_bill'),
      bundleid: opt('string', 'bundleid'),
      productId: req('string', 'product_id'),
      pCount: req('integer', 'p_count'),
      refundRequestReason: req('string', 'refund_request_reason'),
      provideStatus: req('integer', 'provide_status'),
      consumptionStatus: opt('integer', 'consumption_status'),
      serviceType: opt('string', 'service_type'),
      payOrderId: req('string', 'pay_order_id'),
    },
  },
}
