export interface NontaxInvoiceInfo {
  base_info: { logo_url: string }
  payee: string
}

export interface NontaxPartialRefundInfo {
  refund_out_id?: string
  refund_order_id?: string
  refund_fee?: number
  refund_reason?: string
  refund_status?: string
  refund_finish_time?: number
}

export interface NontaxGetOrderItem {
  no?: number
  item_id?: string
  item_name?: string
  overdue?: number
  penalty?: number
  fee?: number
}

export interface NontaxNotifyHistory {
  appid?: string
  name?: string
  notify_detail?: readonly NontaxNotifyDetail[]
  notify_cnt?: number
}

export interface NontaxNotifyDetail {
  errcode?: number
  errmsg?: string
  ret?: number
  ret_errmsg?: string
  url?: string
  wxnontaxstr?: string
  status?: number
  cost_time?: number
  notify_time?: number
  third_resp?: string
  third_resp_data?: string
}

export interface NontaxCardExt {
  user_card: NontaxUserCard
}

export interface NontaxUserCard {
  invoice_user_data: NontaxInvoiceUserData
}

export interface NontaxInvoiceUserData {
  title: string
  fee: number
  billing_no: string
  billing_code: string
  billing_time: number
  s_pdf_media_id: string
}

export interface NontaxMicroPayItem {
  no: number
  item_id: string
  item_name: string
  overdue?: number
  penalty?: number
  fee: number
}

export interface NontaxMiniprogram {
  appid?: string
  pagepath?: string
  query_string?: string
  business_type?: string
}

export interface NontaxSceneInfo {
  start_time: number
  plate_number: string
  car_type?: string
  notify_url?: string
  parking_name?: string
  /** The user's openid for this account. */
  openid?: string
  free_time?: number
}

export interface NontaxVehiclePayApplySceneInfo {
  start_time: number
  end_time?: number
  charging_time?: number
  plate_number: string
  car_type?: string
  parking_name?: string
  space_number?: string
  /** The user's openid for this account. */
  openid?: string
  entrance_name?: string
  exit_name?: string
  carrying_capacity?: string
  carrying_range?: string
  channel_type?: string
}
