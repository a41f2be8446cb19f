/**
 * `pnpm new <name> <floor> "<purpose>" [dependency…]`: writes a package of the house.
 *
 * Every package is made here, so they are alike; `tools/check/shape.ts` holds them to it afterwards.
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageFiles } from './template.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const [name, floor, purpose, ...dependencies] = process.argv.slice(2)

if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name) || !/^[0-5]$/.test(floor ?? '') || !purpose) {
  console.error('usage: pnpm new <name> <floor 0-5> "<one line of purpose>" [workspace dependency…]')
  process.exit(2)
}

const folder = join(root, 'packages', name)
if (existsSync(join(folder, 'package.json'))) {
  console.error(`packages/${name} exists already; nothing was written`)
  process.exit(1)
}

const files = packageFiles({ name, floor: Number(floor), purpose, dependencies })
for (const [path, text] of Object.entries(files)) {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  if (!existsSync(target)) await writeFile(target, text)
}
console.log(`packages/${name} written. Next: add it to tsconfig.json and the README's table, then pnpm install.`)
