/** Small houses for the gates' own tests: made by the package generator, in a temporary folder, with planted faults. */
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { floorOf, readFloors } from '../floors/floors.js'
import { packageFiles } from '../new-package/template.js'
import { readJson } from './house.js'
import { home } from './run.js'

/** A package of a small house. */
export interface FixturePackage {
  /** Workspace packages it declares. */
  readonly dependencies?: readonly string[]
  /** Files laid over what the generator writes, path in the package → text. */
  readonly files?: Readonly<Record<string, string>>
}

/** A small house in a temporary folder. */
export interface Fixture {
  readonly root: string
  write(path: string, text: string): Promise<void>
  /** Changes a JSON file in place. */
  edit(path: string, change: (value: Record<string, unknown>) => void): Promise<void>
  remove(): Promise<void>
}

const rootFiles = [
  'package.json',
  'pnpm-workspace.yaml',
  'turbo.json',
  'biome.json',
  '.gitignore',
  'tsconfig.base.json',
  '.dependency-cruiser.cjs',
  'tools/floors/floors.json',
]

/** Builds a house of the named packages, installed by links as pnpm would do it. */
export async function fixture(packages: Readonly<Record<string, FixturePackage>>): Promise<Fixture> {
  const root = await mkdtemp(join(tmpdir(), 'wx-house-'))
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  for (const path of rootFiles) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await cp(join(home, path), join(root, path))
  }
  await symlink(join(home, 'node_modules'), join(root, 'node_modules'))
  const floors = readFloors(home)
  for (const [name, { dependencies = [], files = {} }] of Object.entries(packages)) {
    const tag = floorOf(name, floors)
    if (tag === undefined) throw new Error(`${name} lives on no floor`)
    const made = packageFiles({ name, tag, purpose: `Stands for ${name}.`, dependencies })
    for (const [path, text] of Object.entries({ ...made, ...files })) await write(`packages/${name}/${path}`, text)
    for (const dependency of dependencies) {
      const link = join(root, 'packages', name, 'node_modules', '@wx', dependency)
      await mkdir(dirname(link), { recursive: true })
      await symlink(join(root, 'packages', dependency), link)
    }
  }
  const references = Object.keys(packages).map((name) => `{ "path": "packages/${name}" }`)
  await write(
    'tsconfig.json',
    `{ "files": [], "references": [${references.join(', ')}] }
`,
  )
  return {
    root,
    write,
    async edit(path, change) {
      const value = readJson<Record<string, unknown>>(root, path)
      change(value)
      await write(path, JSON.stringify(value, null, 2))
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
