import type { World } from '../world.js'
import { OAuthGrants } from './oauth/grants.js'
import { QrCodes } from './qrcode/qr-codes.js'
import { ShortKeys } from './shorten/short-keys.js'
import { JsTickets } from './tickets/js-tickets.js'

/** What an account has for its web pages and its codes. */
export interface WebState {
  readonly tickets: JsTickets
  readonly oauth: OAuthGrants
  readonly qrCodes: QrCodes
  readonly shortKeys: ShortKeys
}

export const webState = (world: World): WebState => ({
  tickets: new JsTickets(world),
  oauth: new OAuthGrants(world),
  qrCodes: new QrCodes(world),
  shortKeys: new ShortKeys(world),
})
