/**
 * `pnpm new <name> "<purpose>" [dependency…]`: writes a package of the house, on the floor that
 * `tools/floors/floors.json` gives its name.
 *
 * Every package is made here, so they are alike; `tools/check/shape.ts` holds them to it afterwards.
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { floorOf, readFloors } from '../floors/floors.js'
import { home } from '../house/run.js'
import { packageFiles } from './template.js'

const [name, purpose, ...dependencies] = process.argv.slice(2)

if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name) || !purpose) {
  console.error('usage: pnpm new <name> "<one line of purpose>" [workspace dependency…]')
  process.exit(2)
}

const tag = floorOf(name, readFloors(home))
if (tag === undefined) {
  console.error(`${name} lives on no floor: add it to tools/floors/floors.json first; nothing was written`)
  process.exit(1)
}

const folder = join(home, 'packages', name)
if (existsSync(join(folder, 'package.json'))) {
  console.error(`packages/${name} exists already; nothing was written`)
  process.exit(1)
}

for (const [path, text] of Object.entries(packageFiles({ name, tag, purpose, dependencies }))) {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  if (!existsSync(target)) await writeFile(target, text)
}
console.log(
  `packages/${name} written. Next: add it to tsconfig.json and to a file in .changeset/, then pnpm install and pnpm check.`,
)
