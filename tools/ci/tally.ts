/** How many things passed and failed, and why where it must be said. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly notes: readonly string[]
}

/** The parts of vitest's JSON report that are read here. */
interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** One step that can only pass or fail. */
const one = (problem?: string): Tally =>
  problem === undefined ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [problem] }

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, it) => total + it.passed, 0),
    failed: tallies.reduce((total, it) => total + it.failed, 0),
    notes: tallies.flatMap((it) => it.notes),
  }
}

/**
 * Counts a run of vitest. Files that fail before a test of theirs runs are failures; so are skipped tests, a run
 * without any test, and an exit code that the report does not explain.
 * @param report text of vitest's JSON report, undefined when it wrote none
 */
export function countTests(report: string | undefined, code: number): Tally {
  if (report === undefined) return one(`the tests did not get as far as a report (exit code ${code})`)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    report,
  ) as TestReport
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((it) => it.status === 'failed'),
  )
  const skipped = numPendingTests + numTodoTests
  const told = numFailedTests + broken.length + skipped
  return sum([
    { passed: numPassedTests, failed: numFailedTests, notes: [] },
    ...broken.map(({ name, message }) => one(`${name} failed before its tests ran: ${message.split('\n', 1)[0]}`)),
    ...(skipped === 0
      ? []
      : [{ passed: 0, failed: skipped, notes: [`${skipped} tests were skipped, which proves nothing`] }]),
    ...(numPassedTests + told > 0 ? [] : [one('not a single test ran')]),
    ...(code !== 0 && told === 0 ? [one(`the tests ended with exit code ${code}, though all that ran passed`)] : []),
  ])
}

/** Counts what prints `N passed, N failed` in its last line, as `pnpm check` does. */
export function countGates(stdout: string, code: number): Tally {
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(stdout) ?? []
  if (passed === undefined) return one(`the gates did not say how many passed (exit code ${code})`)
  const counted = { passed: Number(passed), failed: Number(failed), notes: [] }
  if (counted.passed + counted.failed === 0) return one('not a single gate ran')
  return code !== 0 && counted.failed === 0 ? sum([counted, one(`the gates ended with exit code ${code}`)]) : counted
}

/** Counts a program that must end well and say something. */
export function countProgram(output: string, code: number): Tally {
  if (code !== 0) return one(`exit code ${code}`)
  return output.trim() === '' ? one('it said nothing, so nothing is known to have happened') : one()
}

/** Counts the tour when one of its steps was broken: it has to end at that very step, and not by a crash elsewhere. */
export function countNoticed(
  step: string,
  { output, code }: { readonly output: string; readonly code: number },
): Tally {
  if (code === 0) return one(`with "${step}" broken it still ended well: it does not look at it`)
  if (code === 124) return one(`with "${step}" broken it never ended`)
  return output.includes(`ended at step '${step}', which was broken on purpose`)
    ? one()
    : one(`with "${step}" broken it ended somewhere else: ${output.trim().split('\n').at(-1)}`)
}
