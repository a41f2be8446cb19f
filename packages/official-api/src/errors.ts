import { WxError, type WxErrorOptions } from '@wx/core'

/** WeChat answered without error, but without what the answer is for. */
export class IncompleteAnswerError extends WxError {
  readonly code = 'WX_OFFICIAL_INCOMPLETE_ANSWER'
  /** The endpoint's method: `media.upload`. */
  readonly method: string

  constructor(method: string, missing: string) {
    super(
      `${method}: WeChat's answer has no ${missing}. The call was carried out; look at the answer by account.${method}.`,
    )
    this.method = method
  }
}

/** WeChat knows no QR code of this ticket. */
export class UnknownTicketError extends WxError {
  readonly code = 'WX_OFFICIAL_UNKNOWN_TICKET'

  constructor(options?: WxErrorOptions) {
    super(
      'WeChat has no QR code for this ticket (HTTP 404): it was cut, encoded twice, or its code has expired. Give the ' +
        'ticket as qrcode.temporary or qrcode.permanent answered it, or make a new code.',
      options,
    )
  }
}
