import type { BaseAnswer, NoRequest, OpenRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { FileInput } from '../transfer.js'
import type {
  ShakeAccountAuditstatusData,
  ShakeDeviceGroupAddData,
  ShakeDeviceGroupGetdetailData,
  ShakeDeviceGroupGetlistData,
  ShakeDeviceIdentifier,
  ShakeLotteryQuerylotteryResult,
  ShakeRelationSearchData,
  ShakeSearchDevicesData,
  ShakeSearchPagesData,
  ShakeStatisticsDeviceData,
  ShakeStatisticsDevicelistData,
  ShakeStatisticsPagelistData,
  ShakeUserGetshakeinfoData,
} from './shake-parts.js'

export type * from './shake-parts.js'

export interface ShakeAccountAuditstatusAnswer extends BaseAnswer {
  data?: ShakeAccountAuditstatusData
}

export interface ShakeAccountRegisterRequest {
  name?: string
  phone_number?: string
  email?: string
  qualification_cert_urls?: readonly string[]
  apply_reason?: string
  industry_id?: string
}

export interface ShakeAccountRegisterAnswer extends BaseAnswer {
  data?: unknown
}

export interface ShakeDeviceApplyidRequest {
  quantity?: number
  apply_reason?: string
  comment?: string
  poi_id?: string | number
}

export interface ShakeDeviceApplyidAnswer extends BaseAnswer {
  data?: { apply_id?: number; audit_status?: number; audit_comment?: string }
}

export interface ShakeDeviceApplystatusRequest {
  apply_id?: number
}

export interface ShakeDeviceBindlocationRequest {
  device_identifier?: ShakeDeviceIdentifier
  poi_id?: string | number
}

export interface ShakeDeviceBindpageRequest {
  device_identifier?: ShakeDeviceIdentifier
  page_ids?: number
  bind?: number
  append?: number
}

export interface ShakeDeviceGroupAddRequest {
  group_name?: string
}

export interface ShakeDeviceGroupAddAnswer extends BaseAnswer {
  data?: ShakeDeviceGroupAddData
}

export interface ShakeDeviceGroupAdddeviceRequest {
  group_id?: string
  device_identifiers?: unknown
}

export interface ShakeDeviceGroupDeleteRequest {
  group_id?: string
}

export interface ShakeDeviceGroupGetdetailRequest {
  group_id?: string
  begin?: number
  count?: number
}

export interface ShakeDeviceGroupGetdetailAnswer extends BaseAnswer {
  data?: ShakeDeviceGroupGetdetailData
}

export interface ShakeDeviceGroupGetlistRequest {
  begin?: number
  count?: number
}

export interface ShakeDeviceGroupGetlistAnswer extends BaseAnswer {
  data?: ShakeDeviceGroupGetlistData
}

export interface ShakeDeviceGroupUpdateRequest {
  group_id?: string
  group_name?: string
}

export interface ShakeSearchDevicesRequest {
  type?: number
  device_identifiers?: readonly ShakeDeviceIdentifier[]
  apply_id?: number
  last_seen?: number
  begin?: number
  count?: number
}

export interface ShakeSearchDevicesAnswer extends BaseAnswer {
  data?: ShakeSearchDevicesData
}

export interface ShakeDeviceUpdateRequest {
  device_identifier?: ShakeDeviceIdentifier
  comment?: string
}

export interface ShakeLotteryAddlotteryinfoRequest {
  title?: string
  desc?: string
  onoff?: number
  begin_time?: number
  expire_time?: number
  sponsor_appid?: string
  total?: number
  jumpurl?: string
  key?: string
}

export interface ShakeLotteryAddlotteryinfoAnswer extends BaseAnswer {
  lottery_id?: string
  page_id?: number
}

export interface ShakeLotteryQuerylotteryAnswer extends BaseAnswer {
  result?: ShakeLotteryQuerylotteryResult
}

export interface ShakeLotterySetprizebucketRequest {
  lottery_id?: string
  mchid?: string
  sponsorapp_id?: string
  prizeinfolist?: { ticket?: string }
}

export interface ShakeLotterySetprizebucketAnswer extends BaseAnswer {
  repeat_ticket_list?: readonly { ticket?: string }[]
}

export interface ShakeMaterialAddRequest {
  media: FileInput
}

export interface ShakeMaterialAddAnswer extends BaseAnswer {
  data?: { pic_url?: string }
}

export interface ShakePageAddRequest {
  title?: string
  description?: string
  page_url?: string
  comment?: string
  icon_url?: string
}

export interface ShakePageAddAnswer extends BaseAnswer {
  data?: { page_id?: number }
}

export interface ShakePageDeleteRequest {
  page_id?: number
}

export interface ShakeSearchPagesRequest {
  type?: number
  page_ids?: readonly number[]
  begin?: number
  count?: number
}

export interface ShakeSearchPagesAnswer extends BaseAnswer {
  data?: ShakeSearchPagesData
}

export interface ShakePageUpdateRequest {
  page_id?: number
  title?: string
  description?: string
  page_url?: string
  comment?: string
  icon_url?: string
}

export interface ShakeRelationSearchRequest {
  type?: number
  device_identifier?: ShakeDeviceIdentifier
}

export interface ShakeRelationSearchAnswer extends BaseAnswer {
  data?: ShakeRelationSearchData
}

export interface ShakeStatisticsDeviceRequest {
  device_identifier?: ShakeDeviceIdentifier
  /** First day, `YYYY-MM-DD`. */
  begin_date?: number
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date?: number
}

export interface ShakeStatisticsDeviceAnswer extends BaseAnswer {
  data?: readonly ShakeStatisticsDeviceData[]
}

export interface ShakeStatisticsDevicelistRequest {
  date?: number
  page_index?: string
}

export interface ShakeStatisticsDevicelistAnswer extends BaseAnswer {
  data?: ShakeStatisticsDevicelistData
}

export interface ShakeStatisticsPageRequest {
  page_id?: number
  /** First day, `YYYY-MM-DD`. */
  begin_date?: number
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date?: number
}

export interface ShakeStatisticsPagelistRequest {
  date?: number
  page_index?: number
}

export interface ShakeStatisticsPagelistAnswer extends BaseAnswer {
  data?: ShakeStatisticsPagelistData
}

export interface ShakeUserGetshakeinfoRequest {
  /** The ticket. */
  ticket?: string
  need_poi?: number
}

export interface ShakeUserGetshakeinfoAnswer extends BaseAnswer {
  data?: ShakeUserGetshakeinfoData
}

export interface ShakeApi {
  /**
   * How the application for Shake Nearby stands.
   *
   * @deprecated Legacy on the platform.
   */
  accountAuditstatus(request?: NoRequest, options?: CallOptions): Promise<ShakeAccountAuditstatusAnswer>
  /**
   * Applies for Shake Nearby.
   *
   * @deprecated Legacy on the platform.
   */
  accountRegister(request?: ShakeAccountRegisterRequest, options?: CallOptions): Promise<ShakeAccountRegisterAnswer>
  /**
   * Applies for ids of beacons.
   *
   * @deprecated Legacy on the platform.
   */
  deviceApplyid(request?: ShakeDeviceApplyidRequest, options?: CallOptions): Promise<ShakeDeviceApplyidAnswer>
  /**
   * How an application for beacon ids stands.
   *
   * @deprecated Legacy on the platform.
   */
  deviceApplystatus(
    request?: ShakeDeviceApplystatusRequest,
    options?: CallOptions,
  ): Promise<ShakeAccountAuditstatusAnswer>
  /**
   * Ties a beacon to a store.
   *
   * @deprecated Legacy on the platform.
   */
  deviceBindlocation(request?: ShakeDeviceBindlocationRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Ties a beacon to the pages it shows.
   *
   * @deprecated Legacy on the platform.
   */
  deviceBindpage(request?: ShakeDeviceBindpageRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Creates a group of beacons.
   *
   * @deprecated Legacy on the platform.
   */
  deviceGroupAdd(request?: ShakeDeviceGroupAddRequest, options?: CallOptions): Promise<ShakeDeviceGroupAddAnswer>
  /**
   * Adds beacons to a group.
   *
   * @deprecated Legacy on the platform.
   */
  deviceGroupAdddevice(
    request?: ShakeDeviceGroupAdddeviceRequest,
    options?: CallOptions,
  ): Promise<ShakeAccountRegisterAnswer>
  /**
   * Deletes a group of beacons.
   *
   * @deprecated Legacy on the platform.
   */
  deviceGroupDelete(request?: ShakeDeviceGroupDeleteRequest, options?: CallOptions): Promise<ShakeAccountRegisterAnswer>
  /**
   * Takes beacons out of a group.
   *
   * @deprecated Legacy on the platform.
   */
  deviceGroupDeletedevice(request: OpenRequest, options?: CallOptions): Promise<ShakeAccountRegisterAnswer>
  /**
   * Beacons of a group, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  deviceGroupGetdetail(
    request?: ShakeDeviceGroupGetdetailRequest,
    options?: CallOptions,
  ): Promise<ShakeDeviceGroupGetdetailAnswer>
  /**
   * Groups of beacons, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  deviceGroupGetlist(
    request?: ShakeDeviceGroupGetlistRequest,
    options?: CallOptions,
  ): Promise<ShakeDeviceGroupGetlistAnswer>
  /**
   * Renames a group of beacons.
   *
   * @deprecated Legacy on the platform.
   */
  deviceGroupUpdate(request?: ShakeDeviceGroupUpdateRequest, options?: CallOptions): Promise<ShakeAccountRegisterAnswer>
  /**
   * Beacons: some, a page, or those of an application.
   *
   * @deprecated Legacy on the platform.
   */
  searchDevices(request?: ShakeSearchDevicesRequest, options?: CallOptions): Promise<ShakeSearchDevicesAnswer>
  /**
   * Changes a beacon's remark.
   *
   * @deprecated Legacy on the platform.
   */
  deviceUpdate(request?: ShakeDeviceUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Creates a red-packet campaign.
   *
   * @deprecated Legacy on the platform.
   */
  lotteryAddlotteryinfo(
    request?: ShakeLotteryAddlotteryinfoRequest,
    options?: CallOptions,
  ): Promise<ShakeLotteryAddlotteryinfoAnswer>
  /**
   * One red-packet campaign.
   *
   * @deprecated Legacy on the platform.
   */
  lotteryQuerylottery(request?: NoRequest, options?: CallOptions): Promise<ShakeLotteryQuerylotteryAnswer>
  /**
   * Switches a red-packet campaign on or off.
   *
   * @deprecated Legacy on the platform.
   */
  lotterySetlotteryswitch(request?: NoRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Hands red-packet tickets over to a campaign.
   *
   * @deprecated Legacy on the platform.
   */
  lotterySetprizebucket(
    request?: ShakeLotterySetprizebucketRequest,
    options?: CallOptions,
  ): Promise<ShakeLotterySetprizebucketAnswer>
  /**
   * Uploads a picture for pages or for the application.
   *
   * @deprecated Legacy on the platform.
   */
  materialAdd(request: ShakeMaterialAddRequest, options?: CallOptions): Promise<ShakeMaterialAddAnswer>
  /**
   * Adds a page that beacons show.
   *
   * @deprecated Legacy on the platform.
   */
  pageAdd(request?: ShakePageAddRequest, options?: CallOptions): Promise<ShakePageAddAnswer>
  /**
   * Deletes a page.
   *
   * @deprecated Legacy on the platform.
   */
  pageDelete(request?: ShakePageDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Pages: some, or a page of the list.
   *
   * @deprecated Legacy on the platform.
   */
  searchPages(request?: ShakeSearchPagesRequest, options?: CallOptions): Promise<ShakeSearchPagesAnswer>
  /**
   * Changes a page.
   *
   * @deprecated Legacy on the platform.
   */
  pageUpdate(request?: ShakePageUpdateRequest, options?: CallOptions): Promise<ShakePageAddAnswer>
  /**
   * Which beacons show which pages.
   *
   * @deprecated Legacy on the platform.
   */
  relationSearch(request?: ShakeRelationSearchRequest, options?: CallOptions): Promise<ShakeRelationSearchAnswer>
  /**
   * Figures of one beacon by day; a span of up to 30 days.
   *
   * @deprecated Legacy on the platform.
   */
  statisticsDevice(request?: ShakeStatisticsDeviceRequest, options?: CallOptions): Promise<ShakeStatisticsDeviceAnswer>
  /**
   * Figures of all beacons on a day, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  statisticsDevicelist(
    request?: ShakeStatisticsDevicelistRequest,
    options?: CallOptions,
  ): Promise<ShakeStatisticsDevicelistAnswer>
  /**
   * Figures of one page by day; a span of up to 30 days.
   *
   * @deprecated Legacy on the platform.
   */
  statisticsPage(request?: ShakeStatisticsPageRequest, options?: CallOptions): Promise<ShakeStatisticsDeviceAnswer>
  /**
   * Figures of all pages on a day, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  statisticsPagelist(
    request?: ShakeStatisticsPagelistRequest,
    options?: CallOptions,
  ): Promise<ShakeStatisticsPagelistAnswer>
  /**
   * Which beacon a user shook at, by the ticket the page handed over.
   *
   * @deprecated Legacy on the platform.
   */
  userGetshakeinfo(request?: ShakeUserGetshakeinfoRequest, options?: CallOptions): Promise<ShakeUserGetshakeinfoAnswer>
}

export const shakeTable = {
  accountAuditstatus: { call: 'GET /shakearound/account/auditstatus' },
  accountRegister: { call: 'POST /shakearound/account/register' },
  deviceApplyid: { call: 'POST /shakearound/device/applyid', integers: ['poi_id'] },
  deviceApplystatus: { call: 'POST /shakearound/device/applystatus', retry: 'safe' },
  deviceBindlocation: { call: 'POST /shakearound/device/bindlocation', integers: ['poi_id'] },
  deviceBindpage: { call: 'POST /shakearound/device/bindpage' },
  deviceGroupAdd: { call: 'POST /shakearound/device/group/add' },
  deviceGroupAdddevice: { call: 'POST /shakearound/device/group/adddevice' },
  deviceGroupDelete: { call: 'POST /shakearound/device/group/delete' },
  deviceGroupDeletedevice: { call: 'POST /shakearound/device/group/deletedevice' },
  deviceGroupGetdetail: { call: 'POST /shakearound/device/group/getdetail', retry: 'safe' },
  deviceGroupGetlist: { call: 'POST /shakearound/device/group/getlist', retry: 'safe' },
  deviceGroupUpdate: { call: 'POST /shakearound/device/group/update' },
  searchDevices: { call: 'POST /shakearound/device/search', retry: 'safe' },
  deviceUpdate: { call: 'POST /shakearound/device/update' },
  lotteryAddlotteryinfo: { call: 'POST /shakearound/lottery/addlotteryinfo' },
  lotteryQuerylottery: { call: 'GET /shakearound/lottery/querylottery' },
  lotterySetlotteryswitch: { call: 'GET /shakearound/lottery/setlotteryswitch' },
  lotterySetprizebucket: { call: 'POST /shakearound/lottery/setprizebucket' },
  materialAdd: { call: 'POST /shakearound/material/add', body: 'multipart', content: 'media' },
  pageAdd: { call: 'POST /shakearound/page/add' },
  pageDelete: { call: 'POST /shakearound/page/delete' },
  searchPages: { call: 'POST /shakearound/page/search', retry: 'safe' },
  pageUpdate: { call: 'POST /shakearound/page/update' },
  relationSearch: { call: 'POST /shakearound/relation/search', retry: 'safe' },
  statisticsDevice: { call: 'POST /shakearound/statistics/device', retry: 'safe' },
  statisticsDevicelist: { call: 'POST /shakearound/statistics/devicelist', retry: 'safe' },
  statisticsPage: { call: 'POST /shakearound/statistics/page', retry: 'safe' },
  statisticsPagelist: { call: 'POST /shakearound/statistics/pagelist', retry: 'safe' },
  userGetshakeinfo: { call: 'POST /shakearound/user/getshakeinfo', stringIds: ['poi_id'], retry: 'safe' },
} as const

/** One row for each method of {@link ShakeApi}. */
export const shakeRows: Rows<ShakeApi> = /* @__PURE__ */ expandRows<ShakeApi, typeof shakeTable>('shake', shakeTable, {
  status: 'legacy',
})
