import type { Awaitable } from '../coordinator.js'
import { claimContract } from './claim-contract.js'
import type { CoordinatorContractOptions, TestRunner } from './kit.js'
import { lineContract } from './line-contract.js'
import { lockContract } from './lock-contract.js'
import { lossContract } from './loss-contract.js'
import { expiryContract } from './store-expiry.js'
import { failureContract } from './store-failures.js'
import { type StoreContractOptions, type StoreFixture, storeSuite } from './store-kit.js'
import { namespaceContract } from './store-namespaces.js'
import { raceContract } from './store-races.js'
import { valueContract } from './store-values.js'

export type { CoordinatorContractOptions, CoordinatorFixture, Expectation, TestRunner } from './kit.js'
export { hasRedisServer, type RedisServer, startRedis } from './redis-server.js'
export type { StoreCapabilities, StoreContractOptions, StoreFixture, StoreHandle } from './store-kit.js'

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

/**
 * Registers the tests every store for contexts must pass: a `KeyvStore` of one's own, an adapter of Keyv's, a Map.
 * @param runner `describe`, `it` and `expect`, for example those of vitest
 * @param create a fresh, empty backend; called once per test
 * @param options what the store can do (everything, unless it is said that it cannot), and how finely it tells time
 */
export function storeContract(
  runner: TestRunner,
  create: () => Awaitable<StoreFixture>,
  options: StoreContractOptions = {},
): void {
  const suite = storeSuite(runner, create, options)
  valueContract(suite)
  namespaceContract(suite)
  expiryContract(suite)
  raceContract(suite)
  failureContract(suite)
}
