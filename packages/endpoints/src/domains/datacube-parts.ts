export interface DatacubeGetArticleSummaryList {
  ref_date?: string
  msgid?: string
  title?: string
  int_page_read_user?: number
  int_page_read_count?: number
  ori_page_read_user?: number
  ori_page_read_count?: number
  share_user?: number
  share_count?: number
  add_to_fav_user?: number
  add_to_fav_count?: number
}

export interface DatacubeGetArticleTotalList {
  ref_date?: string
  msgid?: string
  title?: string
  details?: readonly DatacubeGetArticleTotalListDetail[]
}

export interface DatacubeGetArticleTotalListDetail {
  stat_date?: string
  target_user?: number
  int_page_read_user?: number
  int_page_read_count?: number
  ori_page_read_user?: number
  ori_page_read_count?: number
  share_user?: number
  share_count?: number
  add_to_fav_user?: number
  add_to_fav_count?: number
  int_page_from_session_read_user?: number
  int_page_from_session_read_count?: number
  int_page_from_hist_msg_read_user?: number
  int_page_from_hist_msg_read_count?: number
  int_page_from_feed_read_user?: number
  int_page_from_feed_read_count?: number
  int_page_from_friends_read_user?: number
  int_page_from_friends_read_count?: number
  int_page_from_other_read_user?: number
  int_page_from_other_read_count?: number
  feed_share_from_session_user?: number
  feed_share_from_session_cnt?: number
  feed_share_from_feed_user?: number
  feed_share_from_feed_cnt?: number
  feed_share_from_other_user?: number
  feed_share_from_other_cnt?: number
}

export interface DatacubeGetCardBusinessInfoList {
  ref_date?: string
  view_cnt?: number
  view_user?: number
  receive_cnt?: number
  receive_user?: number
  verify_cnt?: number
  verify_user?: number
  given_cnt?: number
  given_user?: number
  expire_cnt?: number
  expire_user?: number
}

export interface DatacubeGetCardCardInfoList {
  ref_date?: string
  view_cnt?: number
  view_user?: number
  receive_cnt?: number
  receive_user?: number
  verify_cnt?: number
  verify_user?: number
  given_cnt?: number
  given_user?: number
  expire_cnt?: number
  expire_user?: number
  /** Id of a card type. */
  card_id?: string
  card_type?: number
}

export interface DatacubeGetCardMemberCardDetailList {
  ref_date?: string
  view_cnt?: number
  view_user?: number
  receive_cnt?: number
  receive_user?: number
  verify_cnt?: number
  verify_user?: number
  active_cnt?: number
  active_user?: number
  total_user?: number
  total_receive_user?: number
  cardid?: string
  merchanttype?: number
  submerchantid?: number
  new_user?: number
  payOriginalFee?: number
  fee?: number
}

export interface DatacubeGetCardMemberCardInfoList {
  ref_date?: string
  view_cnt?: number
  view_user?: number
  receive_cnt?: number
  receive_user?: number
  verify_cnt?: number
  verify_user?: number
  active_cnt?: number
  active_user?: number
  total_user?: number
  total_receive_user?: number
}

export interface DatacubeGetInterfaceSummaryList {
  ref_date?: string
  callback_count?: number
  fail_count?: number
  total_time_cost?: number
  max_time_cost?: number
}

export interface DatacubeGetInterfaceSummaryHourList {
  ref_date?: string
  callback_count?: number
  fail_count?: number
  total_time_cost?: number
  max_time_cost?: number
  ref_hour?: number
}

export interface DatacubeGetUpstreamMessageList {
  ref_date?: string
  msg_type?: number
  msg_user?: number
  msg_count?: number
}

export interface DatacubeGetUpstreamMessageDistributionList {
  ref_date?: string
  count_interval?: number
  msg_user?: number
}

export interface DatacubeGetUpstreamMessageHourList {
  ref_date?: string
  msg_type?: number
  msg_user?: number
  msg_count?: number
  ref_hour?: number
}

export interface DatacubeGetUserReadList {
  ref_date?: string
  user_source?: number
  int_page_read_user?: number
  int_page_read_count?: number
  ori_page_read_user?: number
  ori_page_read_count?: number
  share_user?: number
  share_count?: number
  add_to_fav_user?: number
  add_to_fav_count?: number
}

export interface DatacubeGetUserReadHourList {
  ref_date?: string
  user_source?: number
  int_page_read_user?: number
  int_page_read_count?: number
  ori_page_read_user?: number
  ori_page_read_count?: number
  share_user?: number
  share_count?: number
  add_to_fav_user?: number
  add_to_fav_count?: number
  ref_hour?: number
}

export interface DatacubeGetUserShareList {
  ref_date?: string
  share_scene?: number
  share_user?: number
  share_count?: number
}

export interface DatacubeGetUserShareHourList {
  ref_date?: string
  share_scene?: number
  share_user?: number
  share_count?: number
  ref_hour?: number
}

export interface DatacubeGetUserSummaryList {
  ref_date?: string
  user_source?: number
  new_user?: number
  cancel_user?: number
}
