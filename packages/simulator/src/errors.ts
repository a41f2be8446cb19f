import { WxError } from '@wx/core'

/** Something was asked of the simulated world that cannot happen there, such as a message of a user who left. */
export class ImpossibleActionError extends WxError {
  readonly code = 'WX_SIMULATOR_IMPOSSIBLE_ACTION'
}

/** The account has no URL and no handler yet, so nothing can be pushed. */
export class NotConnectedError extends WxError {
  readonly code = 'WX_SIMULATOR_NOT_CONNECTED'
  constructor(accountId: string) {
    super(
      `account ${accountId} has no receiver: give createAccount a \`url\` or a \`handler\`, or call account.connect(url) first`,
    )
  }
}

/** The simulator was closed or reset while something was under way. */
export class SimulatorClosedError extends WxError {
  readonly code = 'WX_SIMULATOR_CLOSED'
  constructor() {
    super('the simulator was closed or reset; what was under way has ended')
  }
}

/** What the customer-message interface refuses, with WeChat's own number. */
export type CustomerMessageErrcode =
  | 40003
  | 40007
  | 40008
  | 43004
  | 44002
  | 44004
  | 45002
  | 45008
  | 45015
  | 45047
  | 45080
  | 45081
  | 48001
  | 40035
  | 40073
  | 40165
  | 40166
  | 53600
  | 65401

/**
 * The customer message was refused, as `POST /cgi-bin/message/custom/send` would.
 * https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
 */
export class CustomerMessageError extends WxError {
  readonly code = 'WX_SIMULATOR_CUSTOMER_MESSAGE'
  readonly errcode: CustomerMessageErrcode
  readonly errmsg: string
  /** What was wrong with this very message, and what would be right. */
  readonly advice: string
  constructor(errcode: CustomerMessageErrcode, errmsg: string, advice: string) {
    super(`customer message refused with errcode ${errcode} (${errmsg}): ${advice}`)
    this.errcode = errcode
    this.errmsg = errmsg
    this.advice = advice
  }
}
