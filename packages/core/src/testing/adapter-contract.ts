import { answerCases } from './adapter-answer-cases.js'
import { bodyCases } from './adapter-body-cases.js'
import { createBench } from './adapter-case.js'
import { failureCases } from './adapter-failure-cases.js'
import type { AdapterSetup, AdapterUnderTest } from './adapter-mount.js'
import { requestCases } from './adapter-request-cases.js'
import type { TestKit } from './test-kit.js'

/**
 * Defines the tests that make an adapter one, over real servers on 127.0.0.1, once for each of its set-ups: what was
 * sent arrives as it was sent, what the handler answers goes out as it is, and whatever goes wrong ends at once and
 * says why.
 * @param kit `{ describe, it, expect }` of the test framework
 * @param adapter how to mount a handler, and what the framework does to bodies in each set-up
 */
export function adapterContract<Setup extends AdapterSetup>(kit: TestKit, adapter: AdapterUnderTest<Setup>): void {
  for (const setup of adapter.setups) {
    const bench = createBench(kit, adapter, setup)
    kit.describe(`${adapter.name}, ${setup.name}`, () => {
      bodyCases(bench)
      requestCases(bench)
      answerCases(bench)
      failureCases(bench)
    })
  }
}
