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

  it('with a page for every quota and permission: its own, or the one for all', () => {
    const table = {
      list: { ...plain.list, quota: { limit: 5, source: 'doc/pets.html' } },
      feed: { ...plain.feed, quota: { limit: 7 }, permission: { may: ['service'], source: 'doc/pets.html' } },
    } as const
    const rows = expandRows<PetApi, typeof table>('pet', table, { permission: { may: ['miniProgram'] } })
    const root = 'https://developers.weixin.qq.com/doc'
    expect(rows.list.quota).toEqual({ limit: 5, source: `${root}/pets.html` })
    expect(rows.feed.quota).toEqual({ limit: 7, source: `${root}/service/Message_Management/API_Call_Limits.html` })
    expect(rows.list.permission).toEqual({
      may: ['miniProgram'],
      source: `${root}/offiaccount/Getting_Started/Explanation_of_interface_privileges.html`,
    })
    expect(rows.feed.permission).toEqual({ may: ['service'], source: `${root}/pets.html` })
  })
})
