import { ConfigError } from '@wx/core'
import { hmacSignature, isHmacSignature } from './hmac-signature.js'
import { requireText } from './sign-input.js'

export interface VirtualPayment {
  /**
   * What is called: the path of the API without its query (`/xpay/query_user_balance`), or for the front end the word
   * `requestVirtualPayment`.
   */
  readonly uri: string
  /** The bytes that are sent, or their text; for `wx.requestVirtualPayment` its `signData`. Written anew it is another. */
  readonly body: string | Uint8Array
  /** AppKey of virtual payment; production (`env` 0) and sandbox (`env` 1) each have their own. */
  readonly appKey: string
}

/**
 * The `pay_sig` of virtual payment's server calls, and the `paySig` of `wx.requestVirtualPayment`. The `signature`
 * beside it, which some calls want, is `signSession(body, sessionKey)`.
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html
 * @returns 64 hex characters
 * @throws ConfigError for an empty appKey, or a uri that is a whole address or has a query
 */
export function signVirtualPayment({ uri, body, appKey }: VirtualPayment): string {
  if (!/^(?:\/[^\s?#]+|[A-Za-z]\w*)$/.test(requireText('uri', uri))) {
    throw new ConfigError('uri', 'must be the path of the API without host and query, or "requestVirtualPayment"')
  }
  return hmacSignature(requireText('appKey', appKey), uri, '&', body)
}

/** What a push about virtual payment brings. Hand over what was parsed, whatever its type. */
export interface VirtualPaymentEvent {
  /** The push's `Event`, spelled as it was received. */
  readonly event: unknown
  /** `MiniGame.Payload`: the JSON text as it was received. */
  readonly payload: unknown
  /** `MiniGame.PayEventSig`. */
  readonly signature: unknown
  /** AppKey of the environment you serve. A sandbox key must not vouch for real money. */
  readonly appKey: string
}

/**
 * Whether `PayEventSig` belongs to this event and payload. In constant time; anything malformed is `false`, it never
 * throws. It stands beside the push's own signature and takes its place nowhere.
 * https://developers.weixin.qq.com/minigame/dev/guide/open-ability/virtual-payment/goods.html
 */
export function verifyPayEvent({ event, payload, signature, appKey }: VirtualPaymentEvent): boolean {
  for (const part of [event, payload, appKey]) if (typeof part !== 'string' || part === '') return false
  return isHmacSignature(signature, hmacSignature(appKey, `${event}&${payload}`))
}
