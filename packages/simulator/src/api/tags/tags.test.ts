import { describe, expect, it, onTestFinished } from 'vitest'
import { stage } from '../../testing/stage.js'

async function staged() {
  const it = await stage(onTestFinished)
  const { call } = it
  const post = async (path: string, body: object) => (await call(`POST /cgi-bin/${path}`, { body })).json
  const create = (name: unknown) => post('tags/create', { tag: { name } })
  const tag = async (name: string) => ((await create(name)) as { tag: { id: number } }).tag.id
  const put = async (tagid: unknown, openids: unknown) =>
    (await post('tags/members/batchtagging', { tagid, openid_list: openids }))['errcode']
  const take = async (tagid: unknown, openids: unknown) =>
    (await post('tags/members/batchuntagging', { tagid, openid_list: openids }))['errcode']
  const list = async () => (await call('GET /cgi-bin/tags/get')).json
  const idsOf = (openid: unknown) => post('tags/getidlist', { openid })
  return { ...it, post, create, tag, put, take, list, idsOf }
}

const stranger = `o${'x'.repeat(27)}`

describe('tags', () => {
  it('are created, renamed, listed with their counts, and deleted', async () => {
    const { create, tag, put, list, post, idsOf, user } = await staged()
    expect(await create('广东')).toEqual({ tag: { id: 100, name: '广东' } })
    const second = await tag('b')
    expect(await put(100, [user.openid])).toBe(0)
    expect(await post('tags/update', { tag: { id: second, name: 'c' } })).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(await list()).toEqual({
      tags: [
        { id: 2, name: '星标组', count: 0 },
        { id: 100, name: '广东', count: 1 },
        { id: second, name: 'c', count: 0 },
      ],
    })
    expect(await post('tags/delete', { tag: { id: 100 } })).toMatchObject({ errcode: 0 })
    expect(await idsOf(user.openid)).toEqual({ tagid_list: [] })
    expect(await tag('广东')).toBe(102)
  })

  it.each<[number, string, unknown]>([
    [45157, 'no name', undefined],
    [45157, 'an empty name', ''],
    [45157, 'a name that is taken', '星标组'],
    [45158, 'a name of 31 bytes', 'a'.repeat(31)],
    [45158, 'a name of 11 characters in 33 bytes', '一'.repeat(11)],
  ])('%i: %s', async (code, _, name) => {
    const { create, tag, post } = await staged()
    expect(await create(name)).toMatchObject({ errcode: code })
    const id = await tag('一'.repeat(10))
    expect(await post('tags/update', { tag: { id, name } })).toMatchObject({ errcode: code })
    expect(await post('tags/update', { tag: { id, name: '一'.repeat(10) } })).toMatchObject({ errcode: 0 })
  })

  it('45056: an account has a hundred', async () => {
    const { tag, create } = await staged()
    for (let count = 0; count < 100; count++) await tag(`t${count}`)
    expect(await create('one more')).toMatchObject({ errcode: 45056 })
  })

  it('45058 for those of the platform, 45159 for what is none', async () => {
    const { post } = await staged()
    const change = async (id: unknown) => [
      (await post('tags/update', { tag: { id, name: 'n' } }))['errcode'],
      (await post('tags/delete', { tag: { id } }))['errcode'],
    ]
    for (const id of [0, 1, 2]) expect(await change(id)).toEqual([45058, 45058])
    for (const id of [999, 'x', undefined]) expect(await change(id)).toEqual([45159, 45159])
  })

  it('45057: one that more than 100,000 followers carry must be emptied first', async () => {
    const { tag, post, account } = await staged()
    const id = await tag('crowd')
    for (let count = 0; count <= 100_000; count++) account.state.tags.tag(id, `o${count}`)
    expect(await post('tags/delete', { tag: { id } })).toMatchObject({ errcode: 45057 })
    account.state.tags.untag(id, 'o0')
    expect(await post('tags/delete', { tag: { id } })).toMatchObject({ errcode: 0 })
    expect(account.state.tags.of('o5')).toEqual([])
  })
})

describe('tagging', () => {
  it('puts a tag on followers and takes it off, also twice', async () => {
    const { tag, put, take, idsOf, user, account } = await staged()
    const [a, b] = [await tag('a'), await tag('b')]
    const other = account.createUser()
    expect(await put(b, [user.openid])).toBe(0)
    expect(await put(a, [user.openid, other.openid])).toBe(0)
    expect(await put(a, [user.openid])).toBe(0)
    expect(await idsOf(user.openid)).toEqual({ tagid_list: [b, a] })
    expect(account.state.tags.members(a)).toEqual([user.openid, other.openid])
    expect([await take(b, [user.openid]), await take(b, [user.openid])]).toEqual([0, 0])
    expect(await idsOf(user.openid)).toEqual({ tagid_list: [a] })
    expect([account.state.tags.members(b), account.state.tags.members(999)]).toEqual([[], []])
  })

  it('is done for all of them or for none', async () => {
    const { tag, put, user, account } = await staged()
    const id = await tag('a')
    const gone = account.createUser()
    await gone.unfollow()
    for (const openids of [
      [user.openid, stranger],
      [user.openid, gone.openid],
    ]) {
      expect(await put(id, openids)).toBe(49003)
    }
    expect(await put(id, [user.openid, 'me'])).toBe(40003)
    expect(account.state.tags.members(id)).toEqual([])
  })

  it('takes 50 openids', async () => {
    const { tag, put, take, account } = await staged()
    const id = await tag('a')
    const openids = account.createUsers(51).map((it) => it.openid)
    expect([await put(id, openids), await put(id, openids.slice(1)), await take(id, openids)]).toEqual([
      40032, 0, 40032,
    ])
    expect([await put(id, []), await put(id, undefined), await put(id, [1])]).toEqual([40032, 40031, 40031])
  })

  it('45159 for an unknown tag, and for one under another name', async () => {
    const { put, take, post, user } = await staged()
    expect([await put(999, [user.openid]), await take(0, [user.openid])]).toEqual([45159, 45159])
    expect(await post('tags/members/batchtagging', { tagId: 2, openid_list: [user.openid] })).toMatchObject({
      errcode: 45159,
      errmsg: expect.stringContaining('invalid tag id'),
    })
  })

  it('45059: a follower carries 20', async () => {
    const { tag, put, user } = await staged()
    const ids: number[] = []
    for (let count = 0; count < 21; count++) ids.push(await tag(`t${count}`))
    for (const id of ids.slice(1)) expect(await put(id, [user.openid])).toBe(0)
    expect([await put(ids[0], [user.openid]), await put(ids[1], [user.openid])]).toEqual([45059, 0])
  })

  it('ends when the user leaves', async () => {
    const { tag, put, user, account, idsOf } = await staged()
    const id = await tag('a')
    await put(id, [user.openid])
    await user.unfollow()
    expect(account.state.tags.members(id)).toEqual([])
    expect(await idsOf(user.openid)).toMatchObject({ errcode: 40003 })
    expect(await idsOf(undefined)).toMatchObject({ errcode: 40003 })
  })
})

describe('user/tag/get', () => {
  it('reads who carries a tag by pages', async () => {
    const { tag, post, account } = await staged()
    const id = await tag('a')
    const page = (next?: string) =>
      post('user/tag/get', { tagid: id, ...(next === undefined ? {} : { next_openid: next }) })
    expect(await page()).toEqual({ count: 0, next_openid: '' })
    const openids = account.createUsers(10_001).map((it) => it.openid)
    for (const openid of openids) account.state.tags.tag(id, openid)
    const first = await page('')
    expect(first).toMatchObject({ count: 10_000, next_openid: openids[9_999] })
    expect(await page(openids[9_999])).toEqual({
      count: 1,
      data: { openid: [openids[10_000]] },
      next_openid: openids[10_000],
    })
    expect(await page(stranger)).toMatchObject({ errcode: 40003 })
    expect(await post('user/tag/get', { tagid: 999 })).toMatchObject({ errcode: 45159 })
  })
})
