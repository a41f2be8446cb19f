import type { EventCommon } from '../../common.js'
import type { WireTree } from '../../wire.js'

/** An order that was paid. */
export interface PaidFunds {
  readonly tradeNo: string
  readonly transactionId: string
  /** As WeChat writes it: which form it has is not published. */
  readonly payTime: string
}

/** A share that was paid out. */
export interface SharedFunds {
  readonly profitSharingNo: string
  readonly amount: number | undefined
  readonly result: string
  /** As WeChat writes it: which form it has is not published. */
  readonly finishTime: string
}

/** A refund. */
export interface RefundedFunds {
  readonly refundNo: string
  readonly status: string
  /** As WeChat writes it: which form it has is not published. */
  readonly successTime: string
}

/** A payout, and what happened to it. */
export interface Withdrawal {
  readonly outRequestNo: string
  readonly event: string
}

/** Which complaint, and what happened to it. */
export interface ComplaintState {
  readonly complaintOrderId: string
  readonly state: string
  readonly event: string
}

/** Who promotes. */
export interface Promoter {
  readonly finderNickname: string
  readonly promoterId: string
  readonly promoterOpenid: string
}

/** An order was paid into the managed account. */
export interface FundsOrderPayEvent extends EventCommon {
  readonly event: 'funds_order_pay'
  readonly orderInfo: PaidFunds
}

/** The proceeds of an order were shared. */
export interface FundsOrderProfitsharingEvent extends EventCommon {
  readonly event: 'funds_order_profitsharing'
  readonly orderInfo: SharedFunds
}

/** An order was paid back out of the managed account. */
export interface FundsOrderRefundEvent extends EventCommon {
  readonly event: 'funds_order_refund'
  readonly orderInfo: RefundedFunds
}

/** A payout from the managed account went on. */
export interface WithdrawNotifyEvent extends EventCommon {
  readonly event: 'withdraw_notify'
  readonly withdrawInfo: Withdrawal
}

/** A user complained about a trade. In JSON the payload stands at the top, beside the header. */
export interface ComplaintCallbackEvent extends EventCommon {
  readonly event: 'complaint_callback'
  readonly bussiCallBackInfo: WireTree
}

/** A complaint about a shop went on. */
export interface ComplaintNotifyEvent extends EventCommon {
  readonly event: 'complaint_notify'
  readonly complaintInfo: ComplaintState
}

/** A sharer did something: what is in `action`. */
export interface MiniprogramSharerActionEvent extends EventCommon {
  readonly event: 'miniprogram_sharer_action'
  /** `type` on the wire, which every message has for something else. */
  readonly action: string
  readonly openid: string
  readonly promoter: Promoter
}

/** A sharer was tied to the mini program, or released. */
export interface MiniprogramSharerBindStatusChangeEvent extends EventCommon {
  readonly event: 'miniprogram_sharer_bind_status_change'
  readonly openid: string
  readonly bindStatus: number | undefined
}

/** Managed funds, complaints, sharers. */
export interface FundsAndComplaintEvents {
  readonly funds_order_pay: FundsOrderPayEvent
  readonly funds_order_profitsharing: FundsOrderProfitsharingEvent
  readonly funds_order_refund: FundsOrderRefundEvent
  readonly withdraw_notify: WithdrawNotifyEvent
  readonly complaint_callback: ComplaintCallbackEvent
  readonly complaint_notify: ComplaintNotifyEvent
  readonly miniprogram_sharer_action: MiniprogramSharerActionEvent
  readonly miniprogram_sharer_bind_status_change: MiniprogramSharerBindStatusChangeEvent
}
