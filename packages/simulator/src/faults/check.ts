import { ConfigError } from '@wx/core'
import { endpoints } from '@wx/endpoints'
import { apiFaultKinds } from './api-kinds.js'
import type { FaultSpec } from './faults.js'
import { type FaultParams, faultKinds } from './kinds.js'

interface KindTable {
  readonly kinds: Readonly<Record<string, { readonly params: FaultParams }>>
  /** What `match` may have. */
  readonly match: readonly string[]
}

const tables: { readonly [On in FaultSpec['on']]: KindTable } = {
  push: { kinds: faultKinds, match: ['account', 'type', 'event', 'user'] },
  api: { kinds: apiFaultKinds, match: ['account', 'endpoint', 'user'] },
}

/**
 * Faults may come as JSON from another process.
 * @throws ConfigError for one that does not exist
 */
export function checkFault(spec: FaultSpec): void {
  const table: KindTable | undefined = Object.hasOwn(tables, spec.on) ? tables[spec.on] : undefined
  if (table === undefined) throw new ConfigError('fault.on', `must be one of ${Object.keys(tables).join(', ')}`)
  const kind = Object.hasOwn(table.kinds, spec.fault) ? table.kinds[spec.fault] : undefined
  if (kind === undefined) {
    throw new ConfigError(
      'fault.fault',
      `there is no fault of that name on ${spec.on}; there are ${Object.keys(table.kinds).join(', ')}`,
    )
  }
  checkParams(spec, kind.params)
  checkMatch(spec, table.match)
  if (spec.probability !== undefined && !(spec.probability >= 0 && spec.probability <= 1)) {
    throw new ConfigError('fault.probability', 'must be between 0 and 1')
  }
  if (spec.times !== undefined && !(Number.isInteger(spec.times) && spec.times > 0)) {
    throw new ConfigError('fault.times', 'must be a whole number from 1')
  }
}

function checkParams(spec: FaultSpec, known: FaultParams): void {
  for (const [name, value] of Object.entries(spec.params ?? {})) {
    const usual = Object.hasOwn(known, name) ? known[name] : undefined
    if (usual === undefined || typeof usual !== typeof value) {
      const has = Object.entries(known).map(([it, usualValue]) => `${it} (${typeof usualValue})`)
      throw new ConfigError(`fault.params.${name}`, `${spec.fault} has ${has.join(', ') || 'no parameters'}`)
    }
  }
}

function checkMatch(spec: FaultSpec, known: readonly string[]): void {
  for (const [name, value] of Object.entries(spec.match ?? {})) {
    if (!known.includes(name) || typeof value !== 'string') {
      throw new ConfigError(`fault.match.${name}`, `a match on ${spec.on} has ${known.join(', ')}, all texts`)
    }
    if (name === 'endpoint' && !isEndpoint(value)) {
      throw new ConfigError(
        'fault.match.endpoint',
        `WeChat has no endpoint ${JSON.stringify(value)}; give an id such as menu.create, a path, or METHOD /path`,
      )
    }
  }
}

const isEndpoint = (name: string): boolean =>
  endpoints.some(({ id, method, path }) => name === id || name === path || name === `${method} ${path}`)
