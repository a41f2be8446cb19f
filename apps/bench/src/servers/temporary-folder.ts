import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder that goes with this process, whether it ends by itself or is interrupted. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wx-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  // A signal ends a process without `exit` unless somebody listens.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  return folder
}
