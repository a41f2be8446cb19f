/** Format and lint, promise rules that know types included: biome, as `biome.json` sets it. */
import { run, tail, tool } from '../house/run.js'
import type { Findings } from './gate.js'

export async function lint(root: string): Promise<Findings> {
  const ran = await run(tool('biome'), ['check', '--colors=off', '--error-on-warnings', '--max-diagnostics=200', '.'], {
    cwd: root,
  })
  const counted = /Checked (\d+) files?/.exec(ran.output)
  return {
    looked: Number(counted?.[1] ?? 0),
    unit: 'files',
    problems: ran.code === 0 ? [] : [`biome check (pnpm format repairs what it can):\n${tail(ran.output, 200)}`],
  }
}
