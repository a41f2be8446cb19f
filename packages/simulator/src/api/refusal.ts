import { type ErrorCode, errorCodes } from '@wx/endpoints/error-codes'
import { wireMessages } from './wire-messages.js'

/** Thrown by a route: WeChat refuses the call. Becomes `{ errcode, errmsg }` with a rid, never an exception of the user's. */
export class ApiRefusal {
  readonly errcode: number
  readonly errmsg: string
  /** What the inspector says beside it: what was wrong here and what would be right. */
  readonly advice: string

  constructor(errcode: number, advice: string, errmsg: string = messageOf(errcode)) {
    this.errcode = errcode
    this.advice = advice
    this.errmsg = errmsg
  }
}

/**
 * Refuses the call.
 * @param errcode WeChat's
 * @param advice for the developer who reads the inspector: what is wrong with this very call
 * @param errmsg only where it says more than the code's usual words
 */
export function refuse(errcode: number, advice: string, errmsg?: string): never {
  throw new ApiRefusal(errcode, advice, errmsg)
}

/** WeChat's own words where they are known, the code's name in lower case elsewhere. */
export function messageOf(errcode: number): string {
  const known = wireMessages[errcode]
  if (known !== undefined) return known
  const code: ErrorCode | undefined = errorCodes[errcode]
  return code === undefined ? `error ${errcode}` : code.name.toLowerCase().replaceAll('_', ' ')
}
