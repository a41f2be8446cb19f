/** What a gate found. */
export interface Findings {
  /** How many things it looked at. A gate that looked at nothing has proved nothing: that is a failure. */
  readonly looked: number
  /** What the number counts: `files`, `modules`, `tarballs`. */
  readonly unit: string
  /** One entry per violation, in words: where, what, and what to do. */
  readonly problems: readonly string[]
}

/** One thing the house promises about itself. */
export interface Gate {
  /** What `pnpm check <name>` calls it. */
  readonly name: string
  /** The promise, in one line. */
  readonly promise: string
  /** @param root folder of the house, the real one or a copy in a test */
  readonly run: (root: string) => Promise<Findings>
}

/** Whether the findings let the house pass: something was looked at, and nothing was wrong. */
export const passes = (findings: Findings): boolean => findings.looked > 0 && findings.problems.length === 0

/** Several looks at the same things as one: all problems, and the smallest count, so that one blind tool shows. */
export function together(all: readonly Findings[]): Findings {
  const fewest = all.reduce<Findings | undefined>((a, b) => (a === undefined || b.looked < a.looked ? b : a), undefined)
  return {
    looked: fewest?.looked ?? 0,
    unit: fewest?.unit ?? 'things',
    problems: all.flatMap((findings) => findings.problems),
  }
}
