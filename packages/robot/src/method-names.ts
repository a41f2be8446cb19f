import type { AllEventTypes, AllMessageTypes, AllPlatformTypes, Filter } from './filters.js'

/** `scancode_push` → `scancodePush`. */
type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

/** Events whose name a message type has already (`location`, `unknown`) get `Event` behind it, as WeRoBot names them. */
type EventMethod<Event extends string> =
  CamelCase<Event> extends MessageMethod<keyof AllMessageTypes & string> ? `${CamelCase<Event>}Event` : CamelCase<Event>
type MessageMethod<Type extends string> = CamelCase<Type>
type PlatformMethod<InfoType extends string> = InfoType extends 'unknown' ? 'unknownPlatform' : CamelCase<InfoType>

/** Method name → the message its handler gets: a method for every row of the table. */
export type MethodMessages = {
  readonly [T in keyof AllMessageTypes & string as MessageMethod<T>]: AllMessageTypes[T]
} & {
  readonly [E in keyof AllEventTypes & string as EventMethod<E>]: AllEventTypes[E]
} & {
  readonly [P in keyof AllPlatformTypes & string as PlatformMethod<P>]: AllPlatformTypes[P]
}

const camelCase = (name: string): string => name.replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase())

/** Method name → filter, by the same rules as the types above. */
export function methodNames(filters: readonly Filter[]): Map<string, Filter> {
  const names = new Map<string, Filter>()
  const messages = new Set(filters.filter((it) => !it.includes(':')).map(camelCase))
  for (const filter of filters) {
    const colon = filter.indexOf(':')
    const name = camelCase(filter.slice(colon + 1))
    const suffix = filter.startsWith('platform:') ? 'Platform' : 'Event'
    const clash = filter.startsWith('event:') ? messages.has(name) : name === 'unknown' && colon > 0
    names.set(clash ? `${name}${suffix}` : name, filter)
  }
  return names
}
