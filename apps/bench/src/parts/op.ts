import { cpuTime } from '../cpu-time.js'
import { median } from '../statistics.js'

/** One way of doing a piece of work, timed in batches. */
export interface Op {
  readonly label: string
  /** Makes `count` inputs, which does not count, and works on them. @returns nanoseconds of CPU for each */
  batch(count: number): Promise<number>
}

/** Work that is done at once. */
export function op<Input>(
  label: string,
  inputs: (count: number) => readonly Input[],
  run: (input: Input) => unknown,
): Op {
  return {
    label,
    async batch(count) {
      const given = inputs(count)
      const start = cpuTime()
      for (const input of given) run(input)
      return (1000 * (cpuTime() - start)) / count
    },
  }
}

/** Work that ends later: each piece is waited for before the next one begins. */
export function asyncOp<Input>(
  label: string,
  inputs: (count: number) => readonly Input[],
  run: (input: Input) => Promise<unknown>,
): Op {
  return {
    label,
    async batch(count) {
      const given = inputs(count)
      const start = cpuTime()
      for (const input of given) await run(input)
      return (1000 * (cpuTime() - start)) / count
    },
  }
}

/** A piece of work, done in several ways; the first one is what the others are compared with. */
export interface Part {
  readonly title: string
  readonly ops: readonly Op[]
}

/** What an op took: nanoseconds of CPU, in the middle of all batches. */
export interface PartResult {
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly ns: number }[]
}

/** Inputs of one batch. */
const batchSize = 500
/** Batches before anything counts: enough for the compiler to have done its work. */
const warmUps = 8

/** Times the ops of a part in turns. */
export async function timePart({ title, ops }: Part, rounds: number): Promise<PartResult> {
  const timed = ops.map((it) => ({ it, ns: [] as number[] }))
  for (const { it } of timed) for (let i = 0; i < warmUps; i++) await it.batch(batchSize)
  for (let round = 0; round < rounds; round++) {
    for (const { it, ns } of timed) ns.push(await it.batch(batchSize))
  }
  return { title, rows: timed.map(({ it, ns }) => ({ label: it.label, ns: median(ns) })) }
}
