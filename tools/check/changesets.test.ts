import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Fixture, fixture } from '../house/fixture.js'
import { run } from '../house/run.js'
import { changesets } from './changesets.js'
import { passes } from './gate.js'

// Other programs run here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const config = JSON.stringify({ access: 'public', baseBranch: 'main' })
const naming = (...lines: readonly string[]) => ['---', ...lines, '---', '', 'It does more.', ''].join('\n')

describe('changesets', () => {
  let house: Fixture
  beforeEach(async () => {
    house = await fixture({ core: {}, crypto: {} })
    await house.write('.changeset/config.json', config)
  })
  afterEach(() => house.remove())

  const commit = async (message: string) => {
    const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false']
    await run('git', ['init', '-q'], { cwd: house.root })
    await run('git', ['add', '.changeset', 'packages'], { cwd: house.root })
    expect((await run('git', [...who, 'commit', '-q', '-m', message], { cwd: house.root })).code).toBe(0)
  }
  const release = async (version: string) => {
    for (const name of ['core', 'crypto']) {
      await house.edit(`packages/${name}/package.json`, (it) => Object.assign(it, { version }))
    }
    await commit(version)
  }

  it('are due from packages that were never released', async () => {
    await house.write('.changeset/one.md', naming("'@wx/core': minor"))
    expect((await changesets(house.root)).problems).toEqual([
      expect.stringContaining('@wx/crypto was never released, but no file in .changeset/ names it'),
    ])
    await house.write('.changeset/two.md', naming('"@wx/crypto": patch'))
    expect(await changesets(house.root)).toEqual({ looked: 2, unit: 'packages', problems: [] })
  })

  it('are due when a source changed since the release, and not for tests and pages', async () => {
    await release('0.1.0')
    expect((await changesets(house.root)).problems).toEqual([])
    await house.write('packages/core/src/a.test.ts', '\n')
    await house.write('packages/core/README.md', '# Core\n')
    await commit('tests')
    expect((await changesets(house.root)).problems).toEqual([])
    await house.write('packages/core/src/index.ts', 'export const two = 2\n')
    expect((await changesets(house.root)).problems).toEqual([
      expect.stringContaining('@wx/core changed since 0.1.0 (src/index.ts)'),
    ])
    await house.write('.changeset/one.md', naming("'@wx/core': minor"))
    expect((await changesets(house.root)).problems).toEqual([])
  })

  it('do not pass when the release cannot be found', async () => {
    await house.edit('packages/core/package.json', (it) => Object.assign(it, { version: '0.2.0' }))
    await house.write('.changeset/one.md', naming("'@wx/crypto': minor"))
    expect((await changesets(house.root)).problems).toEqual([expect.stringContaining('no commit that made it 0.2.0')])
  })

  it.each([
    [naming("'@wx/attic': minor"), '@wx/attic is no public package'],
    [naming("'@wx/core': huge"), 'is not a package and patch, minor or major'],
    ['---\n---\n', 'says nothing a user could read'],
  ])('must make sense: %j', async (text, said) => {
    await house.write('.changeset/one.md', text)
    expect((await changesets(house.root)).problems).toContainEqual(expect.stringContaining(said))
  })

  it('need a configuration', async () => {
    await house.write('.changeset/config.json', '{}')
    expect((await changesets(house.root)).problems[0]).toContain('"access" must be "public"')
  })

  it('do not pass when there is no package', async () => {
    const empty = await fixture({})
    expect(passes(await changesets(empty.root))).toBe(false)
    await empty.remove()
  })
})
