import { messageOf } from '../api/refusal.js'
import { type CustomerMessageErrcode, CustomerMessageError } from '../errors.js'

/**
 * Refuses a customer message.
 * @param advice what is wrong with this very message
 */
export function deny(errcode: CustomerMessageErrcode, advice: string): never {
  throw new CustomerMessageError(errcode, messageOf(errcode), advice)
}
