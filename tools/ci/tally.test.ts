import { describe, expect, it } from 'vitest'
import { countGates, countNoticed, countProgram, countTests, sum } from './tally.js'

const passing = { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [{ status: 'passed' }] }

const report = (over: object = {}): string =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [passing],
    ...over,
  })

describe('a run of tests', () => {
  it('counts what passed and failed', () => {
    const failing = { ...passing, status: 'failed', assertionResults: [{ status: 'failed' }] }
    expect(countTests(report(), 0)).toEqual({ passed: 3, failed: 0, notes: [] })
    expect(countTests(report({ numFailedTests: 1, testResults: [failing] }), 1)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('fails without a report', () => {
    expect(countTests(undefined, 0).failed).toBe(1)
  })

  it('fails when no test ran', () => {
    expect(countTests(report({ numPassedTests: 0, testResults: [] }), 0)).toEqual({
      passed: 0,
      failed: 1,
      notes: ['not a single test ran'],
    })
  })

  it('fails when a file broke before its tests ran', () => {
    const broken = { name: 'b.test.ts', status: 'failed', message: 'cannot find it\nat b', assertionResults: [] }
    expect(countTests(report({ testResults: [passing, broken] }), 1)).toEqual({
      passed: 3,
      failed: 1,
      notes: ['b.test.ts failed before its tests ran: cannot find it'],
    })
  })

  it('fails when tests were skipped or left to do', () => {
    expect(countTests(report({ numPendingTests: 1, numTodoTests: 1 }), 0)).toMatchObject({ passed: 3, failed: 2 })
  })

  it('fails when the exit code has no other explanation', () => {
    expect(countTests(report(), 1)).toMatchObject({ passed: 3, failed: 1 })
  })
})

describe('a run of gates', () => {
  it('is counted from its last line', () => {
    expect(countGates('9 passed, 9 failed\nok\n7 passed, 2 failed\n', 1)).toMatchObject({ passed: 7, failed: 2 })
  })

  it.each([
    ['', 0],
    ['7 passed, 0 failed\nand more\n', 0],
    ['0 passed, 0 failed\n', 0],
    ['7 passed, 0 failed\n', 1],
  ])('fails when it does not add up: %j with exit code %i', (stdout, code) => {
    expect(countGates(stdout, code).failed).toBe(1)
  })
})

describe('a program', () => {
  it('must end well and say something', () => {
    expect(countProgram('done\n', 0)).toEqual({ passed: 1, failed: 0, notes: [] })
    expect(countProgram('done\n', 2).failed).toBe(1)
    expect(countProgram(' \n', 0).failed).toBe(1)
  })

  it('must notice what is broken, and come to an end', () => {
    const output = "The tour ended at step 'text', which was broken on purpose."
    expect(countNoticed('text', { output, code: 1 }).passed).toBe(1)
    expect(countNoticed('text', { output, code: 0 }).failed).toBe(1)
    expect(countNoticed('text', { output, code: 124 }).failed).toBe(1)
    expect(countNoticed('image', { output, code: 1 }).failed).toBe(1)
    expect(countNoticed('text', { output: 'TypeError', code: 1 }).failed).toBe(1)
  })
})

it('tallies add up', () => {
  const tallies = [countProgram('a', 0), countProgram('', 0)]
  expect(sum(tallies)).toEqual({
    passed: 1,
    failed: 1,
    notes: ['it said nothing, so nothing is known to have happened'],
  })
})
