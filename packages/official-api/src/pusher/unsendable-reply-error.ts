import { WxError } from '@wx/core'
import type { Reply } from '@wx/xml-messages'

/** A reply has no counterpart among customer messages, or lacks what one needs. */
export class UnsendableReplyError extends WxError {
  readonly code = 'WX_PUSH_UNSENDABLE'
  readonly type: Reply['type']

  /** @param why what it is, and what to do; a whole sentence */
  constructor(type: Reply['type'], why: string) {
    super(`a reply of type ${type} cannot be sent as a customer message: ${why}`)
    this.type = type
  }
}
