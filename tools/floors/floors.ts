/**
 * The floors of the house, lowest first: `floors.json` is the one place that says who lives where. The cruiser's
 * rules are made from it, turbo's tags are held to it, and `pnpm new` looks a package's floor up in it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One floor: its tag in turbo.json, and the folders below `packages/` that live on it. */
export interface Floor {
  readonly tag: string
  readonly packages: readonly string[]
}

/** What turbo.json says of one tag. */
export interface TagRule {
  readonly dependencies: { readonly deny: readonly string[] }
}

/** The tag of everything below `apps/`: it stands on every floor, and nothing stands on it. */
export const appTag = 'app'

/**
 * Reads the list of floors of a house.
 * @throws Error when the list is not a list of floors, or a package lives on two of them
 */
export function readFloors(root: string): readonly Floor[] {
  const floors: unknown = JSON.parse(readFileSync(join(root, 'tools', 'floors', 'floors.json'), 'utf8'))
  if (!Array.isArray(floors) || floors.length === 0 || !floors.every(isFloor)) {
    throw new Error('tools/floors/floors.json must be a list of { "tag": "floor-N", "packages": ["name"] }')
  }
  const names = floors.flatMap((floor) => floor.packages)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`tools/floors/floors.json: ${twice} lives on two floors`)
  return floors
}

const isFloor = (value: unknown): value is Floor =>
  typeof value === 'object' &&
  value !== null &&
  'tag' in value &&
  typeof value.tag === 'string' &&
  'packages' in value &&
  Array.isArray(value.packages) &&
  value.packages.every((name) => typeof name === 'string')

/** The tag of the floor a package lives on, or undefined when it lives nowhere. */
export function floorOf(name: string, floors: readonly Floor[]): string | undefined {
  return floors.find((floor) => floor.packages.includes(name))?.tag
}

/** `boundaries.tags` as turbo.json must have it: every floor denies itself (sideways), all above it, and the apps. */
export function turboTags(floors: readonly Floor[]): Record<string, TagRule> {
  const tags = [...floors.map((floor) => floor.tag), appTag]
  return Object.fromEntries(tags.map((tag, at) => [tag, { dependencies: { deny: tags.slice(at) } }]))
}
