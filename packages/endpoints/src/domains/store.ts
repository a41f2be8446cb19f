import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface StoreGetDistrictResult {
  id?: number
  name?: string
  fullname?: string
  location?: { lng?: number; lat?: number }
  pinyin?: readonly string[]
  cidx?: readonly number[]
}

export interface StoreGetMerchantCategoryData {
  all_category_info?: StoreAllCategoryInfo
}

export interface StoreAllCategoryInfo {
  categories?: readonly StoreCategory[]
}

export interface StoreCategory {
  id?: number
  name?: string
  level?: number
  father?: number
  children?: readonly number[]
  sensitive_type?: number
  qualify?: StoreQualify
}

export interface StoreQualify {
  exter_list?: readonly StoreExter[]
  /** The account's own remark. */
  remark?: string
}

export interface StoreExter {
  inner_list?: readonly { name?: string; url?: string }[]
}

export interface StoreBusiness {
  base_info?: StoreBaseInfo
}

export interface StoreBaseInfo {
  poi_id?: string
  business_name?: string
  province?: string
  city?: string
  district?: string
  address?: string
  telephone?: string
  longitude?: number
  latitude?: number
  open_time?: string
  photo_list?: readonly { photo_url?: string }[]
  status?: number
}

export interface StoreSearchMapPoiData {
  item?: readonly StoreSearchMapPoiDataItem[]
}

export interface StoreSearchMapPoiDataItem {
  sosomap_poi_uid?: string
  branch_name?: string
  category?: string
  address?: string
  telephone?: string
  longitude?: number
  latitude?: number
  pic_urls?: readonly string[]
  card_id_list?: readonly string[]
}

export interface StoreAddStoreRequest {
  poi_id?: string
  map_poi_id: string
  pic_list: string
  hour: string
  address: string
  company_name: string
  contract_phone: string
  credential: string
  qualification_list?: readonly string[]
  /** Id of a card type. */
  card_id: string
}

export interface StoreAddStoreAnswer extends BaseAnswer {
  data?: { audit_id?: number }
}

export interface StoreApplyMerchantRequest {
  first_catid: number
  second_catid: number
  qualification_list?: readonly string[]
  nickname: string
  intro: string
  headimg_mediaid: string
  org_code?: string
  other_files?: readonly string[]
}

export interface StoreCreateMapPoiRequest {
  poi_id?: string
  name: string
  category: string
  introduct: string
  telephone: string
  longitude: number
  latitude: number
  districtid: number
  province: string
  city: string
  district: string
  address: string
  photo: string
  license: string
}

export interface StoreCreateMapPoiAnswer extends BaseAnswer {
  data?: { base_id?: number }
}

export interface StoreDeleteStoreRequest {
  poi_id: string
}

export interface StoreGetDistrictAnswer extends BaseAnswer {
  data_version?: string
  result?: readonly (readonly StoreGetDistrictResult[])[]
}

export interface StoreGetMerchantAuditInfoAnswer extends BaseAnswer {
  data?: { audit_id?: number; status?: number; reason?: string }
}

export interface StoreGetMerchantCategoryAnswer extends BaseAnswer {
  data?: StoreGetMerchantCategoryData
}

export interface StoreGetStoreInfoAnswer extends BaseAnswer {
  business?: StoreBusiness
}

export interface StoreGetStoreListRequest {
  /** How many to skip. */
  offset: number
  limit: number
}

export interface StoreGetStoreListAnswer extends BaseAnswer {
  business_list?: readonly StoreBusiness[]
  total_count?: number
}

export interface StoreModifyMerchantRequest {
  intro: string
  headimg_mediaid: string
}

export interface StoreSearchMapPoiRequest {
  districtid: number
  keyword: string
}

export interface StoreSearchMapPoiAnswer extends BaseAnswer {
  data?: StoreSearchMapPoiData
}

export interface StoreUpdateStoreRequest {
  poi_id: string
  map_poi_id: string
  pic_list: string
  hour: string
  contract_phone: string
  /** Id of a card type. */
  card_id: string
}

export interface StoreUpdateStoreAnswer extends BaseAnswer {
  data?: { has_audit_id?: 0 | 1; audit_id?: number }
}

export interface StoreApi {
  /**
   * Adds a store to the store mini program.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#12
   */
  addStore(request: StoreAddStoreRequest, options?: CallOptions): Promise<StoreAddStoreAnswer>
  /**
   * Opens the store mini program.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#6
   */
  applyMerchant(request: StoreApplyMerchantRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a missing place to the map.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#11
   */
  createMapPoi(request: StoreCreateMapPoiRequest, options?: CallOptions): Promise<StoreCreateMapPoiAnswer>
  /**
   * Deletes a store.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#16
   */
  deleteStore(request: StoreDeleteStoreRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Provinces, cities and districts of the map.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#9
   */
  getDistrict(request?: NoRequest, options?: CallOptions): Promise<StoreGetDistrictAnswer>
  /**
   * How the review of the store mini program stands.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#7
   */
  getMerchantAuditInfo(request?: NoRequest, options?: CallOptions): Promise<StoreGetMerchantAuditInfoAnswer>
  /**
   * Categories for the store mini program.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#5
   */
  getMerchantCategory(request?: NoRequest, options?: CallOptions): Promise<StoreGetMerchantCategoryAnswer>
  /**
   * One store.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#14
   */
  getStoreInfo(request: StoreDeleteStoreRequest, options?: CallOptions): Promise<StoreGetStoreInfoAnswer>
  /**
   * Stores, page by page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#15
   */
  getStoreList(request: StoreGetStoreListRequest, options?: CallOptions): Promise<StoreGetStoreListAnswer>
  /**
   * Changes avatar and introduction of the store mini program.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#8
   */
  modifyMerchant(request: StoreModifyMerchantRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Searches places on the map.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#10
   */
  searchMapPoi(request: StoreSearchMapPoiRequest, options?: CallOptions): Promise<StoreSearchMapPoiAnswer>
  /**
   * Changes a store.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#13
   */
  updateStore(request: StoreUpdateStoreRequest, options?: CallOptions): Promise<StoreUpdateStoreAnswer>
}

export const storeTable = {
  addStore: {
    call: 'POST /wxa/add_store',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#12',
  },
  applyMerchant: {
    call: 'POST /wxa/apply_merchant',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#6',
  },
  createMapPoi: {
    call: 'POST /wxa/create_map_poi',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#11',
  },
  deleteStore: {
    call: 'POST /wxa/del_store',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#16',
  },
  getDistrict: {
    call: 'GET /wxa/get_district',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#9',
  },
  getMerchantAuditInfo: {
    call: 'GET /wxa/get_merchant_audit_info',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#7',
  },
  getMerchantCategory: {
    call: 'GET /wxa/get_merchant_category',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#5',
  },
  getStoreInfo: {
    call: 'POST /wxa/get_store_info',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#14',
  },
  getStoreList: {
    call: 'POST /wxa/get_store_list',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#15',
  },
  modifyMerchant: {
    call: 'POST /wxa/modify_merchant',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#8',
  },
  searchMapPoi: {
    call: 'POST /wxa/search_map_poi',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#10',
  },
  updateStore: {
    call: 'POST /wxa/update_store',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#13',
  },
} as const

/** One row for each method of {@link StoreApi}. */
export const storeRows: Rows<StoreApi> = /* @__PURE__ */ expandRows<StoreApi, typeof storeTable>('store', storeTable)
