import {
  type EventMessage,
  type EventTypes,
  eventRows,
  type IncomingMessage,
  type MessageTypes,
  messageRows,
  type PlatformMessage,
  type PlatformTypes,
  platformRows,
  type UnknownEvent,
  type UnknownMessage,
  type UnknownPlatformPush,
  type UserMessage,
} from '@wx/xml-messages'
import { kindOfValue, RobotUsageError } from './errors.js'
import { nearest } from './nearest.js'

/** Message types, the explicit unknown one included. */
export interface AllMessageTypes extends MessageTypes {
  /** A message of a type this version does not know. */
  unknown: UnknownMessage
}
/** Events, the explicit unknown one included. */
export interface AllEventTypes extends EventTypes {
  /** An event this version does not know. */
  unknown: UnknownEvent
}
/** Third-party platform pushes, the explicit unknown one included. */
export interface AllPlatformTypes extends PlatformTypes {
  /** A third-party platform push this version does not know. */
  unknown: UnknownPlatformPush
}

/** Every filter `robot.on` takes → the messages it lets through. */
export type FilterMessages = { readonly [T in keyof AllMessageTypes & string]: AllMessageTypes[T] } & {
  readonly [E in keyof AllEventTypes & string as `event:${E}`]: AllEventTypes[E]
} & {
  readonly [P in keyof AllPlatformTypes & string as `platform:${P}`]: AllPlatformTypes[P]
} & {
  readonly message: UserMessage
  readonly event: EventMessage
  readonly platform: PlatformMessage
}

/** A name of a message type (`text`), an event (`event:subscribe`), a platform push (`platform:authorized`), or a kind. */
export type Filter = keyof FilterMessages

/** The message a filter, or any of several, lets through. */
export type Filtered<F extends Filter> = FilterMessages[F]

/** The filter that exactly fits a message: how routes are looked up. */
export function filterOf(message: IncomingMessage): Filter | 'probe' {
  switch (message.kind) {
    case 'message':
      return message.type
    case 'event':
      return `event:${message.event}`
    case 'platform':
      return `platform:${message.infoType}`
    case 'probe':
      return 'probe'
  }
}

/** The kind that an exact filter belongs to. */
export function kindOf(filter: Filter): 'message' | 'event' | 'platform' {
  if (filter.startsWith('event')) return 'event'
  return filter.startsWith('platform') ? 'platform' : 'message'
}

const kinds: readonly Filter[] = ['message', 'event', 'platform']

/** True for the name of a whole kind. */
const isKind = (filter: Filter): boolean => kinds.includes(filter)

/** Every exact filter of the table, the unknown members included. */
export function exactFilters(): Filter[] {
  return [
    ...Object.keys(messageRows),
    'unknown',
    ...[...Object.keys(eventRows), 'unknown'].map((it) => `event:${it}`),
    ...[...Object.keys(platformRows), 'unknown'].map((it) => `platform:${it}`),
  ] as Filter[]
}

/** @throws RobotUsageError for a filter that fits nothing, with what was probably meant */
export function checkFilter(filter: unknown, known: ReadonlySet<string>): Filter {
  if (typeof filter !== 'string') {
    throw new RobotUsageError(`a filter is a text such as 'text' or 'event:subscribe', not ${kindOfValue(filter)}`)
  }
  if (known.has(filter) || isKind(filter as Filter)) return filter as Filter
  const near = nearest(filter, [...known, ...kinds])
  throw new RobotUsageError(
    `there is no filter '${filter}'${near === undefined ? '' : `; did you mean '${near}'?`} ` +
      '(message types stand alone: text; events have a prefix: event:subscribe)',
  )
}
