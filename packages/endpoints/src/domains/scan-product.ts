import type { BaseAnswer, NoRequest, OpenAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type {
  ScanProductBrandInfo,
  ScanProductGetInfoV2Product,
  ScanProductKey,
  ScanProductProduct,
  ScanProductProductUpdateBrandInfo,
  ScanProductStatusV2Result,
  ScanProductVerified,
} from './scan-product-parts.js'

export type * from './scan-product-parts.js'

export interface ScanProductMerchantinfoGetAnswer extends BaseAnswer {
  brand_tag_list?: readonly string[]
  verified_list?: readonly ScanProductVerified[]
}

export interface ScanProductProductClearRequest {
  keystandard?: number
  keystr?: string
}

export interface ScanProductProductCreateRequest {
  keystandard?: string
  keystr?: string
  brand_info?: ScanProductBrandInfo
}

export interface ScanProductProductCreateAnswer extends BaseAnswer {
  pid?: string
}

export interface ScanProductProductGetRequest {
  keystandard?: string
  keystr?: string
}

export interface ScanProductProductGetlistRequest {
  /** How many to skip. */
  offset?: number
  limit?: number
  status?: string
}

export interface ScanProductProductGetlistAnswer extends BaseAnswer {
  total?: number
  key_list?: readonly ScanProductKey[]
}

export interface ScanProductProductGetqrcodeRequest {
  keystandard?: string
  keystr?: string
  extinfo?: string
  qrcode_size?: number
}

export interface ScanProductProductGetqrcodeAnswer extends BaseAnswer {
  pic_url?: string
  qrcode_url?: string
}

export interface ScanProductProductModstatusRequest {
  keystandard?: string
  keystr?: string
  status?: string
}

export interface ScanProductProductUpdateRequest {
  keystandard?: string
  keystr?: string
  brand_info?: ScanProductProductUpdateBrandInfo
}

export interface ScanProductAddV2Request {
  product: readonly ScanProductProduct[]
}

export interface ScanProductAddV2Answer extends BaseAnswer {
  status_ticket?: string
}

export interface ScanProductGetInfoV2Request {
  product: { pid: string }
}

export interface ScanProductGetInfoV2Answer extends BaseAnswer {
  product?: ScanProductGetInfoV2Product
}

export interface ScanProductGetInfoByPageV2Request {
  page_context?: string
  page_num: number
  page_size: number
}

export interface ScanProductGetInfoByPageV2Answer extends BaseAnswer {
  product?: readonly ScanProductGetInfoV2Product[]
  page_context?: string
}

export interface ScanProductStatusV2Request {
  status_ticket: string
}

export interface ScanProductStatusV2Answer extends BaseAnswer {
  result?: ScanProductStatusV2Result
}

export interface ScanProductScanticketCheckRequest {
  /** The ticket. */
  ticket?: string
}

export interface ScanProductScanticketCheckAnswer extends BaseAnswer {
  keystandard?: string
  keystr?: string
  /** The user's openid for this account. */
  openid?: string
  scene?: string
  is_check?: string
  is_contact?: string
}

export interface ScanProductTestwhitelistSetRequest {
  /** The user's openid for this account. */
  openid?: string
  userName?: string
}

export interface ScanProductApi {
  /**
   * Brands and categories the merchant may register products under.
   *
   * @deprecated Legacy on the platform.
   */
  merchantinfoGet(request?: NoRequest, options?: CallOptions): Promise<ScanProductMerchantinfoGetAnswer>
  /**
   * Deletes a product.
   *
   * @deprecated Legacy on the platform.
   */
  productClear(request?: ScanProductProductClearRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Registers a product by its bar code.
   *
   * @deprecated Legacy on the platform.
   */
  productCreate(
    request?: ScanProductProductCreateRequest,
    options?: CallOptions,
  ): Promise<ScanProductProductCreateAnswer>
  /**
   * One product.
   *
   * @deprecated Legacy on the platform.
   */
  productGet(request?: ScanProductProductGetRequest, options?: CallOptions): Promise<OpenAnswer>
  /**
   * Products, page by page.
   *
   * @deprecated Legacy on the platform.
   */
  productGetlist(
    request?: ScanProductProductGetlistRequest,
    options?: CallOptions,
  ): Promise<ScanProductProductGetlistAnswer>
  /**
   * QR code of a product.
   *
   * @deprecated Legacy on the platform.
   * @see https://mp.weixin.qq.com/wiki?t=resource/res_main&id=mp1455872062
   */
  productGetqrcode(
    request?: ScanProductProductGetqrcodeRequest,
    options?: CallOptions,
  ): Promise<ScanProductProductGetqrcodeAnswer>
  /**
   * Publishes a product or takes it back.
   *
   * @deprecated Legacy on the platform.
   */
  productModstatus(request?: ScanProductProductModstatusRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Changes a product.
   *
   * @deprecated Legacy on the platform.
   */
  productUpdate(
    request?: ScanProductProductUpdateRequest,
    options?: CallOptions,
  ): Promise<ScanProductProductCreateAnswer>
  /**
   * Registers products, in the second form of this API.
   *
   * @deprecated Legacy on the platform.
   * @see https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&key=11533749572M9ODP&platform=2
   */
  addV2(request: ScanProductAddV2Request, options?: CallOptions): Promise<ScanProductAddV2Answer>
  /**
   * One product, in the second form of this API.
   *
   * @deprecated Legacy on the platform.
   * @see https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&key=11533749572M9ODP&platform=2
   */
  getInfoV2(request: ScanProductGetInfoV2Request, options?: CallOptions): Promise<ScanProductGetInfoV2Answer>
  /**
   * Products page by page, in the second form of this API.
   *
   * @deprecated Legacy on the platform.
   * @see https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&key=11533749572M9ODP&platform=2
   */
  getInfoByPageV2(
    request: ScanProductGetInfoByPageV2Request,
    options?: CallOptions,
  ): Promise<ScanProductGetInfoByPageV2Answer>
  /**
   * How the registering of products stands, in the second form of this API.
   *
   * @deprecated Legacy on the platform.
   * @see https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&key=11533749572M9ODP&platform=2
   */
  statusV2(request: ScanProductStatusV2Request, options?: CallOptions): Promise<ScanProductStatusV2Answer>
  /**
   * Checks the ticket that the product page handed over.
   *
   * @deprecated Legacy on the platform.
   */
  scanticketCheck(
    request?: ScanProductScanticketCheckRequest,
    options?: CallOptions,
  ): Promise<ScanProductScanticketCheckAnswer>
  /**
   * Sets who may see products that are not published.
   *
   * @deprecated Legacy on the platform.
   */
  testwhitelistSet(request?: ScanProductTestwhitelistSetRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const scanProductTable = {
  merchantinfoGet: { call: 'GET /scan/merchantinfo/get' },
  productClear: { call: 'POST /scan/product/clear' },
  productCreate: { call: 'POST /scan/product/create' },
  productGet: { call: 'POST /scan/product/get', retry: 'safe' },
  productGetlist: { call: 'POST /scan/product/getlist', retry: 'safe' },
  productGetqrcode: {
    call: 'POST /scan/product/getqrcode',
    retry: 'safe',
    docs: 'https://mp.weixin.qq.com/wiki?t=resource/res_main&id=mp1455872062',
  },
  productModstatus: { call: 'POST /scan/product/modstatus' },
  productUpdate: { call: 'POST /scan/product/update' },
  addV2: {
    call: 'POST /scan/product/v2/add',
    docs: 'https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&key=11533749572M9ODP&platform=2',
  },
  getInfoV2: {
    call: 'POST /scan/product/v2/getinfo',
    retry: 'safe',
    docs: 'https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&key=11533749572M9ODP&platform=2',
  },
  getInfoByPageV2: {
    call: 'POST /scan/product/v2/getinfobypage',
    retry: 'safe',
    docs: 'https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&key=11533749572M9ODP&platform=2',
  },
  statusV2: {
    call: 'POST /scan/product/v2/status',
    retry: 'safe',
    docs: 'https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&key=11533749572M9ODP&platform=2',
  },
  scanticketCheck: { call: 'POST /scan/scanticket/check', retry: 'safe' },
  testwhitelistSet: { call: 'POST /scan/testwhitelist/set' },
} as const

/** One row for each method of {@link ScanProductApi}. */
export const scanProductRows: Rows<ScanProductApi> = /* @__PURE__ */ expandRows<
  ScanProductApi,
  typeof scanProductTable
>('scanProduct', scanProductTable, { status: 'legacy' })
