import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type {
  NontaxCardExt,
  NontaxGetOrderItem,
  NontaxInvoiceInfo,
  NontaxMicroPayItem,
  NontaxMiniprogram,
  NontaxNotifyHistory,
  NontaxPartialRefundInfo,
  NontaxSceneInfo,
  NontaxVehiclePayApplySceneInfo,
} from './nontax-parts.js'

export type * from './nontax-parts.js'

export interface NontaxCreateBillCardRequest {
  invoice_info: NontaxInvoiceInfo
}

export interface NontaxCreateBillCardAnswer extends BaseAnswer {
  /** Id of a card type. */
  card_id?: string
}

export interface NontaxDownloadBillRequest {
  appid?: string
  mch_id?: string
  bill_date: string
  bill_type?: string
}

export interface NontaxDownloadBillAnswer extends BaseAnswer {
  content?: string
}

export interface NontaxGetBillAuthUrlRequest {
  order_id: string
  s_pappid: string
  money: number
  timestamp?: number
  source: string
  redirect_url?: string
  /** The ticket. */
  ticket: string
}

export interface NontaxGetBillAuthUrlAnswer extends BaseAnswer {
  auth_url?: string
  expire_time?: number
}

export interface NontaxGetOrderRequest {
  appid?: string
  service_id?: number
  order_id: string
}

export interface NontaxGetOrderAnswer extends BaseAnswer {
  order_id?: string
  appid?: string
  /** The user's openid for this account. */
  openid?: string
  desc?: string
  fee_type?: number
  fee?: number
  status?: number
  trans_id?: string
  bank_id?: string
  bank_name?: string
  bank_account?: string
  refund_out_id?: string
  refund_order_id?: string
  refund_reason?: string
  refund_finish_time?: number
  partial_refund_info?: readonly NontaxPartialRefundInfo[]
  order_no?: string
  department_code?: string
  department_name?: string
  payment_notice_type?: number
  payment_notice_no?: string
  payment_info_source?: number
  bill_type_code?: string
  bill_no?: string
  region_code?: string
  scene?: string
  items?: readonly NontaxGetOrderItem[]
  notify_history?: readonly NontaxNotifyHistory[]
  pay_finish_time?: number
  /** Unix seconds. */
  create_time?: number
}

export interface NontaxGetOrderListRequest {
  appid?: string
  order_no?: string
  payment_notice_no?: string
  department_code: string
  region_code: string
}

export interface NontaxGetOrderListAnswer extends BaseAnswer {
  order_id_list?: readonly string[]
  paid_order_id?: string
}

export interface NontaxGetRealNameRequest {
  wx_realname_token: string
}

export interface NontaxGetRealNameAnswer extends BaseAnswer {
  key_encrypt_type?: string
  key?: string
  data_encrypt_type?: string
  data?: string
}

export interface NontaxInsertBillRequest {
  order_id: string
  appid?: string
  /** Id of a card type. */
  card_id: string
  card_ext: NontaxCardExt
}

export interface NontaxInsertBillAnswer extends BaseAnswer {
  code?: string
  /** The user's openid for this account. */
  openid?: string
}

export interface NontaxMicroPayRequest {
  appid?: string
  bank_id?: string
  bank_account?: string
  mch_id?: string
  desc: string
  fee: number
  order_no?: string
  payment_notice_type?: number
  payment_notice_no?: string
  payment_notice_create_time: number
  payment_expire_date: string
  user_name?: string
  department_code: string
  department_name: string
  region_code: string
  auth_code: string
  items: readonly NontaxMicroPayItem[]
}

export interface NontaxMicroPayAnswer extends BaseAnswer {
  order_id?: string
}

export interface NontaxMockNotificationRequest {
  appid?: string
  url: string
  version: number
}

export interface NontaxNotifyInconsistentOrderRequest {
  appid?: string
  order_id?: string
}

export interface NontaxQueryFeeRequest {
  appid?: string
  service_id?: number
  bank_id?: string
  payment_notice_type?: number
  payment_notice_no: string
  department_code: string
  region_code: string
}

export interface NontaxQueryFeeAnswer extends BaseAnswer {
  fee?: number
  user_name?: string
  department_code?: string
  department_name?: string
  payment_notice_type?: number
  payment_notice_no?: string
  payment_notice_create_time?: number
  payment_expire_date?: number
  region_code?: string
  items?: readonly NontaxGetOrderItem[]
}

export interface NontaxRefundRequest {
  appid?: string
  order_id: string
  reason: string
  refund_fee?: number
  refund_out_id?: string
}

export interface NontaxRefundAnswer extends BaseAnswer {
  refund_order_id?: string
}

export interface NontaxUnifiedOrderRequest {
  appid?: string
  service_id?: number
  trade_type?: string
  bank_id?: string
  bank_account?: string
  mch_id?: string
  /** The user's openid for this account. */
  openid?: string
  app_appid?: string
  desc: string
  fee: number
  return_url?: string
  ip: string
  order_no?: string
  payment_notice_type?: number
  payment_notice_no?: string
  payment_notice_create_time: number
  payment_expire_date: string
  user_name?: string
  department_code: string
  department_name: string
  region_code: string
  scene: string
  items: readonly NontaxMicroPayItem[]
  auto_call_pay?: boolean
}

export interface NontaxUnifiedOrderAnswer extends BaseAnswer {
  order_id?: string
  pay_url?: string
  miniprogram?: NontaxMiniprogram
}

export interface NontaxVehicleEntranceNotifyRequest {
  appid?: string
  bank_id?: string
  bank_account?: string
  mch_id?: string
  region_code: string
  trade_scene: string
  scene_info: NontaxSceneInfo
}

export interface NontaxVehicleEntranceNotifyAnswer extends BaseAnswer {
  user_state?: string
}

export interface NontaxVehiclePayApplyRequest {
  appid?: string
  bank_id?: string
  bank_account?: string
  mch_id?: string
  desc: string
  fee: number
  order_no?: string
  payment_notice_type?: number
  payment_notice_no?: string
  department_code: string
  department_name: string
  region_code?: string
  goods_tag?: string
  trade_scene: string
  scene_info: NontaxVehiclePayApplySceneInfo
}

export interface NontaxVehicleQueryStateRequest {
  appid?: string
  bank_id?: string
  bank_account?: string
  mch_id?: string
  region_code: string
  trade_scene: string
  jump_scene?: string
  /** The user's openid for this account. */
  openid?: string
  plate_number?: string
  material_info?: string
  channel_type?: string
}

export interface NontaxVehicleQueryStateAnswer extends BaseAnswer {
  user_state?: string
  /** The user's openid for this account. */
  openid?: string
  path?: string
  plate_number_info?: readonly string[]
  authorize_package?: Readonly<Record<string, string>>
}

export interface NontaxApi {
  /**
   * Creates the card template for electronic receipts.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Nontax_Bill/API_list.html#3.2
   */
  createBillCard(request: NontaxCreateBillCardRequest, options?: CallOptions): Promise<NontaxCreateBillCardAnswer>
  /**
   * Downloads the reconciliation of a day.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Non_tax_pay/API_document.html#6.1.5
   */
  downloadBill(request: NontaxDownloadBillRequest, options?: CallOptions): Promise<NontaxDownloadBillAnswer>
  /**
   * Address of the page where a user agrees to a receipt.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Nontax_Bill/API_list.html#2.2
   */
  getBillAuthUrl(request: NontaxGetBillAuthUrlRequest, options?: CallOptions): Promise<NontaxGetBillAuthUrlAnswer>
  /**
   * One payment order.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxgetorder
   */
  getOrder(request: NontaxGetOrderRequest, options?: CallOptions): Promise<NontaxGetOrderAnswer>
  /**
   * Ids of a user's payment orders.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxgetorderlist
   */
  getOrderList(request: NontaxGetOrderListRequest, options?: CallOptions): Promise<NontaxGetOrderListAnswer>
  /**
   * Real-name data of a user who agreed to it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Non_tax_pay/API_document.html#9.3
   */
  getRealName(request: NontaxGetRealNameRequest, options?: CallOptions): Promise<NontaxGetRealNameAnswer>
  /**
   * Puts an electronic receipt into a user's cards.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Nontax_Bill/API_list.html#3.5
   */
  insertBill(request: NontaxInsertBillRequest, options?: CallOptions): Promise<NontaxInsertBillAnswer>
  /**
   * Takes a payment from the code a user shows.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxmicropay
   */
  microPay(request: NontaxMicroPayRequest, options?: CallOptions): Promise<NontaxMicroPayAnswer>
  /**
   * Has a test notification of a payment sent to you.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxmocknotification
   */
  mockNotification(request: NontaxMockNotificationRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Has a test query of fees sent to you.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxmockqueryfee
   */
  mockQueryFee(request: NontaxMockNotificationRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Reports an order whose states differ.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxnotifyinconsistentorder
   */
  notifyInconsistentOrder(request?: NontaxNotifyInconsistentOrderRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Fees of a payment notice.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxqueryfee
   */
  queryFee(request: NontaxQueryFeeRequest, options?: CallOptions): Promise<NontaxQueryFeeAnswer>
  /**
   * Refunds a payment.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxrefund
   */
  refund(request: NontaxRefundRequest, options?: CallOptions): Promise<NontaxRefundAnswer>
  /**
   * Creates a payment order.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/nontaxpay/api_nontaxunifiedorder
   */
  unifiedOrder(request: NontaxUnifiedOrderRequest, options?: CallOptions): Promise<NontaxUnifiedOrderAnswer>
  /**
   * Tells that a vehicle has driven in.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Non_tax_pay/Non-tax_driver_platform.html#2.2
   */
  vehicleEntranceNotify(
    request: NontaxVehicleEntranceNotifyRequest,
    options?: CallOptions,
  ): Promise<NontaxVehicleEntranceNotifyAnswer>
  /**
   * Asks for a payment without a password, for a vehicle.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Non_tax_pay/Non-tax_driver_platform.html#2.3
   */
  vehiclePayApply(request: NontaxVehiclePayApplyRequest, options?: CallOptions): Promise<NontaxMicroPayAnswer>
  /**
   * Whether a vehicle may pay without a password.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Non_tax_pay/Non-tax_driver_platform.html#2.1
   */
  vehicleQueryState(
    request: NontaxVehicleQueryStateRequest,
    options?: CallOptions,
  ): Promise<NontaxVehicleQueryStateAnswer>
}

export const nontaxTable = {
  createBillCard: {
    call: 'POST /nontax/createbillcard',
    docs: 'doc/offiaccount/WeChat_Invoice/Nontax_Bill/API_list.html#3.2',
  },
  downloadBill: {
    call: 'POST /nontax/downloadbill',
    retry: 'safe',
    docs: 'doc/offiaccount/Non_tax_pay/API_document.html#6.1.5',
  },
  getBillAuthUrl: {
    call: 'POST /nontax/getbillauthurl',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/Nontax_Bill/API_list.html#2.2',
  },
  getOrder: { call: 'POST /nontax/getorder', retry: 'safe', docs: 'doc/service/api/nontaxpay/api_nontaxgetorder' },
  getOrderList: {
    call: 'POST /nontax/getorderlist',
    retry: 'safe',
    docs: 'doc/service/api/nontaxpay/api_nontaxgetorderlist',
  },
  getRealName: {
    call: 'POST /nontax/getrealname',
    retry: 'safe',
    docs: 'doc/offiaccount/Non_tax_pay/API_document.html#9.3',
  },
  insertBill: { call: 'POST /nontax/insertbill', docs: 'doc/offiaccount/WeChat_Invoice/Nontax_Bill/API_list.html#3.5' },
  microPay: { call: 'POST /nontax/micropay', docs: 'doc/service/api/nontaxpay/api_nontaxmicropay' },
  mockNotification: {
    call: 'POST /nontax/mocknotification',
    docs: 'doc/service/api/nontaxpay/api_nontaxmocknotification',
  },
  mockQueryFee: { call: 'POST /nontax/mockqueryfee', docs: 'doc/service/api/nontaxpay/api_nontaxmockqueryfee' },
  notifyInconsistentOrder: {
    call: 'POST /nontax/notifyinconsistentorder',
    docs: 'doc/service/api/nontaxpay/api_nontaxnotifyinconsistentorder',
  },
  queryFee: { call: 'POST /nontax/queryfee', retry: 'safe', docs: 'doc/service/api/nontaxpay/api_nontaxqueryfee' },
  refund: { call: 'POST /nontax/refund', docs: 'doc/service/api/nontaxpay/api_nontaxrefund' },
  unifiedOrder: { call: 'POST /nontax/unifiedorder', docs: 'doc/service/api/nontaxpay/api_nontaxunifiedorder' },
  vehicleEntranceNotify: {
    call: 'POST /nontax/vehicle/entrancenotify',
    docs: 'doc/offiaccount/Non_tax_pay/Non-tax_driver_platform.html#2.2',
  },
  vehiclePayApply: {
    call: 'POST /nontax/vehicle/payapply',
    docs: 'doc/offiaccount/Non_tax_pay/Non-tax_driver_platform.html#2.3',
  },
  vehicleQueryState: {
    call: 'POST /nontax/vehicle/querystate',
    retry: 'safe',
    docs: 'doc/offiaccount/Non_tax_pay/Non-tax_driver_platform.html#2.1',
  },
} as const

/** One row for each method of {@link NontaxApi}. */
export const nontaxRows: Rows<NontaxApi> = /* @__PURE__ */ expandRows<NontaxApi, typeof nontaxTable>(
  'nontax',
  nontaxTable,
)
