import type { EventCommon } from '../../common.js'

/** A user scanned a product and opened its page. */
export interface UserScanProductEvent extends EventCommon {
  readonly event: 'user_scan_product'
  readonly keyStandard: string
  readonly keyStr: string
  readonly country: string
  readonly province: string
  readonly city: string
  readonly sex: number | undefined
  readonly scene: number | undefined
  readonly extInfo: string | undefined
}

/** A user opened the chat from a product page. */
export interface UserScanProductEnterSessionEvent extends EventCommon {
  readonly event: 'user_scan_product_enter_session'
  readonly keyStandard: string
  readonly keyStr: string
  readonly extInfo: string | undefined
}

/** The region of somebody who scanned a product. */
export interface UserScanProductAsyncEvent extends EventCommon {
  readonly event: 'user_scan_product_async'
  readonly keyStandard: string
  readonly keyStr: string
  readonly extInfo: string | undefined
  readonly regionCode: string
}

/** A product page was reviewed. */
export interface UserScanProductVerifyActionEvent extends EventCommon {
  readonly event: 'user_scan_product_verify_action'
  readonly keyStandard: string
  readonly keyStr: string
  readonly result: string
  readonly reasonMsg: string | undefined
}

/** Products that are scanned. */
export interface ScanProductEvents {
  readonly user_scan_product: UserScanProductEvent
  readonly user_scan_product_enter_session: UserScanProductEnterSessionEvent
  readonly user_scan_product_async: UserScanProductAsyncEvent
  readonly user_scan_product_verify_action: UserScanProductVerifyActionEvent
}
