import { grantIn } from './access-token.js'
import type { TokenContext, TokenSource } from './credential.js'
import { CredentialKeeper } from './keeper.js'

/** `jsapi` signs JS-SDK pages, `wx_card` signs cards. */
export type TicketKind = 'jsapi' | 'wx_card'

/** Calls `GET /cgi-bin/ticket/getticket` with the account's token. */
export type FetchTicket = (kind: TicketKind) => Promise<unknown>

/**
 * Tickets, kept like tokens: in the store, fetched once, renewed early.
 * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
 */
export function ticketSource(kind: TicketKind, fetchTicket: FetchTicket): TokenSource {
  return (context: TokenContext) =>
    new CredentialKeeper(context, {
      kind: `${kind}_ticket`,
      // Two tickets are valid side by side: a second fetch only costs quota.
      isHarmless: true,
      fetch: async () =>
        grantIn(await fetchTicket(kind), { field: 'ticket', endpoint: 'GET /cgi-bin/ticket/getticket' }),
    })
}
