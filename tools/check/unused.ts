/** Nothing lies about that nobody uses: files, exports, dependencies. knip looks, as `knip.json` sets it. */
import { filesOf } from '../house/house.js'
import { run, tail, tool } from '../house/run.js'
import type { Findings } from './gate.js'

export async function unused(root: string): Promise<Findings> {
  const ran = await run(tool('knip'), ['--no-progress', '--no-config-hints'], { cwd: root })
  // knip does not say how much it read; that it sees at all is proved by the planted faults of unused.test.ts.
  const looked = ['packages', 'apps', 'tools']
    .flatMap((folder) => filesOf(root, folder))
    .filter((it) => it.endsWith('.ts'))
  return {
    looked: looked.length,
    unit: 'files',
    problems: ran.code === 0 ? [] : [`knip:\n${tail(ran.output, 200)}`],
  }
}
