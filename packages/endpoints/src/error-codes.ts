import type { ErrorCode, ErrorLine } from './error-codes/error-code.js'
import { generalCodes } from './error-codes/general.js'
import { helpLines } from './error-codes/help.js'
import { platformCodes } from './error-codes/platform.js'
import { requestsCodes } from './error-codes/requests.js'
import { rightsCodes } from './error-codes/rights.js'
import { servicesCodes } from './error-codes/services.js'

export type { ErrorCode, InTwoLanguages } from './error-codes/error-code.js'

function readLines(): Record<number, ErrorCode> {
  const help = new Map(
    helpLines.map(([code, causeZh, fixZh, causeEn, fixEn]) => [
      code,
      { cause: { zh: causeZh, en: causeEn }, fix: { zh: fixZh, en: fixEn } },
    ]),
  )
  const lines: readonly ErrorLine[] = [generalCodes, requestsCodes, rightsCodes, platformCodes, servicesCodes].flat()
  return Object.fromEntries(
    lines.map(([code, name, zh, en, kind]) => [
      code,
      { name, zh, en, retryable: kind !== undefined, tokenExpired: kind === 'token', ...help.get(code) },
    ]),
  )
}

/**
 * What WeChat's `errcode`s say, by code.
 *
 * @see https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
 */
export const errorCodes: Readonly<Record<number, ErrorCode>> = /* @__PURE__ */ readLines()
