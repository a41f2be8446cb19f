import { describe, expect, it } from 'vitest'
import { type Fixture, fixture } from '../house/fixture.js'
import { passes } from './gate.js'
import { headings } from './shape/project.js'
import { shape } from './shape.js'

const manifest = 'packages/crypto/package.json'

/** Sets a field of crypto's package.json. */
const setting = (field: string, value: unknown) => (house: Fixture) =>
  house.edit(manifest, (it) => Object.assign(it, { [field]: value }))

const writing = (path: string, text: string) => (house: Fixture) => house.write(path, text)

/** What is planted, how, and what the gate must say. Words are put together here, so that this file may stand. */
const planted: readonly (readonly [string, (house: Fixture) => Promise<void>, string])[] = [
  ['another licence', setting('license', 'UNLICENSED'), '"license" must be "MIT"'],
  ['side effects', setting('sideEffects', true), '"sideEffects" must be false'],
  ['another floor of Node', setting('engines', { node: '>=18' }), '"engines" must be {"node":">=20.19.0"}'],
  ['other files', setting('files', ['dist']), '"files" must be ["dist"'],
  ['other scripts', setting('scripts', { build: 'make' }), '"scripts" must have {"build":'],
  ['a field nobody else has', setting('main', './dist/index.js'), '"main" is in no other package'],
  ['another name', setting('name', '@wx/krypto'), '"name" must be "@wx/crypto"'],
  ['no description', setting('description', ''), '"description" is missing'],
  ['an export without its source', setting('exports', { '.': './dist/index.js' }), '"exports" → "." must be'],
  [
    'a published export that differs',
    (house) =>
      house.edit(manifest, (it) => {
        const { '.': main, ...rest } = it['exports'] as Record<string, unknown>
        Object.assign(it, { publishConfig: { access: 'public', exports: { '.': main, ...rest } } })
      }),
    '"publishConfig.exports" → "." must be {"types":"./dist/index.d.ts","default":"./dist/index.js"}',
  ],
  [
    'an entry point without a file',
    (house) =>
      house.edit(manifest, (it) => {
        const paths = { types: './dist/node/index.d.ts', default: './dist/node/index.js' }
        Object.assign(it['exports'] as object, { './node': { '@wx/source': './src/node/index.ts', ...paths } })
      }),
    'src/node/index.ts is missing',
  ],
  ['a private package', setting('publishConfig', { access: 'restricted' }), '"publishConfig.access" must be "public"'],
  ['a version range', setting('devDependencies', { typescript: '^7.0.0' }), 'typescript must be "catalog:"'],
  [
    'a loose workspace version',
    setting('dependencies', { '@wx/core': 'workspace:*' }),
    '@wx/core must be "workspace:^"',
  ],
  [
    'the simulator as a dependency',
    setting('dependencies', { '@wx/simulator': 'workspace:^' }),
    '@wx/simulator may only be a devDependency',
  ],
  [
    'a reference too few',
    (house) => house.edit('packages/crypto/tsconfig.json', (it) => Object.assign(it, { references: [] })),
    'references must be the dependencies: ../core',
  ],
  [
    'another compiler option',
    (house) =>
      house.edit('packages/crypto/tsconfig.json', (it) =>
        Object.assign(it['compilerOptions'] as object, { strict: false }),
      ),
    'tsconfig.json must be {"extends":',
  ],
  [
    'a package nothing builds',
    writing('tsconfig.json', '{ "files": [], "references": [{ "path": "packages/core" }] }\n'),
    'the root tsconfig.json does not refer to packages/crypto',
  ],
  [
    'a README without its sections',
    writing('packages/crypto/README.md', '# @wx/crypto\n\nStands for crypto.\n\n## Errors\n\n## Options\n'),
    'README.md: "## Install" is missing',
  ],
  [
    'a README of another purpose',
    writing('packages/crypto/README.md', '# @wx/crypto\n\nElse.\n'),
    'the line under the title',
  ],
  ['an unfinished place', writing('packages/crypto/src/a.ts', `// ${'TO'}${'DO'}: later\n`), 'src/a.ts:1: TO'],
  [
    'the path of a machine',
    writing('docs/a.md', `see ${['', 'home', 'me', 'x'].join('/')}\n`),
    'a path of one machine',
  ],
  [
    'the host of a registry',
    writing('docs/a.md', `see https://${'registry'}.example.org\n`),
    'the host of a package registry',
  ],
  [
    'a version in the catalog that is not exact',
    writing('pnpm-workspace.yaml', 'catalog:\n  "@biomejs/biome": 2.6.8\n  vitest: ^4.1.12\n'),
    'vitest must be an exact version, not "^4.1.12"',
  ],
  ['a catalog that cannot be read', writing('pnpm-workspace.yaml', 'packages: []\n'), 'no catalog found'],
  ['another pnpm in a text', writing('docs/a.md', 'npx -y pnpm@9.0.0 test\n'), 'pnpm@9.0.0, not pnpm@'],
  ['pnpm without a version in a text', writing('docs/a.md', 'npx pnpm test\n'), 'docs/a.md: pnpm, not pnpm@'],
  [
    "another biome's schema",
    (house) =>
      house.edit('biome.json', (it) => Object.assign(it, { $schema: 'https://biomejs.dev/schemas/1.0.0/schema.json' })),
    '"$schema" must be that of',
  ],
]

const house = () => fixture({ core: {}, crypto: { dependencies: ['core'] } })

describe('shape', () => {
  it('is what the generator makes', async () => {
    const good = await house()
    expect(await shape(good.root)).toEqual({ looked: 2, unit: 'packages', problems: [] })
    await good.remove()
  })

  it('does not pass a house without packages', async () => {
    const empty = await fixture({})
    expect(passes(await shape(empty.root))).toBe(false)
    await empty.remove()
  })

  it.each(planted)('refuses %s', async (_, plant, said) => {
    const bad = await house()
    await plant(bad)
    const { problems } = await shape(bad.root)
    await bad.remove()
    expect(problems).toContainEqual(expect.stringContaining(said))
  })

  it('reads headings, and no comments of a shell fence', () => {
    expect(headings('# One\n\n```sh\n# no heading\n```\n\n## Two\n')).toEqual(['# One', '## Two'])
  })
})
