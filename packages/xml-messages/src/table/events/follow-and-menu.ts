import type { EventCommon } from '../../common.js'

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
