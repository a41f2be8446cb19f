import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasPeers } from '../peers.js'

/** What installing a package brings onto the disk. */
export interface InstallSize {
  readonly name: string
  readonly bytes: number
  /** Packages, itself included. */
  readonly packages: number
}

/** Packages that do about the same: ours, then peers where they are installed. */
const ours = ['@wx/robot', '@wx/official-api']
const peers = ['wechat', 'co-wechat', 'co-wechat-api', 'node-easywechat', 'tnwx']

export function installSizes(): readonly InstallSize[] {
  const here = fileURLToPath(new URL('../..', import.meta.url))
  const there = fileURLToPath(new URL('../../peers', import.meta.url))
  return [
    ...ours.map((name) => installSize(folderOf(name, here))),
    ...(hasPeers() ? peers.map((name) => installSize(folderOf(name, there))) : []),
  ]
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly private?: boolean
}

/**
 * Walks a package's dependencies as they are installed here, each counted once.
 * @param folder of the package
 */
function installSize(folder: string): InstallSize {
  const seen = new Map<string, number>()
  const visit = (place: string): void => {
    const real = realpathSync(place)
    if (seen.has(real)) return
    seen.set(real, isOurs(real) ? packedBytes(real) : bytesIn(real))
    for (const name of Object.keys(manifestOf(real).dependencies ?? {})) visit(folderOf(name, real))
  }
  visit(folder)
  const bytes = [...seen.values()].reduce((sum, it) => sum + it, 0)
  return { name: manifestOf(folder).name, bytes, packages: seen.size }
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** A package of the workspace: its folder holds more than what is published. */
const isOurs = (folder: string): boolean => !folder.includes(`${join('/', 'node_modules', '/')}`)

function packedBytes(folder: string): number {
  const { stdout, status } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm pack failed in ${folder}`)
  const [packed] = JSON.parse(stdout) as readonly { readonly unpackedSize: number }[]
  return packed?.unpackedSize ?? 0
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.name === 'node_modules') return sum
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size)
  }, 0)
}

/** As Node looks for it: in `node_modules` of the folder, then of each one above. */
function folderOf(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return place
    if (folder === dirname(folder)) throw new Error(`${name}, which ${from} depends on, is not installed`)
  }
}
