import type { WebResponse } from '../web.js'
import type { BodyConsumedError } from './body.js'

export const plainText: Readonly<Record<string, string>> = { 'content-type': 'text/plain; charset=utf-8' }

/** To a path that is nobody's. */
export const notFound: WebResponse = { status: 404, headers: plainText, body: 'not found' }

/** To a body over the limit. */
export const tooLarge: WebResponse = { status: 413, headers: plainText, body: 'body too large' }

/** To a body that was read before: the code for the developer, what to do about it in the log. */
export const consumed = (error: BodyConsumedError): WebResponse => ({
  status: 500,
  headers: plainText,
  body: `${error.code}: see the server's log`,
})
