import type { EventCommon } from '../../common.js'

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
