import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { FileInput } from '../transfer.js'
import type {
  InvoiceAuthField,
  InvoiceCardExt,
  InvoiceInfo,
  InvoiceItem,
  Invoiceinfo,
  InvoiceMakeOutInvoiceInvoiceinfo,
  InvoiceQueryInvoiceInfoInvoicedetail,
  InvoiceReimburseGetInvoiceBatchItem,
  InvoiceSetAuthFieldAuthField,
  InvoiceUserAuthInfo,
} from './invoice-parts.js'

export type * from './invoice-parts.js'

export interface InvoiceBusinessGetSelectTitleUrlRequest {
  attach?: string
  biz_name?: string
}

export interface InvoiceBusinessGetSelectTitleUrlAnswer extends BaseAnswer {
  url?: string
}

export interface InvoiceBusinessGetUserTitleUrlRequest {
  title?: string
  tax_no?: string
  phone?: string
  addr?: string
  bank_type?: string
  bank_no?: string
  user_fill?: 0 | 1
  out_title_id?: string
}

export interface InvoiceClearOutInvoiceRequest {
  invoiceinfo: Invoiceinfo
}

export interface InvoiceGetAuthDataRequest {
  order_id: string
  s_pappid: string
}

export interface InvoiceGetAuthDataAnswer extends BaseAnswer {
  invoice_status?: string
  auth_time?: number
  user_auth_info?: InvoiceUserAuthInfo
}

export interface InvoiceGetAuthUrlRequest {
  order_id: string
  s_pappid: string
  money: number
  timestamp?: number
  source: string
  redirect_url?: string
  /** The ticket. */
  ticket: string
  type: number
}

export interface InvoiceGetAuthUrlAnswer extends BaseAnswer {
  auth_url?: string
  appid?: string
}

export interface InvoiceInsertRequest {
  order_id: string
  appid?: string
  /** Id of a card type. */
  card_id: string
  card_ext: InvoiceCardExt
}

export interface InvoiceInsertAnswer extends BaseAnswer {
  code?: string
  /** The user's openid for this account. */
  openid?: string
  /** The same user across accounts of one open-platform account. */
  unionid?: string
}

export interface InvoiceMakeOutInvoiceRequest {
  invoiceinfo: InvoiceMakeOutInvoiceInvoiceinfo
}

export interface InvoicePlatformCreateCardRequest {
  invoice_info: InvoiceInfo
}

export interface InvoicePlatformCreateCardAnswer extends BaseAnswer {
  /** Id of a card type. */
  card_id?: string
}

export interface InvoicePlatformGetPdfRequest {
  action?: string
  s_media_id: string
}

export interface InvoicePlatformGetPdfAnswer extends BaseAnswer {
  pdf_url?: string
  pdf_url_expire_time?: number
}

export interface InvoicePlatformSetPdfRequest {
  pdf: FileInput
}

export interface InvoicePlatformSetPdfAnswer extends BaseAnswer {
  s_media_id?: string
}

export interface InvoicePlatformUpdateStatusRequest {
  /** Id of a card type. */
  card_id: string
  code: string
  reimburse_status: string
}

export interface InvoiceQueryInvoiceInfoRequest {
  fpqqlsh: string
  nsrsbh: string
}

export interface InvoiceQueryInvoiceInfoAnswer extends BaseAnswer {
  invoicedetail?: InvoiceQueryInvoiceInfoInvoicedetail
}

export interface InvoiceReimburseGetInvoiceBatchRequest {
  item_list: readonly InvoiceItem[]
}

export interface InvoiceReimburseGetInvoiceBatchAnswer extends BaseAnswer {
  item_list?: readonly InvoiceReimburseGetInvoiceBatchItem[]
}

export interface InvoiceReimburseGetInvoiceInfoRequest {
  /** Id of a card type. */
  card_id: string
  encrypt_code: string
}

export type InvoiceReimburseGetInvoiceInfoAnswer = BaseAnswer & InvoiceReimburseGetInvoiceBatchItem

export interface InvoiceReimburseUpdateInvoiceStatusRequest {
  /** Id of a card type. */
  card_id: string
  encrypt_code: string
  reimburse_status: string
}

export interface InvoiceReimburseUpdateStatusBatchRequest {
  /** The user's openid for this account. */
  openid: string
  reimburse_status: string
  invoice_list: readonly InvoiceItem[]
}

export interface InvoiceRejectInsertRequest {
  order_id: string
  s_pappid: string
  reason: string
  url?: string
}

export interface InvoiceBusinessScanTitleRequest {
  scan_text: string
}

export interface InvoiceBusinessScanTitleAnswer extends BaseAnswer {
  title_type?: number
  title?: string
  tax_no?: string
  phone?: string
  addr?: string
  bank_type?: string
  bank_no?: string
}

export interface InvoiceGetAuthFieldAnswer extends BaseAnswer {
  auth_field?: InvoiceAuthField
}

export interface InvoiceGetContactAnswer extends BaseAnswer {
  contact?: { phone?: string; time_out?: number }
}

export interface InvoiceGetPayMerchantAnswer extends BaseAnswer {
  paymch_info?: { mchid?: string; s_pappid?: string }
}

export interface InvoiceSetAuthFieldRequest {
  auth_field: InvoiceSetAuthFieldAuthField
}

export interface InvoiceSetContactRequest {
  contact: { phone: string; time_out: number }
}

export interface InvoiceSetPayMerchantRequest {
  paymch_info: { mchid: string; s_pappid: string }
}

export interface InvoiceSetUrlAnswer extends BaseAnswer {
  invoice_url?: string
}

export interface InvoiceApi {
  /**
   * Address of the page where a user picks an invoice title for a merchant.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html
   */
  businessGetSelectTitleUrl(
    request?: InvoiceBusinessGetSelectTitleUrlRequest,
    options?: CallOptions,
  ): Promise<InvoiceBusinessGetSelectTitleUrlAnswer>
  /**
   * Address with which a user stores a company's invoice title.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html
   */
  businessGetUserTitleUrl(
    request?: InvoiceBusinessGetUserTitleUrlRequest,
    options?: CallOptions,
  ): Promise<InvoiceBusinessGetSelectTitleUrlAnswer>
  /**
   * Reverses (冲红) an electronic invoice.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#15
   */
  clearOutInvoice(request: InvoiceClearOutInvoiceRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * What a user filled in when agreeing to an invoice.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  getAuthData(request: InvoiceGetAuthDataRequest, options?: CallOptions): Promise<InvoiceGetAuthDataAnswer>
  /**
   * Address of the page where a user agrees to an invoice.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#2
   */
  getAuthUrl(request: InvoiceGetAuthUrlRequest, options?: CallOptions): Promise<InvoiceGetAuthUrlAnswer>
  /**
   * Puts an invoice into a user's cards.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#5
   */
  insert(request: InvoiceInsertRequest, options?: CallOptions): Promise<InvoiceInsertAnswer>
  /**
   * Issues an electronic invoice.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#14
   */
  makeOutInvoice(request: InvoiceMakeOutInvoiceRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Creates the card template that invoices of a platform use.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#2
   */
  platformCreateCard(
    request: InvoicePlatformCreateCardRequest,
    options?: CallOptions,
  ): Promise<InvoicePlatformCreateCardAnswer>
  /**
   * Address of an invoice's PDF.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#4
   */
  platformGetPdf(request: InvoicePlatformGetPdfRequest, options?: CallOptions): Promise<InvoicePlatformGetPdfAnswer>
  /**
   * Uploads the PDF of an invoice.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#3
   */
  platformSetPdf(request: InvoicePlatformSetPdfRequest, options?: CallOptions): Promise<InvoicePlatformSetPdfAnswer>
  /**
   * Sets the reimbursement state of an invoice, for the platform that issued it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#6
   */
  platformUpdateStatus(request: InvoicePlatformUpdateStatusRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * How an electronic invoice stands.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#16
   */
  queryInvoiceInfo(
    request: InvoiceQueryInvoiceInfoRequest,
    options?: CallOptions,
  ): Promise<InvoiceQueryInvoiceInfoAnswer>
  /**
   * Several invoices, for reimbursement.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#6
   */
  reimburseGetInvoiceBatch(
    request: InvoiceReimburseGetInvoiceBatchRequest,
    options?: CallOptions,
  ): Promise<InvoiceReimburseGetInvoiceBatchAnswer>
  /**
   * One invoice, for reimbursement.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#5
   */
  reimburseGetInvoiceInfo(
    request: InvoiceReimburseGetInvoiceInfoRequest,
    options?: CallOptions,
  ): Promise<InvoiceReimburseGetInvoiceInfoAnswer>
  /**
   * Locks, unlocks or settles an invoice.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#7
   */
  reimburseUpdateInvoiceStatus(
    request: InvoiceReimburseUpdateInvoiceStatusRequest,
    options?: CallOptions,
  ): Promise<BaseAnswer>
  /**
   * Locks, unlocks or settles several invoices of one user: all or none.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#8
   */
  reimburseUpdateStatusBatch(
    request: InvoiceReimburseUpdateStatusBatchRequest,
    options?: CallOptions,
  ): Promise<BaseAnswer>
  /**
   * Refuses to issue an invoice that a user agreed to, and tells why.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#8
   */
  rejectInsert(request: InvoiceRejectInsertRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Reads an invoice title from the QR code a user shows.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html
   */
  businessScanTitle(
    request: InvoiceBusinessScanTitleRequest,
    options?: CallOptions,
  ): Promise<InvoiceBusinessScanTitleAnswer>
  /**
   * Fields that the invoice page asks users for.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  getAuthField(request?: NoRequest, options?: CallOptions): Promise<InvoiceGetAuthFieldAnswer>
  /**
   * The merchant's contact data for invoices.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#18
   */
  getContact(request?: NoRequest, options?: CallOptions): Promise<InvoiceGetContactAnswer>
  /**
   * The payment merchant that invoices are bound to.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  getPayMerchant(request?: NoRequest, options?: CallOptions): Promise<InvoiceGetPayMerchantAnswer>
  /**
   * Sets the fields that the invoice page asks users for.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  setAuthField(request: InvoiceSetAuthFieldRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Sets the merchant's contact data for invoices.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#17
   */
  setContact(request: InvoiceSetContactRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Binds invoices to a payment merchant.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  setPayMerchant(request: InvoiceSetPayMerchantRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Address with which a merchant connects to the invoice platform.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#1
   */
  setUrl(request?: NoRequest, options?: CallOptions): Promise<InvoiceSetUrlAnswer>
}

export const invoiceTable = {
  businessGetSelectTitleUrl: {
    call: 'POST /card/invoice/biz/getselecttitleurl',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html',
  },
  businessGetUserTitleUrl: {
    call: 'POST /card/invoice/biz/getusertitleurl',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html',
  },
  clearOutInvoice: {
    call: 'POST /card/invoice/clearoutinvoice',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#15',
  },
  getAuthData: {
    call: 'POST /card/invoice/getauthdata',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  getAuthUrl: {
    call: 'POST /card/invoice/getauthurl',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#2',
  },
  insert: {
    call: 'POST /card/invoice/insert',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#5',
  },
  makeOutInvoice: {
    call: 'POST /card/invoice/makeoutinvoice',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#14',
  },
  platformCreateCard: {
    call: 'POST /card/invoice/platform/createcard',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#2',
  },
  platformGetPdf: {
    call: 'POST /card/invoice/platform/getpdf',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#4',
  },
  platformSetPdf: {
    call: 'POST /card/invoice/platform/setpdf',
    body: 'multipart',
    content: 'pdf',
    stringIds: ['s_media_id'],
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#3',
  },
  platformUpdateStatus: {
    call: 'POST /card/invoice/platform/updatestatus',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#6',
  },
  queryInvoiceInfo: {
    call: 'POST /card/invoice/queryinvoceinfo',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#16',
  },
  reimburseGetInvoiceBatch: {
    call: 'POST /card/invoice/reimburse/getinvoicebatch',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#6',
  },
  reimburseGetInvoiceInfo: {
    call: 'POST /card/invoice/reimburse/getinvoiceinfo',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#5',
  },
  reimburseUpdateInvoiceStatus: {
    call: 'POST /card/invoice/reimburse/updateinvoicestatus',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#7',
  },
  reimburseUpdateStatusBatch: {
    call: 'POST /card/invoice/reimburse/updatestatusbatch',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#8',
  },
  rejectInsert: {
    call: 'POST /card/invoice/rejectinsert',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#8',
  },
  businessScanTitle: {
    call: 'POST /card/invoice/scantitle',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html',
  },
  getAuthField: {
    call: 'POST /card/invoice/setbizattr?action=get_auth_field',
    body: 'json-empty',
    query: ['action'],
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  getContact: {
    call: 'POST /card/invoice/setbizattr?action=get_contact',
    body: 'json-empty',
    query: ['action'],
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#18',
  },
  getPayMerchant: {
    call: 'POST /card/invoice/setbizattr?action=get_pay_mch',
    body: 'json-empty',
    query: ['action'],
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  setAuthField: {
    call: 'POST /card/invoice/setbizattr?action=set_auth_field',
    query: ['action'],
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  setContact: {
    call: 'POST /card/invoice/setbizattr?action=set_contact',
    query: ['action'],
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#17',
  },
  setPayMerchant: {
    call: 'POST /card/invoice/setbizattr?action=set_pay_mch',
    query: ['action'],
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  setUrl: {
    call: 'POST /card/invoice/seturl',
    body: 'json-empty',
    docs: 'doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#1',
  },
} as const

/** One row for each method of {@link InvoiceApi}. */
export const invoiceRows: Rows<InvoiceApi> = /* @__PURE__ */ expandRows<InvoiceApi, typeof invoiceTable>(
  'invoice',
  invoiceTable,
)
