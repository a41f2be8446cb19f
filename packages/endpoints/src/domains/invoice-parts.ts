export interface Invoiceinfo {
  wxopenid: string
  fpqqlsh: string
  nsrsbh: string
  nsrmc: string
  yfpdm: string
  yfphm: string
}

export interface InvoiceUserAuthInfo {
  user_field?: InvoiceUserField
  biz_field?: InvoiceBizField
}

export interface InvoiceUserField {
  title?: string
  phone?: string
  email?: string
  custom_field?: readonly { key?: string; value?: string }[]
}

export interface InvoiceBizField {
  title?: string
  phone?: string
  tax_no?: string
  addr?: string
  bank_type?: string
  bank_no?: string
  custom_field?: readonly { key?: string; value?: string }[]
}

export interface InvoiceCardExt {
  nonce_str?: string
  user_card: InvoiceUserCard
}

export interface InvoiceUserCard {
  invoice_user_data: InvoiceUserData
}

export interface InvoiceUserData {
  title: string
  fee_without_tax: number
  fee: number
  tax: number
  billing_no: string
  billing_code: string
  billing_time: number
  info: readonly { name: string; unit: string; num: number; price: number }[]
  check_code: string
  s_pdf_media_id: string
  s_trip_pdf_media_id?: string
  buyer_number: string
  buyer_address_and_phone?: string
  buyer_bank_account?: string
  seller_number?: string
  seller_address_and_phone?: string
  seller_bank_account?: string
  remarks?: string
  maker?: string
  cashier?: string
}

export interface InvoiceMakeOutInvoiceInvoiceinfo {
  wxopenid: string
  ddh: string
  fpqqlsh: string
  nsrsbh: string
  nsrmc: string
  nsrdz: string
  nsrdh: string
  nsrbank: string
  nsrbankid: string
  ghfnsrsbh?: string
  ghfmc?: string
  ghfdz?: string
  ghfdh?: string
  ghfbank?: string
  ghfbankid?: string
  kpr: string
  skr?: string
  fhr?: string
  jshj: number
  hjje: number
  hjse: number
  bz?: string
  hylx?: number
  invoicedetail_list: readonly Invoicedetail[]
}

export interface Invoicedetail {
  fphxz: number
  spbm: string
  xmmc: string
  dw: string
  ggxh: string
  xmsl: number
  xmdj: number
  xmje: number
  sl: number
  se: number
}

export interface InvoiceInfo {
  base_info: InvoiceBaseInfo
  type: string
  payee: string
}

export interface InvoiceBaseInfo {
  logo_url: string
  title: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
}

export interface InvoiceQueryInvoiceInfoInvoicedetail {
  fpqqlsh?: string
  fpdm?: string
  fphm?: string
  kprq?: string
  jym?: string
  pdfurl?: string
}

export interface InvoiceItem {
  /** Id of a card type. */
  card_id: string
  encrypt_code: string
}

export interface InvoiceReimburseGetInvoiceBatchItem {
  /** Id of a card type. */
  card_id?: string
  begin_time?: number
  end_time?: number
  user_card_status?: string
  /** The user's openid for this account. */
  openid?: string
  type?: string
  payee?: string
  detail?: string
  user_info?: InvoiceUserInfo
}

export interface InvoiceUserInfo {
  title?: string
  fee_without_tax?: number
  fee?: number
  tax?: number
  billing_no?: string
  billing_code?: string
  billing_time?: number
  info?: readonly { name?: string; unit?: string; num?: number; price?: number }[]
  check_code?: string
  reimburse_status?: string
  pdf_url?: string
  trip_pdf_url?: string
  order_id?: string
  buyer_number?: string
  buyer_address_and_phone?: string
  buyer_bank_account?: string
  seller_number?: string
  seller_address_and_phone?: string
  seller_bank_account?: string
  remarks?: string
  maker?: string
  cashier?: string
}

export interface InvoiceAuthField {
  user_field?: InvoiceAuthFieldUserField
  biz_field?: InvoiceAuthFieldBizField
}

export interface InvoiceAuthFieldUserField {
  show_title?: 0 | 1
  show_phone?: 0 | 1
  show_email?: 0 | 1
  custom_field?: readonly { key?: string }[]
}

export interface InvoiceAuthFieldBizField {
  show_title?: 0 | 1
  show_tax_no?: 0 | 1
  show_addr?: 0 | 1
  show_phone?: 0 | 1
  show_bank_type?: 0 | 1
  show_bank_no?: 0 | 1
  custom_field?: readonly { key?: string }[]
}

export interface InvoiceSetAuthFieldAuthField {
  user_field?: InvoiceSetAuthFieldAuthFieldUserField
  biz_field?: InvoiceSetAuthFieldAuthFieldBizField
}

export interface InvoiceSetAuthFieldAuthFieldUserField {
  show_title?: 0 | 1
  show_phone?: 0 | 1
  show_email?: 0 | 1
  custom_field?: readonly { key: string }[]
}

export interface InvoiceSetAuthFieldAuthFieldBizField {
  show_title?: 0 | 1
  show_tax_no?: 0 | 1
  show_addr?: 0 | 1
  show_phone?: 0 | 1
  show_bank_type?: 0 | 1
  show_bank_no?: 0 | 1
  custom_field?: readonly { key: string }[]
}
