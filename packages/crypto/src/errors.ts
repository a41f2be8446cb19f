import { WxError, type WxErrorOptions } from '@wx/core'

/** What was wrong. */
export type CryptoErrorKind =
  /** A signature is missing, malformed or different. */
  | 'signature'
  /** An envelope, or the text in it, cannot be read. */
  | 'parse'
  /** An EncodingAESKey, session_key or iv of the wrong length or alphabet. */
  | 'key'
  /** Sealed for another receiver. */
  | 'appid'
  /** Not base64, empty, or not whole blocks. */
  | 'ciphertext'
  /** What was decrypted does not end in PKCS#7 padding. */
  | 'padding'
  /** The length field says more than there is. */
  | 'length'
  /** User data that is no JSON object. */
  | 'json'
  /** An authentication tag does not match. */
  | 'tag'
  /** A timestamp outside the allowed window. */
  | 'stale'

/** The frozen code of each kind: `WX_CRYPTO_SIGNATURE`, `WX_CRYPTO_PARSE`, … */
export type CryptoErrorCode = `WX_CRYPTO_${Uppercase<CryptoErrorKind>}`

/** For each kind our frozen code, and the number WeChat's own samples report for it. */
const kinds: { readonly [Kind in CryptoErrorKind]: { code: `WX_CRYPTO_${Uppercase<Kind>}`; officialCode: number } } = {
  signature: { code: 'WX_CRYPTO_SIGNATURE', officialCode: -40001 },
  parse: { code: 'WX_CRYPTO_PARSE', officialCode: -40002 },
  key: { code: 'WX_CRYPTO_KEY', officialCode: -40004 },
  appid: { code: 'WX_CRYPTO_APPID', officialCode: -40005 },
  ciphertext: { code: 'WX_CRYPTO_CIPHERTEXT', officialCode: -40007 },
  padding: { code: 'WX_CRYPTO_PADDING', officialCode: -40007 },
  length: { code: 'WX_CRYPTO_LENGTH', officialCode: -40008 },
  json: { code: 'WX_CRYPTO_JSON', officialCode: -41003 },
  tag: { code: 'WX_CRYPTO_TAG', officialCode: 40235 },
  stale: { code: 'WX_CRYPTO_STALE', officialCode: 40240 },
}

/** What an error may say beside its message. */
export interface CryptoErrorOptions extends WxErrorOptions {
  /** Where the samples know a finer number than the usual one of the kind. */
  readonly officialCode?: number
  /** For `appid`: the id this side is configured with. */
  readonly expectedAppId?: string
  /** For `appid`: the id that was found, when it looks like one. */
  readonly actualAppId?: string
}

/**
 * A signature, ciphertext, key or receiver that is not right. The message is for your log: answer the network the same
 * way whatever the kind, or the difference tells an attacker what to try next.
 */
export class CryptoError extends WxError {
  readonly code: CryptoErrorCode
  readonly kind: CryptoErrorKind
  /** The number of WeChat's own samples for the same failure, e.g. -40001. */
  readonly officialCode: number
  /** For `appid`: the id this side is configured with. */
  declare readonly expectedAppId?: string
  /** For `appid`: the id that was found, when it looks like one. */
  declare readonly actualAppId?: string

  constructor(kind: CryptoErrorKind, message: string, options: CryptoErrorOptions = {}) {
    super(message, options)
    this.kind = kind
    this.code = kinds[kind].code
    this.officialCode = options.officialCode ?? kinds[kind].officialCode
    if (options.expectedAppId !== undefined) this.expectedAppId = options.expectedAppId
    if (options.actualAppId !== undefined) this.actualAppId = options.actualAppId
  }
}
