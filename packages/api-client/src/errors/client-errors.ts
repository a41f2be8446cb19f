import { WxError, type WxErrorOptions } from '@wx/core'

/** The client was closed. */
export class ClientClosedError extends WxError {
  readonly code = 'WX_API_CLOSED'

  constructor() {
    super('the client was closed, and is called after that: close it last, when nothing calls it any more.')
  }
}

/** What is to be uploaded cannot be sent as it is. */
export class UploadError extends WxError {
  readonly code = 'WX_API_UPLOAD'

  constructor(message: string, options?: WxErrorOptions) {
    super(message, options)
  }
}

/** A stream was read by an attempt that failed, so it cannot be sent a second time. */
export class BodyConsumedError extends WxError {
  readonly code = 'WX_API_BODY_CONSUMED'
  /** `POST /cgi-bin/media/upload` */
  readonly endpoint: string

  constructor(endpoint: string, options: WxErrorOptions) {
    super(
      `${endpoint}: the call has to be repeated (see the cause), but its body is a stream that was read already, and half ` +
        'a file must not be sent. Call again with a new stream, or give the file as bytes, Blob or path: those can be repeated.',
      options,
    )
    this.endpoint = endpoint
  }
}

/** A download failed on the way to its file, or was read twice. */
export class DownloadError extends WxError {
  readonly code = 'WX_API_DOWNLOAD'

  constructor(message: string, options?: WxErrorOptions) {
    super(message, options)
  }
}
