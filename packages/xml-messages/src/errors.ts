import { WxError, type WxErrorOptions } from '@wx/core'

/**
 * Why a body was refused. `encoding`: not UTF-8 · `character`: a character that may not be there · `syntax`: not well
 * formed · `forbidden`: well formed, but of a construct that is never needed (DTD, entity, processing instruction) ·
 * `root`: another root · `limit`: too large, too deep, too many · `duplicate`: a header field twice · `header`: a
 * header field missing or of the wrong type · `format`: neither XML nor JSON · `encrypted`: an envelope, to be
 * decrypted first.
 */
export type ParseErrorReason =
  | 'encoding'
  | 'character'
  | 'syntax'
  | 'forbidden'
  | 'root'
  | 'limit'
  | 'duplicate'
  | 'header'
  | 'format'
  | 'encrypted'

const codes: { readonly [R in ParseErrorReason]: `WX_XML_${Uppercase<R>}` } = {
  encoding: 'WX_XML_ENCODING',
  character: 'WX_XML_CHARACTER',
  syntax: 'WX_XML_SYNTAX',
  forbidden: 'WX_XML_FORBIDDEN',
  root: 'WX_XML_ROOT',
  limit: 'WX_XML_LIMIT',
  duplicate: 'WX_XML_DUPLICATE',
  header: 'WX_XML_HEADER',
  format: 'WX_XML_FORMAT',
  encrypted: 'WX_XML_ENCRYPTED',
}

/** The body is not a push WeChat sends. Its message names what was wrong and never quotes the body. */
export class ParseError extends WxError {
  readonly code: `WX_XML_${Uppercase<ParseErrorReason>}`
  /** The kind of refusal, for `switch`. */
  readonly reason: ParseErrorReason

  constructor(reason: ParseErrorReason, message: string, options?: WxErrorOptions) {
    super(message, options)
    this.code = codes[reason]
    this.reason = reason
  }
}

/** A reply cannot be written: a value is missing or of the wrong type. */
export class RenderError extends WxError {
  readonly code = 'WX_XML_REPLY'
}

/** A reply has no counterpart among customer messages, or lacks what one needs. */
export class UnsendableReplyError extends WxError {
  readonly code = 'WX_XML_UNSENDABLE'
  /** Of the reply. */
  readonly type: string

  /** @param why what it is, and what to do; a whole sentence */
  constructor(type: string, why: string) {
    super(`a reply of type ${type} cannot be sent as a customer message: ${why}`)
    this.type = type
  }
}
