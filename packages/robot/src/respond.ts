import type { WebResponse } from '@wx/core'
import { acknowledgement, type Reply, refusal, renderEnvelope, renderReply } from '@wx/xml-messages'
import { type Delivered, planOf } from './delivery.js'
import type { Admitted } from './gate.js'
import type { Settings } from './settings.js'

const plainText = { 'content-type': 'text/plain; charset=utf-8' }
/** Keeps a browser from reading HTML into a text that came with the request. */
const noSniff = { 'x-content-type-options': 'nosniff' }
const bodyTypes = {
  xml: { 'content-type': 'text/xml; charset=utf-8' },
  json: { 'content-type': 'application/json; charset=utf-8' },
}

/** Whatever was wrong with a request, from outside it looks like this (S12). */
export const refused: WebResponse = { status: 403, headers: plainText, body: 'forbidden' }
/** The same with a page of the user's: one page for every reason, that nothing of the request gets into. */
export const refusedWith = (html: string): WebResponse => ({
  status: refused.status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...noSniff },
  body: html,
})
export const methodNotAllowed: WebResponse = { status: 405, headers: { ...plainText, allow: 'GET, POST' }, body: '' }
/** The robot is being shut down: WeChat delivers again, to whatever takes over. */
export const closing: WebResponse = { status: 503, headers: plainText, body: '' }
/** Nobody reads it; not 200, so that it is no acknowledgement if somebody does. */
const left: WebResponse = { status: 503, headers: plainText, body: '' }
export const broken: WebResponse = { status: 500, headers: plainText, body: '' }
const success: WebResponse = { status: 200, headers: plainText, body: 'success' }

/** The URL check: exactly the text that was sent, and nothing else (S10). */
export const echo = (echostr: string): WebResponse => ({
  status: 200,
  headers: { ...plainText, ...noSniff },
  body: echostr,
})

/** The answer as it goes over the wire: in the format the push came in, sealed when it came sealed. */
export function respond<Session extends object>(
  delivered: Delivered,
  admitted: Admitted,
  settings: Settings<Session>,
): WebResponse {
  if (delivered.state === 'left') return left
  const { ack } = planOf(admitted.message)
  // Payment pushes read `success`, an empty body and ErrCode 0 as a yes, so the no is said twice: status and code.
  const unacknowledged = (): WebResponse => ({ ...spoken(refusal(ack), 0, { admitted, settings }), status: 500 })
  if (delivered.state === 'unacknowledged') return unacknowledged()
  const { reply: given, time } = delivered.answer
  if (given === undefined || given.type === 'success') {
    const yes = acknowledgement(ack)
    if (yes === undefined) {
      settings.logger.error('only a handler can answer this push, by reply.ack({ fields }): WeChat delivers it again')
      return unacknowledged()
    }
    return yes.type === 'success' ? success : spoken(yes, time, { admitted, settings })
  }
  if (given.type === 'empty') return { ...success, body: '' }
  return spoken(given, time, { admitted, settings })
}

interface Surroundings<Session extends object> {
  readonly admitted: Admitted
  readonly settings: Settings<Session>
}

function spoken<Session extends object>(
  given: Reply,
  time: number,
  { admitted: { message, sealed }, settings }: Surroundings<Session>,
): WebResponse {
  const { wireFormat: format } = message
  const text = renderReply(given, { to: message, time: time === 0 ? Math.floor(settings.clock.now() / 1000) : time })
  const body =
    sealed && settings.crypto !== undefined
      ? renderEnvelope(
          settings.crypto.seal(text, { timestamp: String(Math.floor(settings.clock.now() / 1000)) }),
          format,
        )
      : text
  return { status: 200, headers: bodyTypes[format], body }
}
