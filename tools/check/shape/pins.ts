/** Every version is exact and stands once: in the catalog, or in package.json's `packageManager`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf, type Manifest, members, pnpmPin, readJson } from '../../house/house.js'

const exact = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** name → version of the catalog in pnpm-workspace.yaml: one line each, as pnpm writes it. */
export function catalog(root: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  const block = /^catalog:\n((?: {2}.+\n|\n)+)/m.exec(text)?.[1] ?? ''
  const rows = [...block.matchAll(/^ {2}["']?([^"'\s]+?)["']?: *["']?([^"'\s]+)["']?$/gm)]
  return new Map(rows.map(([, name = '', version = '']) => [name, version]))
}

export function pinProblems(root: string): readonly string[] {
  const versions = catalog(root)
  const pin = pnpmPin(root)
  const biomeSchema = readJson<{ readonly $schema?: string }>(root, 'biome.json').$schema
  const biome = versions.get('@biomejs/biome')
  return [
    ...(versions.size > 0 ? [] : ['pnpm-workspace.yaml: no catalog found']),
    ...[...versions]
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => `pnpm-workspace.yaml: ${name} must be an exact version, not "${version}"`),
    ...(biomeSchema?.includes(`/${biome}/`) ? [] : [`biome.json: "$schema" must be that of ${biome}`]),
    ...specProblems(root),
    ...filesOf(root)
      .filter((path) => /\.(?:md|json|ya?ml|sh)$|^\.ci\//.test(path) && !path.endsWith('lock.yaml'))
      .flatMap((path) =>
        otherPins(readFileSync(join(root, path), 'utf8'), pin).map((it) => `${path}: ${it}, not ${pin}`),
      ),
  ]
}

/** What the root and the apps declare; the packages' own rule is in `manifest.ts`. */
function specProblems(root: string): readonly string[] {
  const own = { path: '.', manifest: readJson<Manifest>(root, 'package.json') }
  return [own, ...members(root, 'apps')].flatMap(({ path, manifest }) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([, spec]) => spec !== 'catalog:' && spec !== 'workspace:^')
      .map(([name, spec]) => `${path}/package.json: ${name} must be "catalog:" or "workspace:^", not "${spec}"`),
  )
}

/** Other pnpm versions than the pinned one that a text tells its reader to run. */
const otherPins = (text: string, pin: string): readonly string[] =>
  [...text.matchAll(/npx (?:-y |--yes )?(pnpm(?:@[\w.-]+)?)/g)]
    .map(([, used = '']) => used)
    .filter((used) => used !== pin)
