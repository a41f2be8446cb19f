import { WxError } from '@wx/core'

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
