import { ContextValueError } from '../errors.js'

/** Deeper than any session; a cycle ends here. */
const maxDepth = 100

/**
 * Checks that a value survives a store as it is. A property that is undefined is left out, as JSON does.
 * @param path where the value stands, for the message
 * @throws ContextValueError
 */
export function assertJson(value: unknown, path: string, depth: number = 0): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new ContextValueError(path, `the number ${value}`)
    return
  }
  if (typeof value !== 'object') throw new ContextValueError(path, describe(value))
  if (depth >= maxDepth) throw new ContextValueError(path, `a value nested more than ${maxDepth} deep (or a cycle)`)
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) assertJson(item, `${path}[${at}]`, depth + 1)
    return
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new ContextValueError(path, describe(value))
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== undefined) assertJson(inner, `${path}.${name}`, depth + 1)
  }
}

/** The JSON text of a value; it may have been changed in place since it was checked. */
export function jsonText(value: unknown, path: string): string {
  assertJson(value, path)
  return JSON.stringify(value)
}

const describe = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `an instance of ${value.constructor?.name || 'a class'}`
    : value === undefined
      ? 'undefined (delete the key instead)'
      : `a ${typeof value}`
