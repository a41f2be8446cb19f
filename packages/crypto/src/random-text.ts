import { randomInt } from 'node:crypto'

const lettersAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Letters and digits from the system's random source, each equally likely (`randomInt` has no modulo bias). */
export function randomText(length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) text += lettersAndDigits[randomInt(lettersAndDigits.length)]
  return text
}
