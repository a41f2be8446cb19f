import type { EventCommon } from '../../common.js'
import { ownJson, plain, plainGuaranteed } from '../ack.js'
import { opt, type RowsOf, req } from '../row.js'

/** One step of a parcel. */
export interface ExpressAction {
  /** Unix seconds. */
  readonly actionTime: number | undefined
  readonly actionType: number | undefined
  readonly actionMsg: string
}

/** Who delivers. */
export interface DeliveryAgent {
  readonly name: string | undefined
  readonly phone: string | undefined
  /** Unix seconds. */
  readonly reachTime: number | undefined
}

/** A reminder to report shipping by API. */
export interface TradeManageRemindAccessApiEvent extends EventCommon {
  readonly event: 'trade_manage_remind_access_api'
  readonly msg: string
}

/** A reminder to ship an order. */
export interface TradeManageRemindShippingEvent extends EventCommon {
  readonly event: 'trade_manage_remind_shipping'
  readonly transactionId: string
  readonly merchantId: string
  readonly subMerchantId: string | undefined
  readonly merchantTradeNo: string
  /** Unix seconds. */
  readonly payTime: number | undefined
  readonly msg: string
}

/** An order will be settled, or was. */
export interface TradeManageOrderSettlementEvent extends EventCommon {
  readonly event: 'trade_manage_order_settlement'
  readonly transactionId: string
  readonly merchantId: string
  readonly subMerchantId: string | undefined
  readonly merchantTradeNo: string
  /** Unix seconds. */
  readonly payTime: number | undefined
  /** Unix seconds. */
  readonly shippedTime: number | undefined
  /** Unix seconds. */
  readonly estimatedSettlementTime: number | undefined
  readonly confirmReceiveMethod: number | undefined
  /** Unix seconds. */
  readonly confirmReceiveTime: number | undefined
  /** Unix seconds. */
  readonly settlementTime: number | undefined
}

/** A parcel moved. */
export interface AddExpressPathEvent extends EventCommon {
  readonly event: 'add_express_path'
  readonly deliveryId: string
  readonly wayBillId: string
  readonly orderId: string
  readonly version: number | undefined
  readonly count: number | undefined
  readonly actions: readonly ExpressAction[]
}

/** An instant delivery changed its state. */
export interface UpdateWaybillStatusEvent extends EventCommon {
  readonly event: 'update_waybill_status'
  readonly shopid: string
  readonly shopOrderId: string
  readonly shopNo: string
  readonly waybillId: string
  readonly orderStatus: number | undefined
  /** Unix seconds. */
  readonly actionTime: number | undefined
  readonly actionMsg: string | undefined
  readonly agent: DeliveryAgent | undefined
}

/** A refund of a business order is done. */
export interface RetailRefundNotifyEvent extends EventCommon {
  readonly event: 'retail_refund_notify'
  readonly appid: string
  readonly mchid: string
  readonly outRefundNo: string
  readonly refundId: string
  readonly outTradeNo: string
  readonly orderId: string
  readonly refundAmount: number | undefined
  readonly orderAmount: number | undefined
  readonly refundFrom: string
  readonly refundReason: string | undefined
  readonly createTime: string
  readonly refundTime: string | undefined
  readonly refundStatus: string
  readonly wxpayRefundId: string | undefined
  readonly env: number | undefined
  readonly payChannel: number | undefined
  readonly refundDesc: string | undefined
}

/** Mini program: orders and delivery. */
export interface MiniOrderEvents {
  readonly trade_manage_remind_access_api: TradeManageRemindAccessApiEvent
  readonly trade_manage_remind_shipping: TradeManageRemindShippingEvent
  readonly trade_manage_order_settlement: TradeManageOrderSettlementEvent
  readonly add_express_path: AddExpressPathEvent
  readonly update_waybill_status: UpdateWaybillStatusEvent
  readonly retail_refund_notify: RetailRefundNotifyEvent
}

export const miniOrderRows: RowsOf<MiniOrderEvents> = {
  trade_manage_remind_access_api: {
    wire: 'trade_manage_remind_access_api',
    section: 'B3',
    doc: 'A reminder to report shipping by API.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: { msg: req('string', 'msg') },
  },
  trade_manage_remind_shipping: {
    wire: 'trade_manage_remind_shipping',
    section: 'B3',
    doc: 'A reminder to ship an order.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      transactionId: req('string', 'transaction_id'),
      merchantId: req('string', 'merchant_id'),
      subMerchantId: opt('string', 'sub_merchant_id'),
      merchantTradeNo: req('string', 'merchant_trade_no'),
      payTime: req('time', 'pay_time'),
      msg: req('string', 'msg'),
    },
  },
  trade_manage_order_settlement: {
    wire: 'trade_manage_order_settlement',
    section: 'B3',
    doc: 'An order will be settled, or was.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      transactionId: req('string', 'transaction_id'),
      merchantId: req('string', 'merchant_id'),
      subMerchantId: opt('string', 'sub_merchant_id'),
      merchantTradeNo: req('string', 'merchant_trade_no'),
      payTime: req('time', 'pay_time'),
      shippedTime: req('time', 'shipped_time'),
      estimatedSettlementTime: opt('time', 'estimated_settlement_time'),
      confirmReceiveMethod: opt('integer', 'confirm_receive_method'),
      confirmReceiveTime: opt('time', 'confirm_receive_time'),
      settlementTime: opt('time', 'settlement_time'),
    },
  },
  add_express_path: {
    wire: 'add_express_path',
    section: 'B3',
    doc: 'A parcel moved.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      deliveryId: req('string', 'DeliveryID'),
      wayBillId: req('string', 'WayBillId', 'WaybillId'),
      orderId: req('string', 'OrderId'),
      version: req('integer', 'Version'),
      count: req('integer', 'Count'),
      actions: {
        kind: 'list',
        path: 'Actions',
        required: true,
        of: {
          actionTime: req('time', 'ActionTime'),
          actionType: req('integer', 'ActionType'),
          actionMsg: req('string', 'ActionMsg'),
        },
      },
    },
  },
  update_waybill_status: {
    wire: 'update_waybill_status',
    section: 'B3',
    doc: 'An instant delivery changed its state.',
    status: 'current',
    audience: 'mini-program',
    ack: ownJson,
    replies: false,
    fields: {
      shopid: req('string', 'shopid'),
      shopOrderId: req('string', 'shop_order_id'),
      shopNo: req('string', 'shop_no'),
      waybillId: req('string', 'waybill_id'),
      orderStatus: req('integer', 'order_status'),
      actionTime: req('time', 'action_time'),
      actionMsg: opt('string', 'action_msg'),
      agent: {
        kind: 'object',
        path: 'agent',
        required: false,
        of: { name: opt('string', 'name'), phone: opt('string', 'phone'), reachTime: opt('time', 'reach_time') },
      },
    },
  },
  retail_refund_notify: {
    wire: 'retail_refund_notify',
    section: 'B3',
    doc: 'A refund of a business order is done.',
    status: 'current',
    audience: 'mini-program',
    ack: plainGuaranteed,
    replies: false,
    fields: {
      appid: req('string', 'appid'),
      mchid: req('string', 'mchid'),
      outRefundNo: req('string', 'out_refund_no'),
      refundId: req('string', 'refund_id'),
      outTradeNo: req('string', 'out_trade_no'),
      orderId: req('string', 'order_id'),
      refundAmount: req('integer', 'refund_amount'),
      orderAmount: req('integer', 'order_amount'),
      refundFrom: req('string', 'refund_from'),
      refundReason: opt('string', 'refund_reason'),
      createTime: req('string', 'create_time'),
      refundTime: opt('string', 'refund_time'),
      refundStatus: req('string', 'refund_status'),
      wxpayRefundId: opt('string', 'wxpay_refund_id'),
      env: req('integer', 'env'),
      payChannel: req('integer', 'pay_channel'),
      refundDesc: opt('string', 'refund_desc'),
    },
  },
}
