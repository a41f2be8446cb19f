import { WxError, type WxErrorOptions } from '@wx/core'

/** A claim is not (or no longer) the caller's: its lease ran out, or it was settled or released. */
export class ClaimLostError extends WxError {
  readonly code = 'WX_COORDINATOR_CLAIM_LOST'
  /** Key of the claim. */
  readonly key: string

  constructor(key: string) {
    super(
      'the claim is no longer held by this caller, probably because no heartbeat came within its lease, or because it ' +
        'was settled or released meanwhile. Stop the work; the next delivery claims it again.',
    )
    this.key = key
  }
}

/** A value cannot be kept: a store keeps what JSON can say, and nothing may be lost on the way. */
export class ContextValueError extends WxError {
  readonly code = 'WX_CONTEXT_VALUE'
  /** Where the value was to stand: the key, and the way inside its value. */
  readonly path: string

  constructor(path: string, found: string, options?: WxErrorOptions) {
    super(
      `the context cannot keep ${found} at "${path}": values must be what JSON can say (null, booleans, finite ` +
        'numbers, strings, arrays and plain objects of them). Store a date as date.toISOString(), a map as an object.',
      options,
    )
    this.path = path
  }
}

/** What the store holds under a context's key was not written by this version of the package. */
export class ContextFormatError extends WxError {
  readonly code = 'WX_CONTEXT_FORMAT'

  constructor(found: string) {
    super(
      `the store holds ${found} where a context was expected, probably because something else shares its keys or a ` +
        'newer version wrote it. It was left as it is; give the contexts a Keyv namespace of their own, or upgrade.',
    )
  }
}

/** What a store was doing when it failed. */
export type StoreOperation = 'read' | 'write' | 'delete' | 'close'

/** The store behind Keyv failed; nothing is known to have been written. */
export class ContextStoreError extends WxError {
  readonly code = 'WX_CONTEXT_STORE'
  readonly operation: StoreOperation

  constructor(operation: StoreOperation, options?: WxErrorOptions) {
    super(
      `the store could not ${operation === 'close' ? 'be closed' : `${operation} a context`}, probably because its server ` +
        "is out of reach or refuses. See the cause, and the Keyv instance's `error` events; then repeat the call.",
      options,
    )
    this.operation = operation
  }
}

/** Other processes changed the context during every try of an update. */
export class ContextConflictError extends WxError {
  readonly code = 'WX_CONTEXT_CONFLICT'
  /** How often the update was tried. */
  readonly tries: number

  constructor(tries: number) {
    super(
      `the context was changed elsewhere during each of ${tries} tries, probably because many messages of one user are ` +
        'handled by several processes at once. Nothing was written; share a coordinator, so that they are handled one by one.',
    )
    this.tries = tries
  }
}

/** An update inside an update of the same context would wait for itself. */
export class ContextNestedUpdateError extends WxError {
  readonly code = 'WX_CONTEXT_NESTED_UPDATE'

  constructor() {
    super(
      'an update was started inside an update of the same context and would wait for itself. Use the context at hand.',
    )
  }
}

/** A store was used after `disconnect`. */
export class StoreClosedError extends WxError {
  readonly code = 'WX_STORE_CLOSED'

  constructor() {
    super(
      'the store was disconnected, and is used after that: probably messages still come in while the process shuts ' +
        'down. Disconnect it last, after the robot and the server were closed.',
    )
  }
}

/** A store cannot keep this text as it is. */
export class StoreTextError extends WxError {
  readonly code = 'WX_STORE_TEXT'

  constructor(what: 'key' | 'value', found: string) {
    super(
      `the store cannot keep a ${what} that is ${found}, probably because Keyv's serializer was replaced or switched ` +
        'off. Leave `serialize` of that Keyv as it is, or let it make plain texts.',
    )
  }
}

/** What a file store holds is not what it wrote. */
export class StoreDamagedError extends WxError {
  readonly code = 'WX_STORE_DAMAGED'
  /** The damaged file. */
  readonly file: string

  constructor(file: string, options?: WxErrorOptions) {
    super(
      `the store cannot read ${file}, probably because it was changed by hand, or because the machine went down while ` +
        'the store ran without fsync. What it held is lost: delete the folder it is in, and that user starts anew.',
      options,
    )
    this.file = file
  }
}

/** Others changed a key of a file store again and again while it was to be written. */
export class StoreBusyError extends WxError {
  readonly code = 'WX_STORE_BUSY'

  constructor() {
    super(
      'others changed the key during every try to write it, probably because many processes write the same session at ' +
        'once. Nothing was written; try again, or use SQLite, whose writers wait in line.',
    )
  }
}
