/**
 * `pnpm check [gate…]`: runs the gates, all of them by default, and says in its last line how many passed. A gate
 * that looked at nothing fails.
 */
import { home } from '../house/run.js'
import { passes } from './gate.js'
import { gates } from './gates.js'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name))
if (unknown.length > 0) {
  console.error(`no such gate: ${unknown.join(', ')}. There are: ${gates.map((gate) => gate.name).join(', ')}`)
  process.exit(2)
}

const chosen = gates.filter((gate) => wanted.length === 0 || wanted.includes(gate.name))
const failed: string[] = []
for (const gate of chosen) {
  const began = performance.now()
  const findings = await gate.run(home).catch((error: unknown) => ({
    looked: 0,
    unit: 'things',
    problems: [`the gate itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
  }))
  const passed = passes(findings)
  if (!passed) failed.push(gate.name)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    `${passed ? 'ok  ' : 'FAIL'} ${gate.name}: ${gate.promise} (${findings.looked} ${findings.unit}, ${seconds} s)`,
  )
  for (const problem of findings.problems) console.log(problem.replace(/^/gm, '       '))
  if (findings.looked === 0) console.log('       it looked at nothing, which proves nothing')
}

if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`)
console.log(`${chosen.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
