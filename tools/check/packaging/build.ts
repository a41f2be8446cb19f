import { join } from 'node:path'
import { publicPackages } from '../../house/house.js'
import { home, run, tail } from '../../house/run.js'
import { type Findings, together } from '../gate.js'
import { build } from '../types.js'

/** What `pnpm build` leaves in the packages: declarations by the compiler, JavaScript by the bundler. */
export async function buildPackages(root: string): Promise<Findings> {
  const declared = await build(root)
  return declared.problems.length > 0 ? declared : together([declared, await bundled(root)])
}

async function bundled(root: string): Promise<Findings> {
  const packages = publicPackages(root)
  const problems: string[] = []
  for (const { path } of packages) {
    const ran = await run('node', [join(home, 'tools/build/bundle.js')], { cwd: join(root, path) })
    if (ran.code !== 0) problems.push(`${path} could not be bundled:\n${tail(ran.output, 40)}`)
  }
  return { looked: packages.length, unit: 'packages', problems }
}
