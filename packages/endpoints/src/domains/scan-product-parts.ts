export interface ScanProductVerified {
  verified_firm_code?: string
  verified_cate_list?: readonly { verified_cate_id?: string; verified_cate_name?: string }[]
}

export interface ScanProductBrandInfo {
  base_info?: ScanProductBaseInfo
  detail_info?: ScanProductDetailInfo
  action_info?: ScanProductBrandInfoActionInfo
  module_info?: ScanProductModuleInfo
}

export interface ScanProductBaseInfo {
  title?: string
  /** Address of the cover picture. */
  thumb_url?: string
  brand_tag?: string
  category_id?: number
  store_mgr_type?: string
  store_vendorid_list?: readonly string[]
  color?: string
}

export interface ScanProductDetailInfo {
  banner_list?: readonly string[]
  detail_list?: readonly string[]
}

export interface ScanProductBrandInfoActionInfo {
  action_list?: readonly { type?: string }[]
}

export interface ScanProductModuleInfo {
  module_list?: readonly { type?: string; native_show?: string; anti_fake_url?: string }[]
}

export interface ScanProductKey {
  keystandard?: string
  keystr?: string
  category_id?: string
  category_name?: string
  /** Unix seconds. */
  update_time?: string
  status?: string
}

export interface ScanProductProductUpdateBrandInfo {
  action_info?: ScanProductProductUpdateBrandInfoActionInfo
}

export interface ScanProductProductUpdateBrandInfoActionInfo {
  action_list?: readonly ScanProductAction[]
}

export interface ScanProductAction {
  type?: string
  name?: string
  link?: string
  image?: string
  showtype?: string
  appid?: string
  text?: string
}

export interface ScanProductProduct {
  pid: string
  image_info?: ScanProductImageInfo
  category_info?: ScanProductCategoryInfo
  official_category_info?: ScanProductCategoryInfo
  tag_info?: ScanProductTagInfo
  link_info?: ScanProductLinkInfo
  title?: string
  sub_title?: string
  brand?: string
  shop_info?: { source?: number }
  desc?: string
  price_info?: ScanProductPriceInfo
  sale_info?: { sale_status?: string; stock?: number }
  sku_info?: ScanProductSkuInfo
  custom_info?: ScanProductCustomInfo
  partial_update?: 0 | 1
}

export interface ScanProductImageInfo {
  main_image_list: readonly { url: string }[]
}

export interface ScanProductCategoryInfo {
  category_item: readonly { category_name: string }[]
}

export interface ScanProductTagInfo {
  tag_item: readonly { tag_name: string }[]
}

export interface ScanProductLinkInfo {
  link_type?: string
  wxa_appid?: string
  url?: string
}

export interface ScanProductPriceInfo {
  min_price: number
  max_price: number
  min_ori_price?: number
  max_ori_price?: number
}

export interface ScanProductSkuInfo {
  sku_item: readonly ScanProductSkuItem[]
}

export interface ScanProductSkuItem {
  sku_id?: string
  barcode_type?: string
  barcode?: string
  source?: number
  image_info?: ScanProductImageInfo
  link_url?: string
  price_info?: ScanProductPriceInfo
  sale_info?: { sale_status?: string; stock?: number }
  shop_info?: { source?: number }
  attribute_info?: ScanProductAttributeInfo
}

export interface ScanProductAttributeInfo {
  attribute_item: readonly { attribute_key: string; attribute_value: string }[]
}

export interface ScanProductCustomInfo {
  custom_list: readonly { key: string; value: string }[]
}

export interface ScanProductGetInfoV2Product {
  pid?: string
  image_info?: ScanProductGetInfoV2ProductImageInfo
  category_info?: ScanProductGetInfoV2ProductCategoryInfo
  official_category_info?: ScanProductGetInfoV2ProductCategoryInfo
  tag_info?: ScanProductGetInfoV2ProductTagInfo
  link_info?: ScanProductLinkInfo
  title?: string
  sub_title?: string
  brand?: string
  shop_info?: { source?: number }
  desc?: string
  price_info?: ScanProductGetInfoV2ProductPriceInfo
  sale_info?: { sale_status?: string; stock?: number }
  sku_info?: ScanProductGetInfoV2ProductSkuInfo
  custom_info?: ScanProductGetInfoV2ProductCustomInfo
}

export interface ScanProductGetInfoV2ProductImageInfo {
  main_image_list?: readonly { url?: string }[]
}

export interface ScanProductGetInfoV2ProductCategoryInfo {
  category_item?: readonly { category_name?: string }[]
}

export interface ScanProductGetInfoV2ProductTagInfo {
  tag_item?: readonly { tag_name?: string }[]
}

export interface ScanProductGetInfoV2ProductPriceInfo {
  min_price?: number
  max_price?: number
  min_ori_price?: number
  max_ori_price?: number
}

export interface ScanProductGetInfoV2ProductSkuInfo {
  sku_item?: readonly ScanProductGetInfoV2ProductSkuInfoSkuItem[]
}

export interface ScanProductGetInfoV2ProductSkuInfoSkuItem {
  sku_id?: string
  barcode_type?: string
  barcode?: string
  source?: number
  image_info?: ScanProductGetInfoV2ProductImageInfo
  link_url?: string
  price_info?: ScanProductGetInfoV2ProductPriceInfo
  sale_info?: { sale_status?: string; stock?: number }
  shop_info?: { source?: number }
  attribute_info?: ScanProductGetInfoV2ProductSkuInfoSkuItemAttributeInfo
}

export interface ScanProductGetInfoV2ProductSkuInfoSkuItemAttributeInfo {
  attribute_item?: readonly { attribute_key?: string; attribute_value?: string }[]
}

export interface ScanProductGetInfoV2ProductCustomInfo {
  custom_list?: readonly { key?: string; value?: string }[]
}

export interface ScanProductStatusV2Result {
  total_cnt?: number
  succ_cnt?: number
  fail_cnt?: number
  progress?: string
  statuses?: readonly { pid?: string; ret?: number; err_msg?: string }[]
}
