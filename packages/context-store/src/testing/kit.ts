import type { Awaitable, ClaimOptions, Coordinator } from '../coordinator.js'

/** What the suites need of an assertion; vitest's and jest's fit. */
export interface Expectation {
  toBe(expected: unknown): unknown
  toEqual(expected: unknown): unknown
  toBeGreaterThan(expected: number): unknown
}

/** What the suites need of a test runner; vitest's module itself fits. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => Promise<void>) => unknown
  readonly expect: (actual: unknown, message?: string) => Expectation
}

/** One empty backend under test. */
export interface CoordinatorFixture {
  readonly coordinator: Coordinator
  /** Other handles on the same backend, as other processes have them. Default: the same handle once more. */
  readonly peers?: readonly Coordinator[]
  /** Lets `ms` milliseconds of the backend's time pass, and everything that they set off happen. */
  advance(ms: number): Promise<void>
  dispose?(): Awaitable<unknown>
}

export interface CoordinatorContractOptions {
  /** A fresh, empty backend; called once per test. */
  create(): Awaitable<CoordinatorFixture>
  /**
   * The shortest stretch of time, in milliseconds, that the suite relies on: 1 (default) where `advance` moves a clock; where it
   * really waits, several times what a handful of round trips takes.
   */
  readonly granularityMs?: number
}

/** A fixture as the suites use it. */
export interface Bench {
  readonly a: Coordinator
  /** Another handle, where there is one. */
  readonly b: Coordinator
  /** The handle of the n-th of many. */
  nth(n: number): Coordinator
  /** Lets as many units of time pass; a unit is the granularity. */
  pass(units: number): Promise<void>
  /** Gives everything under way the time to happen. */
  quiet(): Promise<void>
  /** Claim options; spans in units. */
  claim(options?: SpanOptions): ClaimOptions
  /** Units as milliseconds. */
  ms(units: number): number
}

export type SpanOptions = Partial<Omit<ClaimOptions, 'leaseMs' | 'keepMs'>> & {
  readonly lease?: number
  readonly keep?: number
}

/** Units a lease has that no test outlives, and one that tests wait for. */
export const long = 4_000
export const short = 12

/** A test over a fresh backend. */
export type BenchTest = (name: string, body: (bench: Bench) => Promise<void>) => void

export function benchTests({ it }: TestRunner, options: CoordinatorContractOptions): BenchTest {
  const unit = options.granularityMs ?? 1
  return (name, body) => {
    it(name, async () => {
      const fixture = await options.create()
      const handles = [fixture.coordinator, ...(fixture.peers ?? [])]
      const nth = (n: number): Coordinator => handles[n % handles.length] ?? fixture.coordinator
      try {
        await body({
          a: nth(0),
          b: nth(1),
          nth,
          pass: (units) => fixture.advance(units * unit),
          quiet: () => fixture.advance(unit),
          claim: ({ lease = long, keep = long, onLostOwner = 'rerun', ...rest } = {}) => ({
            leaseMs: lease * unit,
            keepMs: keep * unit,
            onLostOwner,
            ...rest,
          }),
          ms: (units) => units * unit,
        })
      } finally {
        await fixture.dispose?.()
      }
    })
  }
}

/** What became of a promise so far. */
export interface Watched {
  /** What it resolved or rejected with; empty while it is pending. */
  readonly results: readonly unknown[]
}

export function watch(promise: Awaitable<unknown>): Watched {
  const results: unknown[] = []
  const note = (result: unknown) => {
    results.push(result)
  }
  Promise.resolve(promise).then(note, note)
  return { results }
}

/** What a call rejects (or throws) with; undefined when it does not. */
export async function failureOf(call: () => Awaitable<unknown>): Promise<unknown> {
  try {
    await call()
    return undefined
  } catch (error) {
    return error
  }
}

/** As many calls at once, each through the next handle. */
export function atOnce<Result>(
  bench: Bench,
  count: number,
  call: (handle: Coordinator, n: number) => Awaitable<Result>,
): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, async (_, n) => call(bench.nth(n), n)))
}

/** A claim that must be had, as its fence and whether it is first. */
export async function claimed(
  handle: Coordinator,
  key: string,
  options: ClaimOptions,
): Promise<{ readonly fence: number; readonly attempt: number; readonly lostOwner: boolean; readonly first: boolean }> {
  const claim = await handle.claim(key, options)
  if (claim.state !== 'claimed') throw new Error(`expected to get the claim of "${key}", but it is ${claim.state}`)
  return claim
}

/** Names in which separators, quotes, spaces and other alphabets would run together if they were merely joined. */
export const oddNames: readonly string[] = [
  'a',
  'A',
  'a ',
  ' a',
  'a|b',
  'a:b',
  'a||b',
  'a::b',
  'a|b:c',
  'a:b|c',
  'a%7Cb',
  'a%3Ab',
  '{a}',
  '{a}:b',
  'a*',
  'a?',
  '[a]',
  'a\\b',
  "a'b",
  'a"b',
  'a\nb',
  'a\r\nb',
  '__proto__',
  'constructor',
  '用户',
  '用户|消息',
  '🦄',
  'é',
  'e\u0301',
  'x'.repeat(300),
  `${'x'.repeat(300)}y`,
]
