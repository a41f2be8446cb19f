import type { BaseAnswer, NoRequest, OpenRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface WifiCouponputGetData {
  shop_id?: string
  card_status?: number
  /** Id of a card type. */
  card_id?: string
  card_describe?: string
  start_date?: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date?: string
}

export interface WifiDeviceListData {
  recordcount?: number
  pageindex?: number
  pagecount?: number
  records?: readonly { shop_id?: number; ssid?: string; bssid?: string }[]
}

export interface WifiDate {
  shop_id?: number
  /** Id of a template. */
  template_id?: number
  url?: string
}

export interface WifiShopGetData {
  shop_name?: string
  ssid?: string
  ssid_list?: readonly string[]
  ssid_password_list?: readonly { ssid?: string; password?: string }[]
  password?: string
  protocol_type?: number
  ap_count?: number
  /** Id of a template. */
  template_id?: number
  homepage_url?: string
  bar_type?: number
  sid?: string
  poi_id?: string
  homepage_wxa_user_name?: string
  homepage_wxa_path?: string
  finishpage_url?: string
  finishpage_wxa_user_name?: string
  finishpage_wxa_path?: string
  finishpage_type?: number
}

export interface WifiShopListData {
  totalcount?: number
  pageindex?: number
  pagecount?: number
  records?: readonly WifiShopListDataRecord[]
}

export interface WifiShopListDataRecord {
  shop_id?: string
  shop_name?: string
  ssid?: string
  ssid_list?: readonly string[]
  protocol_type?: number
  sid?: string
}

export interface WifiStatisticsListDate {
  shop_id?: string
  statis_time?: number
  total_user?: number
  homepage_uv?: number
  new_fans?: number
  total_fans?: number
}

export interface WifiAccountGetConnecturlAnswer extends BaseAnswer {
  data?: { connect_url?: string }
}

export interface WifiApportalRegisterRequest {
  shop_id?: number
  ssid?: string
  reset?: string
}

export interface WifiApportalRegisterAnswer extends BaseAnswer {
  data?: { secretkey?: string }
}

export interface WifiBarSetRequest {
  shop_id?: number
  bar_type?: number
}

export interface WifiCouponputGetRequest {
  shop_id?: number
}

export interface WifiCouponputGetAnswer extends BaseAnswer {
  data?: WifiCouponputGetData
}

export interface WifiCouponputSetRequest {
  shop_id?: number
  /** Id of a card type. */
  card_id?: string
  card_describe?: string
  start_time?: string
  end_time?: string
  card_quantity?: number
}

export interface WifiDeviceAddRequest {
  shop_id?: number
  ssid?: string
  password?: string
}

export interface WifiDeviceDeleteRequest {
  bssid?: string
}

export interface WifiDeviceListAnswer extends BaseAnswer {
  data?: WifiDeviceListData
}

export interface WifiFinishpageSetRequest {
  shop_id?: number
  finishpage_url?: string
}

export interface WifiHomepageGetAnswer extends BaseAnswer {
  date?: WifiDate
}

export interface WifiOpenpluginTokenAnswer extends BaseAnswer {
  data?: { is_open?: string; wifi_token?: string }
}

export interface WifiQrcodeGetRequest {
  shop_id?: number
  img_id?: number
}

export interface WifiQrcodeGetAnswer extends BaseAnswer {
  data?: { qrcode_url?: string }
}

export interface WifiShopGetRequest {
  shop_id?: number
  pageindex?: number
  pagesize?: number
}

export interface WifiShopGetAnswer extends BaseAnswer {
  data?: WifiShopGetData
}

export interface WifiShopListRequest {
  pageindex?: number
  pagesize?: number
}

export interface WifiShopListAnswer extends BaseAnswer {
  data?: WifiShopListData
}

export interface WifiShopUpdateRequest {
  shop_id?: number
  old_ssid?: string
  ssid?: string
}

export interface WifiStatisticsListRequest {
  /** First day, `YYYY-MM-DD`. */
  begin_date?: string
  /** Last day, `YYYY-MM-DD`; yesterday at the latest. */
  end_date?: string
  shop_id?: number
}

export interface WifiStatisticsListAnswer extends BaseAnswer {
  date?: readonly WifiStatisticsListDate[]
}

export interface WifiApi {
  /**
   * Address that connects phones to the account's Wi-Fi.
   *
   * @deprecated Legacy on the platform.
   */
  accountGetConnecturl(request?: NoRequest, options?: CallOptions): Promise<WifiAccountGetConnecturlAnswer>
  /**
   * Registers a Wi-Fi network of the portal kind.
   *
   * @deprecated Legacy on the platform.
   */
  apportalRegister(request?: WifiApportalRegisterRequest, options?: CallOptions): Promise<WifiApportalRegisterAnswer>
  /**
   * Sets the text atop the chat list for users on the Wi-Fi.
   *
   * @deprecated Legacy on the platform.
   */
  barSet(request?: WifiBarSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * The card that a store offers to users on its Wi-Fi.
   *
   * @deprecated Legacy on the platform.
   */
  couponputGet(request?: WifiCouponputGetRequest, options?: CallOptions): Promise<WifiCouponputGetAnswer>
  /**
   * Sets the card that a store offers to users on its Wi-Fi.
   *
   * @deprecated Legacy on the platform.
   */
  couponputSet(request?: WifiCouponputSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a Wi-Fi network with a password to a store.
   *
   * @deprecated Legacy on the platform.
   */
  deviceAdd(request?: WifiDeviceAddRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes a Wi-Fi network.
   *
   * @deprecated Legacy on the platform.
   */
  deviceDelete(request?: WifiDeviceDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Wi-Fi networks, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  deviceList(request: OpenRequest, options?: CallOptions): Promise<WifiDeviceListAnswer>
  /**
   * Sets the page shown once a phone is connected.
   *
   * @deprecated Legacy on the platform.
   */
  finishpageSet(request?: WifiFinishpageSetRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * The home page of a store's Wi-Fi.
   *
   * @deprecated Legacy on the platform.
   */
  homepageGet(request?: WifiCouponputGetRequest, options?: CallOptions): Promise<WifiHomepageGetAnswer>
  /**
   * Sets the home page of a store's Wi-Fi.
   *
   * @deprecated Legacy on the platform.
   */
  homepageSet(request: OpenRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Token that opens the Wi-Fi plugin for a third party.
   *
   * @deprecated Legacy on the platform.
   */
  openpluginToken(request?: NoRequest, options?: CallOptions): Promise<WifiOpenpluginTokenAnswer>
  /**
   * QR code that connects phones to a store's Wi-Fi.
   *
   * @deprecated Legacy on the platform.
   */
  qrcodeGet(request?: WifiQrcodeGetRequest, options?: CallOptions): Promise<WifiQrcodeGetAnswer>
  /**
   * Deletes all Wi-Fi networks of a store, or one.
   *
   * @deprecated Legacy on the platform.
   */
  shopClean(request: OpenRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * One store with its Wi-Fi.
   *
   * @deprecated Legacy on the platform.
   */
  shopGet(request?: WifiShopGetRequest, options?: CallOptions): Promise<WifiShopGetAnswer>
  /**
   * Stores with Wi-Fi, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  shopList(request?: WifiShopListRequest, options?: CallOptions): Promise<WifiShopListAnswer>
  /**
   * Changes the Wi-Fi of a store.
   *
   * @deprecated Legacy on the platform.
   */
  shopUpdate(request?: WifiShopUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Figures of Wi-Fi use by day.
   *
   * @deprecated Legacy on the platform.
   */
  statisticsList(request?: WifiStatisticsListRequest, options?: CallOptions): Promise<WifiStatisticsListAnswer>
}

export const wifiTable = {
  accountGetConnecturl: { call: 'GET /bizwifi/account/get_connecturl' },
  apportalRegister: { call: 'POST /bizwifi/apportal/register' },
  barSet: { call: 'POST /bizwifi/bar/set' },
  couponputGet: { call: 'POST /bizwifi/couponput/get', retry: 'safe' },
  couponputSet: { call: 'POST /bizwifi/couponput/set' },
  deviceAdd: { call: 'POST /bizwifi/device/add' },
  deviceDelete: { call: 'POST /bizwifi/device/delete' },
  deviceList: { call: 'POST /bizwifi/device/list', retry: 'safe' },
  finishpageSet: { call: 'POST /bizwifi/finishpage/set' },
  homepageGet: { call: 'POST /bizwifi/homepage/get', retry: 'safe' },
  homepageSet: { call: 'POST /bizwifi/homepage/set' },
  openpluginToken: { call: 'GET /bizwifi/openplugin/token' },
  qrcodeGet: { call: 'POST /bizwifi/qrcode/get', retry: 'safe' },
  shopClean: { call: 'POST /bizwifi/shop/clean' },
  shopGet: { call: 'POST /bizwifi/shop/get', retry: 'safe' },
  shopList: { call: 'POST /bizwifi/shop/list', retry: 'safe' },
  shopUpdate: { call: 'POST /bizwifi/shop/update' },
  statisticsList: { call: 'POST /bizwifi/statistics/list', retry: 'safe' },
} as const

/** One row for each method of {@link WifiApi}. */
export const wifiRows: Rows<WifiApi> = /* @__PURE__ */ expandRows<WifiApi, typeof wifiTable>('wifi', wifiTable, {
  status: 'legacy',
})
