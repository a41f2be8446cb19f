import type { EventCommon } from '../../common.js'

/** A user authorised an invoice; one of the two order ids is set. */
export interface UserAuthorizeInvoiceEvent extends EventCommon {
  readonly event: 'user_authorize_invoice'
  readonly succOrderId: string | undefined
  readonly failOrderId: string | undefined
  readonly authorizeAppId: string | undefined
  /** `Source` (the header has a `source` of its own). */
  readonly invoiceSource: string | undefined
}

/** An invoice was locked, released or reimbursed. */
export interface UpdateInvoiceStatusEvent extends EventCommon {
  readonly event: 'update_invoice_status'
  readonly status: string
  readonly cardId: string
  readonly code: string
}

/** A user submitted who the invoice is for. */
export interface SubmitInvoiceTitleEvent extends EventCommon {
  readonly event: 'submit_invoice_title'
  readonly title: string
  readonly phone: string | undefined
  readonly taxNo: string | undefined
  readonly addr: string | undefined
  readonly bankType: string | undefined
  readonly bankNo: string | undefined
  readonly attach: string | undefined
  readonly titleType: string
}

/** Cloud invoicing has a result. */
export interface CloudInvoiceResultEvent extends EventCommon {
  readonly event: 'cloud_invoice_invoiceresult_event'
  readonly status: number | undefined
  readonly fpqqlsh: string
  readonly nsrsbh: string
}

/** Electronic invoices. */
export interface InvoiceEvents {
  readonly user_authorize_invoice: UserAuthorizeInvoiceEvent
  readonly update_invoice_status: UpdateInvoiceStatusEvent
  readonly submit_invoice_title: SubmitInvoiceTitleEvent
  readonly cloud_invoice_invoiceresult_event: CloudInvoiceResultEvent
}
