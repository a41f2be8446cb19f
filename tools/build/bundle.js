/**
 * `node ../../tools/build/bundle.js` in a package: one JavaScript file for each entry of its `exports`, with shared chunks,
 * beside the declarations that `tsc -b` wrote.
 *
 * Loading a module costs Node about a third of a millisecond, however small it is, and a robot stands on more than a
 * hundred. See docs/decisions/0007-bundled-dist.md.
 */
import { readFile } from 'node:fs/promises'
import { rolldown } from 'rolldown'

const { name, exports } = JSON.parse(await readFile('package.json', 'utf8'))

/** Entry path below dist, without ending → source file. */
const input = Object.fromEntries(
  Object.values(exports)
    .filter((entry) => typeof entry === 'object')
    .map((entry) => [entry.default.replace(/^\.\/dist\/|\.js$/g, ''), entry['@wx/source']]),
)
if (Object.keys(input).length === 0) throw new Error(`${name} exports nothing that could be bundled`)

const bundle = await rolldown({
  input,
  platform: 'node',
  // Everything that is not this package's own: its dependencies, its neighbours, Node.
  external: /^[^./]/,
  resolve: { extensionAlias: { '.js': ['.ts', '.js'], '.cjs': ['.cts', '.cjs'] } },
  treeshake: { moduleSideEffects: false },
  onLog(level, log, handler) {
    if (level === 'warn') throw new Error(`${name}: ${log.message}`)
    handler(level, log)
  },
})
await bundle.write({
  dir: 'dist',
  format: 'esm',
  sourcemap: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
})
await bundle.close()
