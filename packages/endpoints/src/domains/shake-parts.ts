export interface ShakeAccountAuditstatusData {
  apply_time?: number
  audit_comment?: string
  audit_status?: number
  audit_time?: number
}

export interface ShakeDeviceIdentifier {
  device_id?: number
  uuid?: string
  major?: number
  minor?: number
}

export interface ShakeDeviceGroupAddData {
  group_id?: string
  group_name?: string
}

export interface ShakeDeviceGroupGetdetailData {
  group_id?: string
  group_name?: string
  total_count?: number
  devices?: readonly ShakeDevice[]
}

export interface ShakeDevice {
  device_id?: string
  uuid?: string
  major?: string
  minor?: string
  comment?: string
  poi_id?: string
}

export interface ShakeDeviceGroupGetlistData {
  total_count?: number
  groups?: readonly ShakeDeviceGroupAddData[]
}

export interface ShakeSearchDevicesData {
  devices?: readonly Readonly<Record<string, unknown>>[]
  total_count?: number
}

export interface ShakeLotteryQuerylotteryResult {
  lottery_id?: string
  title?: string
  desc?: string
  onoff?: number
  begin_time?: number
  expire_time?: number
  sponsor_appid?: string
  appid?: string
  prize_count_limit?: number
  prize_count?: number
  jump_url?: string
  expired_prizes?: number
  drawed_prizes?: number
  available_prizes?: number
  expired_value?: number
  drawed_value?: number
  available_value?: number
}

export interface ShakeSearchPagesData {
  pages?: readonly Readonly<Record<string, unknown>>[]
  total_count?: number
}

export interface ShakeRelationSearchData {
  relations?: readonly ShakeRelation[]
  total_count?: number
}

export interface ShakeRelation {
  device_id?: number
  uuid?: string
  major?: number
  minor?: number
  page_id?: number
}

export interface ShakeStatisticsDeviceData {
  click_pv?: number
  click_uv?: number
  ftime?: number
  shake_pv?: number
  shake_uv?: number
}

export interface ShakeStatisticsDevicelistData {
  devices?: readonly ShakeStatisticsDevicelistDataDevice[]
  date?: number
  total_count?: string
  page_index?: string
}

export interface ShakeStatisticsDevicelistDataDevice {
  device_id?: string
  major?: string
  minor?: string
  uuid?: string
  shake_pv?: number
  shake_uv?: number
  click_pv?: number
  click_uv?: number
}

export interface ShakeStatisticsPagelistData {
  pages?: readonly ShakePage[]
  date?: number
  total_count?: number
  page_index?: number
}

export interface ShakePage {
  page_id?: number
  click_pv?: number
  click_uv?: number
  shake_pv?: number
  shake_uv?: number
}

export interface ShakeUserGetshakeinfoData {
  page_id?: string
  beacon_info?: { distance?: number; major?: number; minor?: number; uuid?: string }
  /** The user's openid for this account. */
  openid?: string
  poi_id?: string
}
