import { describe, expect, it, onTestFinished } from 'vitest'
import type { CreateAccountOptions } from '../../account.js'
import { stage } from '../../testing/stage.js'

async function staged(options: CreateAccountOptions = { legacyGroups: true, kind: 'service' }) {
  const it = await stage(onTestFinished, { account: options })
  const { call } = it
  const post = async (path: string, body: object) => (await call(`POST /cgi-bin/${path}`, { body })).json
  const group = async (name: string) =>
    ((await post('groups/create', { group: { name } })) as { group: { id: number } }).group.id
  const move = async (openid: unknown, id: unknown) =>
    (await post('groups/members/update', { openid, to_groupid: id }))['errcode']
  const moveAll = async (openids: unknown, id: unknown) =>
    (await post('groups/members/batchupdate', { openid_list: openids, to_groupid: id }))['errcode']
  const of = async (openid: string) => (await post('groups/getid', { openid }))['groupid']
  const list = async () => (await call('GET /cgi-bin/groups/get')).json
  return { ...it, post, group, move, moveAll, of, list }
}

const stranger = `o${'x'.repeat(27)}`

describe('groups', () => {
  it('hold each follower once, and are counted', async () => {
    const { group, move, moveAll, of, list, call, account, user } = await staged()
    const [a, b] = [await group('a'), await group('b')]
    const other = account.createUser()
    account.createUser()
    expect([await move(user.openid, a), await moveAll([user.openid, other.openid], b)]).toEqual([0, 0])
    expect([await of(user.openid), await of(other.openid)]).toEqual([b, b])
    expect(await list()).toEqual({
      groups: [
        { id: 0, name: '未分组', count: 1 },
        { id: 1, name: '黑名单', count: 0 },
        { id: 2, name: '星标组', count: 0 },
        { id: a, name: 'a', count: 0 },
        { id: b, name: 'b', count: 2 },
      ],
    })
    const { json } = await call('GET /cgi-bin/user/info', { query: { openid: user.openid } })
    expect(json).toMatchObject({ groupid: b, tagid_list: [] })
  })

  it('are renamed and deleted; their members are in no group then', async () => {
    const { group, move, of, list, post, user } = await staged()
    const id = await group('a')
    await move(user.openid, id)
    expect(await post('groups/update', { group: { id, name: 'b' } })).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(await list()).toMatchObject({ groups: [{}, {}, {}, { id, name: 'b', count: 1 }] })
    expect(await post('groups/delete', { group: { id } })).toMatchObject({ errcode: 0 })
    expect(await of(user.openid)).toBe(0)
  })

  it('group 1 is the blacklist', async () => {
    const { move, of, post, account, user } = await staged()
    await move(user.openid, 2)
    await move(user.openid, 1)
    expect([await of(user.openid), account.state.blacklist.has(user.openid)]).toEqual([1, true])
    await post('tags/members/batchunblacklist', { openid_list: [user.openid] })
    expect(await of(user.openid)).toBe(0)
    await move(user.openid, 1)
    await move(user.openid, 2)
    expect([await of(user.openid), account.state.blacklist.has(user.openid)]).toEqual([2, false])
  })

  it('forget who leaves', async () => {
    const { move, of, user } = await staged()
    await move(user.openid, 2)
    await user.unfollow()
    await user.follow()
    expect(await of(user.openid)).toBe(0)
  })

  it('refuse what cannot be', async () => {
    const { group, move, moveAll, post, account, user } = await staged()
    const code = async (path: string, body: object) => (await post(`groups/${path}`, body))['errcode']
    expect(await code('create', { group: { name: '' } })).toBe(40051)
    expect(await code('create', { group: { name: '一'.repeat(31) } })).toBe(45017)
    expect(await code('create', { group: { name: '一'.repeat(30) } })).toBeUndefined()
    for (const id of [0, 1, 2]) {
      expect(await code('update', { group: { id, name: 'n' } })).toBe(45016)
      expect(await code('delete', { group: { id } })).toBe(45016)
    }
    expect(await code('delete', { group: { id: 999 } })).toBe(40050)
    expect([await move(user.openid, 999), await move(stranger, 2), await moveAll([stranger], 2)]).toEqual([
      40050, 40003, 40003,
    ])
    const openids = account.createUsers(51).map((it) => it.openid)
    expect([await moveAll(openids, 2), await moveAll([], 2), await moveAll('o', 2)]).toEqual([45019, 40031, 40031])
    for (let count = 1; count < 100; count++) await group(`g${count}`)
    expect(await code('create', { group: { name: 'one more' } })).toBe(45018)
  })

  it('are refused to accounts of today', async () => {
    const { post, list } = await staged({})
    expect(await list()).toMatchObject({ errcode: 48001 })
    expect(await post('groups/create', { group: { name: 'a' } })).toMatchObject({ errcode: 48001 })
  })
})
