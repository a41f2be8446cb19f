import { randomUUID } from 'node:crypto'

/**
 * Writes JSON as WeChat reads it: UTF-8 without escapes, and a `bigint` as an exact integer, so that a 64-bit id that
 * must be sent as a number can be given as `BigInt(id)`.
 * @throws TypeError when the value is circular
 */
export function writeJson(value: unknown): string {
  // A mark no text of the value can hold by chance; made only when a bigint is met.
  let mark = ''
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'bigint') return inner
    mark ||= randomUUID()
    return `${mark}${inner}`
  })
  // Without a value there is nothing to write; an endpoint without parameters wants an empty object.
  if (text === undefined) return '{}'
  return mark === '' ? text : text.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1')
}
