import { describe, expect, it } from 'vitest'
import { readOptions, sections } from './options.js'

describe('readOptions', () => {
  it('measures everything when nothing is asked for', () => expect(readOptions([]).sections).toEqual(sections))

  it('does less when it has to be quick', () => {
    expect(readOptions(['--quick']).effort.requests).toBeLessThan(readOptions([]).effort.requests)
  })

  it('takes sections, a file and a folder', () => {
    const options = readOptions(['--only', 'parts', '--only', 'cold', '--json', 'out.json', '--profile', 'profiles'])
    expect(options).toMatchObject({ sections: ['parts', 'cold'], json: 'out.json', profile: 'profiles' })
  })

  it.each([[['--only', 'speed']], [['--fast']], [['webhook']]])('refuses %j', (args) => {
    expect(() => readOptions(args)).toThrow()
  })
})
