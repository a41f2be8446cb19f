import { gameGoods, gamePayment, refundQuery, virtualPayment } from './ack.js'
import type { MiniGamePayment, MiniGamePaymentEvents } from './events/mini-game-payment.js'
import type { VirtualPaymentEvents } from './events/virtual-payment.js'
import { opt, type RowFields, type RowsOf, req } from './row.js'

const xpay = {
  section: 'B4',
  status: 'current',
  audience: 'mini-program',
  ack: virtualPayment,
  replies: false,
} as const

export const virtualPaymentRows: RowsOf<VirtualPaymentEvents> = {
  xpay_goods_deliver_notify: {
    ...xpay,
    wire: 'xpay_goods_deliver_notify',
    doc: 'Goods were paid for: deliver them.',
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
    ...xpay,
    wire: 'xpay_coin_pay_notify',
    doc: 'Coins were paid for: credit them.',
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
    ...xpay,
    wire: 'xpay_refund_notify',
    doc: 'A refund is done.',
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
    ...xpay,
    wire: 'xpay_complaint_notify',
    doc: 'A user complained about an order.',
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
    ...xpay,
    wire: 'xpay_subscribe_signing_result_notify',
    doc: 'A subscription was signed or ended. Not all fields are published: see `fields`.',
    fields: {
      openId: req('string', 'OpenId'),
      outTradeNo: opt('string', 'OutTradeNo'),
      productId: opt('string', 'ProductId'),
    },
  },
  xpay_subscribe_pay_fail_notify: {
    ...xpay,
    wire: 'xpay_subscribe_pay_fail_notify',
    doc: 'A subscription could not be charged. Not all fields are published: see `fields`.',
    fields: { openId: req('string', 'OpenId'), outTradeNo: opt('string', 'OutTradeNo') },
  },
  xpay_apple_subscribe_signing_result_notify: {
    ...xpay,
    wire: 'xpay_apple_subscribe_signing_result_notify',
    doc: 'A subscription by way of Apple was signed or ended.',
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
    ...xpay,
    wire: 'xpay_subscribe_ios_refund_query_notify',
    doc: 'Apple asks whether to refund: answer within three seconds.',
    ack: refundQuery,
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

const miniGamePaymentFields = {
  miniGame: {
    kind: 'object',
    path: 'MiniGame',
    required: true,
    of: { payload: req('json', 'Payload'), payEventSig: req('string', 'PayEventSig'), isMock: opt('flag', 'IsMock') },
  },
} as const satisfies RowFields<MiniGamePayment>

const miniGame = {
  section: 'B4',
  status: 'current',
  audience: 'mini-program',
  ack: gamePayment,
  replies: false,
} as const

export const miniGamePaymentRows: RowsOf<MiniGamePaymentEvents> = {
  minigame_coin_deliver_completed: {
    ...miniGame,
    wire: 'minigame_coin_deliver_completed',
    doc: 'Coins of a mini game were delivered.',
    fields: miniGamePaymentFields,
  },
  minigame_recharge_center_coin_deliver_completed: {
    ...miniGame,
    wire: 'minigame_recharge_center_coin_deliver_completed',
    doc: 'Coins of a mini game bought in the recharge centre were delivered.',
    fields: miniGamePaymentFields,
  },
  minigame_pay_refund_succ_notify: {
    ...miniGame,
    wire: 'minigame_pay_refund_succ_notify',
    doc: 'A refund of a mini game is done.',
    fields: miniGamePaymentFields,
  },
  minigame_h5_goods_deliver_notify: {
    ...miniGame,
    wire: 'minigame_h5_goods_deliver_notify',
    doc: 'Goods of a mini game were bought in its mall: deliver them.',
    ack: gameGoods,
    fields: miniGamePaymentFields,
  },
  minigame_game_pay_goods_deliver_notify: {
    ...miniGame,
    wire: 'minigame_game_pay_goods_deliver_notify',
    doc: 'Goods of a mini game were bought in the game: deliver them.',
    ack: gameGoods,
    fields: miniGamePaymentFields,
  },
}
