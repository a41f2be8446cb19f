import { ContextFormatError } from '../errors.js'
import { type Expiry, expiresAt } from './expiry.js'

/** What the store holds of one user. The shape is frozen by `v`. */
export interface Envelope {
  readonly v: 1
  /** When the context expires, ms since 1970: absolute, so that no slow write lengthens its life. */
  readonly expires: number
  readonly data: Readonly<Record<string, unknown>>
  /** Grows with every write; starts at random, so that a context made anew is not taken for the one it replaced. */
  readonly version: number
  /** Set when the context has an expiry of its own. */
  readonly expiry?: Expiry
}

/** What a context changed since it was read. */
export interface Changes {
  /** Everything that was there before is gone. */
  readonly cleared: boolean
  readonly removed: readonly string[]
  /** Key → JSON text. */
  readonly values: ReadonlyMap<string, string>
  /** Absent: as it was. */
  readonly expiry?: { readonly value: Expiry | undefined }
}

/** @throws ContextFormatError when it is something else */
export function readEnvelope(stored: unknown): Envelope | undefined {
  if (stored === undefined || stored === null) return undefined
  if (!isRecord(stored)) throw new ContextFormatError(`a ${typeof stored}`)
  const { v, expires, data, version } = stored
  if (v !== 1) throw new ContextFormatError(v === undefined ? 'an object that is no context' : 'another version')
  if (typeof expires !== 'number' || !isRecord(data)) throw new ContextFormatError('a damaged context')
  const expiry = readStoredExpiry(stored['expiry'])
  const common = { v, expires, data, version: typeof version === 'number' ? version : 0 } as const
  return expiry === undefined ? common : { ...common, expiry }
}

export interface Circumstances {
  /** Ms since 1970. */
  readonly now: number
  readonly ttlSeconds: number
}

/** The envelope after the changes: what others wrote to other keys meanwhile stays. */
export function applyChanges(
  current: Envelope | undefined,
  changes: Changes,
  { now, ttlSeconds }: Circumstances,
): Envelope {
  const data = new Map(changes.cleared ? [] : Object.entries(current?.data ?? {}))
  for (const key of changes.removed) data.delete(key)
  // Parsed anew: a store that keeps objects as they are must not share them with a handler.
  for (const [key, text] of changes.values) data.set(key, JSON.parse(text))
  const expiry = changes.expiry === undefined ? current?.expiry : changes.expiry.value
  const common = {
    v: 1,
    expires: expiresAt(expiry, now, ttlSeconds),
    data: Object.fromEntries(data),
    version: current === undefined ? Math.floor(Math.random() * 2 ** 40) : current.version + 1,
  } as const
  return expiry === undefined ? common : { ...common, expiry }
}

function readStoredExpiry(stored: unknown): Expiry | undefined {
  if (!isRecord(stored)) return undefined
  if (typeof stored['seconds'] === 'number') return { seconds: stored['seconds'] }
  return typeof stored['at'] === 'number' ? { at: stored['at'] } : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
