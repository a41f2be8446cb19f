import { isDeepStrictEqual } from 'node:util'
import { type IncomingMessage, ParseError, parseEnvelope, parseMessage, rowOf, type WireTree } from '../../src/index.js'
import { renderPush } from '../../src/push/index.js'
import { defaultLimits } from '../../src/read/body.js'
import { fastXml } from '../../src/read/fast-xml.js'
import { strictXml } from '../../src/read/strict-xml.js'
import { bodyText } from '../../src/read/text.js'
import type { Field, Fields } from '../../src/table/row.js'

/** What `Object.prototype` has when nobody has touched it. */
const untouched: readonly PropertyKey[] = Reflect.ownKeys(Object.prototype)

/** The result, or the refusal; anything else that is thrown is a finding. */
function attempt<T>(work: () => T): { readonly value: T } | { readonly refused: ParseError } {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof ParseError) return { refused: error }
    throw error
  }
}

const isTree = (value: unknown): value is WireTree => typeof value === 'object' && !Array.isArray(value)

function fits(value: unknown, field: Field): boolean {
  switch (field.kind) {
    case 'object':
      return (value === undefined && !field.required) || (isTree(value) && fitsAll(value, field.of))
    case 'list': {
      const { of } = field
      const item = (it: unknown): boolean =>
        typeof of === 'string' ? typeof it !== 'object' : isTree(it) && fitsAll(it, of)
      return Array.isArray(value) && value.every(item)
    }
    case 'tree':
      return isTree(value)
    case 'point':
      return value === undefined || (Array.isArray(value) && value.length === 2 && value.every(Number.isFinite))
    case 'integer':
    case 'time':
      return value === undefined || Number.isSafeInteger(value)
    case 'decimal':
      return value === undefined || Number.isFinite(value)
    case 'flag':
      return value === undefined || typeof value === 'boolean'
    default:
      return typeof value === 'string' || (value === undefined && !field.required)
  }
}

const fitsAll = (values: object, fields: Fields): boolean =>
  Object.entries(fields).every(([attribute, field]) => fits(Reflect.get(values, attribute), field))

/** Whether a tree and all below it inherit nothing. */
function isBare(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isBare)
  if (typeof value !== 'object' || value === null) return typeof value === 'string'
  return Object.getPrototypeOf(value) === null && Object.values(value).every(isBare)
}

function checkMessage(message: IncomingMessage, text: string): string | undefined {
  if (!isBare(message.fields)) return 'the wire tree inherits something, or holds something that is no text'
  const row = rowOf(message)
  if (row !== undefined && !fitsAll(message, row.fields)) return 'an attribute is not of the type its row promises'
  if (message.raw !== text) return 'raw is not the text that came'
  if (typeof JSON.stringify(message) !== 'string') return 'the message has no JSON'
  return checkOtherFormat(message)
}

/** A push is read alike from either format. What JSON demands of a header, XML cannot: that is the one difference. */
function checkOtherFormat({ fields, wireFormat }: IncomingMessage): string | undefined {
  if (wireFormat === 'json') return undefined
  const again = attempt(() => parseMessage(renderPush(fields, 'json')))
  if ('refused' in again) {
    const { reason } = again.refused
    return reason === 'header' || reason === 'limit'
      ? undefined
      : `refused when it is written as JSON: ${again.refused.message}`
  }
  return isDeepStrictEqual(again.value.fields, fields) ? undefined : 'read otherwise when it is written as JSON'
}

/** The fast reader may pass a body on; what it takes, the strict one has to take, and read alike. */
function checkReaders(body: string | Uint8Array): string | undefined {
  const decoded = attempt(() => bodyText(body, defaultLimits))
  if ('refused' in decoded) return undefined
  const { text } = decoded.value
  const fast = fastXml(text, defaultLimits)
  if (fast === undefined) return undefined
  const strict = attempt(() => strictXml(text, defaultLimits))
  if ('refused' in strict) return `only the fast reader takes it: ${strict.refused.message}`
  return isDeepStrictEqual(strict.value, fast) ? undefined : 'the two readers read it otherwise'
}

/** What came of one body. */
export interface Verdict {
  /** What does not hold. */
  readonly problem: string | undefined
  readonly isRead: boolean
}

/**
 * What has to hold for any body at all: it is read or refused by a ParseError; the fast reader and the strict one agree;
 * bytes and text are read alike; nothing is inherited; attributes are of the types the table promises.
 */
export function judge(body: string | Uint8Array): Verdict {
  const read = attempt(() => parseMessage(body))
  attempt(() => parseEnvelope(body))
  return {
    problem: general(body) ?? ('value' in read ? ofMessage(read.value, body) : undefined),
    isRead: 'value' in read,
  }
}

const general = (body: string | Uint8Array): string | undefined =>
  isDeepStrictEqual(Reflect.ownKeys(Object.prototype), untouched) ? checkReaders(body) : 'Object.prototype was changed'

/** The text of some bytes, or `undefined` when they are none. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function ofMessage(message: IncomingMessage, body: string | Uint8Array): string | undefined {
  const text = typeof body === 'string' ? body : decoded(body)
  if (text === undefined) return 'bytes that are no UTF-8 were read'
  const other = typeof body === 'string' ? new TextEncoder().encode(body) : text
  const twin = attempt(() => parseMessage(other))
  if ('refused' in twin || !isDeepStrictEqual(twin.value, message)) return 'bytes and text are read otherwise'
  return checkMessage(message, text)
}
