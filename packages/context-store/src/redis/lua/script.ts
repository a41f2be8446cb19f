import { createHash } from 'node:crypto'
import { prelude } from './prelude.js'

/** One atomic step, as Redis runs it. */
export interface Script {
  /** What the step is called where it fails. */
  readonly step: string
  readonly source: string
  /** Redis knows a script it has run once by the SHA-1 of its text. */
  readonly sha1: string
}

/**
 * A script. `KEYS[1]` is the counter of fences, `ARGV[1]` the prefix of channels; the others are the body's own, from 2 on.
 * @param body Lua that returns a list of strings and integers
 */
export function script(step: string, body: string): Script {
  const source = `${prelude}\n${body.trim()}\n`
  return { step, source, sha1: createHash('sha1').update(source).digest('hex') }
}
