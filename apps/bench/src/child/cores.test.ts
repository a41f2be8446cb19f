import { describe, expect, it } from 'vitest'
import { readCpuList } from './cores.js'

describe('readCpuList', () => {
  it.each([
    ['0,1', [0, 1]],
    ['0-3,8', [0, 1, 2, 3, 8]],
    [' 5\n', [5]],
    ['', []],
    ['nonsense', []],
  ])('reads %j', (text, cpus) => expect(readCpuList(text)).toEqual(cpus))
})
