import { ConfigError } from '@wx/core'
import { kindOfValue } from './errors.js'
import { nearest } from './nearest.js'

/** @throws ConfigError unless it is an object whose settings all have one of these names */
export function checkNames(setting: string, given: unknown, names: Readonly<Record<string, unknown>>): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new ConfigError(setting, `must be an object of settings, not ${kindOfValue(given)}`)
  }
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || Object.hasOwn(names, name)) continue
    const near = nearest(name, Object.keys(names))
    throw new ConfigError(name, `is no setting of a robot${near === undefined ? '' : `; did you mean '${near}'?`}`)
  }
}

/** @throws ConfigError unless it has these methods */
export function checkMethods<T extends object>(setting: string, given: T, methods: readonly (keyof T & string)[]): T {
  const lacking = methods.filter((it) => typeof (given as Partial<T> | null)?.[it] !== 'function')
  if (lacking.length === 0) return given
  throw new ConfigError(setting, `must be an object with the methods ${methods.join(', ')}; ${lacking[0]} is missing`)
}

/** @throws ConfigError unless it is a number above 0, `Infinity` included */
export function positive(setting: string, value: number): number {
  if (typeof value === 'number' && value > 0) return value
  throw new ConfigError(
    setting,
    `must be a number above 0, not ${typeof value === 'number' ? value : kindOfValue(value)}`,
  )
}

/** @throws ConfigError unless it is one of the allowed ones */
export function oneOf<T extends string | boolean>(setting: string, value: T, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value
  throw new ConfigError(setting, `must be one of ${allowed.join(', ')}`)
}
