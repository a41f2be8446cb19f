import { describe, expect, it, onTestFinished } from 'vitest'
import { stage } from '../../testing/stage.js'

async function staged() {
  const it = await stage(onTestFinished)
  const { call } = it
  const post = async (path: string, body: object) => (await call(`POST /cgi-bin/${path}`, { body })).json
  const get = async (path: string, query: Record<string, string> = {}) =>
    (await call(`GET /cgi-bin/${path}`, { query })).json
  const info = (openid: string) => get('user/info', { openid })
  return { ...it, post, get, info }
}

const stranger = `o${'x'.repeat(27)}`

describe('user/info', () => {
  it('tells what an account may know today, and nothing that was withdrawn', async () => {
    const { account, info, clock } = await staged()
    const user = account.createUser({
      nickname: '小明',
      unionid: 'u1',
      remark: '熟人',
      subscribeScene: 'ADD_SCENE_PAID',
      subscribeTime: 1_700_000_000,
      qrScene: 7,
      qrSceneStr: 's',
    })
    expect(await info(user.openid)).toEqual({
      subscribe: 1,
      openid: user.openid,
      nickname: '',
      sex: 0,
      language: '',
      city: '',
      province: '',
      country: '',
      headimgurl: '',
      subscribe_time: 1_700_000_000,
      unionid: 'u1',
      remark: '熟人',
      groupid: 0,
      tagid_list: [],
      subscribe_scene: 'ADD_SCENE_PAID',
      qr_scene: 7,
      qr_scene_str: 's',
    })
    const plain = account.createUser()
    expect(await info(plain.openid)).not.toHaveProperty('unionid')
    expect(await info(plain.openid)).toMatchObject({ subscribe_time: Math.floor(clock.now() / 1000) })
  })

  it('follows what the user does: the last time and way of following count, and who left is a stranger', async () => {
    const { user, info, clock, post } = await staged()
    const { tag } = (await post('tags/create', { tag: { name: 't' } })) as { tag: { id: number } }
    await post('tags/members/batchtagging', { tagid: tag.id, openid_list: [user.openid] })
    await post('user/info/updateremark', { openid: user.openid, remark: 'r' })
    expect(await info(user.openid)).toMatchObject({ remark: 'r', tagid_list: [tag.id] })
    await user.unfollow()
    expect(await info(user.openid)).toEqual({ subscribe: 0, openid: user.openid, tagid_list: [] })
    expect(user.subscription).toBeUndefined()
    await clock.advance(60_000)
    await user.follow({ subscribeScene: 'ADD_SCENE_PROFILE_CARD' })
    expect(await info(user.openid)).toMatchObject({
      subscribe: 1,
      subscribe_time: Math.floor(clock.now() / 1000),
      subscribe_scene: 'ADD_SCENE_PROFILE_CARD',
      remark: '',
      tagid_list: [],
    })
  })

  it('tells the scene of the code by which a user came', async () => {
    const { account, info } = await staged()
    const user = account.createUser({ isFollowing: false })
    await user.follow({ scene: 12 })
    const came = { subscribe_scene: 'ADD_SCENE_QR_CODE' }
    expect(await info(user.openid)).toMatchObject({ ...came, qr_scene: 12, qr_scene_str: '' })
    await user.follow({ scene: 'door' })
    expect(await info(user.openid)).toMatchObject({ ...came, qr_scene: 0, qr_scene_str: 'door' })
  })

  it('41009 without openid, 40003 for a stranger', async () => {
    const { info } = await staged()
    expect([(await info(''))['errcode'], (await info(stranger))['errcode']]).toEqual([41009, 40003])
  })
})

describe('user/info/batchget', () => {
  it('answers in the order of the question, followers and those who left', async () => {
    const { account, user, post } = await staged()
    const gone = account.createUser({ isFollowing: false })
    const asked = [{ openid: gone.openid }, { openid: user.openid, lang: 'en' }]
    expect(await post('user/info/batchget', { user_list: asked })).toEqual({
      user_info_list: [
        expect.objectContaining({ openid: gone.openid, subscribe: 0 }),
        expect.objectContaining({ openid: user.openid, subscribe: 1 }),
      ],
    })
  })

  it('takes 100 users and no stranger', async () => {
    const { account, post } = await staged()
    const users = account.createUsers(101).map(({ openid }) => ({ openid }))
    const ask = async (list: unknown) => (await post('user/info/batchget', { user_list: list }))['errcode']
    expect(await ask(users.slice(1))).toBeUndefined()
    expect([await ask(users), await ask([]), await ask([{ openid: stranger }]), await ask(['o'])]).toEqual([
      40032, 40032, 40003, 40003,
    ])
    expect(await ask('o')).toBe(40035)
  })
})

describe('user/get', () => {
  it('reads 25,000 followers in three pages, and an empty one', async () => {
    const { account, user, get } = await staged()
    const made = account.createUsers(24_999)
    const seen: string[] = []
    const counts: unknown[] = []
    let next = ''
    for (;;) {
      const page = (await get('user/get', next === '' ? {} : { next_openid: next })) as {
        count: number
        data?: { openid: string[] }
        next_openid: string
      }
      counts.push(page.count)
      seen.push(...(page.data?.openid ?? []))
      if (page.count === 0) {
        expect(page).toEqual({ total: 25_000, count: 0, next_openid: '' })
        break
      }
      next = page.next_openid
      expect(next).toBe(page.data?.openid.at(-1))
    }
    expect(counts).toEqual([10_000, 10_000, 5_000, 0])
    expect(seen).toEqual([user.openid, ...made.map((it) => it.openid)])
  })

  it('knows no one who left, puts who comes again at the end, and goes on after somebody who left meanwhile', async () => {
    const { account, user, get } = await staged()
    const [second, third] = account.createUsers(2)
    account.createUser({ isFollowing: false })
    await user.unfollow()
    expect(await get('user/get')).toMatchObject({ total: 2, data: { openid: [second?.openid, third?.openid] } })
    await user.follow()
    await second?.unfollow()
    expect(await get('user/get', { next_openid: second?.openid ?? '' })).toMatchObject({
      total: 2,
      data: { openid: [third?.openid, user.openid] },
    })
    expect(await get('user/get', { next_openid: stranger })).toMatchObject({ errcode: 40003 })
  })
})

describe('user/info/updateremark', () => {
  it('sets and clears the remark', async () => {
    const { user, post } = await staged()
    for (const remark of ['备'.repeat(9), 'r'.repeat(29)]) {
      expect(await post('user/info/updateremark', { openid: user.openid, remark })).toMatchObject({ errcode: 0 })
      expect(user.remark).toBe(remark)
    }
    await post('user/info/updateremark', { openid: user.openid, remark: '' })
    expect(user.remark).toBe('')
  })

  it.each<[number, object]>([
    [40092, { remark: '备'.repeat(10) }],
    [40092, { remark: 'r'.repeat(30) }],
    [40092, { remark: 1 }],
    [40003, { openid: stranger, remark: 'r' }],
    [40003, { openid: 1, remark: 'r' }],
  ])('%i for %j', async (code, wrong) => {
    const { user, post } = await staged()
    expect(await post('user/info/updateremark', { openid: user.openid, ...wrong })).toMatchObject({ errcode: code })
    expect(user.remark).toBe('')
  })

  it('40003 for who left', async () => {
    const { user, post } = await staged()
    await user.unfollow()
    expect(await post('user/info/updateremark', { openid: user.openid, remark: 'r' })).toMatchObject({ errcode: 40003 })
  })
})

describe('changeopenid', () => {
  it('tells the new openids of followers that were taken over, for 15 days', async () => {
    const { sim, account, post, clock, info } = await staged()
    const old = sim.createAccount()
    const follower = old.createUser({ nickname: '小明', unionid: 'u' })
    const gone = old.createUser({ isFollowing: false })
    const [taken] = account.takeOver(old)
    expect(taken?.nickname).toBe('小明')
    expect(await info(taken?.openid ?? '')).toMatchObject({
      unionid: 'u',
      subscribe_scene: 'ADD_SCENE_ACCOUNT_MIGRATION',
    })
    const ask = (more: object = {}) =>
      post('changeopenid', { from_appid: old.config.appId, openid_list: [follower.openid, gone.openid], ...more })
    const answer = {
      errcode: 0,
      errmsg: 'ok',
      result_list: [
        { ori_openid: follower.openid, new_openid: taken?.openid, err_msg: 'ok' },
        { ori_openid: gone.openid, err_msg: 'ori_openid error' },
      ],
    }
    expect(await ask()).toEqual(answer)
    expect(await ask({ from_appid: old.id })).toEqual(answer)
    expect(await ask({ from_appid: 'wx0' })).toMatchObject({ errcode: 63178 })
    expect(await ask({ openid_list: Array.from({ length: 101 }, () => stranger) })).toMatchObject({ errcode: 40032 })
    await clock.advance(15 * 24 * 3_600_000 - 1)
    expect(await ask()).toEqual(answer)
    await clock.advance(1)
    expect(await ask()).toMatchObject({ errcode: 63178 })
  })
})

describe('createUsers', () => {
  it('makes different users, and tells of it once', async () => {
    const { sim, account } = await staged()
    let changes = 0
    sim.onChange(() => changes++)
    const users = account.createUsers(3, { platform: 'ios' })
    expect(new Set(users.map((it) => it.openid)).size).toBe(3)
    expect(users.map((it) => it.profile.platform)).toEqual(['ios', 'ios', 'ios'])
    expect([changes, account.users.length]).toEqual([1, 4])
  })

  it('refuses what cannot be', async () => {
    const { account } = await staged()
    expect(() => account.createUsers(-1)).toThrow(/count/)
    expect(() => account.createUsers(1, { platform: 'symbian' as never })).toThrow(/platform/)
    expect(() => account.createUsers(1, { subscribeScene: 'ADD' as never })).toThrow(/subscribeScene/)
    expect(account.users).toHaveLength(1)
  })
})
