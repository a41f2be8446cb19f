import type { Common, EventCommon, MessageCommon, PlatformCommon } from './common.js'
import type { EventTypes } from './table/event-rows.js'
import type { MessageTypes } from './table/messages.js'
import type { PlatformTypes } from './table/platform.js'

/** A message of a type this version does not know: the header is typed, the rest is in `fields`. */
export interface UnknownMessage extends MessageCommon {
  readonly type: 'unknown'
  /** `MsgType` as it was spelled. */
  readonly rawType: string
}

/** An event this version does not know: the header is typed, the rest is in `fields`. */
export interface UnknownEvent extends EventCommon {
  readonly event: 'unknown'
  /** `Event` as it was spelled. */
  readonly rawEvent: string
}

/** A third-party platform push this version does not know. */
export interface UnknownPlatformPush extends PlatformCommon {
  readonly infoType: 'unknown'
  /** `InfoType` as it was spelled. */
  readonly rawInfoType: string
}

/** The hosting platform asks whether the container is up. Answer `success`. */
export interface Probe extends Common {
  readonly kind: 'probe'
}

/** Every message type of the table. */
export type KnownMessage = MessageTypes[keyof MessageTypes]
/** Every event of the table. */
export type KnownEvent = EventTypes[keyof EventTypes]
/** Every third-party platform push of the table. */
export type KnownPlatformPush = PlatformTypes[keyof PlatformTypes]

/** One push, typed. Narrow by `kind`, then by `type`, `event` or `infoType`. */
export type IncomingMessage =
  | KnownMessage
  | UnknownMessage
  | KnownEvent
  | UnknownEvent
  | KnownPlatformPush
  | UnknownPlatformPush
  | Probe

/** A user's message (`kind: 'message'`). */
export type UserMessage = KnownMessage | UnknownMessage
/** An event (`kind: 'event'`). */
export type EventMessage = KnownEvent | UnknownEvent
/** A third-party platform push (`kind: 'platform'`). */
export type PlatformMessage = KnownPlatformPush | UnknownPlatformPush
