import { ParseError } from '../errors.js'

/**
 * What each header field may be. Written down once: a field of this table may stand once only, at the top (rule M6),
 * must be a leaf in XML, and must be of this type in JSON (rule M18). Nothing is coerced: `["x"]` would join to `x`,
 * and two readers would disagree about who sent the message.
 */
const headerTypes = {
  ToUserName: 'text',
  FromUserName: 'text',
  CreateTime: 'digits',
  MsgType: 'text',
  Event: 'text',
  MsgId: 'text or number',
  MsgID: 'text or number',
  InfoType: 'text',
  AppId: 'text',
  Encrypt: 'text',
} as const

type HeaderName = keyof typeof headerTypes

/** Every header field. */
export const headerNames: readonly string[] = Object.keys(headerTypes)

/** True for an element that may stand at the top of the body only once. */
export const isHeader = (name: string): name is HeaderName => Object.hasOwn(headerTypes, name)

/** What a JSON value was before it became wire text. */
export type JsonKind = 'text' | 'number' | 'boolean' | 'null' | 'structure'

/** Refuses a JSON header field of the wrong type. */
export function checkJsonHeader(name: HeaderName, kind: JsonKind, value: unknown): void {
  const wanted = headerTypes[name]
  if (kind === 'text' && (wanted !== 'digits' || /^\d+$/.test(String(value)))) return
  if (kind === 'number' && wanted !== 'text') return
  throw new ParseError('header', `${name} has to be ${wanted === 'digits' ? 'a number' : wanted}, not a ${kind}`)
}

export const duplicateHeader = (name: string): ParseError =>
  new ParseError('duplicate', `${name} is there twice: two readers might each believe another one`)

export const structuredHeader = (name: string): ParseError =>
  new ParseError('header', `${name} has to be text, not a structure`)
