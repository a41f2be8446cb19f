import { hash } from 'node:crypto'
import { requireText } from './sign-input.js'

export interface DeliveryOrder {
  /** `shopid`: the app key that the delivery company gave the merchant. */
  readonly shopId: string
  /** `shop_order_id`: your number of the order. */
  readonly shopOrderId: string
  /** The secret that the delivery company gave beside it; not that of the mini program. */
  readonly appSecret: string
}

/**
 * The `delivery_sign` of the calls of instant delivery (`/cgi-bin/express/local/business/…`).
 * @returns 40 hex characters
 * @throws ConfigError for an empty value
 */
export function signDelivery({ shopId, shopOrderId, appSecret }: DeliveryOrder): string {
  const parts = [requireText('shopId', shopId), requireText('shopOrderId', shopOrderId)]
  return hash('sha1', parts.join('') + requireText('appSecret', appSecret))
}
