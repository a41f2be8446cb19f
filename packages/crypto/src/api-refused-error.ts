import { WxError } from '@wx/core'
import { adviceFor } from './api-codes.js'
import { parseJsonObject } from './json-object.js'

/** Characters of an errmsg in our message; the whole of it stands in `errmsg`. */
const shownLength = 200

/**
 * The API refused the call before it came to encrypting an answer: a wrong signature, an expired access_token, a
 * platform that is busy. What it says is not encrypted, and as a rule not signed.
 */
export class ApiRefusedError extends WxError {
  readonly code = 'WX_CRYPTO_REFUSED'
  /** WeChat's number, e.g. 40234 or 40001. */
  readonly errcode: number
  /** WeChat's words, with the `rid` to ask its support about. */
  readonly errmsg: string

  constructor(errcode: number, errmsg: string) {
    // Whoever can send an answer wrote this: no line breaks into the log, and not at any length.
    const words = errmsg.replace(/[\p{C}\s]+/gu, ' ').slice(0, shownLength)
    const hint = adviceFor(errcode) ?? 'look the number up: it is no failure of signing or encrypting'
    super(`the API answered errcode ${errcode} (${words}) instead of an encrypted answer: ${hint}.`)
    this.errcode = errcode
    this.errmsg = errmsg
  }
}

/** The refusal that a plain body holds; undefined when it holds none. `errcode` 0 is none, and nothing to believe. */
export function refusalIn(body: Buffer): ApiRefusedError | undefined {
  const { errcode, errmsg } = parseJsonObject(body) ?? {}
  if (typeof errcode !== 'number' || errcode === 0) return undefined
  return new ApiRefusedError(errcode, typeof errmsg === 'string' ? errmsg : '')
}
