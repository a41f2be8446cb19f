import { randomUUID } from 'node:crypto'

/** An integer that a number may not hold. */
const bigInteger = /^-?\d{16,}$/

/** A number, wherever it stands. */
const numbers = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Levels no endpoint needs. */
const maxDepth = 100

/**
 * Reads JSON; integers of 16 digits and more come as texts, exact to the last digit.
 * @throws SyntaxError when it is none, or one in hundreds of levels, which nobody could write again
 */
export function readWireJson(text: string): unknown {
  if (depthOf(text) > maxDepth) throw new SyntaxError(`more than ${maxDepth} levels`)
  return JSON.parse(/\d{16}/.test(text) ? outsideOfTexts(text, quoteBigIntegers) : text)
}

function depthOf(json: string): number {
  let [depth, deepest] = [0, 0]
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    if (character === '"') at = endOfText(json, at) - 1
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
  }
  return deepest
}

const quoteBigIntegers = (part: string): string =>
  part.replace(numbers, (number) => (bigInteger.test(number) ? `"${number}"` : number))

/** Changes what is no text. One pass, whatever is sent: a pattern for texts would begin anew at every quote of a broken one. */
function outsideOfTexts(json: string, change: (part: string) => string): string {
  const parts: string[] = []
  for (let at = 0; at < json.length; ) {
    const open = json.indexOf('"', at)
    const end = open < 0 ? json.length : endOfText(json, open)
    parts.push(change(json.slice(at, open < 0 ? end : open)), open < 0 ? '' : json.slice(open, end))
    at = end
  }
  return parts.join('')
}

/** Behind the quote that closes it, or the end where none does. */
function endOfText(json: string, open: number): number {
  let at = open + 1
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return Math.min(at + 1, json.length)
}

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
