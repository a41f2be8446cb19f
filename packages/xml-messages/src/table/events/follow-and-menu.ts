import type { EventCommon } from '../../common.js'
import { plain } from '../ack.js'
import { opt, type RowFields, type RowsOf, req } from '../row.js'

const eventDocs = 'https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes.html'
const menuDocs = 'https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Custom_Menu_Push_Events.html'

/** One picture the user chose. */
export interface SentPicture {
  readonly picMd5Sum: string
}

/** What a menu button that opens something sends. */
export interface MenuLink extends EventCommon {
  /** `EventKey`: the address, or the path of the page. */
  readonly key: string
  /** Id of the personalised menu; may exceed 32 bits. */
  readonly menuId: string | undefined
}

/** What a menu button that scans sends. */
export interface ScanCode extends EventCommon {
  /** `EventKey`. */
  readonly key: string
  /** `qrcode` or `barcode`. */
  readonly scanType: string
  /** What was read; of a barcode often `type,value`. */
  readonly scanResult: string
}

/** What a menu button for pictures sends. */
export interface PicturesSent extends EventCommon {
  /** `EventKey`. */
  readonly key: string
  /** How many WeChat says there are; `picList` holds those that came. */
  readonly count: number | undefined
  readonly picList: readonly SentPicture[]
}

/** A user follows the account. */
export interface SubscribeEvent extends EventCommon {
  readonly event: 'subscribe'
  /** `EventKey`: `qrscene_…` for a QR code with a scene, `last_trade_no_…` after a payment, empty for a plain follow. */
  readonly key: string | undefined
  /** Present when a QR code with a scene was scanned; exchanges for its picture. */
  readonly ticket: string | undefined
}

/** A user stops following the account. */
export interface UnsubscribeEvent extends EventCommon {
  readonly event: 'unsubscribe'
  /** `EventKey`. */
  readonly key: string | undefined
}

/** A follower scans a QR code of the account that carries a scene. */
export interface ScanEvent extends EventCommon {
  readonly event: 'scan'
  /** `EventKey`: the scene, without a prefix. */
  readonly key: string
  readonly ticket: string
}

/** The place of a user who allowed it, on entering the chat or every few seconds. */
export interface LocationEvent extends EventCommon {
  readonly event: 'location'
  /** Degrees. */
  readonly latitude: number | undefined
  /** Degrees. */
  readonly longitude: number | undefined
  /** Metres. */
  readonly precision: number | undefined
}

/** A user tapped a menu button that has a key. */
export interface ClickEvent extends EventCommon {
  readonly event: 'click'
  /** `EventKey`: the key of the button. */
  readonly key: string
}

/** A user tapped a menu button that opens a link. */
export interface ViewEvent extends MenuLink {
  readonly event: 'view'
}

/** A user tapped a menu button that opens a mini program. */
export interface ViewMiniProgramEvent extends MenuLink {
  readonly event: 'view_miniprogram'
}

/** A user scanned something with a menu button. */
export interface ScanCodePushEvent extends ScanCode {
  readonly event: 'scancode_push'
}

/** A user scanned something with a menu button and is waiting for the answer. */
export interface ScanCodeWaitMsgEvent extends ScanCode {
  readonly event: 'scancode_waitmsg'
}

/** A user takes pictures for a menu button. */
export interface PicSysphotoEvent extends PicturesSent {
  readonly event: 'pic_sysphoto'
}

/** A user takes or chooses pictures for a menu button. */
export interface PicPhotoOrAlbumEvent extends PicturesSent {
  readonly event: 'pic_photo_or_album'
}

/** A user chooses pictures from the album for a menu button. */
export interface PicWeixinEvent extends PicturesSent {
  readonly event: 'pic_weixin'
}

/** A user picks a place for a menu button. */
export interface LocationSelectEvent extends EventCommon {
  readonly event: 'location_select'
  /** `EventKey`. */
  readonly key: string
  /** Latitude. */
  readonly locationX: number | undefined
  /** Longitude. */
  readonly locationY: number | undefined
  readonly scale: number | undefined
  /** Address. */
  readonly label: string
  /** Name of the place. */
  readonly poiName: string | undefined
}

/** A user opens the chat. Very old. */
export interface EnterEvent extends EventCommon {
  readonly event: 'enter'
}

/** Following, QR codes, the menu, the place of a user. */
export interface FollowAndMenuEvents {
  readonly subscribe: SubscribeEvent
  readonly unsubscribe: UnsubscribeEvent
  readonly scan: ScanEvent
  readonly location: LocationEvent
  readonly click: ClickEvent
  readonly view: ViewEvent
  readonly view_miniprogram: ViewMiniProgramEvent
  readonly scancode_push: ScanCodePushEvent
  readonly scancode_waitmsg: ScanCodeWaitMsgEvent
  readonly pic_sysphoto: PicSysphotoEvent
  readonly pic_photo_or_album: PicPhotoOrAlbumEvent
  readonly pic_weixin: PicWeixinEvent
  readonly location_select: LocationSelectEvent
  readonly enter: EnterEvent
}

const menuLinkFields = {
  key: req('string', 'EventKey'),
  menuId: opt('string', 'MenuId'),
} as const satisfies RowFields<MenuLink>

const scanCodeFields = {
  key: req('string', 'EventKey'),
  scanType: req('string', 'ScanCodeInfo.ScanType'),
  scanResult: req('string', 'ScanCodeInfo.ScanResult'),
} as const satisfies RowFields<ScanCode>

const picturesSentFields = {
  key: req('string', 'EventKey'),
  count: req('integer', 'SendPicsInfo.Count'),
  picList: {
    kind: 'list',
    path: 'SendPicsInfo.PicList.item',
    required: true,
    of: { picMd5Sum: req('string', 'PicMd5Sum') },
  },
} as const satisfies RowFields<PicturesSent>

export const followAndMenuRows: RowsOf<FollowAndMenuEvents> = {
  subscribe: {
    wire: 'subscribe',
    section: 'A1',
    doc: 'A user follows the account.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: eventDocs,
    fields: { key: opt('string', 'EventKey'), ticket: opt('string', 'Ticket') },
  },
  unsubscribe: {
    wire: 'unsubscribe',
    section: 'A1',
    doc: 'A user stops following the account.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    docs: eventDocs,
    fields: { key: opt('string', 'EventKey') },
  },
  scan: {
    wire: 'SCAN',
    section: 'A1',
    doc: 'A follower scans a QR code of the account that carries a scene.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: eventDocs,
    fields: { key: req('string', 'EventKey'), ticket: req('string', 'Ticket') },
  },
  location: {
    wire: 'LOCATION',
    section: 'A1',
    doc: 'The place of a user who allowed it, on entering the chat or every few seconds.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: eventDocs,
    fields: {
      latitude: req('decimal', 'Latitude'),
      longitude: req('decimal', 'Longitude'),
      precision: req('decimal', 'Precision'),
    },
  },
  click: {
    wire: 'CLICK',
    section: 'A1',
    doc: 'A user tapped a menu button that has a key.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: menuDocs,
    fields: { key: req('string', 'EventKey') },
  },
  view: {
    wire: 'VIEW',
    section: 'A1',
    doc: 'A user tapped a menu button that opens a link.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    docs: menuDocs,
    fields: menuLinkFields,
  },
  view_miniprogram: {
    wire: 'view_miniprogram',
    section: 'A1',
    doc: 'A user tapped a menu button that opens a mini program.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    docs: menuDocs,
    fields: menuLinkFields,
  },
  scancode_push: {
    wire: 'scancode_push',
    section: 'A1',
    doc: 'A user scanned something with a menu button.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: menuDocs,
    fields: scanCodeFields,
  },
  scancode_waitmsg: {
    wire: 'scancode_waitmsg',
    section: 'A1',
    doc: 'A user scanned something with a menu button and is waiting for the answer.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: menuDocs,
    fields: scanCodeFields,
  },
  pic_sysphoto: {
    wire: 'pic_sysphoto',
    section: 'A1',
    doc: 'A user takes pictures for a menu button.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: menuDocs,
    fields: picturesSentFields,
  },
  pic_photo_or_album: {
    wire: 'pic_photo_or_album',
    section: 'A1',
    doc: 'A user takes or chooses pictures for a menu button.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: menuDocs,
    fields: picturesSentFields,
  },
  pic_weixin: {
    wire: 'pic_weixin',
    section: 'A1',
    doc: 'A user chooses pictures from the album for a menu button.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: menuDocs,
    fields: picturesSentFields,
  },
  location_select: {
    wire: 'location_select',
    section: 'A1',
    doc: 'A user picks a place for a menu button.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: menuDocs,
    fields: {
      key: req('string', 'EventKey'),
      locationX: req('decimal', 'SendLocationInfo.Location_X'),
      locationY: req('decimal', 'SendLocationInfo.Location_Y'),
      scale: req('integer', 'SendLocationInfo.Scale'),
      label: req('string', 'SendLocationInfo.Label'),
      poiName: opt('string', 'SendLocationInfo.Poiname'),
    },
  },
  enter: {
    wire: 'ENTER',
    section: 'A1',
    doc: 'A user opens the chat. Very old.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: true,
    fields: {},
  },
}
