import { describe, expect, it, onTestFinished } from 'vitest'
import { stage } from '../../testing/stage.js'

async function staged() {
  const it = await stage(onTestFinished)
  const { call } = it
  const post = async (path: string, body: object) => (await call(`POST /cgi-bin/tags/members/${path}`, { body })).json
  const block = async (openids: unknown) => (await post('batchblacklist', { openid_list: openids }))['errcode']
  const unblock = async (openids: unknown) => (await post('batchunblacklist', { openid_list: openids }))['errcode']
  const list = (begin?: unknown) => post('getblacklist', begin === undefined ? {} : { begin_openid: begin })
  return { ...it, block, unblock, list }
}

const stranger = `o${'x'.repeat(27)}`

describe('the blacklist', () => {
  it('lists who was blocked, in that order, until unblocked', async () => {
    const { block, unblock, list, user, account } = await staged()
    const other = account.createUser()
    expect(await list()).toEqual({ total: 0, count: 0, next_openid: '' })
    expect([await block([other.openid]), await block([user.openid, other.openid])]).toEqual([0, 0])
    expect(await list('')).toEqual({
      total: 2,
      count: 2,
      data: { openid: [other.openid, user.openid] },
      next_openid: user.openid,
    })
    expect(await list(other.openid)).toMatchObject({ total: 2, data: { openid: [user.openid] } })
    expect([await unblock([other.openid]), await unblock([other.openid])]).toEqual([0, 0])
    expect(await list()).toMatchObject({ total: 1, data: { openid: [user.openid] } })
  })

  it('takes 20 openids of followers, all of them or none', async () => {
    const { block, unblock, list, account, user } = await staged()
    const openids = account.createUsers(21).map((it) => it.openid)
    expect([await block(openids), await unblock(openids), await block([]), await block('o')]).toEqual([
      40032, 40032, 40032, 40031,
    ])
    expect([await block([user.openid, stranger]), await block([user.openid, 'me'])]).toEqual([49003, 40003])
    expect([await unblock([stranger]), await list(stranger)]).toEqual([
      49003,
      expect.objectContaining({ errcode: 40003 }),
    ])
    expect(await list()).toMatchObject({ total: 0 })
    expect(await block(openids.slice(1))).toBe(0)
  })

  it('keeps who leaves, and lets go of them', async () => {
    const { block, unblock, list, user } = await staged()
    await block([user.openid])
    await user.unfollow()
    expect(await list()).toMatchObject({ total: 1 })
    expect(await unblock([user.openid])).toBe(0)
    expect(await list()).toMatchObject({ total: 0 })
  })
})
