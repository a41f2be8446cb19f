/** What a contract needs of a test framework: vitest's module fits, and so do Jest's globals. */
export interface TestKit {
  readonly describe: (name: string, define: () => void) => unknown
  readonly it: (name: string, test: () => Promise<void>) => unknown
  readonly expect: (actual: unknown) => Expectation
}

/** The assertions contracts use. */
export interface Expectation {
  toBe(expected: unknown): unknown
  toEqual(expected: unknown): unknown
  toMatch(expected: RegExp): unknown
  toContain(expected: unknown): unknown
}
