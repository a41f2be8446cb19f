import { describe, expect, it } from 'vitest'
import { median, pairedRatio, percentile } from './statistics.js'

describe('median', () => {
  it('is the value in the middle, by number and not by text', () => {
    expect(median([100, 9, 20])).toBe(20)
    expect(median([5])).toBe(5)
  })

  it('is the mean of the two in the middle of an even number', () => expect(median([4, 1, 3, 2])).toBe(2.5))

  it('is no number when there is no value', () => expect(median([])).toBeNaN())

  it('leaves the values as they are', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
})

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)

  it('is the smallest value that enough values do not exceed', () => {
    expect(percentile(hundred, 0.5)).toBe(50)
    expect(percentile(hundred, 0.99)).toBe(99)
    expect(percentile(hundred, 1)).toBe(100)
    expect(percentile(hundred, 0)).toBe(1)
  })
})

describe('pairedRatio', () => {
  it('compares round by round, so a slow round does not count', () =>
    expect(pairedRatio([10, 100, 10], [20, 200, 20])).toBe(0.5))
})
