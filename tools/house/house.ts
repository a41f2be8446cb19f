import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The parts of a package.json the gates read. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly description?: string
  readonly private?: boolean
  readonly packageManager?: string
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly publishConfig?: { readonly access?: string; readonly exports?: Manifest['exports'] }
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** A package or an app of the house. */
export interface Member {
  /** Folder below `packages/` or `apps/`. */
  readonly folder: string
  /** Path from the root: `packages/core`. */
  readonly path: string
  readonly manifest: Manifest
}

/**
 * Reads a JSON file of the house. The caller says what it is.
 * Lines that are comments are passed over, as tsconfig.json may have them.
 * @throws SyntaxError that names the file
 */
export function readJson<T>(root: string, ...path: readonly string[]): T {
  try {
    return JSON.parse(readFileSync(join(root, ...path), 'utf8').replace(/^\s*\/\/.*$/gm, '')) as T
  } catch (error) {
    if (error instanceof SyntaxError) throw new SyntaxError(`${join(...path)}: ${error.message}`, { cause: error })
    throw error
  }
}

/** The members below `packages/` or `apps/`, by name. Folders without a package.json are not members. */
export function members(root: string, kind: 'packages' | 'apps'): readonly Member[] {
  if (!existsSync(join(root, kind))) return []
  return readdirSync(join(root, kind))
    .sort()
    .filter((folder) => existsSync(join(root, kind, folder, 'package.json')))
    .map((folder) => ({
      folder,
      path: `${kind}/${folder}`,
      manifest: readJson<Manifest>(root, kind, folder, 'package.json'),
    }))
}

/** The packages that are published. */
export const publicPackages = (root: string): readonly Member[] =>
  members(root, 'packages').filter((member) => member.manifest.private !== true)

/** What an importer may write for a package: `@wx/core`, `@wx/core/node`. Read from its `exports`. */
export function entryPoints({ manifest }: Member): readonly string[] {
  return Object.keys(manifest.exports ?? {})
    .filter((path) => path !== './package.json')
    .map((path) => manifest.name + path.slice(1))
}

/** The pinned package manager: `pnpm@x.y.z`. */
export function pnpmPin(root: string): string {
  const pin = readJson<Manifest>(root, 'package.json').packageManager
  if (pin === undefined || !/^pnpm@\d+\.\d+\.\d+$/.test(pin)) {
    throw new Error('package.json must pin pnpm exactly in "packageManager": "pnpm@x.y.z"')
  }
  return pin
}

const skipped = new Set(['node_modules', 'dist', '.git', '.turbo', '.wx', 'coverage', 'peers'])

/** All files of a folder of the house that belong to it (nothing installed or built), as paths from the root. */
export function filesOf(root: string, folder = ''): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((it) => {
    const path = folder === '' ? it.name : `${folder}/${it.name}`
    if (it.isDirectory()) return skipped.has(it.name) ? [] : filesOf(root, path)
    return it.isFile() ? [path] : []
  })
}
