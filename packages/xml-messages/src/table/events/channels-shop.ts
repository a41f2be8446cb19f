import type { EventCommon } from '../../common.js'
import type { WireTree } from '../../wire.js'

/** An event of which only the name is published here: what it holds is in `fields`. */
export interface NamedEvent<E extends string> extends EventCommon {
  readonly event: E
}

/** What happened to an order of a Channels shop; which step is in the name. */
export interface ChannelsOrderEvent<E extends string> extends EventCommon {
  readonly event: E
  readonly orderInfo: WireTree
}

/** The steps of an order of a Channels shop. */
export type ChannelsOrderStep =
  | 'channels_ec_order_new'
  | 'channels_ec_order_cancel'
  | 'channels_ec_order_pay'
  | 'channels_ec_order_deliver'
  | 'channels_ec_order_confirm'
  | 'channels_ec_order_settle'
  | 'channels_ec_order_ext_info_update'

/** Events of a Channels shop of which only the name is known. */
export type ChannelsNamedEvent =
  | 'channels_ec_present_aftersale_update'
  | 'channels_ec_complaint_update'
  | 'channels_ec_guarantee_update'
  | 'channels_ec_stock_no_enough'
  | 'channels_ec_sharer_change'
  | 'channels_ec_vip_user_auto_add'
  | 'channels_ec_vip_user_info_get'

/** An after-sale case of a Channels shop went on. */
export interface ChannelsAftersaleUpdateEvent extends EventCommon {
  readonly event: 'channels_ec_aftersale_update'
  readonly finderShopAftersaleStatusUpdate: WireTree
}

/** The review of a brand of a Channels shop went on. */
export interface ChannelsBrandEvent extends EventCommon {
  readonly event: 'channels_ec_brand'
  readonly brandEvent: WireTree
}

/** A user took a coupon of a Channels shop. */
export interface ChannelsCouponReceiveEvent extends EventCommon {
  readonly event: 'channels_ec_coupon_receive'
  readonly receiveInfo: WireTree
}

/** A product of a supplier alliance changed. */
export interface HeadSupplierItemUpdateEvent extends EventCommon {
  readonly event: 'head_supplier_item_update'
  readonly itemInfo: WireTree
}

/** The review of a product category of a shop was decided. */
export interface ProductCategoryAuditEvent extends EventCommon {
  readonly event: 'product_category_audit'
  readonly productCategoryAudit: WireTree
}

/** The review of a product of a shop was decided. */
export interface ProductSpuAuditEvent extends EventCommon {
  readonly event: 'product_spu_audit'
  readonly productSpuAudit: WireTree
}

/** A product of a shop was put on the shelf, or taken off it. */
export interface ProductSpuListingEvent extends EventCommon {
  readonly event: 'product_spu_listing'
  readonly productSpuListing: WireTree
}

/** A product of a shop was changed. */
export interface ProductSpuUpdateEvent extends EventCommon {
  readonly event: 'product_spu_update'
  readonly productSpuUpdate: WireTree
}

/** An order of a shop changed its state. */
export interface ProductOrderStatusUpdateEvent extends EventCommon {
  readonly event: 'product_order_status_update'
  readonly productOrderStatusUpdate: WireTree
}

/** An order of a cooperating shop changed. */
export interface CooperationShopOrderEvent extends EventCommon {
  readonly event: 'cooperation_shop_order'
  readonly eventData: WireTree
}

/** An order that another merchant ships; which step is in the name. */
export interface DropshipOrderEvent<E extends string> extends EventCommon {
  readonly event: E
  readonly dsOrderId: string
  /** Unix seconds; of updates. */
  readonly updateTime: number | undefined
}

/** The steps of an order that another merchant ships. */
export type DropshipOrderStep = 'dropship_order_new' | 'dropship_order_update' | 'dropship_order_cancel'

/** A parcel with an electronic waybill moved. */
export interface EwaybillPushPathEvent extends EventCommon {
  readonly event: 'ewaybill_push_path'
  readonly waybillInfo: WireTree
}

/** Orders of a Channels shop. */
export type ChannelsOrderEvents = { readonly [E in ChannelsOrderStep]: ChannelsOrderEvent<E> }
/** Events of a Channels shop of which only the name is known. */
export type ChannelsNamedEvents = { readonly [E in ChannelsNamedEvent]: NamedEvent<E> }
/** Orders that another merchant ships. */
export type DropshipOrderEvents = { readonly [E in DropshipOrderStep]: DropshipOrderEvent<E> }

/** The Channels shop and the shop before it: a product of its own, of which the kit knows the outlines. */
export interface ChannelsShopEvents extends ChannelsOrderEvents, ChannelsNamedEvents, DropshipOrderEvents {
  readonly channels_ec_aftersale_update: ChannelsAftersaleUpdateEvent
  readonly channels_ec_brand: ChannelsBrandEvent
  readonly channels_ec_coupon_receive: ChannelsCouponReceiveEvent
  readonly head_supplier_item_update: HeadSupplierItemUpdateEvent
  readonly product_category_audit: ProductCategoryAuditEvent
  readonly product_spu_audit: ProductSpuAuditEvent
  readonly product_spu_listing: ProductSpuListingEvent
  readonly product_spu_update: ProductSpuUpdateEvent
  readonly product_order_status_update: ProductOrderStatusUpdateEvent
  readonly cooperation_shop_order: CooperationShopOrderEvent
  readonly ewaybill_push_path: EwaybillPushPathEvent
}
