/**
 * An error code is frozen API, so it stands once: one package defines it, and that package's README explains it.
 * READMEs name no code that does not exist.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf, type Member, members } from '../house/house.js'
import type { Findings } from './gate.js'

/** `code = 'WX_…'` or `kind: 'WX_…'`; a comparison (`=== 'WX_…'`) defines nothing. */
const definition = /(?<![=!])[:=]\s*'(WX_[A-Z0-9_]+)'/g

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** The codes a package's own code defines: not its tests, not its suites for others' tests. */
function definedBy(root: string, { path }: Member): ReadonlySet<string> {
  const sources = filesOf(root, `${path}/src`).filter(
    (file) => /\.ts$/.test(file) && !/\.(?:test|test-d)\.ts$/.test(file) && !file.startsWith(`${path}/src/testing/`),
  )
  return new Set(
    sources.flatMap((file) => [...read(join(root, file)).matchAll(definition)].map(([, code = '']) => code)),
  )
}

export async function codes(root: string): Promise<Findings> {
  const packages = members(root, 'packages').map((member) => ({
    name: member.folder,
    defined: definedBy(root, member),
    page: `${member.path}/README.md`,
    explained: new Set(read(join(root, member.path, 'README.md')).match(/\bWX_[A-Z0-9_]+\b/g) ?? []),
  }))
  const owners = new Map<string, string>()
  const problems: string[] = []
  for (const { name, defined, page, explained } of packages) {
    for (const code of defined) {
      const owner = owners.get(code)
      if (owner !== undefined) problems.push(`${code} is defined by ${owner} and by ${name}: a code has one meaning`)
      owners.set(code, owner ?? name)
      if (!explained.has(code)) problems.push(`${page}: ${code} is not in its table of errors`)
    }
  }
  for (const { page, explained } of packages) {
    for (const code of explained) if (!owners.has(code)) problems.push(`${page}: nothing has the code ${code}`)
  }
  return { looked: owners.size, unit: 'codes', problems }
}
