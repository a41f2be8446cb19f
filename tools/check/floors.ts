/**
 * Nobody imports upward or sideways. Two tools look, since each is blind where the other sees: turbo reads what
 * package.json declares, the cruiser reads what the code imports (`.dependency-cruiser.cjs`).
 */
import { isDeepStrictEqual } from 'node:util'
import { appTag, floorOf, readFloors, turboTags } from '../floors/floors.js'
import { members, pnpmPin, readJson } from '../house/house.js'
import { run, tail, tool, withPnpm } from '../house/run.js'
import { type Findings, together } from './gate.js'

interface TurboConfig {
  readonly tags?: readonly string[]
  readonly boundaries?: { readonly tags?: unknown }
}

interface CruiserReport {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string }
    }[]
  }
}

/** All looks at the floors of a house. */
export async function floors(root: string): Promise<Findings> {
  return together([tags(root), await turbo(root), await cruiser(root)])
}

/** turbo.json and every member's tag say what the list of floors says. */
export function tags(root: string): Findings {
  const list = readFloors(root)
  const problems: string[] = []
  if (!isDeepStrictEqual(readJson<TurboConfig>(root, 'turbo.json').boundaries?.tags, turboTags(list))) {
    problems.push(
      `turbo.json: boundaries.tags must be what tools/floors/floors.json makes of them:\n${JSON.stringify(turboTags(list))}`,
    )
  }
  const packages = members(root, 'packages')
  const apps = members(root, 'apps')
  for (const member of [...packages, ...apps]) {
    const due = member.path.startsWith('apps/') ? appTag : floorOf(member.folder, list)
    if (due === undefined) {
      problems.push(`${member.path} lives on no floor: give it one in tools/floors/floors.json`)
    } else if (!isDeepStrictEqual(readJson<TurboConfig>(root, member.path, 'turbo.json').tags, [due])) {
      problems.push(`${member.path}/turbo.json: "tags" must be ["${due}"]`)
    }
  }
  return { looked: packages.length, unit: 'packages', problems }
}

/** `turbo boundaries`: declared dependencies, imports that are not declared, files outside the package. */
export async function turbo(root: string): Promise<Findings> {
  const ran = await run(tool('turbo'), ['boundaries', '--no-color', '--skip-infer'], {
    cwd: root,
    env: await withPnpm(pnpmPin(root)),
  })
  const counted = /Checked (\d+) files? in (\d+) packages?/.exec(ran.output)
  const problems = ran.code === 0 ? [] : [`turbo boundaries:\n${tail(ran.output, 200)}`]
  return { looked: Number(counted?.[1] ?? 0), unit: 'files', problems }
}

/** dependency-cruiser: what the modules really import. */
export async function cruiser(root: string): Promise<Findings> {
  const kinds = (['packages', 'apps'] as const).filter((kind) => members(root, kind).length > 0)
  const ran = await run(tool('depcruise'), ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...kinds], {
    cwd: root,
  })
  if (!ran.stdout.startsWith('{')) {
    return { looked: 0, unit: 'modules', problems: [`dependency-cruiser did not report:\n${tail(ran.output)}`] }
  }
  const { summary } = JSON.parse(ran.stdout) as CruiserReport
  return {
    looked: summary.totalCruised,
    unit: 'modules',
    problems: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  }
}
