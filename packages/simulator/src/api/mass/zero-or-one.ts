import { type Body, optionalInteger } from '../fields.js'
import { refuse } from '../refusal.js'

/** A switch; off when it is left out. @throws ApiRefusal 40035 */
export function zeroOrOne(body: Body, name: string): 0 | 1 {
  const value = optionalInteger(body, name, 0)
  return value === 0 || value === 1 ? value : refuse(40035, `"${name}" must be 0 or 1`)
}
