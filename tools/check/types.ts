/** Everything type-checks: the packages as they are built, then the tests, the apps and these tools. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '../house/house.js'
import { run, tail, tool } from '../house/run.js'
import { type Findings, together } from './gate.js'

interface Solution {
  readonly references?: readonly { readonly path: string }[]
}

export async function types(root: string): Promise<Findings> {
  const built = await build(root)
  return existsSync(join(root, 'tsconfig.tests.json')) ? together([built, await tests(root)]) : built
}

/** `tsc -b`: every package the root tsconfig refers to. */
export async function build(root: string): Promise<Findings> {
  const ran = await run(tool('tsc'), ['-b', '--pretty', 'false'], { cwd: root })
  const { references = [] } = readJson<Solution>(root, 'tsconfig.json')
  return { looked: references.length, unit: 'projects', problems: problemsOf('tsc -b', ran) }
}

async function tests(root: string): Promise<Findings> {
  const ran = await run(tool('tsc'), ['-p', 'tsconfig.tests.json', '--pretty', 'false', '--listFiles'], { cwd: root })
  const own = ran.stdout.split('\n').filter((line) => line.startsWith(root) && !line.includes('node_modules'))
  const output = ran.output
    .split('\n')
    .filter((line) => !line.startsWith('/'))
    .join('\n')
  return { looked: own.length, unit: 'files', problems: problemsOf('tsc -p tsconfig.tests.json', { ...ran, output }) }
}

const problemsOf = (what: string, ran: { readonly code: number; readonly output: string }): readonly string[] =>
  ran.code === 0 ? [] : [`${what}:\n${tail(ran.output, 200)}`]
