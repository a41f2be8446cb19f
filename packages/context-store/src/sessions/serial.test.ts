import { describe, expect, it } from 'vitest'
import { Serial } from './serial.js'

describe('Serial', () => {
  it('runs tasks of one key in order, one at a time, and those of others beside', async () => {
    const serial = new Serial()
    const log: string[] = []
    const task = (name: string) => async () => {
      log.push(`${name} in`)
      await new Promise<void>((resolve) => setImmediate(resolve))
      log.push(`${name} out`)
      return name
    }
    const results = await Promise.all([
      serial.run('a', task('a1')),
      serial.run('a', task('a2')),
      serial.run('b', task('b1')),
    ])
    expect(results).toEqual(['a1', 'a2', 'b1'])
    expect(log.filter((it) => it.startsWith('a'))).toEqual(['a1 in', 'a1 out', 'a2 in', 'a2 out'])
    expect(log.indexOf('b1 in')).toBeLessThan(log.indexOf('a1 out'))
  })

  it('a failed task does not stop the next one, and fails for its own caller only', async () => {
    const serial = new Serial()
    const failed = serial.run('a', async () => {
      throw new Error('first')
    })
    const next = serial.run('a', async () => 'second')
    await expect(failed).rejects.toThrow('first')
    expect(await next).toBe('second')
  })
})
