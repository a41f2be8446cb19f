import { readFile } from 'node:fs/promises'
import { ConfigError } from '@wx/core'
import { checkState } from './check-state.js'
import type { SimulatorState } from './state.js'

/**
 * The state a simulator begins with.
 * @param given the state itself, or the path of a JSON file that holds it
 * @throws ConfigError for a file that cannot be read or is no JSON, and for a state that names what does not exist
 */
export async function loadState(given: SimulatorState | string | undefined): Promise<SimulatorState> {
  if (given === undefined) return {}
  return checkState(typeof given === 'string' ? await readJson(given) : given)
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError('state', `the file ${path} cannot be read`, { cause })
  })
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError('state', `the file ${path} is no JSON: ${why}`, { cause })
  }
}
