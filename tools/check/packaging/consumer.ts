/** A project outside the workspace that has installed the tarballs with npm, as a user would. */
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, tail } from '../../house/run.js'
import type { Packed } from './pack.js'

const scripts = fileURLToPath(new URL('./consumer/', import.meta.url))

/** Packages the consumer has beside ours: name → version. */
export type Extra = Readonly<Record<string, string>>

interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>>
}

/** Writes the project and installs it. What is wrong is said; an empty list means it is ready. */
export async function install(
  folder: string,
  packed: readonly Packed[],
  extra: { readonly devDependencies: Extra; readonly npmOptions?: readonly string[] },
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  await cp(scripts, folder, { recursive: true })
  const names = packed.map(({ member }) => member.manifest.name)
  const manifest = {
    name: 'consumer',
    private: true,
    dependencies: Object.fromEntries(packed.map(({ member, tarball }) => [member.manifest.name, `file:${tarball}`])),
    devDependencies: extra.devDependencies,
    // What one package of ours needs of another must be the tarball too, never something of that name elsewhere.
    overrides: Object.fromEntries(names.map((name) => [name, `$${name}`])),
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  await writeFile(
    join(folder, 'house.json'),
    JSON.stringify({ packages: names, entries: packed.flatMap(({ entries }) => entries) }),
  )
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', ...(extra.npmOptions ?? [])]
  const ran = await run('npm', ['install', ...options], { cwd: folder })
  if (ran.code !== 0) return [`npm install of the tarballs:\n${tail(ran.output)}`]
  return strangers(folder)
}

/** Packages of our name that did not come from a tarball of ours. */
function strangers(folder: string): readonly string[] {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lock
  return Object.entries(lock.packages)
    .filter(([path, { resolved }]) => path.includes('node_modules/@wx/') && !resolved?.startsWith('file:'))
    .map(([path, { resolved }]) => `npm install: ${path} came from ${resolved ?? 'nowhere'}, not from its tarball`)
}

/** Imports and requires every entry point, and runs the scenarios, as ES module and as CommonJS. */
export async function exercise(folder: string): Promise<readonly string[]> {
  const files = ['every-entry.mjs', 'every-entry.cjs', 'every-scenario.mjs', 'every-scenario.cjs']
  const ran = await Promise.all(
    files.map(async (file) => ({ file, ...(await run('node', [file], { cwd: folder, timeoutMs: 60_000 })) })),
  )
  return ran
    .filter(({ code }) => code !== 0)
    .map(({ file, code, output }) => `node ${file} in a consumer: exit code ${code}:\n${tail(output)}`)
}

/** How users resolve modules. `cts` is CommonJS that imports our ES modules with `require`. */
const projects = [
  { name: 'nodenext', module: 'nodenext', moduleResolution: 'nodenext', file: 'consumer.mts' },
  { name: 'nodenext from CommonJS', module: 'nodenext', moduleResolution: 'nodenext', file: 'consumer.cts' },
  { name: 'bundler', module: 'esnext', moduleResolution: 'bundler', file: 'consumer.mts' },
] as const

/**
 * Type-checks a file that imports every entry point, with each compiler and each way of resolving, the declarations
 * of the packages included (`skipLibCheck` is off).
 * @param compilers folders of TypeScript packages: name in node_modules, or an absolute path
 */
export async function typecheck(
  folder: string,
  packed: readonly Packed[],
  compilers: readonly string[],
): Promise<readonly string[]> {
  const entries = packed.flatMap((it) => it.entries)
  const names = entries.map((_, at) => `entry${at}`).join(', ')
  const write = (file: string, line: (entry: string, at: number) => string) =>
    writeFile(
      join(folder, file),
      `${entries.map(line).join('\n')}\n\nexport const all: readonly object[] = [${names}]\n`,
    )
  await write('consumer.mts', (entry, at) => `import * as entry${at} from '${entry}'`)
  await write('consumer.cts', (entry, at) => `import entry${at} = require('${entry}')`)
  const problems: string[] = []
  for (const compiler of compilers) {
    const tsc = join(compiler.startsWith('/') ? compiler : join(folder, 'node_modules', compiler), 'bin', 'tsc')
    if (!existsSync(tsc)) problems.push(`${compiler} is not installed in the consumer`)
    for (const [at, { name, file, ...options }] of existsSync(tsc) ? projects.entries() : []) {
      const config = join(folder, `tsconfig.${at}.json`)
      const compilerOptions = {
        ...options,
        target: 'es2022',
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: ['node'],
      }
      await writeFile(config, JSON.stringify({ compilerOptions, files: [file] }))
      const ran = await run('node', [tsc, '-p', config, '--pretty', 'false'], { cwd: folder })
      if (ran.code !== 0) problems.push(`${compiler}, ${name}:\n${tail(ran.output)}`)
    }
  }
  return problems
}
