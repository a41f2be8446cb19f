import { describe, expect, it } from 'vitest'
import { oddPushes } from '../../scripts/fuzz/odd-pushes.js'
import { fuzz } from '../../scripts/fuzz/run.js'

describe('any body at all', () => {
  it('is read or refused, alike by both readers and from bytes and text, and changes nothing', () => {
    // Another seed for each run, so that many runs see more than one does. Set it to have a finding again.
    const seed = Number(process.env['WX_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 32))
    console.log(`fuzz seed: ${seed} (WX_FUZZ_SEED=${seed} repeats this run)`)
    const { cases, read, finding } = fuzz({
      seed,
      corpus: oddPushes.map(({ body }) => body),
      goesOn: (cases) => cases < 3_000,
    })
    expect(finding, `seed ${seed}`).toBeUndefined()
    expect(read).toBeGreaterThan(cases / 10)
    expect(cases - read).toBeGreaterThan(cases / 10)
  })
})
