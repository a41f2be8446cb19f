import { describe, expect, it } from 'vitest'
import { aims } from './aims.js'
import { aimsTable } from './report/aims-table.js'
import type { Results } from './results.js'
import type { Standing } from './webhook/measure.js'

const standing = (id: Standing['id'], cpu: readonly number[]): Standing => ({
  id,
  form: 'plain',
  cpu,
  cpuMedian: cpu[0] ?? 0,
  p50Ms: 1,
  p99Ms: 1,
  requestsPerSecond: 1,
  checked: 1,
  wrong: 0,
})

const results = (robot: number): Results => ({
  machine: {
    node: '20',
    v8: '11',
    platform: 'linux x64',
    cpu: 'some',
    cores: 2,
    memoryGb: 8,
    pinned: true,
    busyBefore: 0,
  },
  standings: [standing('limit', [30, 30]), standing('robot', [robot, robot])],
})

describe('the aims', () => {
  it('are met from the ratio on, and missed below it', () => {
    expect(aimsTable(aims, results(30 / 0.81))).toMatch(/against the limit, plain .* 0\.81 × \| +met \|/)
    expect(aimsTable(aims, results(30 / 0.79))).toMatch(/against the limit, plain .* 0\.79 × \| +\*\*missed\*\* \|/)
  })

  it('that were not measured are counted, not judged', () => {
    const shown = aimsTable(aims, results(40))
    expect(shown).toContain(`${aims.length - 1} more were not measured`)
    expect(shown).not.toContain('memory')
  })
})
