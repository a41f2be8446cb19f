import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type {
  CardCategory,
  CardContent,
  CardControlInfo,
  CardCreateCard,
  CardFailMchid,
  CardGetCard,
  CardGiftCardPageGetPage,
  CardGiftCardPageUpdatePage,
  CardMktActivityCreateInfo,
  CardNotifyOptional,
  CardOrder,
  CardOrderInfo,
  CardPage,
  CardPayGetorderlistOrder,
  CardQrcodeCreateActionInfo,
  CardRequiredForm,
  CardRule,
  CardRuleInfo,
  CardSubMerchantBatchGetInfo,
  CardSubMerchantSubmitInfo,
  CardSubMerchantUpdateInfo,
  CardUpdateBoardingPass,
  CardUpdateCash,
  CardUpdateDiscount,
  CardUpdateGeneralCard,
  CardUpdateGeneralCoupon,
  CardUpdateGift,
  CardUpdateGroupon,
  CardUpdateMeetingTicket,
  CardUpdateMemberCard,
  CardUpdateMovieTicket,
  CardUpdateScenicTicket,
  CardUserInfo,
} from './card-parts.js'

export type * from './card-parts.js'

export interface CardBatchGetRequest {
  /** How many to skip. */
  offset: number
  count: number
  status_list?: readonly string[]
}

export interface CardBatchGetAnswer extends BaseAnswer {
  card_id_list?: readonly string[]
  total_num?: number
}

export interface CardBoardingPassCheckinRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
  etkt_bnr?: string
  class?: string
  passenger_name?: string
  seat?: string
  qrcode_data?: string
  is_cancel?: boolean
}

export interface CardCodeCheckCodeRequest {
  /** Id of a card type. */
  card_id: string
  code: readonly string[]
}

export interface CardCodeCheckCodeAnswer extends BaseAnswer {
  exist_code?: readonly string[]
  not_exist_code?: readonly string[]
}

export interface CardCodeConsumeRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
}

export interface CardCodeConsumeAnswer extends BaseAnswer {
  card?: { card_id?: string }
  /** The user's openid for this account. */
  openid?: string
}

export interface CardCodeDecryptRequest {
  encrypt_code: string
}

export interface CardCodeDecryptAnswer extends BaseAnswer {
  code?: string
}

export interface CardCodeGetRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
  check_consume?: boolean
}

export interface CardCodeGetAnswer extends BaseAnswer {
  card?: CardContent
  user_card_status?: string
  /** The user's openid for this account. */
  openid?: string
  nickname?: string
  membership_number?: string
  user_info?: CardUserInfo
  bonus?: number
  balance?: number
  order_id?: string
  background_pic_url?: string
  can_consume?: boolean
  outer_str?: string
}

export interface CardCodeGetDepositCountRequest {
  /** Id of a card type. */
  card_id: string
}

export interface CardCodeGetDepositCountAnswer extends BaseAnswer {
  count?: number
}

export interface CardCodeMarkRequest {
  code?: string
  /** Id of a card type. */
  card_id?: string
  /** The user's openid for this account. */
  openid?: string
  is_mark?: string
}

export interface CardCodeUnavailableRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
  reason?: string
}

export interface CardCodeUpdateRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
  new_code: string
}

export interface CardCreateRequest {
  card: CardCreateCard
}

export interface CardCreateAnswer extends BaseAnswer {
  /** Id of a card type. */
  card_id?: string
}

export interface CardGeneralCardActivateRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
  card_number?: string
}

export interface CardGeneralCardDeactivateRequest {
  /** Id of a card type. */
  card_id: string
  code: string
}

export interface CardGeneralCardUpdateUserRequest {
  /** Id of a card type. */
  card_id: string
  code: string
  background_pic_url?: string
  bonus?: number
  record_bonus?: string
  balance?: number
  record_balance?: string
  custom_field_value1?: string
  custom_field_value2?: string
  custom_field_value3?: string
  can_give_friend?: boolean
}

export interface CardGeneralCardUpdateUserAnswer extends BaseAnswer {
  /** The user's openid for this account. */
  openid?: string
  result_bonus?: number
  result_balance?: number
}

export interface CardGetAnswer extends BaseAnswer {
  card?: CardGetCard
}

export interface CardGetApplyProtocolAnswer extends BaseAnswer {
  category?: readonly CardCategory[]
}

export interface CardGetColorsAnswer extends BaseAnswer {
  colors?: readonly { name?: string; value?: string }[]
}

export interface CardGiftCardMaintainSetRequest {
  page_id?: string
  all?: boolean
  maintain: boolean
}

export interface CardGiftCardMaintainSetAnswer extends BaseAnswer {
  control_info?: CardControlInfo
}

export interface CardGiftCardOrderBatchGetRequest {
  begin_time?: number
  end_time?: number
  sort_type?: string
  /** How many to skip. */
  offset: number
  count: number
}

export interface CardGiftCardOrderBatchGetAnswer extends BaseAnswer {
  order_list?: readonly CardOrder[]
  total_count?: number
}

export interface CardGiftCardOrderGetRequest {
  order_id: string
}

export interface CardGiftCardOrderGetAnswer extends BaseAnswer {
  order?: CardOrder
}

export interface CardGiftCardPageAddRequest {
  page: CardPage
}

export interface CardGiftCardPageAddAnswer extends BaseAnswer {
  page_id?: number
}

export interface CardGiftCardPageBatchGetAnswer extends BaseAnswer {
  page_id_list?: readonly string[]
}

export interface CardGiftCardPageGetRequest {
  page_id: string
}

export interface CardGiftCardPageGetAnswer extends BaseAnswer {
  page?: CardGiftCardPageGetPage
}

export interface CardGiftCardPageUpdateRequest {
  page: CardGiftCardPageUpdatePage
}

export interface CardGiftCardPaySubMerchantBindRequest {
  sub_mch_id: string
  wxa_appid: string
}

export interface CardGiftCardPayWhiteListAddRequest {
  sub_mch_id: string
}

export interface CardGiftCardPayWhiteListAddAnswer extends BaseAnswer {
  url?: string
}

export interface CardGiftcardPayWxaSetRequest {
  wxa_appid?: string
  page_id?: string
}

export interface CardGiftCardWxaSetRequest {
  wxa_appid: string
  page_id: string
}

export interface CardLandingPageCreateRequest {
  banner: string
  page_title: string
  can_share: boolean
  scene: string
  card_list: readonly { card_id: string; thumb_url: string }[]
}

export interface CardLandingPageCreateAnswer extends BaseAnswer {
  page_id?: number
  url?: string
}

export interface CardLocationBatchAddRequest {
  location_list: readonly Readonly<Record<string, unknown>>[]
}

export interface CardLocationBatchAddAnswer extends BaseAnswer {
  location_id_list?: readonly number[]
}

export interface CardLocationBatchGetRequest {
  /** How many to skip. */
  offset: number
  count: number
}

export interface CardLocationBatchGetAnswer extends BaseAnswer {
  location_list?: readonly Readonly<Record<string, unknown>>[]
  count?: number
}

export interface CardLuckymoneyUpdateuserbalanceRequest {
  code?: string
  /** Id of a card type. */
  card_id?: string
  balance?: number
}

export interface CardMeetingTicketUpdateUserRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
  begin_time?: number
  end_time?: number
  zone?: string
  entrance?: string
  seat_number?: string
}

export interface CardMemberCardActivateRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
  membership_number: string
  background_pic_url?: string
  activate_begin_time?: number
  activate_end_time?: number
  init_bonus?: number
  init_bonus_record?: string
  init_balance?: number
  init_custom_field_value1?: string
  init_custom_field_value2?: string
  init_custom_field_value3?: string
}

export interface CardMemberCardActivateGetUrlRequest {
  /** Id of a card type. */
  card_id: string
  outer_str?: string
}

export interface CardMemberCardActivateTempInfoGetRequest {
  activate_ticket: string
}

export interface CardMemberCardActivateTempInfoGetAnswer extends BaseAnswer {
  info?: CardUserInfo
}

export interface CardMemberCardActivateUserFormSetRequest {
  /** Id of a card type. */
  card_id: string
  service_statement?: { name: string; url: string }
  bind_old_card?: { name: string; url: string }
  required_form?: CardRequiredForm
  optional_form?: CardRequiredForm
}

export interface CardMemberCardUpdateUserRequest {
  /** Id of a card type. */
  card_id: string
  code: string
  background_pic_url?: string
  bonus?: number
  add_bonus?: number
  record_bonus?: string
  balance?: number
  add_balance?: number
  record_balance?: string
  custom_field_value1?: string
  custom_field_value2?: string
  custom_field_value3?: string
  notify_optional?: CardNotifyOptional
}

export interface CardMemberCardUserInfoGetAnswer extends BaseAnswer {
  /** The user's openid for this account. */
  openid?: string
  nickname?: string
  sex?: string
  membership_number?: string
  user_info?: CardUserInfo
  bonus?: number
  balance?: number
  user_card_status?: string
}

export interface CardMktActivityCreateRequest {
  info?: CardMktActivityCreateInfo
}

export interface CardMktActivityCreateAnswer extends BaseAnswer {
  activity_id?: string
}

export interface CardModifyStockRequest {
  /** Id of a card type. */
  card_id: string
  increase_stock_value?: number
  reduce_stock_value?: number
}

export interface CardMovieTicketUpdateUserRequest {
  /** Id of a card type. */
  card_id?: string
  code: string
  ticket_class?: string
  screening_room?: string
  show_time?: number
  duration?: number
  seat_number?: readonly string[]
}

export interface CardMpnewsGetHtmlAnswer extends BaseAnswer {
  content?: string
}

export interface CardPayActivateAnswer extends BaseAnswer {
  reward?: string
}

export interface CardPayConfirmRequest {
  /** Id of a card type. */
  card_id?: string
  quantity?: number
  order_id?: string
}

export interface CardPayGetcoinsinfoAnswer extends BaseAnswer {
  free_coin?: number
  pay_coin?: number
  total_coin?: number
}

export interface CardPayGetorderRequest {
  order_id?: string | number
}

export interface CardPayGetorderAnswer extends BaseAnswer {
  order_info?: CardOrderInfo
}

export interface CardPayGetorderlistRequest {
  /** How many to skip. */
  offset?: number
  count?: number
  order_type?: string
  nor_filter?: { status?: string }
  sort_info?: { sort_key?: string; sort_type?: string }
  begin_time?: number
  end_time?: number
}

export interface CardPayGetorderlistAnswer extends BaseAnswer {
  total_num?: number
  order_list?: readonly CardPayGetorderlistOrder[]
}

export interface CardPayGetpaypriceRequest {
  /** Id of a card type. */
  card_id?: string
  quantity?: number
}

export interface CardPayGetpaypriceAnswer extends BaseAnswer {
  order_id?: string
  price?: string
  free_coin?: string
  pay_coin?: string
}

export interface CardPayRechargeRequest {
  coin_count?: number
}

export interface CardPayRechargeAnswer extends BaseAnswer {
  order_id?: string
  qrcode_url?: string
  qrcode_buffer?: string
}

export interface CardPayCellSetRequest {
  /** Id of a card type. */
  card_id: string
  is_open: boolean
}

export interface CardPayGiftCardAddRequest {
  rule_info: CardRuleInfo
}

export interface CardPayGiftCardAddAnswer extends BaseAnswer {
  rule_id?: string
  fail_mchid_list?: readonly CardFailMchid[]
  succ_mchid_list?: readonly string[]
}

export interface CardPayGiftCardBatchGetRequest {
  type?: string
  effective: boolean
  /** How many to skip. */
  offset: number
  count: number
}

export interface CardPayGiftCardBatchGetAnswer extends BaseAnswer {
  rule_list?: readonly CardRule[]
  total_count?: number
}

export interface CardPayGiftCardDeleteRequest {
  rule_id: string | number
}

export interface CardPayGiftCardGetByIdAnswer extends BaseAnswer {
  rule_info?: CardRule
}

export interface CardPaygiftmembercardAddRequest {
  /** Id of a card type. */
  card_id?: string
  jump_url?: string
  mchid_list?: readonly string[]
  begin_time?: number
  end_time?: number
  min_cost?: number
  max_cost?: number
  is_locked?: boolean
}

export interface CardPaygiftmembercardAddAnswer extends BaseAnswer {
  fail_mchid_list?: readonly CardFailMchid[]
  succ_mchid_list?: readonly string[]
}

export interface CardPaygiftmembercardDeleteRequest {
  /** Id of a card type. */
  card_id?: string
  mchid_list?: readonly number[]
}

export interface CardPaygiftmembercardDeleteAnswer extends BaseAnswer {
  fail_mchid_list?: readonly CardFailMchid[]
  succ_mchid_list?: readonly CardFailMchid[]
}

export interface CardPaygiftmembercardGetRequest {
  mchid?: string
}

export interface CardPaygiftmembercardGetAnswer extends BaseAnswer {
  /** Id of a card type. */
  card_id?: string
  occupy_appid?: string
  is_locked?: boolean
}

export interface CardQrcodeCreateRequest {
  /** Seconds it lasts. */
  expire_seconds?: number
  action_name: string
  action_info: CardQrcodeCreateActionInfo
}

export interface CardQrcodeCreateAnswer extends BaseAnswer {
  /** Seconds it lasts. */
  expire_seconds?: number
  /** The ticket. */
  ticket?: string
  url?: string
  show_qrcode_url?: string
}

export interface CardSelfConsumeCellSetRequest {
  /** Id of a card type. */
  card_id: string
  is_open: boolean
  need_verify_cod: boolean
  need_remark_amount: boolean
}

export interface CardStoreWxaGetRequest {
  poi_id: string
}

export interface CardStoreWxaSetRequest {
  poi_id: string
  /** Id of a card type. */
  card_id: string
}

export interface CardSubMerchantBatchGetRequest {
  begin_id?: string
  limit: number
  status?: string
}

export interface CardSubMerchantBatchGetAnswer extends BaseAnswer {
  info_list?: readonly CardSubMerchantBatchGetInfo[]
  next_begin_id?: string
}

export interface CardSubMerchantGetRequest {
  merchant_id: string
}

export interface CardSubMerchantGetAnswer extends BaseAnswer {
  info?: CardSubMerchantBatchGetInfo
}

export interface CardSubMerchantSubmitRequest {
  info: CardSubMerchantSubmitInfo
}

export interface CardSubMerchantUpdateRequest {
  info: CardSubMerchantUpdateInfo
}

export interface CardTestWhiteListSetRequest {
  /** The user's openid for this account. */
  openid?: readonly string[]
  username?: readonly string[]
}

export interface CardUpdateRequest {
  /** Id of a card type. */
  card_id: string
  groupon?: CardUpdateGroupon
  cash?: CardUpdateCash
  discount?: CardUpdateDiscount
  gift?: CardUpdateGift
  general_coupon?: CardUpdateGeneralCoupon
  general_card?: CardUpdateGeneralCard
  member_card?: CardUpdateMemberCard
  meeting_ticket?: CardUpdateMeetingTicket
  scenic_ticket?: CardUpdateScenicTicket
  movie_ticket?: CardUpdateMovieTicket
  boarding_pass?: CardUpdateBoardingPass
}

export interface CardUpdateAnswer extends BaseAnswer {
  send_check?: boolean
}

export interface CardUserGetCardListRequest {
  /** The user's openid for this account. */
  openid: string
  /** Id of a card type. */
  card_id?: string
}

export interface CardUserGetCardListAnswer extends BaseAnswer {
  card_list?: readonly { card_id?: string; code?: string }[]
  has_share_card?: boolean
}

export interface CardApi {
  /**
   * Ids of the account's card types, page by page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#3
   */
  batchGet(request: CardBatchGetRequest, options?: CallOptions): Promise<CardBatchGetAnswer>
  /**
   * Adds check-in data (seat, gate, boarding time) to a boarding pass that a user holds.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#4
   */
  boardingPassCheckin(request: CardBoardingPassCheckinRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Tells which of up to 100 own codes are already imported.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5
   */
  codeCheckCode(request: CardCodeCheckCodeRequest, options?: CallOptions): Promise<CardCodeCheckCodeAnswer>
  /**
   * Uses up a card's code (核销): the card is then spent.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#2
   */
  codeConsume(request: CardCodeConsumeRequest, options?: CallOptions): Promise<CardCodeConsumeAnswer>
  /**
   * Turns the encrypted code from a card page's address into the real one.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#5
   */
  codeDecrypt(request: CardCodeDecryptRequest, options?: CallOptions): Promise<CardCodeDecryptAnswer>
  /**
   * Imports up to 100 own codes for a card type.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5
   */
  codeDeposit(request: CardCodeCheckCodeRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * What a code stands for, who holds it, and whether it may be used up.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#1
   */
  codeGet(request: CardCodeGetRequest, options?: CallOptions): Promise<CardCodeGetAnswer>
  /**
   * How many own codes were imported for a card type.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5
   */
  codeGetDepositCount(
    request: CardCodeGetDepositCountRequest,
    options?: CallOptions,
  ): Promise<CardCodeGetDepositCountAnswer>
  /**
   * Marks a code as taken by a user of a multi-use page, or frees it again.
   */
  codeMark(request?: CardCodeMarkRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Makes a card a user holds invalid; this cannot be undone.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#8
   */
  codeUnavailable(request: CardCodeUnavailableRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Replaces the code of a card that a user holds.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#6
   */
  codeUpdate(request: CardCodeUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Creates a card type: coupon, voucher, membership card, ticket …
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#8
   */
  create(request: CardCreateRequest, options?: CallOptions): Promise<CardCreateAnswer>
  /**
   * Deletes a card type; cards that users hold stay valid.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#7
   */
  delete(request: CardCodeGetDepositCountRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Activates a general card for the user who holds it.
   *
   * @deprecated Legacy on the platform.
   */
  generalCardActivate(request: CardGeneralCardActivateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Takes a general card's activation back.
   *
   * @deprecated Legacy on the platform.
   */
  generalCardDeactivate(request: CardGeneralCardDeactivateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Updates what a general card shows to its holder.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  generalCardUpdateUser(
    request: CardGeneralCardUpdateUserRequest,
    options?: CallOptions,
  ): Promise<CardGeneralCardUpdateUserAnswer>
  /**
   * All details of one card type.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#2
   */
  get(request: CardCodeGetDepositCountRequest, options?: CallOptions): Promise<CardGetAnswer>
  /**
   * Categories a sub-merchant may be registered under.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#3
   */
  getApplyProtocol(request?: NoRequest, options?: CallOptions): Promise<CardGetApplyProtocolAnswer>
  /**
   * Names and values of the colours a card may have.
   *
   * @deprecated Legacy on the platform.
   */
  getColors(request?: NoRequest, options?: CallOptions): Promise<CardGetColorsAnswer>
  /**
   * Switches the sale of gift cards off or on, for one page or all.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardMaintainSet(
    request: CardGiftCardMaintainSetRequest,
    options?: CallOptions,
  ): Promise<CardGiftCardMaintainSetAnswer>
  /**
   * Gift-card orders of a time span, page by page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardOrderBatchGet(
    request: CardGiftCardOrderBatchGetRequest,
    options?: CallOptions,
  ): Promise<CardGiftCardOrderBatchGetAnswer>
  /**
   * One gift-card order.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardOrderGet(request: CardGiftCardOrderGetRequest, options?: CallOptions): Promise<CardGiftCardOrderGetAnswer>
  /**
   * Refunds a gift-card order.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardOrderRefund(request: CardGiftCardOrderGetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Creates a gift-card shop page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardPageAdd(request: CardGiftCardPageAddRequest, options?: CallOptions): Promise<CardGiftCardPageAddAnswer>
  /**
   * Ids of all gift-card shop pages.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardPageBatchGet(request?: NoRequest, options?: CallOptions): Promise<CardGiftCardPageBatchGetAnswer>
  /**
   * One gift-card shop page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardPageGet(request: CardGiftCardPageGetRequest, options?: CallOptions): Promise<CardGiftCardPageGetAnswer>
  /**
   * Changes a gift-card shop page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardPageUpdate(request: CardGiftCardPageUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Binds a payment sub-merchant to a mini program for gift cards.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardPaySubMerchantBind(request: CardGiftCardPaySubMerchantBindRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Applies for gift-card payment for the account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardPayWhiteListAdd(
    request: CardGiftCardPayWhiteListAddRequest,
    options?: CallOptions,
  ): Promise<CardGiftCardPayWhiteListAddAnswer>
  /**
   * Binds a merchant number to the mini program that sells gift cards.
   */
  giftcardPayWxaSet(request?: CardGiftcardPayWxaSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Hands a card's gift-card code over to a mini program.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html
   */
  giftCardWxaSet(request: CardGiftCardWxaSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Creates a page that offers several cards.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#3
   */
  landingPageCreate(request: CardLandingPageCreateRequest, options?: CallOptions): Promise<CardLandingPageCreateAnswer>
  /**
   * Imports stores for cards.
   *
   * @deprecated Legacy on the platform.
   */
  locationBatchAdd(request: CardLocationBatchAddRequest, options?: CallOptions): Promise<CardLocationBatchAddAnswer>
  /**
   * Stores imported for cards, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  locationBatchGet(request: CardLocationBatchGetRequest, options?: CallOptions): Promise<CardLocationBatchGetAnswer>
  /**
   * Sets the balance of a red-packet card.
   *
   * @deprecated Legacy on the platform.
   */
  luckymoneyUpdateuserbalance(
    request?: CardLuckymoneyUpdateuserbalanceRequest,
    options?: CallOptions,
  ): Promise<BaseAnswer>
  /**
   * Adds zone, entrance and seat to a meeting ticket that a user holds.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#2
   */
  meetingTicketUpdateUser(request: CardMeetingTicketUpdateUserRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Activates a membership card with its number and opening bonus.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A35%EF%BC%9A%E6%BF%80%E6%B4%BB%E7%94%A8%E6%88%B7%E9%A2%86%E5%8F%96%E7%9A%84%E4%BC%9A%E5%91%98%E5%8D%A1%EF%BC%88%E8%B7%B3%E8%BD%AC%E5%9E%8B%E5%BC%80%E5%8D%A1%E7%BB%84%E4%BB%B6%EF%BC%89
   */
  memberCardActivate(request: CardMemberCardActivateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Address of the activation page of a membership card.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A31%EF%BC%9A%E8%8E%B7%E5%8F%96%E5%BC%80%E5%8D%A1%E6%8F%92%E4%BB%B6%E5%8F%82%E6%95%B0
   */
  memberCardActivateGetUrl(
    request: CardMemberCardActivateGetUrlRequest,
    options?: CallOptions,
  ): Promise<CardGiftCardPayWhiteListAddAnswer>
  /**
   * What a user filled in on the activation page, by the ticket the page handed over.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A33%EF%BC%9A%E8%8E%B7%E5%8F%96%E7%94%A8%E6%88%B7%E5%BC%80%E5%8D%A1%E6%97%B6%E6%8F%90%E4%BA%A4%E7%9A%84%E4%BF%A1%E6%81%AF%EF%BC%88%E8%B7%B3%E8%BD%AC%E5%9E%8B%E5%BC%80%E5%8D%A1%E7%BB%84%E4%BB%B6%EF%BC%89
   */
  memberCardActivateTempInfoGet(
    request: CardMemberCardActivateTempInfoGetRequest,
    options?: CallOptions,
  ): Promise<CardMemberCardActivateTempInfoGetAnswer>
  /**
   * Sets which fields the activation form of a membership card asks for.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Create_a_membership_card.html#16
   */
  memberCardActivateUserFormSet(
    request: CardMemberCardActivateUserFormSetRequest,
    options?: CallOptions,
  ): Promise<BaseAnswer>
  /**
   * Changes bonus, balance and fields of a membership card that a user holds.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Create_a_membership_card.html#18
   */
  memberCardUpdateUser(
    request: CardMemberCardUpdateUserRequest,
    options?: CallOptions,
  ): Promise<CardGeneralCardUpdateUserAnswer>
  /**
   * What a membership card's holder filled in, and the card's state.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#1
   */
  memberCardUserInfoGet(
    request: CardGeneralCardDeactivateRequest,
    options?: CallOptions,
  ): Promise<CardMemberCardUserInfoGetAnswer>
  /**
   * Creates a campaign that gives cards after a payment.
   *
   * @deprecated Legacy on the platform.
   */
  mktActivityCreate(request?: CardMktActivityCreateRequest, options?: CallOptions): Promise<CardMktActivityCreateAnswer>
  /**
   * Raises or lowers the stock of a card type.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#5
   */
  modifyStock(request: CardModifyStockRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds screen, seats and show time to a cinema ticket that a user holds.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#7
   */
  movieTicketUpdateUser(request: CardMovieTicketUpdateUserRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Article content that embeds a card, for mass messages.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#6
   */
  mpnewsGetHtml(request: CardCodeGetDepositCountRequest, options?: CallOptions): Promise<CardMpnewsGetHtmlAnswer>
  /**
   * Opens the account of points (券点) for cards and gives the first ones.
   */
  payActivate(request?: NoRequest, options?: CallOptions): Promise<CardPayActivateAnswer>
  /**
   * Pays for card stock with points at a price asked before.
   */
  payConfirm(request?: CardPayConfirmRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Balance of card points.
   */
  payGetcoinsinfo(request?: NoRequest, options?: CallOptions): Promise<CardPayGetcoinsinfoAnswer>
  /**
   * One order of card points.
   */
  payGetorder(request?: CardPayGetorderRequest, options?: CallOptions): Promise<CardPayGetorderAnswer>
  /**
   * Orders of card points, page by page.
   */
  payGetorderlist(request?: CardPayGetorderlistRequest, options?: CallOptions): Promise<CardPayGetorderlistAnswer>
  /**
   * What a stock of cards costs in points.
   */
  payGetpayprice(request?: CardPayGetpaypriceRequest, options?: CallOptions): Promise<CardPayGetpaypriceAnswer>
  /**
   * Starts to buy card points; the answer holds the QR code to pay with.
   */
  payRecharge(request?: CardPayRechargeRequest, options?: CallOptions): Promise<CardPayRechargeAnswer>
  /**
   * Lets a membership card's holder pay with it at the till (买单).
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#11
   */
  payCellSet(request: CardPayCellSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a rule that gives cards after a payment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4
   */
  payGiftCardAdd(request: CardPayGiftCardAddRequest, options?: CallOptions): Promise<CardPayGiftCardAddAnswer>
  /**
   * Rules that give cards after a payment, page by page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4
   */
  payGiftCardBatchGet(
    request: CardPayGiftCardBatchGetRequest,
    options?: CallOptions,
  ): Promise<CardPayGiftCardBatchGetAnswer>
  /**
   * Deletes a rule that gives cards after a payment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4
   */
  payGiftCardDelete(request: CardPayGiftCardDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * One rule that gives cards after a payment.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4
   */
  payGiftCardGetById(
    request: CardPayGiftCardDeleteRequest,
    options?: CallOptions,
  ): Promise<CardPayGiftCardGetByIdAnswer>
  /**
   * Adds a rule that offers a membership card after a payment.
   *
   * @deprecated Legacy on the platform.
   */
  paygiftmembercardAdd(
    request?: CardPaygiftmembercardAddRequest,
    options?: CallOptions,
  ): Promise<CardPaygiftmembercardAddAnswer>
  /**
   * Deletes a rule that offers a membership card after a payment.
   *
   * @deprecated Legacy on the platform.
   */
  paygiftmembercardDelete(
    request?: CardPaygiftmembercardDeleteRequest,
    options?: CallOptions,
  ): Promise<CardPaygiftmembercardDeleteAnswer>
  /**
   * Reads the rules of a merchant that offer a membership card after a payment.
   *
   * @deprecated Legacy on the platform.
   */
  paygiftmembercardGet(
    request?: CardPaygiftmembercardGetRequest,
    options?: CallOptions,
  ): Promise<CardPaygiftmembercardGetAnswer>
  /**
   * QR code with which users take one card or several.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#0
   */
  qrcodeCreate(request: CardQrcodeCreateRequest, options?: CallOptions): Promise<CardQrcodeCreateAnswer>
  /**
   * Lets users use up a card by themselves.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#14
   */
  selfConsumeCellSet(request: CardSelfConsumeCellSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * The store mini program shown on a card.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#18
   */
  storeWxaGet(request: CardStoreWxaGetRequest, options?: CallOptions): Promise<CardCreateAnswer>
  /**
   * Sets the store mini program shown on a card.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#18
   */
  storeWxaSet(request: CardStoreWxaSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Sub-merchants, page by page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#6
   */
  subMerchantBatchGet(
    request: CardSubMerchantBatchGetRequest,
    options?: CallOptions,
  ): Promise<CardSubMerchantBatchGetAnswer>
  /**
   * One sub-merchant and the state of its review.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#5
   */
  subMerchantGet(request: CardSubMerchantGetRequest, options?: CallOptions): Promise<CardSubMerchantGetAnswer>
  /**
   * Registers a sub-merchant that cards are issued for.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#1
   */
  subMerchantSubmit(request: CardSubMerchantSubmitRequest, options?: CallOptions): Promise<CardSubMerchantGetAnswer>
  /**
   * Changes a sub-merchant; it is reviewed again.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#1
   */
  subMerchantUpdate(request: CardSubMerchantUpdateRequest, options?: CallOptions): Promise<CardSubMerchantGetAnswer>
  /**
   * Sets who may take cards that have not passed their review (up to ten users).
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#12
   */
  testWhiteListSet(request?: CardTestWhiteListSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Changes a card type.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#4
   */
  update(request: CardUpdateRequest, options?: CallOptions): Promise<CardUpdateAnswer>
  /**
   * Cards of this account that a user holds.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#1
   */
  userGetCardList(request: CardUserGetCardListRequest, options?: CallOptions): Promise<CardUserGetCardListAnswer>
}

export const cardTable = {
  batchGet: {
    call: 'POST /card/batchget',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#3',
  },
  boardingPassCheckin: {
    call: 'POST /card/boardingpass/checkin',
    docs: 'doc/offiaccount/Cards_and_Offer/Special_ticket.html#4',
  },
  codeCheckCode: {
    call: 'POST /card/code/checkcode',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5',
  },
  codeConsume: {
    call: 'POST /card/code/consume',
    docs: 'doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#2',
  },
  codeDecrypt: {
    call: 'POST /card/code/decrypt',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#5',
  },
  codeDeposit: {
    call: 'POST /card/code/deposit',
    docs: 'doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5',
  },
  codeGet: {
    call: 'POST /card/code/get',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#1',
  },
  codeGetDepositCount: {
    call: 'POST /card/code/getdepositcount',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5',
  },
  codeMark: { call: 'POST /card/code/mark' },
  codeUnavailable: {
    call: 'POST /card/code/unavailable',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#8',
  },
  codeUpdate: {
    call: 'POST /card/code/update',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#6',
  },
  create: { call: 'POST /card/create', docs: 'doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#8' },
  delete: {
    call: 'POST /card/delete',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#7',
  },
  generalCardActivate: { call: 'POST /card/generalcard/activate', id: 'card.generalCard.activate', status: 'legacy' },
  generalCardDeactivate: {
    call: 'POST /card/generalcard/unactivate',
    id: 'card.generalCard.deactivate',
    status: 'legacy',
  },
  generalCardUpdateUser: {
    call: 'POST /card/generalcard/updateuser',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  get: {
    call: 'POST /card/get',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#2',
  },
  getApplyProtocol: {
    call: 'GET /card/getapplyprotocol',
    docs: 'doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#3',
  },
  getColors: { call: 'GET /card/getcolors', status: 'legacy' },
  giftCardMaintainSet: {
    call: 'POST /card/giftcard/maintain/set',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftCardOrderBatchGet: {
    call: 'POST /card/giftcard/order/batchget',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftCardOrderGet: {
    call: 'POST /card/giftcard/order/get',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftCardOrderRefund: {
    call: 'POST /card/giftcard/order/refund',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftCardPageAdd: { call: 'POST /card/giftcard/page/add', docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html' },
  giftCardPageBatchGet: {
    call: 'POST /card/giftcard/page/batchget',
    body: 'json-empty',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftCardPageGet: {
    call: 'POST /card/giftcard/page/get',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftCardPageUpdate: {
    call: 'POST /card/giftcard/page/update',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftCardPaySubMerchantBind: {
    call: 'POST /card/giftcard/pay/submch/bind',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftCardPayWhiteListAdd: {
    call: 'POST /card/giftcard/pay/whitelist/add',
    docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html',
  },
  giftcardPayWxaSet: { call: 'POST /card/giftcard/pay/wxa/set' },
  giftCardWxaSet: { call: 'POST /card/giftcard/wxa/set', docs: 'doc/offiaccount/Cards_and_Offer/gift_card.html' },
  landingPageCreate: {
    call: 'POST /card/landingpage/create',
    docs: 'doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#3',
  },
  locationBatchAdd: { call: 'POST /card/location/batchadd', id: 'card.location.batchAdd', status: 'legacy' },
  locationBatchGet: {
    call: 'POST /card/location/batchget',
    id: 'card.location.batchGet',
    retry: 'safe',
    status: 'legacy',
  },
  luckymoneyUpdateuserbalance: { call: 'POST /card/luckymoney/updateuserbalance', status: 'legacy' },
  meetingTicketUpdateUser: {
    call: 'POST /card/meetingticket/updateuser',
    docs: 'doc/offiaccount/Cards_and_Offer/Special_ticket.html#2',
  },
  memberCardActivate: {
    call: 'POST /card/membercard/activate',
    docs: 'doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A35%EF%BC%9A%E6%BF%80%E6%B4%BB%E7%94%A8%E6%88%B7%E9%A2%86%E5%8F%96%E7%9A%84%E4%BC%9A%E5%91%98%E5%8D%A1%EF%BC%88%E8%B7%B3%E8%BD%AC%E5%9E%8B%E5%BC%80%E5%8D%A1%E7%BB%84%E4%BB%B6%EF%BC%89',
  },
  memberCardActivateGetUrl: {
    call: 'POST /card/membercard/activate/geturl',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A31%EF%BC%9A%E8%8E%B7%E5%8F%96%E5%BC%80%E5%8D%A1%E6%8F%92%E4%BB%B6%E5%8F%82%E6%95%B0',
  },
  memberCardActivateTempInfoGet: {
    call: 'POST /card/membercard/activatetempinfo/get',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A33%EF%BC%9A%E8%8E%B7%E5%8F%96%E7%94%A8%E6%88%B7%E5%BC%80%E5%8D%A1%E6%97%B6%E6%8F%90%E4%BA%A4%E7%9A%84%E4%BF%A1%E6%81%AF%EF%BC%88%E8%B7%B3%E8%BD%AC%E5%9E%8B%E5%BC%80%E5%8D%A1%E7%BB%84%E4%BB%B6%EF%BC%89',
  },
  memberCardActivateUserFormSet: {
    call: 'POST /card/membercard/activateuserform/set',
    docs: 'doc/offiaccount/Cards_and_Offer/Membership_Cards/Create_a_membership_card.html#16',
  },
  memberCardUpdateUser: {
    call: 'POST /card/membercard/updateuser',
    docs: 'doc/offiaccount/Cards_and_Offer/Membership_Cards/Create_a_membership_card.html#18',
  },
  memberCardUserInfoGet: {
    call: 'POST /card/membercard/userinfo/get',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#1',
  },
  mktActivityCreate: { call: 'POST /card/mkt/activity/create', status: 'legacy' },
  modifyStock: {
    call: 'POST /card/modifystock',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#5',
  },
  movieTicketUpdateUser: {
    call: 'POST /card/movieticket/updateuser',
    docs: 'doc/offiaccount/Cards_and_Offer/Special_ticket.html#7',
  },
  mpnewsGetHtml: {
    call: 'POST /card/mpnews/gethtml',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#6',
  },
  payActivate: { call: 'GET /card/pay/activate', retry: 'never' },
  payConfirm: { call: 'POST /card/pay/confirm' },
  payGetcoinsinfo: { call: 'GET /card/pay/getcoinsinfo' },
  payGetorder: { call: 'POST /card/pay/getorder', integers: ['order_id'], retry: 'safe' },
  payGetorderlist: { call: 'POST /card/pay/getorderlist', retry: 'safe' },
  payGetpayprice: { call: 'POST /card/pay/getpayprice', retry: 'safe' },
  payRecharge: { call: 'POST /card/pay/recharge' },
  payCellSet: {
    call: 'POST /card/paycell/set',
    docs: 'doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#11',
  },
  payGiftCardAdd: {
    call: 'POST /card/paygiftcard/add',
    stringIds: ['rule_id', 'occupy_rule_id'],
    docs: 'doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4',
  },
  payGiftCardBatchGet: {
    call: 'POST /card/paygiftcard/batchget',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4',
  },
  payGiftCardDelete: {
    call: 'POST /card/paygiftcard/delete',
    integers: ['rule_id'],
    docs: 'doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4',
  },
  payGiftCardGetById: {
    call: 'POST /card/paygiftcard/getbyid',
    integers: ['rule_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4',
  },
  paygiftmembercardAdd: { call: 'POST /card/paygiftmembercard/add', stringIds: ['occupy_rule_id'], status: 'legacy' },
  paygiftmembercardDelete: {
    call: 'POST /card/paygiftmembercard/delete',
    stringIds: ['occupy_rule_id'],
    status: 'legacy',
  },
  paygiftmembercardGet: { call: 'POST /card/paygiftmembercard/get', retry: 'safe', status: 'legacy' },
  qrcodeCreate: {
    call: 'POST /card/qrcode/create',
    docs: 'doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#0',
  },
  selfConsumeCellSet: {
    call: 'POST /card/selfconsumecell/set',
    docs: 'doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#14',
  },
  storeWxaGet: {
    call: 'POST /card/storewxa/get',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#18',
  },
  storeWxaSet: {
    call: 'POST /card/storewxa/set',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#18',
  },
  subMerchantBatchGet: {
    call: 'POST /card/submerchant/batchget',
    stringIds: ['merchant_id', 'next_begin_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#6',
  },
  subMerchantGet: {
    call: 'POST /card/submerchant/get',
    stringIds: ['merchant_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#5',
  },
  subMerchantSubmit: {
    call: 'POST /card/submerchant/submit',
    stringIds: ['merchant_id'],
    docs: 'doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#1',
  },
  subMerchantUpdate: {
    call: 'POST /card/submerchant/update',
    stringIds: ['merchant_id'],
    docs: 'doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#1',
  },
  testWhiteListSet: {
    call: 'POST /card/testwhitelist/set',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#12',
  },
  update: {
    call: 'POST /card/update',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#4',
  },
  userGetCardList: {
    call: 'POST /card/user/getcardlist',
    retry: 'safe',
    docs: 'doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#1',
  },
} as const

/** One row for each method of {@link CardApi}. */
export const cardRows: Rows<CardApi> = /* @__PURE__ */ expandRows<CardApi, typeof cardTable>('card', cardTable, {
  status: 'unknown',
})
