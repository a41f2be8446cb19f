import { WxError, type WxErrorOptions } from '@wx/core'

/** A token is needed, and this provider may only read what another one fetched. */
export class ReadOnlyTokenError extends WxError {
  readonly code = 'WX_TOKEN_READ_ONLY'
}

/** No token is at hand, and fetching one is somebody else's business. */
export const nothingToRead = (kind: string): ReadOnlyTokenError =>
  new ReadOnlyTokenError(
    `no valid ${kind} is at hand, and this provider may only read one: the service that owns it is probably down, or ` +
      'writes to another store. Nothing was fetched, so nobody was robbed; start the owner, or look at its log.',
  )

/** The place a token comes from (relay, lock, token endpoint) did not give one. */
export class TokenUnavailableError extends WxError {
  readonly code = 'WX_TOKEN_UNAVAILABLE'

  constructor(message: string, options?: WxErrorOptions) {
    super(message, options)
  }
}
