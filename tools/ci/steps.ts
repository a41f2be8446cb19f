import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpmPin } from '../house/house.js'
import { type RunOptions, run } from '../house/run.js'
import { countGates, countNoticed, countProgram, countTests, sum, type Tally } from './tally.js'

/** What a step works with. */
export interface Place {
  /** Folder of the house. */
  readonly root: string
  /** Folder for reports. */
  readonly scratch: string
}

/** A step of CI. */
export interface Step {
  readonly name: string
  /** Whether there is something to do; always when not given. */
  readonly applies?: (root: string) => boolean
  readonly run: (place: Place) => Promise<Tally>
}

const demo = 'apps/demo/dist/main.js'
const shown = (cwd: string): RunOptions => ({ cwd, show: true, timeoutMs: 1_200_000 })

/** Runs vitest by some command that hands its options on, and counts what its report says. */
async function test(
  { root, scratch }: Place,
  command: readonly string[],
  env: Record<string, string> = {},
): Promise<Tally> {
  const report = join(scratch, `tests-${process.hrtime.bigint()}.json`)
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const [program = '', ...args] = [...command, ...options]
  const ran = await run(program, args, { ...shown(root), env })
  return countTests(existsSync(report) ? readFileSync(report, 'utf8') : undefined, ran.code)
}

/**
 * Every step, in order. The first is the command the README gives (`readmes` holds the README to the same words).
 * Against what is built, only packages and apps are tested again: these tools have nothing built.
 */
export const steps: readonly Step[] = [
  { name: 'tests', run: (place) => test(place, ['npx', '-y', pnpmPin(place.root), 'test']) },
  {
    name: 'gates',
    async run({ root }) {
      const ran = await run('npx', ['-y', pnpmPin(root), 'check'], shown(root))
      return countGates(ran.stdout, ran.code)
    },
  },
  {
    name: 'tests against what is built',
    run: (place) => {
      const vitest = join(place.root, 'node_modules', '.bin', 'vitest')
      return test(place, [vitest, 'run', 'packages/', 'apps/', '--typecheck=false'], { WX_TEST_DIST: '1' })
    },
  },
  {
    name: 'tour of the demo',
    applies: (root) => existsSync(join(root, 'apps', 'demo', 'package.json')),
    async run({ root }) {
      const ran = await run('node', [demo, '--tour'], { ...shown(root), timeoutMs: 300_000 })
      return countProgram(ran.output, ran.code)
    },
  },
  {
    name: 'what the tour notices when it is broken',
    applies: (root) => existsSync(join(root, 'apps', 'demo', 'package.json')),
    run: ({ root }) => noticed(root),
  },
]

/** `--break list` names the steps, one per line; with each of them broken the tour must end there. */
async function noticed(root: string): Promise<Tally> {
  const list = await run('node', [demo, '--break', 'list'], { cwd: root, timeoutMs: 60_000 })
  const faults = list.stdout.split('\n').filter((line) => /^[\w-]+$/.test(line))
  if (list.code !== 0 || faults.length === 0) {
    return { passed: 0, failed: 1, notes: [`"${demo} --break list" names no fault (exit code ${list.code})`] }
  }
  const tallies: Tally[] = []
  for (const fault of faults) {
    const ran = await run('node', [demo, '--tour', '--break', fault], { cwd: root, timeoutMs: 120_000 })
    tallies.push(countNoticed(fault, ran))
  }
  return sum(tallies)
}
