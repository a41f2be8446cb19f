import { createHash } from 'node:crypto'
import { joinKey } from '@wx/context-store'
import type { IncomingMessage } from '@wx/xml-messages'

/**
 * What two deliveries of the same push have in common and no other push has (S6): account, user and MsgId; without a
 * MsgId account, user, time, event and its key, and a digest of all the rest, since two events can share a second.
 * @param account the account's id; messages without one are told apart by their receiver
 */
export function claimKey(message: IncomingMessage, account: string | undefined): string {
  const owner = account ?? message.target
  if (message.id !== undefined && message.kind === 'message') return joinKey(owner, message.source, 'm', message.id)
  return joinKey(
    owner,
    message.source,
    'e',
    String(message.time),
    message.kind === 'event' ? message.event : message.kind,
    eventKey(message),
    createHash('sha1').update(message.raw).digest('base64url'),
  )
}

/** The line a message waits in: its user's; pushes of the platform itself have none. */
export function lineKey(message: IncomingMessage, account: string | undefined): string | undefined {
  return message.source === '' ? undefined : joinKey(account ?? message.target, message.source)
}

function eventKey(message: IncomingMessage): string {
  const key = 'key' in message ? message.key : undefined
  return typeof key === 'string' ? key : ''
}
