import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type FixturePackage, fixture } from '../house/fixture.js'
import { pnpmPin } from '../house/house.js'
import { home, withPnpm } from '../house/run.js'
import { cruiser, floors, tags, turbo } from './floors.js'
import { type Findings, passes } from './gate.js'

// Other programs run here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

// Outside a pnpm script pnpm is looked up through npx: once here, not once per house.
beforeAll(async () => {
  vi.stubEnv('PATH', (await withPnpm(pnpmPin(home))).PATH)
})
afterAll(() => vi.unstubAllEnvs())

const one = 'export const one = 1\n'
const from = (name: string) => `export { one } from '${name}'\n`
const holding = (file: string, text: string): Readonly<Record<string, string>> => ({
  'src/index.ts': one,
  [`src/${file}.ts`]: text,
})

/** A house with every violation, each in a place of its own. */
const bad: Readonly<Record<string, FixturePackage>> = {
  core: { dependencies: ['crypto'], files: holding('upward', from('@wx/crypto')) },
  crypto: {
    files: {
      ...holding('circle', "import { three } from './three.js'\nexport const two = (): number => three()\n"),
      'src/three.ts': "import { two } from './circle.js'\nexport const three = (): number => two()\n",
    },
  },
  'xml-messages': { files: holding('escape', from('../../core/src/index.js')) },
  'context-store': { dependencies: ['crypto'], files: holding('sideways', from('@wx/crypto')) },
  queue: { files: holding('undeclared', from('@wx/core')) },
  endpoints: { dependencies: ['robot'], files: { 'src/index.ts': one } },
  robot: { dependencies: ['simulator'], files: holding('judged', from('@wx/simulator')) },
  simulator: { files: { 'src/index.ts': one } },
}

/** What is planted there, and what each tool must say of it; undefined where it is blind. */
const planted: readonly (readonly [what: string, byCruiser: string | undefined, byTurbo: string | undefined])[] = [
  [
    'an upward dependency, declared and imported',
    'floor-0-looks-down: packages/core/src/upward.ts → packages/crypto/src/index.ts',
    'tag listed in denylist for `@wx/core`',
  ],
  ['an upward dependency that stands in package.json only', undefined, 'tag listed in denylist for `@wx/endpoints`'],
  [
    'a relative import that escapes its package',
    'through-the-front-door: packages/xml-messages/src/escape.ts → packages/core/src/index.ts',
    'import `../../core/src/index.js` leaves the package',
  ],
  [
    'a sideways import',
    'floor-1-looks-down: packages/context-store/src/sideways.ts → packages/crypto/src/index.ts',
    'tag listed in denylist for `@wx/context-store`',
  ],
  [
    'an import that package.json does not declare',
    'resolvable: packages/queue/src/undeclared.ts → @wx/core',
    'cannot import package `@wx/core` because it is not a dependency',
  ],
  [
    'own code that imports the simulator',
    'simulator-judges-from-outside: packages/robot/src/judged.ts → packages/simulator/src/index.ts',
    undefined,
  ],
  ['two modules that need each other while they run', 'no-circle: packages/crypto/src/circle.ts', undefined],
]

/** Turbo folds long lines wherever it likes. */
const unfolded = (texts: readonly string[]): string => texts.join().replace(/[\s|]/g, '')

describe('of a bad house', () => {
  let byCruiser: Findings
  let byTurbo: Findings
  beforeAll(async () => {
    const house = await fixture(bad)
    byCruiser = await cruiser(house.root)
    byTurbo = await turbo(house.root)
    await house.remove()
  })

  it.each(planted)('%s is seen', (_, cruiserSays, turboSays) => {
    if (cruiserSays !== undefined) {
      expect(byCruiser.problems.filter((it) => it.startsWith(cruiserSays))).toHaveLength(1)
    }
    if (turboSays !== undefined) expect(unfolded(byTurbo.problems)).toContain(unfolded([turboSays]))
  })

  it('nothing else is', () => {
    expect(byCruiser.problems).toHaveLength(planted.filter(([, cruiserSays]) => cruiserSays !== undefined).length)
    // endpoints stands on robot and so on the simulator too: one more than was planted.
    const bySight = planted.filter(([, , turboSays]) => turboSays !== undefined).length + 1
    expect(byTurbo.problems[0]).toContain(`${bySight} issues found`)
  })
})

describe('of a good house', () => {
  it('nothing is, tests that import the simulator included', async () => {
    const downward: FixturePackage = { dependencies: ['core'], files: { 'src/index.ts': from('@wx/core') } }
    const house = await fixture({
      core: { files: { 'src/index.ts': one } },
      crypto: downward,
      simulator: downward,
      robot: {
        dependencies: ['core', 'simulator'],
        files: { ...downward.files, 'src/robot.test.ts': from('@wx/simulator') },
      },
    })
    expect(await floors(house.root)).toMatchObject({ problems: [] })
    await house.remove()
  })
})

describe('a tool that looked at nothing', () => {
  it('does not pass: the cruiser', async () => {
    const house = await fixture({ core: { files: { 'src/index.ts': one } } })
    await house.write('.dependency-cruiser.cjs', "module.exports = { options: { exclude: { path: 'packages' } } }\n")
    const blind = await floors(house.root)
    expect(blind).toMatchObject({ looked: 0, problems: [] })
    expect(passes(blind)).toBe(false)
    await house.remove()
  })

  it('does not pass: turbo', async () => {
    const house = await fixture({})
    expect(passes(await turbo(house.root))).toBe(false)
    await house.remove()
  })
})

describe('tags', () => {
  it('must be those of the list of floors, in turbo.json and in every package', async () => {
    const house = await fixture({ core: {}, crypto: { dependencies: ['core'] } })
    expect(tags(house.root)).toEqual({ looked: 2, unit: 'packages', problems: [] })

    await house.edit('packages/crypto/turbo.json', (turbo) => Object.assign(turbo, { tags: ['floor-3'] }))
    expect(tags(house.root).problems).toEqual(['packages/crypto/turbo.json: "tags" must be ["floor-1"]'])

    await house.edit('turbo.json', (turbo) => Object.assign(turbo, { boundaries: { tags: {} } }))
    expect(tags(house.root).problems[0]).toContain('turbo.json: boundaries.tags must be')
    await house.remove()
  })

  it('are due from every package: one on no floor is refused', async () => {
    const house = await fixture({ core: {} })
    await house.write('packages/attic/package.json', JSON.stringify({ name: '@wx/attic', version: '0.0.0' }))
    expect(tags(house.root).problems).toEqual([
      'packages/attic lives on no floor: give it one in tools/floors/floors.json',
    ])
    await house.remove()
  })
})
