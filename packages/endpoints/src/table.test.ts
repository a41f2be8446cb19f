import { describe, expect, it } from 'vitest'
import { expandRows } from './table.js'

interface PetApi {
  list(): Promise<unknown>
  feed(request: { id: string }): Promise<unknown>
}

const plain = { list: { call: 'GET /pets' }, feed: { call: 'POST /pets/feed' } } as const

describe('a table becomes rows', () => {
  it('by the rules, where it says nothing', () => {
    const shared = {
      platform: 'officialAccount',
      domain: 'pet',
      auth: 'access_token',
      answer: 'json',
      status: 'current',
    }
    expect(expandRows<PetApi, typeof plain>('pet', plain)).toEqual({
      list: { ...shared, id: 'pet.list', method: 'GET', path: '/pets', body: 'none', retry: 'safe' },
      feed: { ...shared, id: 'pet.feed', method: 'POST', path: '/pets/feed', body: 'json', retry: 'never' },
    })
  })

  it('by what holds for the domain, and above that by what holds for the method', () => {
    const table = {
      ...plain,
      feed: { call: 'POST /pets/feed', status: 'current', retry: 'safe', id: 'pet.give.food' },
    } as const
    const rows = expandRows<PetApi, typeof table>('pet', table, { platform: 'both', status: 'legacy' })
    expect(rows.list).toMatchObject({ platform: 'both', status: 'legacy' })
    expect(rows.feed).toMatchObject({ platform: 'both', status: 'current', retry: 'safe', id: 'pet.give.food' })
  })

  it('with the action taken out of the path, and pages made whole', () => {
    const table = { ...plain, feed: { call: 'POST /pets?action=feed', docs: 'doc/pets.html' } } as const
    expect(expandRows<PetApi, typeof table>('pet', table).feed).toMatchObject({
      path: '/pets',
      action: 'feed',
      actionIn: 'query',
      constants: { action: 'feed' },
      docs: 'https://developers.weixin.qq.com/doc/pets.html',
    })
  })
})
