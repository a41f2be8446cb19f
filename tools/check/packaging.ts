/** What users get works: the packed tarballs, installed by npm into a project outside the workspace. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Findings } from './gate.js'
import { buildPackages } from './packaging/build.js'
import { type Extra, exercise, install, typecheck } from './packaging/consumer.js'
import { packAll, tarballProblems } from './packaging/pack.js'
import { catalog } from './shape/pins.js'

/** TypeScript versions users may have beside ours, under names of their own. */
const olderCompilers: Extra = {
  'typescript-5': 'npm:typescript@5.9.3',
  'typescript-6': 'npm:typescript@6.0.3',
}

export async function packaging(root: string): Promise<Findings> {
  const built = await buildPackages(root)
  if (built.problems.length > 0) return built
  const folder = await mkdtemp(join(tmpdir(), 'wx-packed-'))
  try {
    const packed = await packAll(root, folder)
    const entries = packed.flatMap((it) => it.entries)
    const problems: string[] = []
    for (const it of packed) problems.push(...(await tarballProblems(it, folder)))
    const consumer = join(folder, 'consumer')
    const devDependencies = toolsOf(root)
    const refused = await install(consumer, packed, { devDependencies })
    const compilers = Object.keys(devDependencies).filter((name) => name.startsWith('typescript-'))
    problems.push(
      ...(refused.length > 0
        ? refused
        : [...(await exercise(consumer)), ...(await typecheck(consumer, packed, compilers))]),
    )
    return { looked: entries.length, unit: 'entry points', problems }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the consumer type-checks with: our compiler and Node's types as the catalog pins them, and older compilers. */
function toolsOf(root: string): Extra {
  const versions = catalog(root)
  const [typescript, node] = [versions.get('typescript'), versions.get('@types/node')]
  if (typescript === undefined || node === undefined) throw new Error('the catalog lacks typescript or @types/node')
  return { '@types/node': node, ...olderCompilers, 'typescript-7': `npm:typescript@${typescript}` }
}
