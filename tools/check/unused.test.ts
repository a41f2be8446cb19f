import { expect, it, vi } from 'vitest'
import { fixture } from '../house/fixture.js'
import { unused } from './unused.js'

// Other programs run here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const config = JSON.stringify({
  workspaces: { '.': { entry: ['.dependency-cruiser.cjs'] }, 'packages/*': { project: ['src/**/*.ts'] } },
})

it('accepts a house where everything is used, and finds a file, an export and a dependency that are not', async () => {
  const used = {
    'src/index.ts': "export { one } from './one.js'\n",
    'src/one.ts': 'export const one = 1\n',
  }
  const house = await fixture({
    core: { files: used },
    crypto: { files: { 'src/index.ts': 'export const three = 3\n' } },
  })
  await house.write('knip.json', config)
  await house.write('pnpm-workspace.yaml', 'packages: [packages/*]\ncatalog:\n  typescript: 7.0.2\n')
  await house.write('package.json', JSON.stringify({ name: 'house', private: true }))
  expect((await unused(house.root)).problems).toEqual([])

  await house.write('packages/core/src/one.ts', 'export const one = 1\nexport const spare = 2\n')
  await house.write('packages/core/src/attic.ts', 'export const lost = 3\n')
  await house.edit('packages/crypto/package.json', (it) =>
    Object.assign(it, { dependencies: { '@wx/core': 'workspace:^' } }),
  )
  const [said] = (await unused(house.root)).problems
  await house.remove()
  expect(said).toContain('packages/core/src/attic.ts')
  expect(said).toMatch(/spare .*packages\/core\/src\/one\.ts/)
  expect(said).toMatch(/@wx\/core +packages\/crypto\/package\.json/)
})
