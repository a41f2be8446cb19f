import { createHash } from 'node:crypto'

/** A page that called `wx.config`. */
export interface JsapiPage {
  /** Whole address, as the browser shows it; what stands behind `#` does not count. */
  readonly url: string
  readonly nonceStr: string
  /** Unix seconds. */
  readonly timestamp: string | number
  readonly signature: string
  /** The interfaces the page wants. */
  readonly jsApiList?: readonly string[]
}

/** The text under a page's signature. https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html#62 */
export const textToSign = (ticket: string, url: string, { nonceStr, timestamp }: JsapiPage): string =>
  `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`

/** Written here again: who judges signatures must not share a mistake with who makes them. */
export const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex')
