import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { FileInput } from '../transfer.js'
import type {
  MerchantAttrext,
  MerchantDeliveryInfo,
  MerchantGroupDetail,
  MerchantGroupGetbyidGroupDetail,
  MerchantOrder,
  MerchantProductBase,
  MerchantProductInfo,
  MerchantProductsInfo,
  MerchantProperty,
  MerchantShelve,
  MerchantSku,
  MerchantSkuTable,
  MerchantTemplatesInfo,
} from './merchant-parts.js'

export type * from './merchant-parts.js'

export interface MerchantCategoryGetpropertyRequest {
  cate_id?: number
}

export interface MerchantCategoryGetpropertyAnswer extends BaseAnswer {
  properties?: readonly MerchantProperty[]
}

export interface MerchantCategoryGetskuAnswer extends BaseAnswer {
  sku_table?: readonly MerchantSkuTable[]
}

export interface MerchantCategoryGetsubAnswer extends BaseAnswer {
  cate_list?: readonly { id?: number; name?: string }[]
}

export interface MerchantCommonUploadImgRequest {
  filename?: string
  media: FileInput
}

export interface MerchantCommonUploadImgAnswer extends BaseAnswer {
  image_url?: string
}

export interface MerchantCreateRequest {
  product_base?: MerchantProductBase
  sku_list?: readonly MerchantSku[]
  attrext?: MerchantAttrext
  delivery_info?: MerchantDeliveryInfo
}

export interface MerchantCreateAnswer extends BaseAnswer {
  product_id?: string
}

export interface MerchantDelRequest {
  product_id?: string
}

export interface MerchantExpressAddRequest {
  delivery_template?: string
}

export interface MerchantExpressAddAnswer extends BaseAnswer {
  /** Id of a template. */
  template_id?: number
}

export interface MerchantExpressDelRequest {
  /** Id of a template. */
  template_id?: number
}

export interface MerchantExpressGetallAnswer extends BaseAnswer {
  templates_info?: readonly MerchantTemplatesInfo[]
}

export interface MerchantExpressGetbyidAnswer extends BaseAnswer {
  template_info?: MerchantTemplatesInfo
}

export interface MerchantExpressUpdateRequest {
  delivery_template?: string
  /** Id of a template. */
  template_id?: number
}

export interface MerchantGetAnswer extends BaseAnswer {
  product_info?: MerchantProductInfo
}

export interface MerchantGetbystatusRequest {
  status?: number
}

export interface MerchantGetbystatusAnswer extends BaseAnswer {
  products_info?: readonly MerchantProductsInfo[]
}

export interface MerchantGroupAddRequest {
  group_detail?: MerchantGroupDetail
}

export interface MerchantGroupAddAnswer extends BaseAnswer {
  group_id?: number
}

export interface MerchantGroupDelRequest {
  group_id?: number
}

export interface MerchantGroupGetallAnswer extends BaseAnswer {
  groups_detail?: readonly { group_id?: number; group_name?: string }[]
}

export interface MerchantGroupGetbyidAnswer extends BaseAnswer {
  group_detail?: MerchantGroupGetbyidGroupDetail
}

export interface MerchantGroupProductmodRequest {
  group_id?: number
  product?: readonly { product_id?: string; mod_action?: number }[]
}

export interface MerchantGroupPropertymodRequest {
  group_id?: number
  group_name?: string
}

export interface MerchantModproductstatusRequest {
  product_id?: string
  status?: number
}

export interface MerchantOrderCloseRequest {
  order_id?: string
}

export interface MerchantOrderGetbyfilterRequest {
  status?: number
  begintime?: number
  /** Unix seconds. */
  endtime?: number
}

export interface MerchantOrderGetbyfilterAnswer extends BaseAnswer {
  order_list?: readonly MerchantOrder[]
}

export interface MerchantOrderGetbyidAnswer extends BaseAnswer {
  order?: MerchantOrder
}

export interface MerchantOrderSetdeliveryRequest {
  order_id?: string
  delivery_company?: string
  delivery_track_no?: string
  need_delivery?: number
  is_others?: number
}

export interface MerchantShelfAddRequest {
  shelf_data?: { module_infos?: readonly unknown[] }
  shelf_banner?: string
  shelf_name?: string
}

export interface MerchantShelfAddAnswer extends BaseAnswer {
  shelf_id?: number
}

export interface MerchantShelfDelRequest {
  shelf_id?: number
}

export interface MerchantShelfGetallAnswer extends BaseAnswer {
  shelves?: readonly MerchantShelve[]
}

export type MerchantShelfGetbyidAnswer = BaseAnswer & MerchantShelve

export interface MerchantShelfModRequest {
  shelf_id?: number
  shelf_data?: { module_infos?: readonly unknown[] }
  shelf_banner?: string
  shelf_name?: string
}

export interface MerchantStockAddRequest {
  product_id?: string
  sku_info?: string
  quantity?: number
}

export interface MerchantUpdateRequest {
  product_base?: MerchantProductBase
  sku_list?: readonly MerchantSku[]
  attrext?: MerchantAttrext
  delivery_info?: MerchantDeliveryInfo
  product_id?: string
}

export interface MerchantApi {
  /**
   * Properties products of a category have.
   *
   * @deprecated Legacy on the platform.
   */
  categoryGetproperty(
    request?: MerchantCategoryGetpropertyRequest,
    options?: CallOptions,
  ): Promise<MerchantCategoryGetpropertyAnswer>
  /**
   * Variants products of a category may come in.
   *
   * @deprecated Legacy on the platform.
   */
  categoryGetsku(
    request?: MerchantCategoryGetpropertyRequest,
    options?: CallOptions,
  ): Promise<MerchantCategoryGetskuAnswer>
  /**
   * Categories below a category.
   *
   * @deprecated Legacy on the platform.
   */
  categoryGetsub(
    request?: MerchantCategoryGetpropertyRequest,
    options?: CallOptions,
  ): Promise<MerchantCategoryGetsubAnswer>
  /**
   * Uploads a picture for a product.
   *
   * @deprecated Legacy on the platform.
   */
  commonUploadImg(
    request: MerchantCommonUploadImgRequest,
    options?: CallOptions,
  ): Promise<MerchantCommonUploadImgAnswer>
  /**
   * Adds a product.
   *
   * @deprecated Legacy on the platform.
   */
  create(request?: MerchantCreateRequest, options?: CallOptions): Promise<MerchantCreateAnswer>
  /**
   * Deletes a product.
   *
   * @deprecated Legacy on the platform.
   */
  del(request?: MerchantDelRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a postage template.
   *
   * @deprecated Legacy on the platform.
   */
  expressAdd(request?: MerchantExpressAddRequest, options?: CallOptions): Promise<MerchantExpressAddAnswer>
  /**
   * Deletes a postage template.
   *
   * @deprecated Legacy on the platform.
   */
  expressDel(request?: MerchantExpressDelRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * All postage templates.
   *
   * @deprecated Legacy on the platform.
   */
  expressGetall(request?: NoRequest, options?: CallOptions): Promise<MerchantExpressGetallAnswer>
  /**
   * One postage template.
   *
   * @deprecated Legacy on the platform.
   */
  expressGetbyid(request?: MerchantExpressDelRequest, options?: CallOptions): Promise<MerchantExpressGetbyidAnswer>
  /**
   * Changes a postage template.
   *
   * @deprecated Legacy on the platform.
   */
  expressUpdate(request?: MerchantExpressUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * One product.
   *
   * @deprecated Legacy on the platform.
   */
  get(request?: MerchantDelRequest, options?: CallOptions): Promise<MerchantGetAnswer>
  /**
   * Products that are on the shelf, or off.
   *
   * @deprecated Legacy on the platform.
   */
  getbystatus(request?: MerchantGetbystatusRequest, options?: CallOptions): Promise<MerchantGetbystatusAnswer>
  /**
   * Adds a group of products.
   *
   * @deprecated Legacy on the platform.
   */
  groupAdd(request?: MerchantGroupAddRequest, options?: CallOptions): Promise<MerchantGroupAddAnswer>
  /**
   * Deletes a group of products.
   *
   * @deprecated Legacy on the platform.
   */
  groupDel(request?: MerchantGroupDelRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * All groups of products.
   *
   * @deprecated Legacy on the platform.
   */
  groupGetall(request?: NoRequest, options?: CallOptions): Promise<MerchantGroupGetallAnswer>
  /**
   * One group of products.
   *
   * @deprecated Legacy on the platform.
   */
  groupGetbyid(request?: MerchantGroupDelRequest, options?: CallOptions): Promise<MerchantGroupGetbyidAnswer>
  /**
   * Adds products to a group or takes them out.
   *
   * @deprecated Legacy on the platform.
   */
  groupProductmod(request?: MerchantGroupProductmodRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Renames a group of products.
   *
   * @deprecated Legacy on the platform.
   */
  groupPropertymod(request?: MerchantGroupPropertymodRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Puts a product on the shelf or takes it off.
   *
   * @deprecated Legacy on the platform.
   */
  modproductstatus(request?: MerchantModproductstatusRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Closes an order.
   *
   * @deprecated Legacy on the platform.
   */
  orderClose(request?: MerchantOrderCloseRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Orders by state and time.
   *
   * @deprecated Legacy on the platform.
   */
  orderGetbyfilter(
    request?: MerchantOrderGetbyfilterRequest,
    options?: CallOptions,
  ): Promise<MerchantOrderGetbyfilterAnswer>
  /**
   * One order.
   *
   * @deprecated Legacy on the platform.
   */
  orderGetbyid(request?: MerchantOrderCloseRequest, options?: CallOptions): Promise<MerchantOrderGetbyidAnswer>
  /**
   * Tells how an order was shipped.
   *
   * @deprecated Legacy on the platform.
   */
  orderSetdelivery(request?: MerchantOrderSetdeliveryRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Adds a shelf.
   *
   * @deprecated Legacy on the platform.
   */
  shelfAdd(request?: MerchantShelfAddRequest, options?: CallOptions): Promise<MerchantShelfAddAnswer>
  /**
   * Deletes a shelf.
   *
   * @deprecated Legacy on the platform.
   */
  shelfDel(request?: MerchantShelfDelRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * All shelves.
   *
   * @deprecated Legacy on the platform.
   */
  shelfGetall(request?: NoRequest, options?: CallOptions): Promise<MerchantShelfGetallAnswer>
  /**
   * One shelf.
   *
   * @deprecated Legacy on the platform.
   */
  shelfGetbyid(request?: MerchantShelfDelRequest, options?: CallOptions): Promise<MerchantShelfGetbyidAnswer>
  /**
   * Changes a shelf.
   *
   * @deprecated Legacy on the platform.
   */
  shelfMod(request?: MerchantShelfModRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Raises the stock of a product.
   *
   * @deprecated Legacy on the platform.
   */
  stockAdd(request?: MerchantStockAddRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Lowers the stock of a product.
   *
   * @deprecated Legacy on the platform.
   */
  stockReduce(request?: MerchantStockAddRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Changes a product.
   *
   * @deprecated Legacy on the platform.
   */
  update(request?: MerchantUpdateRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const merchantTable = {
  categoryGetproperty: { call: 'POST /merchant/category/getproperty', retry: 'safe' },
  categoryGetsku: { call: 'POST /merchant/category/getsku', retry: 'safe' },
  categoryGetsub: { call: 'POST /merchant/category/getsub', retry: 'safe' },
  commonUploadImg: { call: 'POST /merchant/common/upload_img', body: 'binary', query: ['filename'], content: 'media' },
  create: { call: 'POST /merchant/create' },
  del: { call: 'POST /merchant/del' },
  expressAdd: { call: 'POST /merchant/express/add' },
  expressDel: { call: 'POST /merchant/express/del' },
  expressGetall: { call: 'GET /merchant/express/getall' },
  expressGetbyid: { call: 'POST /merchant/express/getbyid', retry: 'safe' },
  expressUpdate: { call: 'POST /merchant/express/update' },
  get: { call: 'POST /merchant/get', retry: 'safe' },
  getbystatus: { call: 'POST /merchant/getbystatus', retry: 'safe' },
  groupAdd: { call: 'POST /merchant/group/add' },
  groupDel: { call: 'POST /merchant/group/del' },
  groupGetall: { call: 'GET /merchant/group/getall' },
  groupGetbyid: { call: 'POST /merchant/group/getbyid', retry: 'safe' },
  groupProductmod: { call: 'POST /merchant/group/productmod' },
  groupPropertymod: { call: 'POST /merchant/group/propertymod' },
  modproductstatus: { call: 'POST /merchant/modproductstatus' },
  orderClose: { call: 'POST /merchant/order/close' },
  orderGetbyfilter: { call: 'POST /merchant/order/getbyfilter', retry: 'safe' },
  orderGetbyid: { call: 'POST /merchant/order/getbyid', retry: 'safe' },
  orderSetdelivery: { call: 'POST /merchant/order/setdelivery' },
  shelfAdd: { call: 'POST /merchant/shelf/add' },
  shelfDel: { call: 'POST /merchant/shelf/del' },
  shelfGetall: { call: 'GET /merchant/shelf/getall' },
  shelfGetbyid: { call: 'POST /merchant/shelf/getbyid', retry: 'safe' },
  shelfMod: { call: 'POST /merchant/shelf/mod' },
  stockAdd: { call: 'POST /merchant/stock/add' },
  stockReduce: { call: 'POST /merchant/stock/reduce' },
  update: { call: 'POST /merchant/update' },
} as const

/** One row for each method of {@link MerchantApi}. */
export const merchantRows: Rows<MerchantApi> = /* @__PURE__ */ expandRows<MerchantApi, typeof merchantTable>(
  'merchant',
  merchantTable,
  { status: 'legacy' },
)
