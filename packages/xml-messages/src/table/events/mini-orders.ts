import type { EventCommon } from '../../common.js'

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
