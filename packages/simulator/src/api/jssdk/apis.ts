/** What is known of an interface of the JS-SDK. */
export interface JsApi {
  readonly name: string
  /** Only verified accounts have it. */
  readonly needsVerification?: true
  /** It tells WeChat something and shows nothing: it can succeed without WeChat. */
  readonly isSetting?: true
}

const share = [
  'updateAppMessageShareData',
  'updateTimelineShareData',
  'onMenuShareTimeline',
  'onMenuShareAppMessage',
  'onMenuShareQQ',
  'onMenuShareWeibo',
  'onMenuShareQZone',
]
const menus = [
  'hideOptionMenu',
  'showOptionMenu',
  'hideMenuItems',
  'showMenuItems',
  'hideAllNonBaseMenuItem',
  'showAllNonBaseMenuItem',
]
const money = ['openProductSpecificView', 'addCard', 'chooseCard', 'openCard', 'chooseWXPay']
const others = [
  'startRecord',
  'stopRecord',
  'onVoiceRecordEnd',
  'playVoice',
  'pauseVoice',
  'stopVoice',
  'onVoicePlayEnd',
  'uploadVoice',
  'downloadVoice',
  'translateVoice',
  'chooseImage',
  'previewImage',
  'uploadImage',
  'downloadImage',
  'getLocalImgData',
  'getNetworkType',
  'openLocation',
  'getLocation',
  'startSearchBeacons',
  'stopSearchBeacons',
  'onSearchBeacons',
  'closeWindow',
  'scanQRCode',
]

/**
 * Every interface a page can ask for.
 * https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html#63 and, for who has it,
 * https://developers.weixin.qq.com/doc/service/en/Getting_Started/Explanation_of_interface_privileges.html
 */
export const jsApis: readonly JsApi[] = [
  ...share.map((name) => ({ name, needsVerification: true, isSetting: true }) as const),
  ...menus.map((name) => ({ name, isSetting: true }) as const),
  ...money.map((name) => ({ name, needsVerification: true }) as const),
  ...others.map((name) => ({ name })),
]
