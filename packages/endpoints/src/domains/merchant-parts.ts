export interface MerchantProperty {
  id?: string
  name?: string
  property_value?: readonly { id?: string; name?: string }[]
}

export interface MerchantSkuTable {
  id?: string
  name?: string
  value_list?: readonly { id?: string; name?: string }[]
}

export interface MerchantProductBase {
  name?: string
  category_id?: readonly string[]
  img?: readonly string[]
  detail?: readonly { text?: string; img?: string }[]
  property?: readonly { id?: string; vid?: string }[]
  sku_info?: readonly MerchantSkuInfo[]
  buy_limit?: number
  main_img?: string
  detail_html?: string
}

export interface MerchantSkuInfo {
  id?: string
  vid?: readonly string[]
}

export interface MerchantSku {
  sku_id?: string
  price?: number
  icon_url?: string
  product_code?: string
  ori_price?: number
  quantity?: number
}

export interface MerchantAttrext {
  location?: { country?: string; province?: string; city?: string; address?: string }
  isPostFree?: number
  isHasReceipt?: number
  isUnderGuaranty?: number
  isSupportReplace?: number
}

export interface MerchantDeliveryInfo {
  delivery_type?: number
  /** Id of a template. */
  template_id?: number
  express?: readonly { id?: number; price?: number }[]
}

export interface MerchantTemplatesInfo {
  Id?: number
  Name?: string
  Assumer?: number
  Valuation?: number
  TopFee?: readonly MerchantTopFee[]
}

export interface MerchantTopFee {
  Type?: number
  Normal?: MerchantNormal
  Custom?: readonly MerchantCustom[]
}

export interface MerchantNormal {
  StartStandards?: number
  StartFees?: number
  AddStandards?: number
  AddFees?: number
}

export interface MerchantCustom {
  StartStandards?: number
  StartFees?: number
  AddStandards?: number
  AddFees?: number
  DestCountry?: string
  DestProvince?: string
  DestCity?: string
}

export interface MerchantProductInfo {
  product_base?: MerchantProductBase
  sku_list?: readonly MerchantSku[]
  attrext?: MerchantAttrext
  delivery_info?: MerchantDeliveryInfo
  product_id?: string
}

export interface MerchantProductsInfo {
  product_base?: MerchantProductBase
  sku_list?: readonly MerchantSku[]
  attrext?: MerchantAttrext
  delivery_info?: MerchantDeliveryInfo
  product_id?: string
  status?: number
}

export interface MerchantGroupDetail {
  group_name?: string
  product_list?: readonly string[]
}

export interface MerchantGroupGetbyidGroupDetail {
  group_id?: number
  group_name?: string
  product_list?: readonly string[]
}

export interface MerchantOrder {
  order_id?: string
  order_status?: number
  order_total_price?: number
  order_create_time?: string
  order_express_price?: number
  buyer_openid?: string
  buyer_nick?: string
  receiver_name?: string
  receiver_province?: string
  receiver_city?: string
  receiver_address?: string
  receiver_mobile?: string
  receiver_phone?: string
  product_id?: string
  product_name?: string
  product_price?: number
  product_sku?: string
  product_count?: number
  product_img?: string
  delivery_id?: string
  delivery_company?: string
  trans_id?: string
  receiver_zone?: string
}

export interface MerchantShelve {
  shelf_info?: MerchantShelfInfo
  shelf_banner?: string
  shelf_name?: string
  shelf_id?: number
}

export interface MerchantShelfInfo {
  module_infos?: readonly MerchantModuleInfo[]
}

export interface MerchantModuleInfo {
  group_infos?: MerchantGroupInfo
  group_info?: MerchantGroup
  eid?: number
}

export interface MerchantGroupInfo {
  groups?: readonly MerchantGroup[]
  img_background?: string
}

export interface MerchantGroup {
  group_id?: number
  filter?: { count?: number }
}
