import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface TicketGetTicketRequest {
  /** jsapi or wx_card. */
  type: 'jsapi' | 'wx_card'
}

export interface TicketGetTicketAnswer extends BaseAnswer {
  /** The ticket. */
  ticket: string
  /** Seconds the token or ticket lasts. */
  expires_in: number
}

export interface TicketApi {
  /**
   * Ticket that signs pages for the JS-SDK (`jsapi`) or cards (`wx_card`); lasts two hours, keep it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html#54
   */
  getTicket(request: TicketGetTicketRequest, options?: CallOptions): Promise<TicketGetTicketAnswer>
}

export const ticketTable = {
  getTicket: { call: 'GET /cgi-bin/ticket/getticket', docs: 'doc/offiaccount/OA_Web_Apps/JS-SDK.html#54' },
} as const

/** One row for each method of {@link TicketApi}. */
export const ticketRows: Rows<TicketApi> = /* @__PURE__ */ expandRows<TicketApi, typeof ticketTable>(
  'ticket',
  ticketTable,
  { platform: 'both' },
)
