import { ConfigError } from '@wx/core'
import { findEventRow, findMessageRow, findPlatformRow, type WireTree } from '@wx/xml-messages'
import { samplePush } from '@wx/xml-messages/push'

/**
 * A legal push for any row of the table, by its name on the wire or by `kind:key`. `LOCATION` is an event and
 * `location` a message, but names compare without case: a bare name means the event where there is one.
 */
export function sampleOf(name: string): WireTree {
  const [kind, key] = name.includes(':') ? (name.split(':', 2) as [string, string]) : [undefined, name]
  const event = kind === undefined || kind === 'event' ? findEventRow(key) : undefined
  if (event !== undefined) return samplePush(`event:${event.key}`)
  const platform = kind === undefined || kind === 'platform' ? findPlatformRow(key) : undefined
  if (platform !== undefined) return samplePush(`platform:${platform.key}`)
  const message = kind === undefined || kind === 'message' ? findMessageRow(key) : undefined
  if (message !== undefined) return samplePush(`message:${message.key}`)
  throw new ConfigError(
    'name',
    `the table has no push ${JSON.stringify(name)}; use account.push(fields) for one of your own`,
  )
}
