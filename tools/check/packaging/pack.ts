import { join } from 'node:path'
import { entryPoints, type Member, pnpmPin, publicPackages } from '../../house/house.js'
import { run, tail, tool, withPnpm } from '../../house/run.js'

/** A package as users get it. */
export interface Packed {
  readonly member: Member
  /** Path of its .tgz. */
  readonly tarball: string
  /** What can be imported from it: `@wx/core`, `@wx/core/node`. */
  readonly entries: readonly string[]
}

/**
 * Packs every public package into a folder, with pnpm: it alone applies `publishConfig.exports` and writes versions
 * in the place of `workspace:^` and `catalog:`.
 * @throws Error when one cannot be packed
 */
export async function packAll(root: string, into: string): Promise<readonly Packed[]> {
  const env = await withPnpm(pnpmPin(root))
  const packed: Packed[] = []
  for (const member of publicPackages(root)) {
    const tarball = join(into, `${member.folder}.tgz`)
    const ran = await run('pnpm', ['pack', '--out', tarball], { cwd: join(root, member.path), env })
    if (ran.code !== 0) throw new Error(`pnpm pack in ${member.path}:\n${tail(ran.output)}`)
    packed.push({ member, tarball, entries: entryPoints(member) })
  }
  return packed
}

/** What publint and attw have against a tarball. */
export async function tarballProblems({ member, tarball }: Packed, cwd: string): Promise<readonly string[]> {
  const looks = [
    { name: 'publint', args: ['run', '--strict', tarball] },
    { name: 'attw', args: ['--profile', 'esm-only', '--no-color', '--no-emoji', '--format', 'ascii', tarball] },
  ]
  const ran = await Promise.all(
    looks.map(async ({ name, args }) => ({ name, ...(await run(tool(name), args, { cwd })) })),
  )
  return ran
    .filter(({ code }) => code !== 0)
    .map(({ name, output }) => `${member.manifest.name}: ${name}:\n${tail(output, 80)}`)
}
