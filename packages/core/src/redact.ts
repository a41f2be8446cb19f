import { createTextRedactor, mask } from './redact-text.js'
import { isSecret } from './secret-names.js'

/**
 * Takes secrets out of anything that is about to be logged or shown. Never changes what it is given: objects come
 * back as plain copies, errors as copies of their own class, bytes and functions as a word about them.
 */
export interface Redactor {
  (text: string): string
  <Err extends Error>(error: Err): Err
  (value: unknown): unknown
}

export interface RedactorOptions {
  /**
   * Values that must not appear anywhere, in any of their usual spellings: a token, an AppSecret, an AES key. Those
   * of one or two characters are left alone.
   */
  readonly secrets?: Iterable<string>
}

/** Deeper than anything worth reading in a log, and far from the end of the stack. */
const deepest = 100

/** A redactor that knows, beside the names that carry secrets, these very values. */
export function createRedactor(options: RedactorOptions = {}): Redactor {
  const text = createTextRedactor(options.secrets ?? [])

  const walk = (value: unknown, seen: Map<object, unknown>, depth: number): unknown => {
    if (typeof value === 'string') return text(value)
    if (typeof value === 'symbol') return text(String(value))
    if (typeof value === 'function') return '[function]'
    if (typeof value !== 'object' || value === null) return value
    if (seen.has(value)) return seen.get(value)
    if (depth > deepest) return '[too deep]'
    if (value instanceof Date) return value
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`
    if (value instanceof URL || value instanceof URLSearchParams || value instanceof String) return text(String(value))
    if (Array.isArray(value) || value instanceof Set) {
      const list: unknown[] = []
      seen.set(value, list)
      for (const item of value) list.push(walk(item, seen, depth + 1))
      return list
    }
    const copy = value instanceof Error ? Object.create(Object.getPrototypeOf(value) as object) : Object.create(null)
    seen.set(value, copy)
    for (const [name, inner, enumerable] of fieldsOf(value)) {
      if (inner === undefined) continue
      const shown = isSecret(name, inner) ? mask : walk(inner, seen, depth + 1)
      Object.defineProperty(copy, text(name), { value: shown, enumerable, configurable: true, writable: true })
    }
    return copy as unknown
  }

  return ((value: unknown) => walk(value, new Map(), 0)) as Redactor
}

/** Redacts by the names that carry secrets on this platform; see `createRedactor` to add values. */
export const redact: Redactor = createRedactor()

/** An error's own, most of which are not enumerable. */
const ofErrors = ['name', 'message', 'stack', 'cause', 'errors']

type Field = readonly [name: string, value: unknown, enumerable: boolean]

function* fieldsOf(value: object): Iterable<Field> {
  if (value instanceof Map || isHeaders(value)) {
    for (const [name, inner] of value) yield [typeof name === 'object' ? '[object]' : String(name), inner, true]
    return
  }
  const names = value instanceof Error ? new Set([...ofErrors, ...Object.keys(value)]) : Object.keys(value)
  for (const name of names) yield [name, read(value, name), Object.prototype.propertyIsEnumerable.call(value, name)]
}

/** By its tag: naming the class would load all of `fetch`, 20 ms and 8 MB, for the first log line. */
const isHeaders = (value: object): value is Iterable<[string, string]> =>
  Object.prototype.toString.call(value) === '[object Headers]' && Symbol.iterator in value

function read(value: object, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name]
  } catch {
    return '[unreadable]'
  }
}
