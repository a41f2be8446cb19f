/** What the generator needs to know of a new package. */
export interface NewPackage {
  /** Folder and npm name below `@wx/`. */
  readonly name: string
  /** Tag of the floor it lives on: `floor-1`. */
  readonly tag: string
  /** One sentence: what the package is for. */
  readonly purpose: string
  /** Names of workspace packages on lower floors. */
  readonly dependencies: readonly string[]
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** As the formatter writes it: lists of plain values on one line. */
const formatted = (value: unknown): string =>
  json(value).replace(/\[\s+([^[\]{}]+?)\s+\]/g, (_, items: string) => `[${items.replace(/\s*\n\s*/g, ' ')}]`)

/** The sub-path's conditions: source for the workspace, types and JavaScript for everybody. */
export function entry(file: string, options: { readonly published: boolean }): Record<string, string> {
  const built = { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` }
  return options.published ? built : { '@wx/source': `./src/${file}.ts`, ...built }
}

/** All files of a fresh package, path → text. */
export function packageFiles({ name, tag, purpose, dependencies }: NewPackage): Record<string, string> {
  const exportsOf = (published: boolean) => ({
    '.': entry('index', { published }),
    './package.json': './package.json',
  })
  return {
    'package.json': json({
      name: `@wx/${name}`,
      version: '0.0.0',
      description: purpose,
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=20.19.0' },
      files: ['dist', '!dist/**/*.tsbuildinfo', 'src', '!src/**/*.test.ts', '!src/**/*.test-d.ts'],
      exports: exportsOf(false),
      publishConfig: { access: 'public', exports: exportsOf(true) },
      scripts: { build: 'tsc -b tsconfig.json && node ../../tools/build/bundle.js' },
      dependencies: Object.fromEntries(dependencies.map((it) => [`@wx/${it}`, 'workspace:^'])),
      devDependencies: { typescript: 'catalog:' },
    }),
    'tsconfig.json': formatted({
      extends: '../../tsconfig.base.json',
      compilerOptions: {
        rootDir: 'src',
        outDir: 'dist',
        tsBuildInfoFile: 'dist/.tsbuildinfo',
        emitDeclarationOnly: true,
      },
      include: ['src'],
      exclude: ['src/**/*.test.ts', 'src/**/*.test-d.ts'],
      references: dependencies.map((it) => ({ path: `../${it}` })),
    }),
    'turbo.json': formatted({ extends: ['//'], tags: [tag] }),
    'README.md': [
      `# @wx/${name}`,
      '',
      purpose,
      '',
      '## Install',
      '',
      '```sh',
      `npm install @wx/${name}`,
      '```',
      '',
      '## Quick start',
      '',
      '```ts quickstart',
      `import * as ${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())} from '@wx/${name}'`,
      '```',
      '',
      '## Options',
      '',
      '## Errors',
      '',
      '| code | meaning | fix |',
      '| ---- | ------- | --- |',
      '',
    ].join('\n'),
    'src/index.ts': 'export {}\n',
  }
}
