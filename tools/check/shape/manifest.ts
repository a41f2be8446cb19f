import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { entry } from '../../new-package/template.js'
import { type ShapeRule, type Subject, templateManifest } from './rule.js'

/** Fields that are the same in every package: as the generator writes them. */
const same = ['license', 'type', 'sideEffects', 'engines', 'files'] as const

/** Fields a package may have beside those the generator writes. */
const more = ['bin', 'imports', 'keywords', 'peerDependencies', 'peerDependenciesMeta']

/** The file an entry point's source must be, without extension: `index` for `.`; `node/index` or `node` for `./node`. */
const sourcesOf = (path: string): readonly string[] =>
  path === '.' ? ['index'] : [`${path.slice('./'.length)}/index`, path.slice('./'.length)]

function exportsProblems({ root, member }: Subject): readonly string[] {
  const { exports = {}, publishConfig } = member.manifest
  const published = publishConfig?.exports ?? {}
  const problems: string[] = []
  if (!isDeepStrictEqual(Object.keys(exports), Object.keys(published))) {
    problems.push('"publishConfig.exports" must have the same keys in the same order as "exports"')
  }
  if (exports['./package.json'] !== './package.json') problems.push('"exports" must have "./package.json"')
  if (exports['.'] === undefined) problems.push('"exports" must have "."')
  for (const [path, conditions] of Object.entries(exports)) {
    if (path === './package.json') continue
    const file = sourcesOf(path).find((it) => isDeepStrictEqual(conditions, entry(it, { published: false })))
    if (file === undefined) {
      const due = JSON.stringify(entry(sourcesOf(path)[0] ?? '', { published: false }))
      problems.push(`"exports" → "${path}" must be ${due}`)
      continue
    }
    if (!existsSync(join(root, member.path, 'src', `${file}.ts`))) problems.push(`src/${file}.ts is missing`)
    if (!isDeepStrictEqual(published[path], entry(file, { published: true }))) {
      problems.push(`"publishConfig.exports" → "${path}" must be ${JSON.stringify(entry(file, { published: true }))}`)
    }
  }
  return problems
}

function pinProblems({ member: { manifest } }: Subject): readonly string[] {
  const specs = { ...manifest.dependencies, ...manifest.devDependencies }
  return Object.entries(specs)
    .filter(([name, spec]) => spec !== (name.startsWith('@wx/') ? 'workspace:^' : 'catalog:'))
    .map(([name, spec]) => `${name} must be "${name.startsWith('@wx/') ? 'workspace:^' : 'catalog:'}", not "${spec}"`)
}

export const manifestRules: readonly ShapeRule[] = [
  {
    id: 'manifest',
    find(subject) {
      const { manifest } = subject.member
      const due = templateManifest(subject)
      const read = (of: object, field: string): unknown => Object.entries(of).find(([key]) => key === field)?.[1]
      const different = same.filter((field) => !isDeepStrictEqual(read(manifest, field), read(due, field)))
      const strange = Object.keys(manifest).filter((key) => read(due, key) === undefined && !more.includes(key))
      return [
        ...(read(manifest, 'scripts') !== undefined &&
        Object.entries(due.scripts ?? {}).every(([name, script]) => manifest.scripts?.[name] === script)
          ? []
          : [`package.json: "scripts" must have ${JSON.stringify(due.scripts)}`]),
        ...different.map((field) => `package.json: "${field}" must be ${JSON.stringify(read(due, field))}`),
        ...strange.map((key) => `package.json: "${key}" is in no other package`),
        ...(manifest.name === due.name ? [] : [`package.json: "name" must be "${due.name}"`]),
        ...(manifest.description ? [] : ['package.json: "description" is missing']),
        ...(manifest.publishConfig?.access === 'public'
          ? []
          : ['package.json: "publishConfig.access" must be "public"']),
      ]
    },
  },
  { id: 'exports', find: (subject) => exportsProblems(subject).map((problem) => `package.json: ${problem}`) },
  { id: 'pinned', find: (subject) => pinProblems(subject).map((problem) => `package.json: ${problem}`) },
  {
    id: 'simulator',
    find: ({ member: { folder, manifest } }) =>
      folder !== 'cli' && '@wx/simulator' in { ...manifest.dependencies, ...manifest.peerDependencies }
        ? ['package.json: @wx/simulator may only be a devDependency: it is for tests']
        : [],
  },
]
