import type { NamedEvent } from './channels-shop.js'

/** What only couriers receive: parcels. */
export type ParcelCarrierEvent =
  | 'add_waybill'
  | 'cancel_waybill'
  | 'check_biz'
  | 'get_quota'
  | 'update_business_bind_result'
  | 'add_single_waybill'
  | 'cancel_single_waybill'
  | 'query_single_waybill'
  | 'query_single_waybill_fee'
  | 'notify_single_waybill_pay'
  | 'remind_waybill'
  | 'waybill_complaint'
  | 'waybill_evaluate_agent'
  | 'waybill_query_expect_time_range'

/** What only couriers receive: instant delivery. */
export type InstantCarrierEvent =
  | 'transport_add_order'
  | 'transport_add_tips'
  | 'transport_cancel_order'
  | 'transport_confirm_return_to_biz'
  | 'transport_get_agent_pos'
  | 'transport_precancel_order'
  | 'transport_precreate_order'
  | 'transport_query_order_status'
  | 'transport_readd_order'
  | 'transport_set_rider_score'
  | 'mock_update_order_status'
  | 'get_auth_info'
  | 'get_pre_auth_code'
  | 'cancel_auth_account'

/** What couriers receive; each push needs an answer of its own (`reply.ack({ fields })`), what it holds is in `fields`. */
export type CarrierEvents = { readonly [E in ParcelCarrierEvent | InstantCarrierEvent]: NamedEvent<E> }
