/** What users will notice is announced: a package that changed since its last version is named by a changeset. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Member, publicPackages, readJson } from '../house/house.js'
import { run } from '../house/run.js'
import type { Findings } from './gate.js'

interface Config {
  readonly access?: string
  readonly baseBranch?: string
}

/** The version of a package that nobody has installed yet. */
const unborn = '0.0.0'

export async function changesets(root: string): Promise<Findings> {
  const packages = publicPackages(root)
  const { named, problems } = readChangesets(
    root,
    packages.map(({ manifest }) => manifest.name),
  )
  for (const member of packages.filter(({ manifest }) => !named.has(manifest.name))) {
    const why = await changeOf(root, member)
    if (why !== undefined) {
      problems.push(`${member.manifest.name} ${why}, but no file in .changeset/ names it (npx changeset writes one)`)
    }
  }
  return { looked: packages.length, unit: 'packages', problems: [...configProblems(root), ...problems] }
}

function configProblems(root: string): readonly string[] {
  if (!existsSync(join(root, '.changeset', 'config.json'))) return ['.changeset/config.json is missing']
  const { access, baseBranch } = readJson<Config>(root, '.changeset', 'config.json')
  return access === 'public' && baseBranch === 'main'
    ? []
    : ['.changeset/config.json: "access" must be "public" and "baseBranch" must be "main"']
}

/** The packages that changesets name, and what is wrong with the changesets themselves. */
function readChangesets(
  root: string,
  known: readonly string[],
): { readonly named: Set<string>; readonly problems: string[] } {
  const named = new Set<string>()
  const problems: string[] = []
  const folder = join(root, '.changeset')
  const files = existsSync(folder) ? readdirSync(folder).filter((it) => it.endsWith('.md') && it !== 'README.md') : []
  for (const file of files) {
    const [, front = '', summary = ''] =
      /^---\n([\s\S]*?)\n?---\n([\s\S]*)$/.exec(readFileSync(join(folder, file), 'utf8')) ?? []
    if (summary.trim() === '') problems.push(`.changeset/${file}: says nothing a user could read`)
    for (const line of front.split('\n').filter((it) => it !== '')) {
      const [, name = '', bump] = /^['"]?([^'"\s]+)['"]?: (patch|minor|major)$/.exec(line) ?? []
      if (bump === undefined) problems.push(`.changeset/${file}: "${line}" is not a package and patch, minor or major`)
      else if (!known.includes(name)) problems.push(`.changeset/${file}: ${name} is no public package of this house`)
      else named.add(name)
    }
  }
  return { named, problems }
}

/** Why users would notice the next version of a package, or undefined when they would not. */
async function changeOf(root: string, { manifest, path }: Member): Promise<string | undefined> {
  if (manifest.version === unborn) return 'was never released'
  const git = (...args: readonly string[]) => run('git', args, { cwd: root })
  const released = await git(
    'log',
    '-1',
    '--format=%H',
    `-S"version": "${manifest.version}"`,
    '--',
    `${path}/package.json`,
  )
  const commit = released.stdout.trim()
  if (commit === '') return `has no commit that made it ${manifest.version} (a shallow clone hides it)`
  const changed = await git('diff', '--name-only', commit, '--', path)
  const files = changed.stdout
    .split('\n')
    .map((file) => file.slice(path.length + 1))
    .filter(isNoticed)
  return files.length === 0 ? undefined : `changed since ${manifest.version} (${files.join(', ')})`
}

/** Whether a file of a package reaches its users: sources without tests, and what stands in the manifest. */
const isNoticed = (file: string): boolean =>
  file === 'package.json' || (file.startsWith('src/') && !/\.(?:test|test-d)\.ts$/.test(file))
