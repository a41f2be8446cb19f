import { ParseError } from '../errors.js'
import { isWhiteCode } from './white.js'

/** A text and the place in it that is looked at. */
export interface Cursor {
  readonly text: string
  at: number
}

export const malformed = (cursor: Cursor, what: string): ParseError =>
  new ParseError('syntax', `the JSON is malformed at character ${cursor.at}: ${what}`)

export function skipWhite(cursor: Cursor): void {
  while (isWhiteCode(cursor.text.charCodeAt(cursor.at))) cursor.at += 1
}

/** Steps over a character if it is the one looked at. */
export function take(cursor: Cursor, char: string): boolean {
  if (cursor.text[cursor.at] !== char) return false
  cursor.at += 1
  return true
}
