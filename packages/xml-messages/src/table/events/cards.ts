import type { EventCommon } from '../../common.js'
import { plain, plainGuaranteed } from '../ack.js'
import { opt, type RowFields, type RowsOf, req } from '../row.js'

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

const cardReviewFields = {
  cardId: req('string', 'CardId'),
  refuseReason: opt('string', 'RefuseReason'),
} as const satisfies RowFields<CardReview>

const cardOfUserFields = {
  cardId: req('string', 'CardId'),
  userCardCode: req('string', 'UserCardCode'),
} as const satisfies RowFields<CardOfUser>

export const cardRows: RowsOf<CardEvents> = {
  card_pass_check: {
    wire: 'card_pass_check',
    section: 'A7',
    doc: 'A card template was approved.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: cardReviewFields,
  },
  card_not_pass_check: {
    wire: 'card_not_pass_check',
    section: 'A7',
    doc: 'A card template was refused.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: cardReviewFields,
  },
  user_get_card: {
    wire: 'user_get_card',
    section: 'A7',
    doc: 'A user received a card.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      cardId: req('string', 'CardId'),
      isGiveByFriend: req('flag', 'IsGiveByFriend'),
      userCardCode: req('string', 'UserCardCode'),
      friendUserName: opt('string', 'FriendUserName'),
      outerId: opt('integer', 'OuterId'),
      oldUserCardCode: opt('string', 'OldUserCardCode'),
      outerStr: opt('string', 'OuterStr'),
      isRestoreMemberCard: opt('flag', 'IsRestoreMemberCard'),
      isRecommendByFriend: opt('flag', 'IsRecommendByFriend'),
      unionId: opt('string', 'UnionId'),
      sourceScene: opt('string', 'SourceScene'),
    },
  },
  user_gifting_card: {
    wire: 'user_gifting_card',
    section: 'A7',
    doc: 'A user is giving a card away.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      isReturnBack: req('flag', 'IsReturnBack'),
      friendUserName: req('string', 'FriendUserName'),
      isChatRoom: req('flag', 'IsChatRoom'),
    },
  },
  user_del_card: {
    wire: 'user_del_card',
    section: 'A7',
    doc: 'A user deleted a card.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: cardOfUserFields,
  },
  user_consume_card: {
    wire: 'user_consume_card',
    section: 'A7',
    doc: 'A card was redeemed.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      consumeSource: req('string', 'ConsumeSource'),
      locationId: opt('string', 'LocationId'),
      locationName: opt('string', 'LocationName'),
      staffOpenId: opt('string', 'StaffOpenId'),
      verifyCode: opt('string', 'VerifyCode'),
      remarkAmount: opt('string', 'RemarkAmount'),
      outerStr: opt('string', 'OuterStr'),
    },
  },
  user_pay_from_pay_cell: {
    wire: 'user_pay_from_pay_cell',
    section: 'A7',
    doc: 'A user paid from within a card.',
    status: 'legacy',
    audience: 'official-account',
    ack: plainGuaranteed,
    replies: false,
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      transId: opt('string', 'TransId'),
      locationId: opt('integer', 'LocationId'),
      locationName: opt('string', 'LocationName'),
      fee: req('integer', 'Fee'),
      originalFee: req('integer', 'OriginalFee'),
    },
  },
  user_view_card: {
    wire: 'user_view_card',
    section: 'A7',
    doc: 'A user opened a member card.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      outerStr: opt('string', 'OuterStr'),
    },
  },
  user_enter_session_from_card: {
    wire: 'user_enter_session_from_card',
    section: 'A7',
    doc: 'A user opened the chat from a card.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: true,
    fields: cardOfUserFields,
  },
  update_member_card: {
    wire: 'update_member_card',
    section: 'A7',
    doc: 'Points or balance of a member card changed; either may be negative.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      modifyBonus: req('integer', 'ModifyBonus'),
      modifyBalance: req('integer', 'ModifyBalance'),
    },
  },
  card_sku_remind: {
    wire: 'card_sku_remind',
    section: 'A7',
    doc: 'The stock of a card is running low.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: { cardId: req('string', 'CardId'), detail: req('string', 'Detail') },
  },
  card_pay_order: {
    wire: 'card_pay_order',
    section: 'A7',
    doc: 'Coins for issuing cards were bought, spent or refunded.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      orderId: req('string', 'OrderId'),
      status: req('string', 'Status'),
      createOrderTime: req('time', 'CreateOrderTime'),
      payFinishTime: req('time', 'PayFinishTime'),
      desc: opt('string', 'Desc'),
      freeCoinCount: req('string', 'FreeCoinCount'),
      payCoinCount: req('string', 'PayCoinCount'),
      refundFreeCoinCount: req('string', 'RefundFreeCoinCount'),
      refundPayCoinCount: req('string', 'RefundPayCoinCount'),
      orderType: req('string', 'OrderType'),
      memo: opt('string', 'Memo'),
      receiptInfo: opt('string', 'ReceiptInfo'),
    },
  },
  submit_membercard_user_info: {
    wire: 'submit_membercard_user_info',
    section: 'A7',
    doc: 'A user activated a member card.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: cardOfUserFields,
  },
  card_merchant_check_result: {
    wire: 'card_merchant_check_result',
    section: 'A7',
    doc: 'A sub-merchant was reviewed.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: { merchantId: req('string', 'MerchantId'), isPass: req('flag', 'IsPass'), reason: opt('string', 'Reason') },
  },
}
