import type { EventCommon } from '../../common.js'
import { plain } from '../ack.js'
import { opt, type RowsOf, req } from '../row.js'

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

export const scanProductRows: RowsOf<ScanProductEvents> = {
  user_scan_product: {
    wire: 'user_scan_product',
    section: 'A9',
    doc: 'A user scanned a product and opened its page.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      keyStandard: req('string', 'KeyStandard'),
      keyStr: req('string', 'KeyStr'),
      country: req('string', 'Country'),
      province: req('string', 'Province'),
      city: req('string', 'City'),
      sex: req('integer', 'Sex'),
      scene: req('integer', 'Scene'),
      extInfo: opt('string', 'ExtInfo'),
    },
  },
  user_scan_product_enter_session: {
    wire: 'user_scan_product_enter_session',
    section: 'A9',
    doc: 'A user opened the chat from a product page.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: true,
    fields: {
      keyStandard: req('string', 'KeyStandard'),
      keyStr: req('string', 'KeyStr'),
      extInfo: opt('string', 'ExtInfo'),
    },
  },
  user_scan_product_async: {
    wire: 'user_scan_product_async',
    section: 'A9',
    doc: 'The region of somebody who scanned a product.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      keyStandard: req('string', 'KeyStandard'),
      keyStr: req('string', 'KeyStr'),
      extInfo: opt('string', 'ExtInfo'),
      regionCode: req('string', 'RegionCode'),
    },
  },
  user_scan_product_verify_action: {
    wire: 'user_scan_product_verify_action',
    section: 'A9',
    doc: 'A product page was reviewed.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      keyStandard: req('string', 'KeyStandard'),
      keyStr: req('string', 'KeyStr'),
      result: req('string', 'Result'),
      reasonMsg: opt('string', 'ReasonMsg'),
    },
  },
}
