import { randomText } from './random-text.js'
import { nonceLength, requireText, unixSeconds } from './sign-input.js'
import { sha1Signature } from './signature.js'

interface CardTicket {
  /** The account's api_ticket for cards (`getticket?type=wx_card`). */
  readonly ticket: string
  /** Random when not given. */
  readonly nonceStr?: string
  /** Unix seconds; now when not given. */
  readonly timestamp?: string | number
}

export interface CardExtInput extends CardTicket {
  readonly cardId: string
  /** Code of the card, for cards with codes of your own. */
  readonly code?: string
  /** Only this user may take the card. */
  readonly openid?: string
  /** `fixed_begintimestamp`: unix seconds. Not signed. */
  readonly fixedBeginTimestamp?: number
  /** `outer_str`: where the card was given out. Not signed. */
  readonly outerStr?: string
}

/** An entry of `cardList` for `wx.addCard`. */
export interface CardExt {
  readonly cardId: string
  /** JSON text, as `wx.addCard` wants it. */
  readonly cardExt: string
}

export interface ChooseCardInput extends CardTicket {
  readonly appId: string
  /** `location_id`; all shops when not given. */
  readonly shopId?: string
  readonly cardId?: string
  /** `GROUPON`, `CASH`, … */
  readonly cardType?: string
}

export interface ChooseInvoiceInput extends CardTicket {
  readonly appId: string
}

/** What `wx.chooseInvoice` takes. */
export interface InvoiceChoice {
  readonly timestamp: string
  readonly nonceStr: string
  readonly signType: 'SHA1'
  readonly cardSign: string
}

/** What `wx.chooseCard` takes. */
export interface CardChoice extends InvoiceChoice {
  readonly shopId: string
  readonly cardType: string
  readonly cardId: string
}

const checked = (input: CardTicket): { ticket: string; nonceStr: string; timestamp: string } => ({
  ticket: requireText('ticket', input.ticket),
  nonceStr: requireText('nonceStr', input.nonceStr ?? randomText(nonceLength)),
  timestamp: String(unixSeconds(input.timestamp)),
})

/**
 * Signs a card for `wx.addCard`.
 * https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html (appendix on card signatures)
 * @throws ConfigError for an empty ticket or card id
 */
export function signCardExt(input: CardExtInput): CardExt {
  const { ticket, nonceStr, timestamp } = checked(input)
  const cardId = requireText('cardId', input.cardId)
  const { code = '', openid = '', fixedBeginTimestamp, outerStr } = input
  const cardExt = {
    code,
    openid,
    timestamp,
    nonce_str: nonceStr,
    ...(fixedBeginTimestamp === undefined ? {} : { fixed_begintimestamp: fixedBeginTimestamp }),
    ...(outerStr === undefined ? {} : { outer_str: outerStr }),
    signature: sha1Signature(ticket, timestamp, cardId, code, openid, nonceStr),
  }
  return { cardId, cardExt: JSON.stringify(cardExt) }
}

/**
 * Signs the list of cards a user may pick from, for `wx.chooseCard`.
 * https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html (appendix on card signatures)
 * @throws ConfigError for an empty ticket or app id
 */
export function signChooseCard(input: ChooseCardInput): CardChoice {
  const { ticket, nonceStr, timestamp } = checked(input)
  const { shopId = '', cardId = '', cardType = '' } = input
  const appId = requireText('appId', input.appId)
  const cardSign = sha1Signature(ticket, appId, shopId, timestamp, nonceStr, cardId, cardType)
  return { shopId, cardType, cardId, timestamp, nonceStr, signType: 'SHA1', cardSign }
}

/**
 * Signs the user's invoices to pick from, for `wx.chooseInvoice`.
 * https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
 * @throws ConfigError for an empty ticket or app id
 */
export function signChooseInvoice(input: ChooseInvoiceInput): InvoiceChoice {
  const { timestamp, nonceStr, signType, cardSign } = signChooseCard({
    ...input,
    shopId: '',
    cardId: '',
    cardType: 'INVOICE',
  })
  return { timestamp, nonceStr, signType, cardSign }
}
