import { ParseError } from '../errors.js'
import type { ParseOptions } from '../limits.js'
import type { IncomingMessage } from '../message.js'
import { type Found, findEventRow, findMessageRow, findPlatformRow } from '../table/lookup.js'
import type { WireTree } from '../wire.js'
import { type Body, readBody } from './body.js'
import { readersOf, readInto, unixSeconds } from './typed.js'

/** A message that is being put together. */
type Draft = Record<string, unknown>

/** A header field as text; `''` when it is not there. `readBody` has refused everything else. */
function header(fields: WireTree, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** What all messages share (`Common`). One literal, so that they share a shape, too. */
const draft = (kind: IncomingMessage['kind'], { format, raw, fields }: Body): Draft => ({
  kind,
  id: header(fields, 'MsgId') || undefined,
  source: header(fields, 'FromUserName'),
  target: header(fields, 'ToUserName'),
  time: unixSeconds(header(fields, 'CreateTime')),
  wireFormat: format,
  raw,
  fields,
})

/**
 * Adds the typed attributes. The cast is the only one of the reader: what the rows say is checked against the
 * interfaces by the type system, in both directions (`table/row.ts`), so the attributes are those the type names.
 */
function finish(message: Draft, found: Found | undefined): IncomingMessage {
  if (found !== undefined) readInto(message, readersOf(found.row), message['fields'] as WireTree)
  return message as unknown as IncomingMessage
}

const missing = (name: string, what: string): ParseError =>
  new ParseError('header', `${what} needs a ${name}, and there is none`)

function userMessage(body: Body, msgType: string): IncomingMessage {
  const { fields } = body
  for (const name of ['ToUserName', 'FromUserName', 'CreateTime']) {
    if (header(fields, name) === '') throw missing(name, 'a message')
  }
  const found = findMessageRow(msgType.trim())
  const message = draft('message', body)
  // Old voice messages spell it so (quirk Q4). On events `MsgID` is something else.
  message['id'] ??= header(fields, 'MsgID') || undefined
  message['type'] = found?.key ?? 'unknown'
  if (found === undefined) message['rawType'] = msgType
  return finish(message, found)
}

function event(body: Body): IncomingMessage {
  const name = header(body.fields, 'Event')
  if (name.trim() === '') throw missing('Event', 'an event')
  if (header(body.fields, 'CreateTime') === '') throw missing('CreateTime', 'an event')
  const found = findEventRow(name.trim())
  const message = draft('event', body)
  message['event'] = found?.key ?? 'unknown'
  if (found === undefined) message['rawEvent'] = name
  return finish(message, found)
}

function platformPush(body: Body, infoType: string): IncomingMessage {
  const found = findPlatformRow(infoType.trim())
  const message = draft('platform', body)
  message['infoType'] = found?.key ?? 'unknown'
  if (found === undefined) message['rawInfoType'] = infoType
  return finish(message, found)
}

/** Tells a body apart by its header (rule M9). */
function understand(body: Body): IncomingMessage {
  const msgType = header(body.fields, 'MsgType')
  const trimmed = msgType.trim()
  if (trimmed !== '') return trimmed.toLowerCase() === 'event' ? event(body) : userMessage(body, msgType)
  const infoType = header(body.fields, 'InfoType')
  if (infoType.trim() !== '') return platformPush(body, infoType)
  if (body.fields['action'] === 'CheckContainerPath') return finish(draft('probe', body), undefined)
  throw header(body.fields, 'Encrypt') === ''
    ? new ParseError('header', 'the body has neither MsgType nor InfoType: it is not a push')
    : new ParseError(
        'encrypted',
        'the body is encrypted: read it with parseEnvelope, decrypt it, then parse the result',
      )
}

/**
 * Reads a push: XML or JSON, told by the first character. What is not in the table becomes `unknown`, with everything
 * it held in `fields`; what no push looks like is refused.
 *
 * @param body the bytes or the text, after decryption.
 * @param options limits other than the default ones.
 * @throws ParseError with a `reason`, for everything refused.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html
 */
export function parseMessage(body: string | Uint8Array, options?: ParseOptions): IncomingMessage {
  return understand(readBody(body, options))
}
