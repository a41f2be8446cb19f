import type { EventCommon } from '../../common.js'

/** The beacon the user chose. */
export interface ChosenBeacon {
  readonly uuid: string
  readonly major: string
  readonly minor: string
  readonly distance: number | undefined
}

/** A beacon nearby. */
export interface AroundBeacon {
  readonly uuid: string | undefined
  readonly major: string | undefined
  readonly minor: string | undefined
  readonly distance: number | undefined
}

/** Who scanned whose code. */
export interface GuideScan {
  readonly qrcodeGuideAccount: string
  readonly qrcodeGuideOpenid: string | undefined
  readonly openid: string
  readonly action: number | undefined
  readonly qrcodeInfo: string | undefined
}

/** Outcome of a review. */
export interface AuditOutcome extends EventCommon {
  readonly auditId: string
  readonly status: number | undefined
  readonly reason: string | undefined
}

/** A store was reviewed. */
export interface PoiCheckNotifyEvent extends EventCommon {
  readonly event: 'poi_check_notify'
  readonly uniqId: string
  readonly poiId: string
  readonly result: string
  readonly msg: string | undefined
}

/** The application for a store mini program was reviewed. */
export interface ApplyMerchantAuditInfoEvent extends AuditOutcome {
  readonly event: 'apply_merchant_audit_info'
}

/** A new place on the map was reviewed. */
export interface CreateMapPoiAuditInfoEvent extends EventCommon {
  readonly event: 'create_map_poi_audit_info'
  readonly auditId: string
  readonly status: number | undefined
  readonly mapPoiId: string
  readonly name: string
  readonly address: string
  /** Degrees. */
  readonly latitude: number | undefined
  /** Degrees. */
  readonly longitude: number | undefined
  readonly shRemark: string | undefined
}

/** A new store was reviewed. */
export interface AddStoreAuditInfoEvent extends EventCommon {
  readonly event: 'add_store_audit_info'
  readonly auditId: string | undefined
  readonly status: number | undefined
  readonly reason: string | undefined
  readonly isUpgrade: number | undefined
  readonly poiid: string
}

/** Changed pictures of a store were reviewed. */
export interface ModifyStoreAuditInfoEvent extends AuditOutcome {
  readonly event: 'modify_store_audit_info'
}

/** A user joined a shop's Wi-Fi. */
export interface WifiConnectedEvent extends EventCommon {
  readonly event: 'wificonnected'
  /** Unix seconds. */
  readonly connectTime: number | undefined
  /** Unix seconds. */
  readonly expireTime: number | undefined
  readonly vendorId: string
  readonly shopId: string
  readonly deviceNo: string
}

/** A user shook the phone near a beacon. */
export interface ShakearoundUserShakeEvent extends EventCommon {
  readonly event: 'shakearoundusershake'
  readonly chosenBeacon: ChosenBeacon
  readonly aroundBeacons: readonly AroundBeacon[]
}

/** Somebody paid for an order of the old WeChat shop. */
export interface MerchantOrderEvent extends EventCommon {
  readonly event: 'merchant_order'
  readonly orderId: string
  readonly orderStatus: number | undefined
  readonly productId: string
  /** `property:value` pairs joined by `;`. */
  readonly skuInfo: string
}

/** A user scanned the QR code of a shop guide. */
export interface GuideQrcodeScanEvent extends EventCommon {
  readonly event: 'guide_qrcode_scan_event'
  readonly guideScanEvent: GuideScan
}

/** The official debugging tool says hello. */
export interface DebugDemoEvent extends EventCommon {
  readonly event: 'debug_demo'
  readonly debugStr: string
}

/** Stores, Wi-Fi, beacons, the old shop, guides, the debugging tool. */
export interface ShopAndToolEvents {
  readonly poi_check_notify: PoiCheckNotifyEvent
  readonly apply_merchant_audit_info: ApplyMerchantAuditInfoEvent
  readonly create_map_poi_audit_info: CreateMapPoiAuditInfoEvent
  readonly add_store_audit_info: AddStoreAuditInfoEvent
  readonly modify_store_audit_info: ModifyStoreAuditInfoEvent
  readonly wificonnected: WifiConnectedEvent
  readonly shakearoundusershake: ShakearoundUserShakeEvent
  readonly merchant_order: MerchantOrderEvent
  readonly guide_qrcode_scan_event: GuideQrcodeScanEvent
  readonly debug_demo: DebugDemoEvent
}
