import type { EventCommon } from '../../common.js'

/** Outcome of the review of a card template. */
export interface CardReview extends EventCommon {
  readonly cardId: string
  readonly refuseReason: string | undefined
}

/** One card of one user. */
export interface CardOfUser extends EventCommon {
  readonly cardId: string
  readonly userCardCode: string
}

/** A card template was approved. */
export interface CardPassCheckEvent extends CardReview {
  readonly event: 'card_pass_check'
}

/** A card template was refused. */
export interface CardNotPassCheckEvent extends CardReview {
  readonly event: 'card_not_pass_check'
}

/** A user received a card. */
export interface UserGetCardEvent extends EventCommon {
  readonly event: 'user_get_card'
  readonly cardId: string
  readonly isGiveByFriend: boolean | undefined
  readonly userCardCode: string
  readonly friendUserName: string | undefined
  readonly outerId: number | undefined
  readonly oldUserCardCode: string | undefined
  readonly outerStr: string | undefined
  readonly isRestoreMemberCard: boolean | undefined
  readonly isRecommendByFriend: boolean | undefined
  readonly unionId: string | undefined
  readonly sourceScene: string | undefined
}

/** A user is giving a card away. */
export interface UserGiftingCardEvent extends EventCommon {
  readonly event: 'user_gifting_card'
  readonly cardId: string
  readonly userCardCode: string
  readonly isReturnBack: boolean | undefined
  readonly friendUserName: string
  readonly isChatRoom: boolean | undefined
}

/** A user deleted a card. */
export interface UserDelCardEvent extends CardOfUser {
  readonly event: 'user_del_card'
}

/** A card was redeemed. */
export interface UserConsumeCardEvent extends EventCommon {
  readonly event: 'user_consume_card'
  readonly cardId: string
  readonly userCardCode: string
  readonly consumeSource: string
  readonly locationId: string | undefined
  readonly locationName: string | undefined
  readonly staffOpenId: string | undefined
  readonly verifyCode: string | undefined
  readonly remarkAmount: string | undefined
  readonly outerStr: string | undefined
}

/** A user paid from within a card. */
export interface UserPayFromPayCellEvent extends EventCommon {
  readonly event: 'user_pay_from_pay_cell'
  readonly cardId: string
  readonly userCardCode: string
  readonly transId: string | undefined
  readonly locationId: number | undefined
  readonly locationName: string | undefined
  readonly fee: number | undefined
  readonly originalFee: number | undefined
}

/** A user opened a member card. */
export interface UserViewCardEvent extends EventCommon {
  readonly event: 'user_view_card'
  readonly cardId: string
  readonly userCardCode: string
  readonly outerStr: string | undefined
}

/** A user opened the chat from a card. */
export interface UserEnterSessionFromCardEvent extends CardOfUser {
  readonly event: 'user_enter_session_from_card'
}

/** Points or balance of a member card changed; either may be negative. */
export interface UpdateMemberCardEvent extends EventCommon {
  readonly event: 'update_member_card'
  readonly cardId: string
  readonly userCardCode: string
  /** May be negative. */
  readonly modifyBonus: number | undefined
  /** May be negative. */
  readonly modifyBalance: number | undefined
}

/** The stock of a card is running low. */
export interface CardSkuRemindEvent extends EventCommon {
  readonly event: 'card_sku_remind'
  readonly cardId: string
  readonly detail: string
}

/** Coins for issuing cards were bought, spent or refunded. */
export interface CardPayOrderEvent extends EventCommon {
  readonly event: 'card_pay_order'
  readonly orderId: string
  readonly status: string
  /** Unix seconds. */
  readonly createOrderTime: number | undefined
  /** Unix seconds. */
  readonly payFinishTime: number | undefined
  readonly desc: string | undefined
  readonly freeCoinCount: string
  readonly payCoinCount: string
  readonly refundFreeCoinCount: string
  readonly refundPayCoinCount: string
  readonly orderType: string
  readonly memo: string | undefined
  readonly receiptInfo: string | undefined
}

/** A user activated a member card. */
export interface SubmitMembercardUserInfoEvent extends CardOfUser {
  readonly event: 'submit_membercard_user_info'
}

/** A sub-merchant was reviewed. */
export interface CardMerchantCheckResultEvent extends EventCommon {
  readonly event: 'card_merchant_check_result'
  readonly merchantId: string
  readonly isPass: boolean | undefined
  readonly reason: string | undefined
}

/** Cards and coupons. */
export interface CardEvents {
  readonly card_pass_check: CardPassCheckEvent
  readonly card_not_pass_check: CardNotPassCheckEvent
  readonly user_get_card: UserGetCardEvent
  readonly user_gifting_card: UserGiftingCardEvent
  readonly user_del_card: UserDelCardEvent
  readonly user_consume_card: UserConsumeCardEvent
  readonly user_pay_from_pay_cell: UserPayFromPayCellEvent
  readonly user_view_card: UserViewCardEvent
  readonly user_enter_session_from_card: UserEnterSessionFromCardEvent
  readonly update_member_card: UpdateMemberCardEvent
  readonly card_sku_remind: CardSkuRemindEvent
  readonly card_pay_order: CardPayOrderEvent
  readonly submit_membercard_user_info: SubmitMembercardUserInfoEvent
  readonly card_merchant_check_result: CardMerchantCheckResultEvent
}
