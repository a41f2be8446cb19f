import { ConfigError } from '@wx/core'

/**
 * A text that must say something: an id, a name, a content. WeChat's refusal of an empty one names no field.
 * @throws ConfigError naming the argument
 */
export function text(argument: string, value: string): string {
  if (typeof value !== 'string') throw new ConfigError(argument, `must be a text, not ${typeof value}`)
  if (value === '') throw new ConfigError(argument, 'is empty')
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
  if (!Array.isArray(values)) throw new ConfigError(argument, `must be a list of texts, not ${typeof values}`)
  for (const [at, value] of values.entries()) text(`${argument}[${at}]`, value)
  return values
}

/**
 * A whole number within limits.
 * @throws ConfigError naming the argument
 */
export function whole(argument: string, value: number, { min, max }: { min: number; max: number }): number {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(argument, `must be a whole number from ${min} to ${max}, not ${String(value)}`)
  }
  return value
}

/**
 * The number of a tag or group.
 * @throws ConfigError naming the argument
 */
export const idNumber = (argument: string, value: number): number =>
  whole(argument, value, { min: 0, max: 2 ** 31 - 1 })
