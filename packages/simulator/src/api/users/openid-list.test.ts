import { describe, expect, it } from 'vitest'
import { OpenidList } from './openid-list.js'

const listOf = (...openids: string[]): OpenidList => {
  const list = new OpenidList()
  for (const openid of openids) list.add(openid)
  return list
}

describe('a list of openids', () => {
  it('keeps the order in which they came; who comes again stands at the end', () => {
    const list = listOf('a', 'b', 'c')
    list.add('a')
    list.delete('b')
    list.delete('b')
    list.add('b')
    expect([list.values(), list.size]).toEqual([['a', 'c', 'b'], 3])
  })

  it('is read by pages of 10,000', () => {
    const list = listOf(...Array.from({ length: 10_001 }, (_, index) => String(index)))
    const first = list.page('')
    expect([first?.openids.length, first?.nextOpenid]).toEqual([10_000, '9999'])
    expect(list.page('9999')).toEqual({ openids: ['10000'], nextOpenid: '10000' })
    expect(list.page('10000')).toEqual({ openids: [], nextOpenid: '' })
  })

  it('a page can begin after somebody who left, and after nobody else', () => {
    const list = listOf('a', 'b', 'c')
    list.delete('b')
    expect(list.page('b')?.openids).toEqual(['c'])
    expect(list.page('x')).toBeUndefined()
  })
})
