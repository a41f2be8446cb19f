import { randomUUID } from 'node:crypto'

/** A text or a number, each as a whole, so that the digits in a text and behind a point are left alone. */
const textOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** An integer that a number may not hold. */
const bigInteger = /^-?\d{16,}$/

/**
 * Reads JSON; integers of 16 digits and more come as texts, exact to the last digit.
 * @throws SyntaxError when it is none
 */
export const readWireJson = (text: string): unknown =>
  JSON.parse(text.replace(textOrNumber, (whole) => (bigInteger.test(whole) ? `"${whole}"` : whole)))

/** Writes JSON; a `bigint` becomes a bare integer, as WeChat sends its 64-bit ids. */
export function writeWireJson(value: object): string {
  let mark = ''
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'bigint') return inner
    mark ||= randomUUID()
    return `${mark}${inner}`
  })
  return mark === '' ? text : text.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1')
}
