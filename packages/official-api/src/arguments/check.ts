import { ConfigError } from '@wx/core'

/** What was given instead, for a message: a text is quoted, so that '100' is not taken for the number. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? 'a text' : `'${value}'`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

/**
 * A text that must say something: an id, a name, a content. WeChat's refusal of an empty one names no field.
 * @throws ConfigError naming the argument
 */
export function text(argument: string, value: string): string {
  if (typeof value !== 'string') throw new ConfigError(argument, `must be a text, not ${shown(value)}`)
  if (value === '') throw new ConfigError(argument, 'is empty')
  return value
}

/** What is blank shows nothing, and WeChat refuses it as a message (44004). */
const isBlank = (value: string): boolean => value.trim() === ''

/**
 * The words of a message.
 * @throws ConfigError naming the argument
 */
export function wording(argument: string, value: string): string {
  if (isBlank(text(argument, value))) throw new ConfigError(argument, 'is blank, and WeChat refuses that (44004)')
  return value
}

/**
 * A text of so many bytes at most.
 * @throws ConfigError naming the argument
 */
export function shortText(argument: string, value: string, maxBytes: number): string {
  const bytes = Buffer.byteLength(text(argument, value))
  if (bytes > maxBytes) {
    throw new ConfigError(argument, `${bytes} bytes, and WeChat takes ${maxBytes}; a Chinese character is 3`)
  }
  return value
}

/** @throws ConfigError naming the one that is none */
export function texts(argument: string, values: readonly string[]): readonly string[] {
  for (const [at, value] of list(argument, values, 'texts').entries()) text(`${argument}[${at}]`, value)
  return values
}

/**
 * A list.
 * @param of what is in it
 * @throws ConfigError naming the argument
 */
export function list<Item>(argument: string, values: readonly Item[], of: string): readonly Item[] {
  if (!Array.isArray(values)) throw new ConfigError(argument, `must be a list of ${of}, not ${shown(values)}`)
  return values
}

/**
 * An object with fields.
 * @param example of what it should be: `{ mediaId, title }`
 * @throws ConfigError naming the argument
 */
export function fields<Value extends object>(argument: string, value: Value, example: string): Value {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new ConfigError(argument, `must be an object such as ${example}, not ${shown(value)}`)
}

/**
 * What may be left out at the end of a call.
 * @throws ConfigError for anything but an object
 */
export const optionsOf = <Options extends object>(value: Options | undefined): Partial<Options> =>
  value === undefined ? {} : fields('options', value, '{ signal, timeoutMs }')

/**
 * One of several words.
 * @throws ConfigError naming the argument and the words
 */
export function oneOf<Word extends string>(argument: string, value: Word, words: readonly Word[]): Word {
  if (words.includes(value)) return value
  throw new ConfigError(argument, `must be ${words.map((word) => `'${word}'`).join(' or ')}, not ${shown(value)}`)
}

/**
 * A function.
 * @param what it is for
 * @throws ConfigError naming the argument
 */
export function callback<Value>(argument: string, value: Value, what: string): Value {
  if (typeof value === 'function') return value
  throw new ConfigError(argument, `must be ${what}, not ${shown(value)}`)
}

/**
 * The account or client that something is built on.
 * @throws ConfigError when it is none
 */
export const clientArgument = <Client extends object>(value: Client): Client =>
  fields('client', value, 'new OfficialAccount({ appId, appSecret })')

/**
 * A whole number within limits.
 * @throws ConfigError naming the argument
 */
export function whole(argument: string, value: number, { min, max }: { min: number; max: number }): number {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(argument, `must be a whole number from ${min} to ${max}, not ${shown(value)}`)
  }
  return value
}

/**
 * The number of a tag or group.
 * @throws ConfigError naming the argument
 */
export const idNumber = (argument: string, value: number): number =>
  whole(argument, value, { min: 0, max: 2 ** 31 - 1 })
