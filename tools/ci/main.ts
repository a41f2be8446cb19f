/** What `.ci/run` does once everything is installed: runs the steps, and says in its last line how it went. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { home } from '../house/run.js'
import { steps } from './steps.js'
import { sum, type Tally } from './tally.js'

const scratch = await mkdtemp(join(tmpdir(), 'wx-ci-'))
const lines: string[] = []
const tallies: Tally[] = []
for (const step of steps.filter(({ applies }) => applies?.(home) ?? true)) {
  console.log(`\n=== ${step.name}`)
  const began = performance.now()
  const tally = await step.run({ root: home, scratch }).catch(
    (error: unknown): Tally => ({
      passed: 0,
      failed: 1,
      notes: [`the step itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    }),
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  lines.push(`${step.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`)
  lines.push(...tally.notes.map((note) => `  ${note}`))
  tallies.push(tally)
}
await rm(scratch, { recursive: true, force: true })

const total = sum(tallies)
console.log(`\n=== all\n${lines.join('\n')}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
