import type { EventCommon } from '../../common.js'
import { plain } from '../ack.js'
import { opt, type RowsOf, req } from '../row.js'

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

export const invoiceRows: RowsOf<InvoiceEvents> = {
  user_authorize_invoice: {
    wire: 'user_authorize_invoice',
    section: 'A8',
    doc: 'A user authorised an invoice; one of the two order ids is set.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      succOrderId: opt('string', 'SuccOrderId'),
      failOrderId: opt('string', 'FailOrderId'),
      authorizeAppId: opt('string', 'AuthorizeAppId', 'AppId'),
      invoiceSource: opt('string', 'Source', 'source'),
    },
  },
  update_invoice_status: {
    wire: 'update_invoice_status',
    section: 'A8',
    doc: 'An invoice was locked, released or reimbursed.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: { status: req('string', 'Status'), cardId: req('string', 'CardId'), code: req('string', 'Code') },
  },
  submit_invoice_title: {
    wire: 'submit_invoice_title',
    section: 'A8',
    doc: 'A user submitted who the invoice is for.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      title: req('string', 'title'),
      phone: opt('string', 'phone'),
      taxNo: opt('string', 'tax_no'),
      addr: opt('string', 'addr'),
      bankType: opt('string', 'bank_type'),
      bankNo: opt('string', 'bank_no'),
      attach: opt('string', 'attach'),
      titleType: req('string', 'title_type'),
    },
  },
  cloud_invoice_invoiceresult_event: {
    wire: 'cloud_invoice_invoiceresult_event',
    section: 'A8',
    doc: 'Cloud invoicing has a result.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: { status: req('integer', 'status'), fpqqlsh: req('string', 'fpqqlsh'), nsrsbh: req('string', 'nsrsbh') },
  },
}
