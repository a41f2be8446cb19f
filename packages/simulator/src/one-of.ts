import { ConfigError } from '@wx/core'

/**
 * Checks an option that may come as JSON from another process.
 * @throws ConfigError when it is none of the values
 */
export function oneOf<T extends string>(values: readonly T[], setting: string, value: T): T {
  if (values.includes(value)) return value
  throw new ConfigError(setting, `must be one of ${values.join(', ')}`)
}
