import { instantCarrier, parcelCarrier, plain, plainGuaranteed } from './ack.js'
import type { CarrierEvents } from './events/carriers.js'
import type { ChannelsShopEvents } from './events/channels-shop.js'
import { opt, type RowsOf, req, tree } from './row.js'

const shop = { section: 'B6', status: 'current', audience: 'mini-program', ack: plain, replies: false } as const
const named = { ...shop, fields: {} } as const
const order = { ...shop, fields: { orderInfo: tree('order_info') } } as const
const dropship = {
  ...shop,
  fields: { dsOrderId: req('id', 'ds_order_id'), updateTime: opt('time', 'update_time') },
} as const

export const channelsShopRows: RowsOf<ChannelsShopEvents> = {
  channels_ec_order_new: { ...order, wire: 'channels_ec_order_new', doc: 'An order was placed.' },
  channels_ec_order_cancel: { ...order, wire: 'channels_ec_order_cancel', doc: 'An order was cancelled.' },
  channels_ec_order_pay: { ...order, wire: 'channels_ec_order_pay', doc: 'An order was paid.', ack: plainGuaranteed },
  channels_ec_order_deliver: { ...order, wire: 'channels_ec_order_deliver', doc: 'An order was shipped.' },
  channels_ec_order_confirm: {
    ...order,
    wire: 'channels_ec_order_confirm',
    doc: 'A user confirmed that an order arrived.',
  },
  channels_ec_order_settle: {
    ...order,
    wire: 'channels_ec_order_settle',
    doc: 'An order was settled.',
    ack: plainGuaranteed,
  },
  channels_ec_order_ext_info_update: {
    ...order,
    wire: 'channels_ec_order_ext_info_update',
    doc: 'What an order says beside its goods was changed.',
  },
  channels_ec_present_aftersale_update: {
    ...named,
    wire: 'channels_ec_present_aftersale_update',
    doc: 'The after-sale case of a present went on.',
  },
  channels_ec_complaint_update: { ...named, wire: 'channels_ec_complaint_update', doc: 'A complaint went on.' },
  channels_ec_guarantee_update: {
    ...named,
    wire: 'channels_ec_guarantee_update',
    doc: 'A claim to the guarantee went on.',
  },
  channels_ec_stock_no_enough: { ...named, wire: 'channels_ec_stock_no_enough', doc: 'A product is running out.' },
  channels_ec_sharer_change: { ...named, wire: 'channels_ec_sharer_change', doc: 'A sharer came or went.' },
  channels_ec_vip_user_auto_add: {
    ...named,
    wire: 'channels_ec_vip_user_auto_add',
    doc: 'A user became a member by themselves.',
  },
  channels_ec_vip_user_info_get: {
    ...named,
    wire: 'channels_ec_vip_user_info_get',
    doc: 'What a member has is asked for.',
  },
  channels_ec_aftersale_update: {
    ...shop,
    wire: 'channels_ec_aftersale_update',
    doc: 'An after-sale case of a Channels shop went on.',
    fields: { finderShopAftersaleStatusUpdate: tree('finder_shop_aftersale_status_update') },
  },
  channels_ec_brand: {
    ...shop,
    wire: 'channels_ec_brand',
    doc: 'The review of a brand of a Channels shop went on.',
    fields: { brandEvent: tree('BrandEvent') },
  },
  channels_ec_coupon_receive: {
    ...shop,
    wire: 'channels_ec_coupon_receive',
    doc: 'A user took a coupon of a Channels shop.',
    fields: { receiveInfo: tree('receive_info') },
  },
  head_supplier_item_update: {
    ...shop,
    wire: 'head_supplier_item_update',
    doc: 'A product of a supplier alliance changed.',
    fields: { itemInfo: tree('item_info') },
  },
  product_category_audit: {
    ...shop,
    wire: 'product_category_audit',
    doc: 'The review of a product category of a shop was decided.',
    fields: { productCategoryAudit: tree('ProductCategoryAudit') },
  },
  product_spu_audit: {
    ...shop,
    wire: 'product_spu_audit',
    doc: 'The review of a product of a shop was decided.',
    fields: { productSpuAudit: tree('ProductSpuAudit') },
  },
  product_spu_listing: {
    ...shop,
    wire: 'product_spu_listing',
    doc: 'A product of a shop was put on the shelf, or taken off it.',
    fields: { productSpuListing: tree('ProductSpuListing') },
  },
  product_spu_update: {
    ...shop,
    wire: 'product_spu_update',
    doc: 'A product of a shop was changed.',
    fields: { productSpuUpdate: tree('ProductSpuUpdate') },
  },
  product_order_status_update: {
    ...shop,
    wire: 'product_order_status_update',
    doc: 'An order of a shop changed its state.',
    fields: { productOrderStatusUpdate: tree('ProductOrderStatusUpdate') },
  },
  cooperation_shop_order: {
    ...shop,
    wire: 'cooperation_shop_order',
    doc: 'An order of a cooperating shop changed.',
    fields: { eventData: tree('EventData') },
  },
  ewaybill_push_path: {
    ...shop,
    wire: 'ewaybill_push_path',
    doc: 'A parcel with an electronic waybill moved.',
    fields: { waybillInfo: tree('waybill_info') },
  },
  dropship_order_new: { ...dropship, wire: 'dropship_order_new', doc: 'Another merchant is to ship an order.' },
  dropship_order_update: {
    ...dropship,
    wire: 'dropship_order_update',
    doc: 'An order that another merchant ships was changed.',
  },
  dropship_order_cancel: {
    ...dropship,
    wire: 'dropship_order_cancel',
    doc: 'Another merchant is not to ship an order any more.',
  },
}

const parcel = { ...named, ack: parcelCarrier } as const
const instant = { ...named, ack: instantCarrier } as const

export const carrierRows: RowsOf<CarrierEvents> = {
  add_waybill: { ...parcel, wire: 'add_waybill', doc: 'A shop orders a parcel.' },
  cancel_waybill: { ...parcel, wire: 'cancel_waybill', doc: 'A shop cancels a parcel.' },
  check_biz: { ...parcel, wire: 'check_biz', doc: 'A shop wants to be your customer.' },
  get_quota: { ...parcel, wire: 'get_quota', doc: 'A shop asks how many waybills it has left.' },
  update_business_bind_result: {
    ...parcel,
    wire: 'update_business_bind_result',
    doc: 'A shop was tied to its account with you, or released.',
  },
  add_single_waybill: { ...parcel, wire: 'add_single_waybill', doc: 'A user orders a parcel.' },
  cancel_single_waybill: { ...parcel, wire: 'cancel_single_waybill', doc: 'A user cancels a parcel.' },
  query_single_waybill: { ...parcel, wire: 'query_single_waybill', doc: 'A user asks how a parcel fares.' },
  query_single_waybill_fee: { ...parcel, wire: 'query_single_waybill_fee', doc: 'A user asks what a parcel costs.' },
  notify_single_waybill_pay: { ...parcel, wire: 'notify_single_waybill_pay', doc: 'A user has paid for a parcel.' },
  remind_waybill: { ...parcel, wire: 'remind_waybill', doc: 'A user wants a parcel to be hurried up.' },
  waybill_complaint: { ...parcel, wire: 'waybill_complaint', doc: 'A user complains about a parcel.' },
  waybill_evaluate_agent: { ...parcel, wire: 'waybill_evaluate_agent', doc: 'A user rates who brought a parcel.' },
  waybill_query_expect_time_range: {
    ...parcel,
    wire: 'waybill_query_expect_time_range',
    doc: 'A user asks when a parcel can be fetched.',
  },
  transport_add_order: { ...instant, wire: 'transport_add_order', doc: 'A shop orders a delivery.' },
  transport_add_tips: {
    ...instant,
    wire: 'transport_add_tips',
    doc: 'A shop adds a tip to a delivery nobody has taken.',
  },
  transport_cancel_order: { ...instant, wire: 'transport_cancel_order', doc: 'A shop cancels a delivery.' },
  transport_confirm_return_to_biz: {
    ...instant,
    wire: 'transport_confirm_return_to_biz',
    doc: 'A shop confirms that goods came back.',
  },
  transport_get_agent_pos: { ...instant, wire: 'transport_get_agent_pos', doc: 'A shop asks where the rider is.' },
  transport_precancel_order: {
    ...instant,
    wire: 'transport_precancel_order',
    doc: 'A shop asks what it costs to cancel.',
  },
  transport_precreate_order: {
    ...instant,
    wire: 'transport_precreate_order',
    doc: 'A shop asks what a delivery costs.',
  },
  transport_query_order_status: {
    ...instant,
    wire: 'transport_query_order_status',
    doc: 'A shop asks how a delivery fares.',
  },
  transport_readd_order: { ...instant, wire: 'transport_readd_order', doc: 'A shop orders a delivery again.' },
  transport_set_rider_score: { ...instant, wire: 'transport_set_rider_score', doc: 'A shop rates the rider.' },
  mock_update_order_status: {
    ...instant,
    wire: 'mock_update_order_status',
    doc: 'A shop tries out how a delivery changes its state.',
  },
  get_auth_info: { ...instant, wire: 'get_auth_info', doc: 'WeChat asks for what an authorisation code stands for.' },
  get_pre_auth_code: {
    ...instant,
    wire: 'get_pre_auth_code',
    doc: 'WeChat asks for a code to begin an authorisation with.',
  },
  cancel_auth_account: { ...instant, wire: 'cancel_auth_account', doc: 'A shop withdraws its authorisation.' },
}
