import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Fixture, type FixturePackage, fixture } from '../house/fixture.js'
import { pnpmPin } from '../house/house.js'
import { home, withPnpm } from '../house/run.js'
import { passes } from './gate.js'
import { buildPackages } from './packaging/build.js'
import { exercise, install, typecheck } from './packaging/consumer.js'
import { type Packed, packAll, tarballProblems } from './packaging/pack.js'
import { packaging } from './packaging.js'

// Other programs run here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

beforeAll(async () => {
  vi.stubEnv('PATH', (await withPnpm(pnpmPin(home))).PATH)
})
afterAll(() => vi.unstubAllEnvs())

const good: Readonly<Record<string, FixturePackage>> = {
  core: { files: { 'src/index.ts': 'export const one = 1\n' } },
  crypto: { dependencies: ['core'], files: { 'src/index.ts': "export { one } from '@wx/core'\n" } },
}

/** A house of these packages, built, packed and installed by npm without a network, since they need nothing else. */
interface Shop {
  readonly house: Fixture
  readonly folder: string
  readonly packed: readonly Packed[]
  readonly installed: readonly string[]
  close(): Promise<void>
}

async function shop(
  packages: Readonly<Record<string, FixturePackage>>,
  plant?: (house: Fixture) => Promise<void>,
): Promise<Shop> {
  const house = await fixture(packages)
  const folder = await mkdtemp(join(tmpdir(), 'wx-shop-'))
  expect((await buildPackages(house.root)).problems).toEqual([])
  await plant?.(house)
  const packed = await packAll(house.root, folder)
  const installed = await install(folder, packed, { devDependencies: {}, npmOptions: ['--offline'] })
  await mkdir(join(folder, 'node_modules', '@types'), { recursive: true })
  await symlink(join(home, 'node_modules', '@types', 'node'), join(folder, 'node_modules', '@types', 'node'))
  return {
    house,
    folder,
    packed,
    installed,
    async close() {
      await house.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const compiler = join(home, 'node_modules', 'typescript')

describe('good packages', () => {
  let shelf: Shop
  beforeAll(async () => {
    shelf = await shop(good)
  })
  afterAll(() => shelf.close())

  it('are packed with what the manifests say can be imported', () => {
    expect(shelf.packed.map(({ entries }) => entries)).toEqual([['@wx/core'], ['@wx/crypto']])
  })

  it('are accepted by publint and attw', async () => {
    for (const packed of shelf.packed) expect(await tarballProblems(packed, shelf.folder)).toEqual([])
  })

  it('install from their tarballs only, import, require and type-check', async () => {
    expect(shelf.installed).toEqual([])
    expect(await exercise(shelf.folder)).toEqual([])
    expect(await typecheck(shelf.folder, shelf.packed, [compiler])).toEqual([])
  })
})

describe('bad packages', () => {
  const noRobot =
    'export class Robot {\n  text(): void {}\n  handle(): { status: number } {\n    return { status: 500 }\n  }\n}\n'
  const testing =
    "export const signQuery: () => object = () => ({ query: '' })\nexport const sealPush: typeof signQuery = signQuery\n"
  const main = { types: './dist/index.d.ts', default: './dist/index.js' }
  const publishing = (exports: object) => (it: Record<string, unknown>) => {
    Object.assign(it, { publishConfig: { access: 'public', exports } })
  }

  let shelf: Shop
  let run: readonly string[]
  beforeAll(async () => {
    shelf = await shop(
      {
        core: { files: { 'src/index.ts': 'export const one: number = await Promise.resolve(1)\n' } },
        endpoints: {},
        queue: { files: { 'src/index.ts': 'export const one = 1\n' } },
        'context-store': { files: { 'src/index.ts': 'export const one = 1\n' } },
        crypto: { files: { 'src/index.ts': testing } },
        robot: { files: { 'src/index.ts': noRobot } },
      },
      async (house) => {
        await house.edit('packages/queue/package.json', publishing({ '.': { ...main, default: './dist/main.js' } }))
        await house.edit('packages/crypto/package.json', publishing({ '.': main, './testing': main }))
        await rm(join(house.root, 'packages/context-store/dist/index.d.ts'))
      },
    )
    run = await exercise(shelf.folder)
  })
  afterAll(() => shelf.close())

  const problemsOf = (name: string) => {
    const packed = shelf.packed.find(({ member }) => member.folder === name)
    return packed === undefined ? [] : tarballProblems(packed, shelf.folder)
  }

  it('are found when a published path leads nowhere', async () => {
    expect(await problemsOf('queue')).toContainEqual(expect.stringContaining('@wx/queue: publint'))
    expect(run[0]).toMatch(/every-entry.mjs[\s\S]*@wx\/queue: ERR_MODULE_NOT_FOUND/)
  })

  it('are found when declarations are missing', async () => {
    expect(await problemsOf('context-store')).toContainEqual(expect.stringContaining('@wx/context-store: attw'))
    const types = await typecheck(shelf.folder, shelf.packed, [compiler])
    expect(types.map((problem) => problem.split('\n', 1)[0])).toEqual([
      `${compiler}, nodenext:`,
      `${compiler}, nodenext from CommonJS:`,
      `${compiler}, bundler:`,
    ])
    expect(types.every((problem) => problem.includes("'@wx/context-store'"))).toBe(true)
  })

  it('are found when a module awaits at its top: it cannot be required', () => {
    expect(run[0]).not.toContain('@wx/core:')
    expect(run[1]).toMatch(/every-entry.cjs[\s\S]*@wx\/core: ERR_REQUIRE_ASYNC_MODULE/)
  })

  it('are found when an entry point exports nothing', () => {
    for (const problem of run.slice(0, 2)) expect(problem).toContain('@wx/endpoints:  exports nothing')
  })

  it('are found when a robot does not answer', () => {
    expect(run.slice(2)).toEqual([
      expect.stringContaining('a robot answers a signed push'),
      expect.stringContaining('a robot answers a signed push'),
    ])
  })
})

describe('the gate', () => {
  it('fails when there is nothing to pack', async () => {
    const empty = await fixture({})
    expect(passes(await packaging(empty.root))).toBe(false)
    await empty.remove()
  })
})
