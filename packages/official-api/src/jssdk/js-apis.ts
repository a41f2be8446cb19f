/** What an API of the JS-SDK is about; the chapters of WeChat's page. */
export type JsApiGroup =
  | 'base'
  | 'share'
  | 'image'
  | 'voice'
  | 'speech'
  | 'device'
  | 'location'
  | 'beacon'
  | 'page'
  | 'scan'
  | 'shop'
  | 'card'
  | 'pay'
  | 'address'

export interface JsApiRow {
  readonly group: JsApiGroup
  /** What to call instead: WeChat says this one will be withdrawn. */
  readonly replacedBy?: 'updateAppMessageShareData' | 'updateTimelineShareData'
}

/** Where WeChat explains each of them. */
export const jsApiDocs: string = 'https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html'

/** Where WeChat explains open tags. */
export const openTagDocs: string = 'https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_Open_Tag.html'

const table = {
  checkJsApi: { group: 'base' },
  updateAppMessageShareData: { group: 'share' },
  updateTimelineShareData: { group: 'share' },
  onMenuShareTimeline: { group: 'share', replacedBy: 'updateTimelineShareData' },
  onMenuShareAppMessage: { group: 'share', replacedBy: 'updateAppMessageShareData' },
  onMenuShareQQ: { group: 'share', replacedBy: 'updateAppMessageShareData' },
  onMenuShareWeibo: { group: 'share' },
  onMenuShareQZone: { group: 'share', replacedBy: 'updateTimelineShareData' },
  chooseImage: { group: 'image' },
  previewImage: { group: 'image' },
  uploadImage: { group: 'image' },
  downloadImage: { group: 'image' },
  getLocalImgData: { group: 'image' },
  startRecord: { group: 'voice' },
  stopRecord: { group: 'voice' },
  onVoiceRecordEnd: { group: 'voice' },
  playVoice: { group: 'voice' },
  pauseVoice: { group: 'voice' },
  stopVoice: { group: 'voice' },
  onVoicePlayEnd: { group: 'voice' },
  uploadVoice: { group: 'voice' },
  downloadVoice: { group: 'voice' },
  translateVoice: { group: 'speech' },
  getNetworkType: { group: 'device' },
  openLocation: { group: 'location' },
  getLocation: { group: 'location' },
  startSearchBeacons: { group: 'beacon' },
  stopSearchBeacons: { group: 'beacon' },
  onSearchBeacons: { group: 'beacon' },
  hideOptionMenu: { group: 'page' },
  showOptionMenu: { group: 'page' },
  hideMenuItems: { group: 'page' },
  showMenuItems: { group: 'page' },
  hideAllNonBaseMenuItem: { group: 'page' },
  showAllNonBaseMenuItem: { group: 'page' },
  closeWindow: { group: 'page' },
  scanQRCode: { group: 'scan' },
  openProductSpecificView: { group: 'shop' },
  addCard: { group: 'card' },
  chooseCard: { group: 'card' },
  openCard: { group: 'card' },
  consumeAndShareCard: { group: 'card' },
  chooseInvoice: { group: 'card' },
  chooseWXPay: { group: 'pay' },
  openAddress: { group: 'address' },
} as const

/** Name of an API for `jsApiList`; names WeChat adds later are taken as well. */
export type JsApiName = keyof typeof table | (string & {})

/** Every API of the JS-SDK by its name: those of WeChat's appendix 2, and those only its chapters tell. */
export const jsApis: Readonly<Record<keyof typeof table, JsApiRow>> = table

/** Tags that show WeChat's own buttons in a page. */
export const openTags = ['wx-open-launch-weapp', 'wx-open-launch-app', 'wx-open-subscribe', 'wx-open-audio'] as const

/** Name of an open tag for `openTagList`. */
export type OpenTagName = (typeof openTags)[number] | (string & {})
