import { describe, expect, it } from 'vitest'
import { byOwner, selfTimes } from './self-time.js'

const node = (id: number, functionName: string, url: string) => ({
  id,
  callFrame: { functionName, scriptId: '0', url, lineNumber: 9, columnNumber: 0 },
})

const profile = {
  startTime: 0,
  endTime: 100,
  nodes: [
    node(1, '(idle)', ''),
    node(2, 'handle', 'file:///home/someone/code/packages/robot/dist/robot.js'),
    node(3, 'emit', 'node:events'),
    node(4, '(garbage collector)', ''),
    node(5, 'handle', 'file:///home/someone/code/packages/robot/dist/robot.js'),
    node(6, 'parse', 'file:///home/someone/code/node_modules/.pnpm/saxes@6/node_modules/saxes/saxes.js'),
  ],
  samples: [1, 2, 3, 4, 5, 6],
  timeDeltas: [50, 20, 30, 10, 20, 20],
}

describe('selfTimes', () => {
  it('adds up by function, and leaves idle time out', () => {
    const [first, second] = selfTimes(profile)
    expect(first).toEqual({ name: 'handle', place: '@wx/robot/robot.js:10', share: 0.4 })
    expect(second).toEqual({ name: 'emit', place: 'node:events:10', share: 0.3 })
  })

  it('shows nothing of the machine', () => expect(JSON.stringify(selfTimes(profile))).not.toContain('someone'))

  it('tells owners apart', () => {
    expect(byOwner(selfTimes(profile)).map(({ owner }) => owner)).toEqual([
      '@wx/robot',
      'node',
      'saxes',
      '(garbage collector)',
    ])
  })
})
