import { type Body, isBody } from '../fields.js'
import { refuse } from '../refusal.js'
import { keysOf } from './render.js'
import type { PrivateTemplate } from './templates.js'
import { brokenRule } from './value-rules.js'

/**
 * The values of a message, by the keys of its template.
 * @throws ApiRefusal 47001 for data that is none, 47003 for a value that breaks its rule
 */
export function valuesOf(
  { content, kind }: Pick<PrivateTemplate, 'content' | 'kind'>,
  data: unknown,
): ReadonlyMap<string, string> {
  if (!isBody(data)) refuse(47001, '"data" must be an object: { key: { "value": … } }')
  const values = new Map<string, string>()
  for (const key of keysOf(content)) {
    const value = valueIn(data, key)
    if (kind === 'category') mustKeepRule(key, value)
    values.set(key, value)
  }
  return values
}

function valueIn(data: Body, key: string): string {
  const given = Object.hasOwn(data, key) ? data[key] : undefined
  if (given === undefined) return ''
  const value = isBody(given) ? given['value'] : undefined
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : refuse(47001, `data.${key} must be { "value": a text }`)
}

function mustKeepRule(key: string, value: string): void {
  const wanted = value === '' ? 'there and not empty' : brokenRule(key, value)
  if (wanted === undefined) return
  refuse(47003, `data.${key}.value must be ${wanted}`, `argument invalid! data.${key}.value invalid`)
}
