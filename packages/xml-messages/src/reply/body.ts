import { RenderError } from '../errors.js'
import type { WireFormat } from '../wire.js'
import { cdata, fitForXml } from './cdata.js'

/** What stands in an answer: texts, numbers the kit makes, structures, lists of structures. */
export interface Body {
  readonly [name: string]: string | number | Body | readonly Body[] | undefined
}

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
