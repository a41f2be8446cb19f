import type { EventCommon } from '../../common.js'
import { plain, plainGuaranteed } from '../ack.js'
import { opt, type RowsOf, req } from '../row.js'

/** A user bought gift cards. */
export interface GiftcardPayDoneEvent extends EventCommon {
  readonly event: 'giftcard_pay_done'
  readonly pageId: string
  readonly orderId: string
}

/** A user passed a gift card on. */
export interface GiftcardSendToFriendEvent extends EventCommon {
  readonly event: 'giftcard_send_to_friend'
  readonly pageId: string
  readonly orderId: string
  readonly isChatRoom: boolean | undefined
  readonly isReturnBack: boolean | undefined
}

/** Somebody accepted a gift card. */
export interface GiftcardUserAcceptEvent extends EventCommon {
  readonly event: 'giftcard_user_accept'
  readonly pageId: string
  readonly orderId: string
  readonly isChatRoom: boolean | undefined
}

/** Gift cards. */
export interface GiftCardEvents {
  readonly giftcard_pay_done: GiftcardPayDoneEvent
  readonly giftcard_send_to_friend: GiftcardSendToFriendEvent
  readonly giftcard_user_accept: GiftcardUserAcceptEvent
}

export const giftCardRows: RowsOf<GiftCardEvents> = {
  giftcard_pay_done: {
    wire: 'giftcard_pay_done',
    section: 'A7',
    doc: 'A user bought gift cards.',
    status: 'legacy',
    audience: 'official-account',
    ack: plainGuaranteed,
    replies: false,
    fields: { pageId: req('string', 'PageId'), orderId: req('string', 'OrderId') },
  },
  giftcard_send_to_friend: {
    wire: 'giftcard_send_to_friend',
    section: 'A7',
    doc: 'A user passed a gift card on.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      pageId: req('string', 'PageId'),
      orderId: req('string', 'OrderId'),
      isChatRoom: req('flag', 'IsChatRoom'),
      isReturnBack: req('flag', 'IsReturnBack'),
    },
  },
  giftcard_user_accept: {
    wire: 'giftcard_user_accept',
    section: 'A7',
    doc: 'Somebody accepted a gift card.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      pageId: req('string', 'PageId'),
      orderId: req('string', 'OrderId'),
      isChatRoom: opt('flag', 'IsChatRoom'),
    },
  },
}
