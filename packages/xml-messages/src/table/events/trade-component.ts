import type { EventCommon } from '../../common.js'

/** Whether a shop may use the component. */
export interface ComponentRegistration {
  readonly status: number | undefined
}

/** What was said about a brand or a category. */
export interface QualificationAudit {
  readonly status: number | undefined
  readonly auditId: string
  /** Only of brands. */
  readonly brandId: string | undefined
  readonly auditType: number | undefined
  readonly rejectReason: string
}

/** What was said about a product. */
export interface ProductAudit {
  readonly status: number | undefined
  readonly outProductId: string
  readonly productId: string
  readonly rejectReason: string
}

/** A part of a scene, and how it fared. */
export interface SceneExtension {
  readonly extId: string
  readonly name: string
  readonly status: number | undefined
}

/** What was said about a scene. */
export interface SceneAudit {
  readonly groupId: string
  readonly name: string
  readonly reason: string
  readonly sceneGroupExtList: readonly SceneExtension[]
}

/** An order, by the shop's number and by WeChat's. */
export interface TradeOrder {
  readonly outOrderId: string
  readonly orderId: string
}

/** An order that was paid. */
export interface PaidTradeOrder extends TradeOrder {
  readonly transactionId: string
  /** A date and time as text, not unix seconds. */
  readonly payTime: string
}

/** An order that was settled. */
export interface SettledTradeOrder extends TradeOrder {
  readonly settleNo: string
  readonly amount: number | undefined
  readonly settleTime: string
}

/** An order, and whose it is. */
export interface AnalyzedTradeOrder extends TradeOrder {
  readonly openid: string
}

/** A shop was admitted to the component, or cancelled it. */
export interface OpenProductAccountRegisterEvent extends EventCommon {
  readonly event: 'open_product_account_register'
  readonly openProductAccountRegister: ComponentRegistration
}

/** The review of a brand was decided. */
export interface OpenProductBrandAuditEvent extends EventCommon {
  readonly event: 'open_product_brand_audit'
  readonly qualificationAuditResult: QualificationAudit
}

/** The review of a product category was decided. */
export interface OpenProductCategoryAuditEvent extends EventCommon {
  readonly event: 'open_product_category_audit'
  readonly qualificationAuditResult: QualificationAudit
}

/** The review of a product was decided. */
export interface OpenProductSpuAuditEvent extends EventCommon {
  readonly event: 'open_product_spu_audit'
  readonly openProductSpuAudit: ProductAudit
}

/** WeChat took a product off the shelf. */
export interface OpenProductSpuStatusUpdateEvent extends EventCommon {
  readonly event: 'open_product_spu_status_update'
  readonly openProductSpuAudit: ProductAudit
}

/** The review of a scene was decided. */
export interface OpenProductSceneGroupAuditEvent extends EventCommon {
  readonly event: 'open_product_scene_group_audit'
  readonly sceneGroupAudit: SceneAudit
}

/** An order of the component was paid. */
export interface OpenProductOrderPayEvent extends EventCommon {
  readonly event: 'open_product_order_pay'
  readonly orderInfo: PaidTradeOrder
}

/** An order of the component was cancelled. */
export interface OpenProductOrderCancelEvent extends EventCommon {
  readonly event: 'open_product_order_cancel'
  readonly orderInfo: TradeOrder
}

/** A user confirmed that an order arrived. */
export interface OpenProductOrderConfirmEvent extends EventCommon {
  readonly event: 'open_product_order_confirm'
  readonly orderInfo: TradeOrder
}

/** An order of the component was paid back. */
export interface OpenProductOrderRefundEvent extends EventCommon {
  readonly event: 'open_product_order_refund'
  readonly orderInfo: TradeOrder
}

/** An order of the component was settled. */
export interface OpenProductOrderSettleEvent extends EventCommon {
  readonly event: 'open_product_order_settle'
  readonly orderInfo: SettledTradeOrder
}

/** Where an order of the component came from was worked out. */
export interface OpenProductOrderAnalyzeEvent extends EventCommon {
  readonly event: 'open_product_order_analyze'
  readonly orderInfo: AnalyzedTradeOrder
}

/** A user takes a coupon: hand it out, and answer with `ret_code` and the coupon's number on your side. */
export interface OpenProductReceiveCouponEvent extends EventCommon {
  readonly event: 'open_product_receive_coupon'
  readonly outCouponId: string
  readonly requestId: string
}

/** Which case it is about. */
export interface AftersaleCase {
  readonly aftersaleId: string
  readonly outAftersaleId: string
}

/** The case that was opened, and its order. */
export interface NewAftersaleCase {
  readonly aftersaleId: string
  readonly orderId: string
  readonly outOrderId: string
}

/** A step of an after-sale case; which one is in the name. */
export interface AftersaleStepEvent<E extends string> extends EventCommon {
  readonly event: E
  readonly aftersaleInfo: AftersaleCase
}

/** A user opened an after-sale case. */
export interface AftersaleNewOrderEvent extends EventCommon {
  readonly event: 'aftersale_new_order'
  readonly aftersaleInfo: NewAftersaleCase
}

/** The steps that say no more than which case it is about. */
export type AftersaleStep =
  | 'aftersale_complaint_update_order_state'
  | 'aftersale_merchant_confirm_receipt_overdue'
  | 'aftersale_merchant_handle_refund_overdue'
  | 'aftersale_merchant_handle_return_overdue'
  | 'aftersale_refund_success'
  | 'aftersale_update_order'
  | 'aftersale_user_apply_platform_judge_overdue'
  | 'aftersale_user_cancel'
  | 'aftersale_user_confirm_refund_certificate'
  | 'aftersale_user_modify_return_info'
  | 'aftersale_user_upload_return_info_overdue'
  | 'aftersale_wait_merchant_confirm_receipt'
  | 'aftersale_wait_merchant_offline_refund'

/** Steps of after-sale cases. */
export type AftersaleStepEvents = { readonly [E in AftersaleStep]: AftersaleStepEvent<E> }

/** The custom trade component: shop, products, orders, after-sale cases. */
export interface TradeComponentEvents extends AftersaleStepEvents {
  readonly open_product_account_register: OpenProductAccountRegisterEvent
  readonly open_product_brand_audit: OpenProductBrandAuditEvent
  readonly open_product_category_audit: OpenProductCategoryAuditEvent
  readonly open_product_spu_audit: OpenProductSpuAuditEvent
  readonly open_product_spu_status_update: OpenProductSpuStatusUpdateEvent
  readonly open_product_scene_group_audit: OpenProductSceneGroupAuditEvent
  readonly open_product_order_pay: OpenProductOrderPayEvent
  readonly open_product_order_cancel: OpenProductOrderCancelEvent
  readonly open_product_order_confirm: OpenProductOrderConfirmEvent
  readonly open_product_order_refund: OpenProductOrderRefundEvent
  readonly open_product_order_settle: OpenProductOrderSettleEvent
  readonly open_product_order_analyze: OpenProductOrderAnalyzeEvent
  readonly open_product_receive_coupon: OpenProductReceiveCouponEvent
  readonly aftersale_new_order: AftersaleNewOrderEvent
}
