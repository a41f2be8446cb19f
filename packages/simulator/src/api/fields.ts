import { refuse } from './refusal.js'

/** A JSON object of a call; what is in it is not known. */
export type Body = Readonly<Record<string, unknown>>

export const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text or a number, as text; empty for anything else, whose own `toString` nobody here calls. */
export const wireText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What a missing or wrong field is refused with: 40035 unless the endpoint has a code of its own for it. */
export interface FieldRule {
  readonly errcode?: number
}

const wrong = (name: string, wanted: string, { errcode = 40035 }: FieldRule): never =>
  refuse(errcode, `"${name}" must be ${wanted}`)

/** A text that is there and not empty. */
export function textField(body: Body, name: string, rule: FieldRule = {}): string {
  const value = body[name]
  return typeof value === 'string' && value !== '' ? value : wrong(name, 'a text, and not empty', rule)
}

/** A text, or undefined when it is left out. */
export function optionalText(body: Body, name: string, rule: FieldRule = {}): string | undefined {
  const value = body[name]
  return value === undefined || typeof value === 'string' ? value : wrong(name, 'a text', rule)
}

/** A whole number; WeChat also takes one in digits. */
export function integerField(body: Body, name: string, rule: FieldRule = {}): number {
  const value = body[name]
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : wrong(name, 'a whole number', rule)
}

/** A whole number, or this when it is left out. */
export const optionalInteger = (body: Body, name: string, usual: number, rule: FieldRule = {}): number =>
  body[name] === undefined ? usual : integerField(body, name, rule)

export function objectField(body: Body, name: string, rule: FieldRule = {}): Body {
  const value = body[name]
  return isBody(value) ? value : wrong(name, 'an object', rule)
}

export function listField(body: Body, name: string, rule: FieldRule = {}): readonly unknown[] {
  const value = body[name]
  return Array.isArray(value) ? value : wrong(name, 'a list', rule)
}

/** A list of texts, such as openids. */
export function textsField(body: Body, name: string, rule: FieldRule = {}): readonly string[] {
  const list = listField(body, name, rule)
  return list.every((it): it is string => typeof it === 'string') ? list : wrong(name, 'a list of texts', rule)
}
