import type { IncomingMessage } from '@wx/xml-messages'

/** What a user can do that lets the account write to them. */
export type Opening = 'message' | 'menu' | 'follow' | 'scan' | 'enter' | 'payment'

/** How many customer messages it allows (null: any number), and for how long. */
export interface OpeningRule {
  readonly messages: number | null
  readonly seconds: number
}

const hours48 = 48 * 3_600

/**
 * The windows WeChat opens, as of 2023-06: of service and subscription accounts, and (`enter`) of mini programs. A menu
 * click does not open the window of a message.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/customer-message/send.html
 */
export const openings: Readonly<Record<Opening, OpeningRule>> = {
  message: { messages: 5, seconds: hours48 },
  menu: { messages: 3, seconds: 60 },
  follow: { messages: 3, seconds: 60 },
  scan: { messages: 3, seconds: 60 },
  enter: { messages: 2, seconds: 60 },
  payment: { messages: null, seconds: hours48 },
}

/** Events that open a window; menu buttons of other kinds (view, photos, location) open none. */
const openingEvents: Readonly<Record<string, Opening>> = {
  click: 'menu',
  scancode_push: 'menu',
  scancode_waitmsg: 'menu',
  subscribe: 'follow',
  scan: 'scan',
  user_enter_tempsession: 'enter',
  user_pay_from_pay_cell: 'payment',
}

/** The window a push opens; undefined for most events. */
export function openingOf(message: IncomingMessage): Opening | undefined {
  if (message.kind === 'message') return 'message'
  if (message.kind !== 'event' || !Object.hasOwn(openingEvents, message.event)) return undefined
  return openingEvents[message.event]
}
