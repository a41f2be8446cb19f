import { oddPush } from './mutate.js'
import { judge, type Verdict } from './properties.js'
import { seeded } from './random.js'

/** What a run has to begin with and when it ends. */
export interface FuzzOptions {
  readonly seed: number
  /** Bodies to start from, beside a sample of every row. */
  readonly corpus: readonly string[]
  /** Asked before each case, with the number of cases so far. */
  readonly goesOn: (cases: number) => boolean
}

/** What does not hold, and the body for which it does not. */
export interface Finding {
  readonly case: number
  readonly problem: string
  readonly body: string | Uint8Array
}

/** What came of a run. */
export interface FuzzReport {
  readonly cases: number
  /** How many of them were read. Were it none, nothing but refusals would have been tried. */
  readonly read: number
  readonly finding: Finding | undefined
}

/** Makes bodies and looks at what comes of them, until it is told to stop or something does not hold. */
export function fuzz({ seed, corpus, goesOn }: FuzzOptions): FuzzReport {
  const random = seeded(seed)
  let cases = 0
  let read = 0
  for (; goesOn(cases); cases += 1) {
    const body = oddPush(random, corpus)
    const { problem, isRead } = look(body)
    if (problem !== undefined) return { cases: cases + 1, read, finding: { case: cases, problem, body } }
    if (isRead) read += 1
  }
  return { cases, read, finding: undefined }
}

function look(body: string | Uint8Array): Verdict {
  try {
    return judge(body)
  } catch (error) {
    return { problem: `a crash: ${error instanceof Error ? error.stack : String(error)}`, isRead: false }
  }
}
