import { hash } from 'node:crypto'
import { ConfigError } from '@wx/core'
import { randomText } from './random-text.js'
import { nonceLength, requireText, unixSeconds } from './sign-input.js'

export interface JsapiInput<Timestamp extends string | number = string | number> {
  /** The account's jsapi_ticket. */
  readonly ticket: string
  /** The page's address as the browser sees it, with its query; what follows `#` is dropped here. */
  readonly url: string
  /** Random when not given. */
  readonly nonceStr?: string
  /** Unix seconds; now when not given. */
  readonly timestamp?: Timestamp
}

/** What `wx.config` takes, beside the app id and the list of APIs. */
export interface JsapiSignature<Timestamp extends string | number = string | number> {
  readonly signature: string
  readonly nonceStr: string
  readonly timestamp: Timestamp
  /** The address that was signed. */
  readonly url: string
}

/**
 * Signs a page for the JS-SDK's `wx.config`. The address is signed as it is: nothing is encoded, decoded or normalised.
 * https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
 * @throws ConfigError for an empty ticket or an address that is none
 */
export function signJsapi(input: JsapiInput<string> & { readonly timestamp: string }): JsapiSignature<string>
export function signJsapi(input: JsapiInput<number>): JsapiSignature<number>
export function signJsapi(input: JsapiInput): JsapiSignature {
  const ticket = requireText('ticket', input.ticket)
  const [url] = requireText('url', input.url).split('#', 1)
  if (url === undefined || !/^https?:\/\/./i.test(url)) {
    throw new ConfigError('url', 'must be the whole address of the page, with http:// or https://')
  }
  const nonceStr = requireText('nonceStr', input.nonceStr ?? randomText(nonceLength))
  const timestamp = unixSeconds(input.timestamp)
  // This order, these lower-case names, unencoded: the page in the browser signs nothing, it only repeats the values.
  const signature = hash('sha1', `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`)
  return { signature, nonceStr, timestamp, url }
}
