import type { BaseAnswer, NoRequest, OpenAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface PoiBusiness {
  base_info?: PoiBaseInfo
}

export interface PoiBaseInfo {
  telephone?: string
  photo_list?: readonly { photo_url?: string }[]
  recommend?: string
  special?: string
  introduction?: string
  open_time?: string
  avg_price?: number
  sid?: string
  business_name?: string
  branch_name?: string
  province?: string
  city?: string
  district?: string
  address?: string
  categories?: readonly string[]
  offset_type?: number
  longitude?: string
  latitude?: string
}

export interface PoiGetPoiBusiness {
  base_info?: PoiGetPoiBusinessBaseInfo
}

export interface PoiGetPoiBusinessBaseInfo {
  sid?: string
  business_name?: string
  branch_name?: string
  province?: string
  city?: string
  district?: string
  address?: string
  telephone?: string
  categories?: readonly string[]
  offset_type?: number
  longitude?: number
  latitude?: number
  photo_list?: readonly { photo_url?: string }[]
  recommend?: string
  special?: string
  introduction?: string
  open_time?: string
  avg_price?: number
  available_state?: number
  update_status?: number
}

export interface PoiGetPoiListBusiness {
  base_info?: PoiGetPoiListBusinessBaseInfo
}

export interface PoiGetPoiListBusinessBaseInfo {
  sid?: string
  business_name?: string
  branch_name?: string
  province?: string
  city?: string
  district?: string
  address?: string
  telephone?: string
  categories?: readonly string[]
  offset_type?: number
  longitude?: number
  latitude?: number
  photo_list?: readonly { photo_url?: string }[]
  recommend?: string
  special?: string
  introduction?: string
  open_time?: string
  avg_price?: number
  available_state?: number
  update_status?: number
  poi_id?: string
  mapid?: string
  upgrade_status?: number
  upgrade_comment?: string
}

export interface PoiUpdatePoiBusiness {
  base_info?: PoiUpdatePoiBusinessBaseInfo
}

export interface PoiUpdatePoiBusinessBaseInfo {
  telephone?: string
  photo_list?: readonly { photo_url?: string }[]
  recommend?: string
  special?: string
  introduction?: string
  open_time?: string
  avg_price?: number
  poi_id?: string
}

export interface PoiAddPoiRequest {
  business?: PoiBusiness
}

export interface PoiDeletePoiRequest {
  poi_id: string
}

export interface PoiGetPoiAnswer extends BaseAnswer {
  business?: PoiGetPoiBusiness
}

export interface PoiGetPoiListRequest {
  begin: number
  limit: number
}

export interface PoiGetPoiListAnswer extends BaseAnswer {
  business_list?: readonly PoiGetPoiListBusiness[]
  total_count?: number
}

export interface PoiGetCategoryAnswer extends BaseAnswer {
  category_list?: readonly string[]
}

export interface PoiUpdatePoiRequest {
  business?: PoiUpdatePoiBusiness
}

export interface PoiApi {
  /**
   * Adds a store; it is reviewed first.
   *
   * @deprecated Legacy on the platform.
   */
  addPoi(request?: PoiAddPoiRequest, options?: CallOptions): Promise<OpenAnswer>
  /**
   * Deletes a store.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#12
   */
  deletePoi(request: PoiDeletePoiRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * One store.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#9
   */
  getPoi(request: PoiDeletePoiRequest, options?: CallOptions): Promise<PoiGetPoiAnswer>
  /**
   * Stores, page by page.
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#10
   */
  getPoiList(request: PoiGetPoiListRequest, options?: CallOptions): Promise<PoiGetPoiListAnswer>
  /**
   * Categories of stores.
   *
   * @deprecated Legacy on the platform.
   */
  getCategory(request?: NoRequest, options?: CallOptions): Promise<PoiGetCategoryAnswer>
  /**
   * Changes a store's service data.
   *
   * @deprecated Legacy on the platform.
   */
  updatePoi(request?: PoiUpdatePoiRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const poiTable = {
  addPoi: { call: 'POST /cgi-bin/poi/addpoi' },
  deletePoi: { call: 'POST /cgi-bin/poi/delpoi', docs: 'doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#12' },
  getPoi: {
    call: 'POST /cgi-bin/poi/getpoi',
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#9',
  },
  getPoiList: {
    call: 'POST /cgi-bin/poi/getpoilist',
    stringIds: ['poi_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#10',
  },
  getCategory: { call: 'GET /cgi-bin/poi/getwxcategory' },
  updatePoi: { call: 'POST /cgi-bin/poi/updatepoi' },
} as const

/** One row for each method of {@link PoiApi}. */
export const poiRows: Rows<PoiApi> = /* @__PURE__ */ expandRows<PoiApi, typeof poiTable>('poi', poiTable, {
  status: 'legacy',
})
