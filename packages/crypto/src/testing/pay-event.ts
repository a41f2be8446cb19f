import { hmacSignature } from '../hmac-signature.js'

export interface PayEvent {
  /** The push's `Event`. */
  readonly event: string
  /** `MiniGame.Payload`: the JSON text exactly as it is pushed. */
  readonly payload: string
  /** AppKey of the environment. */
  readonly appKey: string
}

/** The `PayEventSig` of a push about virtual payment, as WeChat signs it. */
export function signPayEvent({ event, payload, appKey }: PayEvent): string {
  return hmacSignature(appKey, event, '&', payload)
}
