import type { ScalarKind } from '../table/row.js'

const integerText = /^[+-]?\d+$/
const decimalText = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** `undefined` for what is not a number, and for what a number cannot hold exactly. */
function integer(text: string): number | undefined {
  const digits = text.trim()
  const value = integerText.test(digits) ? Number(digits) : Number.NaN
  return Number.isSafeInteger(value) ? value : undefined
}

/** `undefined` for what is not a number. */
export function decimal(text: string): number | undefined {
  const digits = text.trim()
  const value = decimalText.test(digits) ? Number(digits) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

/** Unix seconds; `0` for what is not a time. */
export function unixSeconds(text: string): number {
  const value = decimal(text)
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : 0
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

const flag = (text: string): boolean | undefined => flags.get(text.trim().toLowerCase())
const asItIs = (text: string): string => text

/** How the text of a leaf becomes its value (rule M4). */
export const scalars: { readonly [K in ScalarKind]: (text: string) => string | number | boolean | undefined } = {
  string: asItIs,
  id: asItIs,
  json: asItIs,
  base64: asItIs,
  integer,
  decimal,
  time: integer,
  flag,
}

/** Whether a leaf of this kind stays text. */
export const isText = (kind: ScalarKind): boolean => scalars[kind] === asItIs
