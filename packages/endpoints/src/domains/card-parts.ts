export interface CardContent {
  /** Id of a card type. */
  card_id?: string
  code?: string
  card_number?: string
  begin_time?: number
  end_time?: number
  bonus?: number
  balance?: number
}

export interface CardUserInfo {
  common_field_list?: readonly { name?: string; value?: string }[]
  custom_field_list?: readonly { name?: string; value?: string }[]
}

export interface CardCreateCard {
  card_type: string
  groupon?: CardGroupon
  cash?: CardCash
  discount?: CardDiscount
  gift?: CardGift
  general_coupon?: CardGeneralCoupon
  general_card?: CardGeneralCard
  member_card?: CardMemberCard
  meeting_ticket?: CardMeetingTicket
  scenic_ticket?: CardScenicTicket
  movie_ticket?: CardMovieTicket
  boarding_pass?: CardBoardingPass
}

export interface CardGroupon {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  deal_detail: string
}

export interface CardBaseInfo {
  sub_merchant_info?: { merchant_id: string }
  logo_url: string
  code_type: string
  brand_name: string
  title: string
  color: string
  notice: string
  description: string
  sku: { quantity: number }
  date_info: CardDateInfo
  use_custom_code?: boolean
  get_custom_code_mode?: string
  bind_openid?: boolean
  service_phone?: string
  location_id_list?: readonly number[]
  use_all_locations?: boolean
  center_title?: string
  center_sub_title?: string
  center_url?: string
  center_app_brand_user_name?: string
  center_app_brand_pass?: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  custom_app_brand_user_name?: string
  custom_app_brand_pass?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
  promotion_app_brand_user_name?: string
  promotion_app_brand_pass?: string
  get_limit?: number
  use_limit?: number
  can_share?: boolean
  can_give_friend?: boolean
  source?: string
}

export interface CardDateInfo {
  type: string
  begin_timestamp?: number
  end_timestamp?: number
  fixed_term?: number
  fixed_begin_term?: number
}

export interface CardAdvancedInfo {
  use_condition?: CardUseCondition
  abstract?: CardAbstract
  text_image_list?: readonly { text: string; image_url: string }[]
  business_service?: readonly string[]
  time_limit?: readonly CardTimeLimit[]
}

export interface CardUseCondition {
  accept_category?: string
  reject_category?: string
  least_cost: number
  object_use_for?: string
  can_use_with_other_discount?: boolean
}

export interface CardAbstract {
  abstract: string
  icon_url_list?: readonly string[]
}

export interface CardTimeLimit {
  type: string
  begin_hour?: number
  begin_minute?: number
  end_hour?: number
  end_minute?: number
}

export interface CardCash {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  least_cost: number
  reduce_cost: number
}

export interface CardDiscount {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  discount: number
}

export interface CardGift {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  gift: string
}

export interface CardGeneralCoupon {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  default_detail: string
}

export interface CardGeneralCard {
  base_info: CardGeneralCardBaseInfo
  advanced_info: CardAdvancedInfo
  sub_card_type: string
  background_pic_url?: string
  prerogative: string
  auto_activate?: boolean
  supply_bonus: boolean
  init_bonus?: number
  supply_balance: boolean
  init_balance?: number
  custom_field1?: CardCustomField1
  custom_field2?: CardCustomField1
  custom_field3?: CardCustomField1
}

export interface CardGeneralCardBaseInfo {
  sub_merchant_info?: { merchant_id: string }
  logo_url: string
  code_type: string
  brand_name: string
  title: string
  color: string
  notice: string
  description: string
  sku: { quantity: number }
  date_info: CardDateInfo
  use_custom_code?: boolean
  get_custom_code_mode?: string
  bind_openid?: boolean
  service_phone?: string
  location_id_list?: readonly number[]
  use_all_locations?: boolean
  center_title?: string
  center_sub_title?: string
  center_url?: string
  center_app_brand_user_name?: string
  center_app_brand_pass?: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  custom_app_brand_user_name?: string
  custom_app_brand_pass?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
  promotion_app_brand_user_name?: string
  promotion_app_brand_pass?: string
  get_limit?: number
  use_limit?: number
  can_share?: boolean
  can_give_friend?: boolean
  source?: string
  giftcard_info: { price: number }
  max_give_friend_times: number
  need_push_on_view?: boolean
}

export interface CardCustomField1 {
  name_type?: string
  name?: string
  url?: string
}

export interface CardMemberCard {
  base_info: CardMemberCardBaseInfo
  advanced_info: CardAdvancedInfo
  background_pic_url?: string
  prerogative: string
  auto_activate?: boolean
  wx_activate?: boolean
  wx_activate_after_submit?: boolean
  activate_url?: string
  activate_app_brand_user_name?: string
  activate_app_brand_pass?: string
  wx_activate_after_submit_url?: string
  supply_bonus: boolean
  bonus_url?: string
  bonus_cleared?: string
  bonus_rules?: string
  bonus_rule?: CardBonusRule
  supply_balance: boolean
  balance_url?: string
  balance_rules?: string
  custom_field1?: CardCustomField1
  custom_field2?: CardCustomField1
  custom_field3?: CardCustomField1
  custom_cell1?: CardCustomCell1
  custom_cell2?: CardCustomCell1
  custom_cell3?: CardCustomCell1
  discount?: number
}

export interface CardMemberCardBaseInfo {
  sub_merchant_info?: { merchant_id: string }
  logo_url: string
  code_type: string
  brand_name: string
  title: string
  color: string
  notice: string
  description: string
  sku: { quantity: number }
  date_info: CardDateInfo
  use_custom_code?: boolean
  get_custom_code_mode?: string
  bind_openid?: boolean
  service_phone?: string
  location_id_list?: readonly number[]
  use_all_locations?: boolean
  center_title?: string
  center_sub_title?: string
  center_url?: string
  center_app_brand_user_name?: string
  center_app_brand_pass?: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  custom_app_brand_user_name?: string
  custom_app_brand_pass?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
  promotion_app_brand_user_name?: string
  promotion_app_brand_pass?: string
  get_limit?: number
  use_limit?: number
  can_share?: boolean
  can_give_friend?: boolean
  source?: string
  need_push_on_view?: boolean
  pay_info?: CardPayInfo
}

export interface CardPayInfo {
  swipe_card?: { is_swipe_card: boolean }
}

export interface CardBonusRule {
  cost_money_unit?: number
  increase_bonus?: number
  max_increase_bonus?: number
  init_increase_bonus?: number
  cost_bonus_unit?: number
  reduce_money?: number
  least_money_to_use_bonus?: number
  max_reduce_bonus?: number
}

export interface CardCustomCell1 {
  name: string
  tips: string
  url: string
}

export interface CardMeetingTicket {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  meeting_detail: string
  map_url?: string
}

export interface CardScenicTicket {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  ticket_class: string
  guide_url?: string
}

export interface CardMovieTicket {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  detail: string
}

export interface CardBoardingPass {
  base_info: CardBaseInfo
  advanced_info: CardAdvancedInfo
  from: string
  to: string
  flight: string
  gate?: string
  check_in_url?: string
  air_model: string
  departure_time: number
  landing_time: number
}

export interface CardGetCard {
  card_type?: string
  groupon?: CardGetCardGroupon
  cash?: CardGetCardCash
  discount?: CardGetCardDiscount
  gift?: CardGetCardGift
  general_coupon?: CardGetCardGeneralCoupon
  member_card?: CardGetCardMemberCard
  meeting_ticket?: CardGetCardMeetingTicket
  scenic_ticket?: CardGetCardScenicTicket
  movie_ticket?: CardGetCardMovieTicket
  boarding_pass?: CardGetCardBoardingPass
}

export interface CardGetCardGroupon {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  deal_detail?: string
}

export interface CardGetCardGrouponBaseInfo {
  id?: string
  logo_url?: string
  code_type?: string
  brand_name?: string
  title?: string
  color?: string
  notice?: string
  description?: string
  sku?: CardSku
  date_info?: CardGetCardGrouponBaseInfoDateInfo
  status?: string
  use_custom_code?: boolean
  get_custom_code_mode?: string
  bind_openid?: boolean
  service_phone?: string
  location_id_list?: readonly number[]
  use_all_locations?: boolean
  center_title?: string
  center_sub_title?: string
  center_url?: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
  get_limit?: number
  use_limit?: number
  can_share?: boolean
  can_give_friend?: boolean
  source?: string
  /** Unix seconds. */
  update_time?: number
  /** Unix seconds. */
  create_time?: number
}

export interface CardSku {
  quantity?: number
  total_quantity?: number
}

export interface CardGetCardGrouponBaseInfoDateInfo {
  type?: string
  begin_timestamp?: number
  end_timestamp?: number
  fixed_term?: number
  fixed_begin_term?: number
}

export interface CardGetCardGrouponAdvancedInfo {
  use_condition?: CardGetCardGrouponAdvancedInfoUseCondition
  abstract?: CardGetCardGrouponAdvancedInfoAbstract
  text_image_list?: readonly { text?: string; image_url?: string }[]
  business_service?: readonly string[]
  time_limit?: readonly CardGetCardGrouponAdvancedInfoTimeLimit[]
}

export interface CardGetCardGrouponAdvancedInfoUseCondition {
  accept_category?: string
  reject_category?: string
  least_cost?: number
  object_use_for?: string
  can_use_with_other_discount?: boolean
}

export interface CardGetCardGrouponAdvancedInfoAbstract {
  abstract?: string
  icon_url_list?: readonly string[]
}

export interface CardGetCardGrouponAdvancedInfoTimeLimit {
  type?: string
  begin_hour?: number
  begin_minute?: number
  end_hour?: number
  end_minute?: number
}

export interface CardGetCardCash {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  least_cost?: number
  reduce_cost?: number
}

export interface CardGetCardDiscount {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  discount?: number
}

export interface CardGetCardGift {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  gift?: string
}

export interface CardGetCardGeneralCoupon {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  default_detail?: string
}

export interface CardGetCardMemberCard {
  base_info?: CardGetCardMemberCardBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  prerogative?: string
  bind_old_card_url?: string
  activate_url?: string
  supply_bonus?: boolean
  bonus_cleared?: string
  bonus_rules?: string
  bonus_rule?: CardBonusRule
  supply_balance?: boolean
  balance_rules?: string
  discount?: number
}

export interface CardGetCardMemberCardBaseInfo {
  id?: string
  logo_url?: string
  code_type?: string
  brand_name?: string
  title?: string
  color?: string
  notice?: string
  description?: string
  sku?: CardSku
  date_info?: CardGetCardGrouponBaseInfoDateInfo
  status?: string
  use_custom_code?: boolean
  get_custom_code_mode?: string
  bind_openid?: boolean
  service_phone?: string
  location_id_list?: readonly number[]
  use_all_locations?: boolean
  center_title?: string
  center_sub_title?: string
  center_url?: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
  get_limit?: number
  use_limit?: number
  can_share?: boolean
  can_give_friend?: boolean
  source?: string
  /** Unix seconds. */
  update_time?: number
  /** Unix seconds. */
  create_time?: number
  need_push_on_view?: boolean
}

export interface CardGetCardMeetingTicket {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  meeting_detail?: string
  map_url?: string
}

export interface CardGetCardScenicTicket {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  ticket_class?: string
  guide_url?: string
}

export interface CardGetCardMovieTicket {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  detail?: string
}

export interface CardGetCardBoardingPass {
  base_info?: CardGetCardGrouponBaseInfo
  advanced_info?: CardGetCardGrouponAdvancedInfo
  from?: string
  to?: string
  flight?: string
  gate?: string
  check_in_url?: string
  air_model?: string
  departure_time?: number
  landing_time?: number
}

export interface CardCategory {
  primary_category_id?: number
  category_name?: string
  secondary_category?: readonly CardSecondaryCategory[]
}

export interface CardSecondaryCategory {
  secondary_category_id?: number
  category_name?: string
  need_qualification_stuffs?: readonly string[]
}

export interface CardControlInfo {
  biz_control_type?: string
  system_biz_control_type?: string
  list?: readonly CardControlInfoList[]
}

export interface CardControlInfoList {
  page_id?: number
  page_control_type?: string
  system_page_control_type?: string
}

export interface CardOrder {
  order_id?: string
  page_id?: string
  trans_id?: string
  open_id?: string
  accepter_openid?: string
  total_price?: number
  IsChatRoom?: boolean
  card_list?: readonly CardOrderCard[]
  pay_finish_time?: number
  /** Unix seconds. */
  create_time?: number
  outer_str?: string
}

export interface CardOrderCard {
  /** Id of a card type. */
  card_id?: string
  code?: string
  price?: number
  background_pic_url?: string
  outer_img_id?: string
  default_gifting_msg?: string
  accepter_openid?: string
}

export interface CardPage {
  banner_pic_url: string
  page_title: string
  support_multi?: boolean
  support_buy_for_self?: boolean
  theme_list?: readonly CardTheme[]
  category_list?: readonly { title: string }[]
  address: string
  service_phone: string
  biz_description: string
  need_receipt?: boolean
  cell_1?: { title: string; url: string }
  cell_2?: { title: string; url: string }
}

export interface CardTheme {
  theme_pic_url: string
  title: string
  title_color: string
  item_list: readonly CardItem[]
  pic_item_list: readonly CardPicItem[]
  category_index: number
  show_sku_title_first?: boolean
  is_banner?: boolean
}

export interface CardItem {
  /** Id of a card type. */
  card_id: string
  title?: string
  pic_url?: string
  desc?: string
}

export interface CardPicItem {
  background_pic_url: string
  outer_img_id?: string
  default_gifting_msg?: string
}

export interface CardGiftCardPageGetPage {
  banner_pic_url?: string
  page_title?: string
  support_multi?: boolean
  support_buy_for_self?: boolean
  theme_list?: readonly CardGiftCardPageGetPageTheme[]
  category_list?: readonly { title?: string }[]
  address?: string
  service_phone?: string
  biz_description?: string
  need_receipt?: boolean
  cell_1?: { title?: string; url?: string }
  cell_2?: { title?: string; url?: string }
}

export interface CardGiftCardPageGetPageTheme {
  theme_pic_url?: string
  title?: string
  title_color?: string
  item_list?: readonly CardGiftCardPageGetPageThemeItem[]
  pic_item_list?: readonly CardGiftCardPageGetPageThemePicItem[]
  category_index?: number
  show_sku_title_first?: boolean
  is_banner?: boolean
}

export interface CardGiftCardPageGetPageThemeItem {
  /** Id of a card type. */
  card_id?: string
  title?: string
  pic_url?: string
  desc?: string
}

export interface CardGiftCardPageGetPageThemePicItem {
  background_pic_url?: string
  outer_img_id?: string
  default_gifting_msg?: string
}

export interface CardGiftCardPageUpdatePage {
  banner_pic_url: string
  page_title: string
  support_multi?: boolean
  support_buy_for_self?: boolean
  theme_list?: readonly CardTheme[]
  category_list?: readonly { title: string }[]
  address: string
  service_phone: string
  biz_description: string
  need_receipt?: boolean
  cell_1?: { title: string; url: string }
  cell_2?: { title: string; url: string }
  page_id: string
}

export interface CardRequiredForm {
  can_modify?: boolean
  rich_field_list?: readonly CardRichField[]
  common_field_id_list?: readonly string[]
  custom_field_list?: readonly string[]
}

export interface CardRichField {
  type: string
  name: string
  values: readonly string[]
}

export interface CardNotifyOptional {
  is_notify_bonus?: boolean
  is_notify_balance?: boolean
  is_notify_custom_field1?: boolean
  is_notify_custom_field2?: boolean
  is_notify_custom_field3?: boolean
}

export interface CardMktActivityCreateInfo {
  basic_info?: CardBasicInfo
  card_info_list?: readonly CardInfo[]
  custom_info?: { type?: string }
}

export interface CardBasicInfo {
  activity_bg_color?: string
  activity_tinyappid?: string
  begin_time?: number
  end_time?: number
  gift_num?: number
  max_partic_times_act?: number
  max_partic_times_one_day?: number
  mch_code?: string
}

export interface CardInfo {
  /** Id of a card type. */
  card_id?: string
  min_amt?: number
  membership_appid?: string
}

export interface CardOrderInfo {
  order_id?: string
  status?: string
  /** Unix seconds. */
  create_time?: string
  pay_finish_time?: string
  desc?: string
  free_coin_count?: string
  pay_coin_count?: string
  refund_free_coin_count?: string
  refund_pay_coin_count?: string
  /** The user's openid for this account. */
  openid?: string
  order_type?: string
}

export interface CardPayGetorderlistOrder {
  order_id?: string
  status?: string
  /** Unix seconds. */
  create_time?: number
  pay_finish_time?: number
  desc?: string
  free_coin_count?: string
  pay_coin_count?: string
  refund_free_coin_count?: string
  refund_pay_coin_count?: string
  /** The user's openid for this account. */
  openid?: string
  order_type?: string
}

export interface CardRuleInfo {
  type?: string
  base_info: CardRuleInfoBaseInfo
  member_rule?: CardMemberRule
}

export interface CardRuleInfoBaseInfo {
  mchid_list: readonly string[]
  begin_time: number
  end_time: number
}

export interface CardMemberRule {
  /** Id of a card type. */
  card_id: string
  least_cost: number
  max_cost: number
  jump_url?: string
  app_brand_id?: string
  app_brand_pass?: string
}

export interface CardFailMchid {
  mchid?: string
  errcode?: number
  errmsg?: string
  occupy_rule_id?: string
  occupy_appid?: string
}

export interface CardRule {
  type?: string
  base_info?: CardRuleBaseInfo
  member_rule?: CardRuleMemberRule
}

export interface CardRuleBaseInfo {
  mchid_list?: readonly string[]
  begin_time?: number
  end_time?: number
  status?: string
  /** Unix seconds. */
  update_time?: number
  /** Unix seconds. */
  create_time?: number
}

export interface CardRuleMemberRule {
  /** Id of a card type. */
  card_id?: string
  least_cost?: number
  max_cost?: number
  jump_url?: string
  app_brand_id?: string
  app_brand_pass?: string
}

export interface CardQrcodeCreateActionInfo {
  card?: CardQrcodeCreateActionInfoCard
  multiple_card?: CardMultipleCard
}

export interface CardQrcodeCreateActionInfoCard {
  /** Id of a card type. */
  card_id: string
  code?: string
  /** The user's openid for this account. */
  openid?: string
  is_unique_code?: boolean
  outer_id?: number
  outer_str?: string
}

export interface CardMultipleCard {
  card_list: readonly CardQrcodeCreateActionInfoCard[]
}

export interface CardSubMerchantBatchGetInfo {
  merchant_id?: string
  app_id?: string
  brand_name?: string
  logo_url?: string
  status?: string
  begin_time?: number
  end_time?: number
  primary_category_id?: number
  secondary_category_id?: number
  /** Unix seconds. */
  update_time?: number
  /** Unix seconds. */
  create_time?: number
}

export interface CardSubMerchantSubmitInfo {
  app_id?: string
  brand_name: string
  logo_url: string
  protocol: string
  end_time: number
  agreement_media_id?: string
  operator_media_id?: string
  primary_category_id: number
  secondary_category_id: number
}

export interface CardSubMerchantUpdateInfo {
  app_id?: string
  brand_name: string
  logo_url: string
  protocol: string
  end_time: number
  agreement_media_id?: string
  operator_media_id?: string
  primary_category_id: number
  secondary_category_id: number
  merchant_id: string
}

export interface CardUpdateGroupon {
  base_info: CardUpdateGrouponBaseInfo
  deal_detail?: string
}

export interface CardUpdateGrouponBaseInfo {
  logo_url?: string
  code_type?: string
  brand_name?: string
  title?: string
  color?: string
  notice?: string
  description?: string
  date_info?: CardDateInfo
  service_phone?: string
  location_id_list?: readonly number[]
  use_all_locations?: boolean
  center_title?: string
  center_sub_title?: string
  center_url?: string
  center_app_brand_user_name?: string
  center_app_brand_pass?: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  custom_app_brand_user_name?: string
  custom_app_brand_pass?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
  promotion_app_brand_user_name?: string
  promotion_app_brand_pass?: string
  get_limit?: number
  use_limit?: number
  can_share?: boolean
  can_give_friend?: boolean
  source?: string
}

export interface CardUpdateCash {
  base_info: CardUpdateGrouponBaseInfo
  least_cost?: number
  reduce_cost?: number
}

export interface CardUpdateDiscount {
  base_info: CardUpdateGrouponBaseInfo
  discount?: number
}

export interface CardUpdateGift {
  base_info: CardUpdateGrouponBaseInfo
  gift?: string
}

export interface CardUpdateGeneralCoupon {
  base_info: CardUpdateGrouponBaseInfo
  default_detail?: string
}

export interface CardUpdateGeneralCard {
  base_info: CardUpdateGeneralCardBaseInfo
  background_pic_url?: string
  prerogative?: string
  auto_activate?: boolean
  supply_bonus?: boolean
  supply_balance?: boolean
  custom_field1?: CardCustomField1
  custom_field2?: CardCustomField1
  custom_field3?: CardCustomField1
}

export interface CardUpdateGeneralCardBaseInfo {
  logo_url?: string
  code_type?: string
  brand_name?: string
  title?: string
  color?: string
  notice?: string
  description?: string
  date_info?: CardDateInfo
  service_phone?: string
  location_id_list?: readonly number[]
  use_all_locations?: boolean
  center_title?: string
  center_sub_title?: string
  center_url?: string
  center_app_brand_user_name?: string
  center_app_brand_pass?: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  custom_app_brand_user_name?: string
  custom_app_brand_pass?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
  promotion_app_brand_user_name?: string
  promotion_app_brand_pass?: string
  get_limit?: number
  use_limit?: number
  can_share?: boolean
  can_give_friend?: boolean
  source?: string
  need_push_on_view?: boolean
}

export interface CardUpdateMemberCard {
  base_info: CardUpdateMemberCardBaseInfo
  background_pic_url?: string
  prerogative?: string
  auto_activate?: boolean
  wx_activate?: boolean
  wx_activate_after_submit?: boolean
  activate_url?: string
  activate_app_brand_user_name?: string
  activate_app_brand_pass?: string
  wx_activate_after_submit_url?: string
  supply_bonus?: boolean
  bonus_url?: string
  bonus_cleared?: string
  bonus_rules?: string
  bonus_rule?: CardBonusRule
  supply_balance?: boolean
  balance_url?: string
  balance_rules?: string
  custom_field1?: CardCustomField1
  custom_field2?: CardCustomField1
  custom_field3?: CardCustomField1
  custom_cell1?: CardCustomCell1
  custom_cell2?: CardCustomCell1
  custom_cell3?: CardCustomCell1
  discount?: number
  modify_msg_operation?: CardModifyMsgOperation
  activate_msg_operation?: CardModifyMsgOperation
}

export interface CardUpdateMemberCardBaseInfo {
  logo_url?: string
  code_type?: string
  brand_name?: string
  title?: string
  color?: string
  notice?: string
  description?: string
  date_info?: CardDateInfo
  service_phone?: string
  location_id_list?: readonly number[]
  use_all_locations?: boolean
  center_title?: string
  center_sub_title?: string
  center_url?: string
  center_app_brand_user_name?: string
  center_app_brand_pass?: string
  custom_url_name?: string
  custom_url_sub_title?: string
  custom_url?: string
  custom_app_brand_user_name?: string
  custom_app_brand_pass?: string
  promotion_url_name?: string
  promotion_url_sub_title?: string
  promotion_url?: string
  promotion_app_brand_user_name?: string
  promotion_app_brand_pass?: string
  get_limit?: number
  use_limit?: number
  can_share?: boolean
  can_give_friend?: boolean
  source?: string
  need_push_on_view?: boolean
  pay_info?: CardPayInfo
}

export interface CardModifyMsgOperation {
  url_cell?: CardUrlCell
}

export interface CardUrlCell {
  card_id_list?: readonly string[]
  end_time?: number
  text?: string
  url?: string
  app_brand_id?: string
  app_brand_pass?: string
}

export interface CardUpdateMeetingTicket {
  base_info: CardUpdateGrouponBaseInfo
  meeting_detail?: string
  map_url?: string
}

export interface CardUpdateScenicTicket {
  base_info: CardUpdateGrouponBaseInfo
  ticket_class?: string
  guide_url?: string
}

export interface CardUpdateMovieTicket {
  base_info: CardUpdateGrouponBaseInfo
  detail?: string
}

export interface CardUpdateBoardingPass {
  base_info: CardUpdateGrouponBaseInfo
  from?: string
  to?: string
  flight?: string
  gate?: string
  check_in_url?: string
  air_model?: string
  departure_time?: number
  landing_time?: number
}
