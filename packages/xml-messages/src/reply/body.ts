import { hasUnfit, isWellFormed, replaceUnfit, toWellFormed } from '../characters.js'
import { RenderError } from '../errors.js'
import type { AckFields } from '../table/ack.js'
import type { WireFormat } from '../wire.js'

/** Leaves out the characters that would make WeChat take a reply for garbage. */
export function fitForXml(value: string): string {
  const text = hasUnfit(value) ? replaceUnfit(value, '') : value
  return isWellFormed(text) ? text : toWellFormed(text)
}

/** Whatever makes a text more than its characters: one look over it, where most need nothing else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const special = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\]]/

/** A text as an XML value that reads back as itself. Nothing in it is escaped: the chat would show the escapes. */
export function cdata(value: string): string {
  if (!special.test(value)) return `<![CDATA[${value}]]>`
  const text = fitForXml(value)
  return `<![CDATA[${text.includes(']]>') ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text}]]>`
}

/** What would end a name, or make it another construct. */
const noName = /^$|^[!?\d.-]|[\s<>&"'/=]/

/** Whether a text can stand between `<` and `>`. */
export const isElementName = (name: string): boolean => !noName.test(name)

/** What stands in an answer: texts, numbers the kit makes, structures, lists of structures. */
export type Body = AckFields

const isList = (value: object): value is readonly Body[] => Array.isArray(value)

function element(name: string, value: Body[string]): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return `<${name}>${value}</${name}>`
  if (typeof value === 'string') return `<${name}>${cdata(value)}</${name}>`
  if (isList(value)) return value.map((item) => element(name, item)).join('')
  return `<${name}>${elements(value)}</${name}>`
}

function elements(body: Body): string {
  let out = ''
  for (const name of Object.keys(body)) out += element(name, body[name])
  return out
}

const fit = (_name: string, value: unknown): unknown => (typeof value === 'string' ? fitForXml(value) : value)

/** Writes an answer: numbers bare, texts in CDATA sections or quotes, nothing for `undefined`. */
export const write = (body: Body, format: WireFormat): string =>
  format === 'json' ? JSON.stringify(body, fit) : `<xml>${elements(body)}</xml>`

/** A text that may not be missing. */
export function text(value: string, name: string): string {
  if (typeof value !== 'string') throw new RenderError(`${name} of a reply has to be text, not ${typeof value}`)
  return value
}

/** A text that may be missing. */
export const optionalText = (value: string | undefined, name: string): string | undefined =>
  value === undefined ? undefined : text(value, name)

/** A number: only what the kit made or has checked, never a caller's text. */
export function integer(value: number, name: string): number {
  if (!Number.isSafeInteger(value)) throw new RenderError(`${name} of a reply has to be a whole number`)
  return value
}

function checkField(name: string, value: unknown): void {
  if (!isElementName(name)) throw new RenderError(`${JSON.stringify(name)} cannot be the name of an element`)
  if (Array.isArray(value)) for (const item of value) checkStructure(item, name)
  else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RenderError(`${name} of an acknowledgement is not a number`)
  } else if (typeof value !== 'string' && value !== undefined) checkStructure(value, name)
}

function checkStructure(value: unknown, name: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RenderError(`${name} of an acknowledgement has to be a text, a number or a structure`)
  }
  for (const [inner, it] of Object.entries(value)) checkField(inner, it)
}

/** Fields a caller made up: a name that cannot be one, and a value that cannot be written, are refused. */
export function checkedFields(fields: Body): Body {
  checkStructure(fields, 'fields')
  return fields
}
