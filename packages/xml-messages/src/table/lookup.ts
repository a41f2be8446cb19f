import type { IncomingMessage } from '../message.js'
import { type EventTypes, eventRows } from './event-rows.js'
import { type MessageTypes, messageRows } from './messages.js'
import { type PlatformTypes, platformRows } from './platform.js'
import type { AnyRow } from './row.js'

/** A row and the key it stands under. */
export interface Found<K extends string = string> {
  readonly key: K
  readonly row: AnyRow
}

/** What `find…` knows by: every spelling in lower case. */
function indexOf<T extends object>(
  rows: { readonly [K in keyof T & string]: AnyRow },
): Map<string, Found<keyof T & string>> {
  const index = new Map<string, Found<keyof T & string>>()
  for (const key of Object.keys(rows) as (keyof T & string)[]) {
    const row = rows[key]
    for (const name of [row.wire, ...(row.aliases ?? [])]) index.set(name.toLowerCase(), { key, row })
  }
  return index
}

/** Made at first use: a cold start pays for what it needs only. */
function atFirstUse<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const messages = atFirstUse(() => indexOf<MessageTypes>(messageRows))
const events = atFirstUse(() => indexOf<EventTypes>(eventRows))
const platforms = atFirstUse(() => indexOf<PlatformTypes>(platformRows))

// The map is asked as it is first: the usual spelling is the lower-case one already, and a copy costs.
const lookUp = <K extends string>(index: ReadonlyMap<string, Found<K>>, name: string): Found<K> | undefined =>
  index.get(name) ?? index.get(name.toLowerCase())

/** The row for a `MsgType` in any letter case, or `undefined`. */
export const findMessageRow = (msgType: string): Found<keyof MessageTypes> | undefined => lookUp(messages(), msgType)
/** The row for an `Event` in any letter case and of any known spelling, or `undefined`. */
export const findEventRow = (event: string): Found<keyof EventTypes> | undefined => lookUp(events(), event)
/** The row for an `InfoType` in any letter case, or `undefined`. */
export const findPlatformRow = (infoType: string): Found<keyof PlatformTypes> | undefined =>
  lookUp(platforms(), infoType)

/** The row a message was read by; `undefined` for what the table does not know. */
export function rowOf(message: IncomingMessage): AnyRow | undefined {
  switch (message.kind) {
    case 'message':
      return message.type === 'unknown' ? undefined : messageRows[message.type]
    case 'event':
      return message.event === 'unknown' ? undefined : eventRows[message.event]
    case 'platform':
      return message.infoType === 'unknown' ? undefined : platformRows[message.infoType]
    case 'probe':
      return undefined
  }
}
