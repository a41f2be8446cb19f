import { answerParent } from '../child/answer-parent.js'
import { type PartResult, timePart } from './op.js'
import { allParts } from './parts.js'

const calls = {
  async time({ rounds }: { readonly rounds: number }): Promise<readonly PartResult[]> {
    const results: PartResult[] = []
    for (const part of allParts()) {
      results.push(await timePart(part, rounds))
      globalThis.gc?.()
    }
    return results
  },
}

export type PartCalls = typeof calls

answerParent(calls)
