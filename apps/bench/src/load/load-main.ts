import { answerParent } from '../child/answer-parent.js'
import { type Fill, Load, type LoadResult, type Target } from './load.js'

const load = new Load()

const calls = {
  fill: (given: Fill): void => load.fill(given),
  connect: (given: Target): Promise<LoadResult> => load.connect(given),
  go: (given: Pick<Target, 'answers'>): Promise<LoadResult> => load.go(given.answers),
  rest: (_: null): void => load.rest(),
}

export type LoadCalls = typeof calls

answerParent(calls)
