import { ConfigError } from '@wx/core'

/**
 * An argument that is an object with fields; plain JavaScript gives anything.
 * @param example of what it should be: `{ signal, timeoutMs }`
 * @throws ConfigError naming the argument
 */
export function objectArgument<Value extends object>(argument: string, value: Value, example: string): Value {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value
  throw new ConfigError(argument, `must be an object such as ${example}, not ${found}`)
}
