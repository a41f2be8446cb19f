import type { EventCommon } from '../../common.js'
import { plain, plainGuaranteed } from '../ack.js'
import { opt, type RowFields, type RowsOf, req } from '../row.js'

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

const auditOutcomeFields = {
  auditId: req('string', 'audit_id'),
  status: req('integer', 'status'),
  reason: opt('string', 'reason'),
} as const satisfies RowFields<AuditOutcome>

export const shopAndToolRows: RowsOf<ShopAndToolEvents> = {
  poi_check_notify: {
    wire: 'poi_check_notify',
    section: 'A10',
    doc: 'A store was reviewed.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      uniqId: req('string', 'UniqId'),
      poiId: req('string', 'PoiId'),
      result: req('string', 'Result'),
      msg: opt('string', 'msg', 'Msg'),
    },
  },
  apply_merchant_audit_info: {
    wire: 'apply_merchant_audit_info',
    section: 'A10',
    doc: 'The application for a store mini program was reviewed.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: auditOutcomeFields,
  },
  create_map_poi_audit_info: {
    wire: 'create_map_poi_audit_info',
    section: 'A10',
    doc: 'A new place on the map was reviewed.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      auditId: req('string', 'audit_id'),
      status: req('integer', 'status'),
      mapPoiId: req('string', 'map_poi_id'),
      name: req('string', 'name'),
      address: req('string', 'address'),
      latitude: req('decimal', 'latitude'),
      longitude: req('decimal', 'longitude'),
      shRemark: opt('string', 'sh_remark'),
    },
  },
  add_store_audit_info: {
    wire: 'add_store_audit_info',
    section: 'A10',
    doc: 'A new store was reviewed.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      auditId: opt('string', 'audit_id'),
      status: opt('integer', 'status'),
      reason: opt('string', 'reason'),
      isUpgrade: req('integer', 'is_upgrade'),
      poiid: req('string', 'poiid'),
    },
  },
  modify_store_audit_info: {
    wire: 'modify_store_audit_info',
    section: 'A10',
    doc: 'Changed pictures of a store were reviewed.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: auditOutcomeFields,
  },
  wificonnected: {
    wire: 'WifiConnected',
    section: 'A10',
    doc: "A user joined a shop's Wi-Fi.",
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      connectTime: req('time', 'ConnectTime'),
      expireTime: req('time', 'ExpireTime'),
      vendorId: req('string', 'VendorId'),
      shopId: req('string', 'ShopId', 'PlaceId'),
      deviceNo: req('string', 'DeviceNo'),
    },
  },
  shakearoundusershake: {
    wire: 'ShakearoundUserShake',
    section: 'A10',
    doc: 'A user shook the phone near a beacon.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      chosenBeacon: {
        kind: 'object',
        path: 'ChosenBeacon',
        required: true,
        of: {
          uuid: req('string', 'Uuid'),
          major: req('string', 'Major'),
          minor: req('string', 'Minor'),
          distance: req('decimal', 'Distance'),
        },
      },
      aroundBeacons: {
        kind: 'list',
        path: 'AroundBeacons.AroundBeacon',
        required: false,
        of: {
          uuid: opt('string', 'Uuid'),
          major: opt('string', 'Major'),
          minor: opt('string', 'Minor'),
          distance: opt('decimal', 'Distance'),
        },
      },
    },
  },
  merchant_order: {
    wire: 'merchant_order',
    section: 'A10',
    doc: 'Somebody paid for an order of the old WeChat shop.',
    status: 'legacy',
    audience: 'official-account',
    ack: plainGuaranteed,
    replies: false,
    fields: {
      orderId: req('string', 'OrderId'),
      orderStatus: req('integer', 'OrderStatus'),
      productId: req('string', 'ProductId'),
      skuInfo: req('string', 'SkuInfo'),
    },
  },
  guide_qrcode_scan_event: {
    wire: 'guide_qrcode_scan_event',
    section: 'A10',
    doc: 'A user scanned the QR code of a shop guide.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      guideScanEvent: {
        kind: 'object',
        path: 'GuideScanEvent',
        required: true,
        of: {
          qrcodeGuideAccount: req('string', 'qrcode_guide_account'),
          qrcodeGuideOpenid: opt('string', 'qrcode_guide_openid'),
          openid: req('string', 'openid'),
          action: req('integer', 'action'),
          qrcodeInfo: opt('string', 'qrcode_info'),
        },
      },
    },
  },
  debug_demo: {
    wire: 'debug_demo',
    section: 'A10',
    doc: 'The official debugging tool says hello.',
    status: 'current',
    audience: 'both',
    ack: plain,
    replies: true,
    fields: { debugStr: req('string', 'debug_str') },
  },
}
