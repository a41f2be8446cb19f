import { claimContract } from './claim-contract.js'
import type { CoordinatorContractOptions, TestRunner } from './kit.js'
import { lineContract } from './line-contract.js'
import { lockContract } from './lock-contract.js'
import { lossContract } from './loss-contract.js'

export type { CoordinatorContractOptions, CoordinatorFixture, Expectation, TestRunner } from './kit.js'

/**
 * Registers the tests every `Coordinator` must pass. Time passes only through the fixture's `advance`, so one suite judges an
 * implementation in memory (which moves a clock) and one on a server (which waits).
 * @param runner `describe`, `it` and `expect`, for example those of vitest
 * @param options how to make a fresh backend, and how finely it tells time
 */
export function coordinatorContract(runner: TestRunner, options: CoordinatorContractOptions): void {
  claimContract(runner, options)
  lossContract(runner, options)
  lineContract(runner, options)
  lockContract(runner, options)
}
