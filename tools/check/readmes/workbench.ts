import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Member, members } from '../../house/house.js'
import { home } from '../../house/run.js'

/** A temporary folder outside the house, in which every `@wx` package can be imported by its name. */
export interface Workbench {
  readonly folder: string
  /** Puts a module into the part of a member (which finds that member's own dependencies), and returns its path. */
  put(member: Member | undefined, module: { readonly name: string; readonly code: string }): Promise<string>
  remove(): Promise<void>
}

async function link(target: string, at: string): Promise<void> {
  await mkdir(dirname(at), { recursive: true })
  if (!existsSync(at)) await symlink(target, at)
}

/** Names of what is installed in a folder's node_modules, scoped names whole. */
function installed(folder: string): readonly string[] {
  const modules = join(folder, 'node_modules')
  if (!existsSync(modules)) return []
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (name.startsWith('@') ? readdirSync(join(modules, name)).map((it) => `${name}/${it}`) : [name]))
}

/** Sets up a workbench for the snippets of a house. */
export async function workbench(root: string): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'wx-readmes-'))
  for (const { manifest, path } of members(root, 'packages')) {
    await link(join(root, path), join(folder, 'node_modules', manifest.name))
  }
  // Node's types, and the test runner that snippets about a package's /testing need.
  for (const name of ['@types/node', 'vitest'])
    await link(join(home, 'node_modules', name), join(folder, 'node_modules', name))
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const options = {
    noEmit: true,
    composite: false,
    isolatedDeclarations: false,
    declaration: false,
    declarationMap: false,
    // Libraries are checked as users get them, in the consumer project; here it is about the snippets.
    skipLibCheck: true,
  }
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions: options, include: ['*/*.ts'] }),
  )
  return {
    folder,
    async put(member, { name, code }) {
      const part = join(folder, member?.folder ?? 'root')
      // The root README's reader has what the demo has.
      const own = join(root, member?.path ?? 'apps/demo')
      for (const dependency of installed(own).filter((it) => !it.startsWith('@wx/'))) {
        await link(join(own, 'node_modules', dependency), join(part, 'node_modules', dependency))
      }
      await mkdir(part, { recursive: true })
      // Without an import or an export it would be no module, and its names would meet those of other snippets.
      await writeFile(join(part, name), `${code}\nexport {}\n`)
      return join(part, name)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
