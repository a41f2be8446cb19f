/**
 * Who may import whom, made from the one list of floors. `tools/check/floors.ts` runs it and asserts that it looked
 * at something: under TypeScript 7, which has no JavaScript API, the cruiser sees no module and reports success.
 */
const floors = require('./tools/floors/floors.json')

const oneOf = (names) => `(${names.join('|')})`
const from = (i) => oneOf(floors.slice(i).flatMap((floor) => floor.packages))
const tests = '[.](test|test-d)[.]ts$'

const onePerFloor = floors.map(({ tag, packages }, i) => ({
  name: `${tag}-looks-down`,
  comment: 'A package imports from lower floors only: never upward, never sideways.',
  severity: 'error',
  from: { path: `^packages/${oneOf(packages)}/` },
  to: { path: `^packages/${from(i)}/`, pathNot: '^packages/$1/' },
}))

module.exports = {
  forbidden: [
    ...onePerFloor,
    {
      name: 'packages-know-no-app',
      comment: 'Apps stand on packages, and on no other app.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^$1/$2/' },
    },
    {
      name: 'simulator-judges-from-outside',
      comment: 'The simulator is for tests, apps and the cli: what it judges must not stand on it.',
      severity: 'error',
      from: { path: '^packages/', pathNot: ['^packages/(simulator|cli)/', tests] },
      to: { path: '^packages/simulator/' },
    },
    {
      name: 'through-the-front-door',
      comment: 'Another package is imported by its name, never by a relative path into its files.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^(packages|apps)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-circle',
      comment: 'Two modules that need each other while they run are one idea, or three. Types may go in circles.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'What does not resolve is misspelt or not declared; an undeclared import upward shows here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'Own code imports only what its package.json lists, and nothing that users do not get.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['@wx/source', 'import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}
