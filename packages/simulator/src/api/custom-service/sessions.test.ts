import { describe, expect, it, onTestFinished } from 'vitest'
import { ImpossibleActionError } from '../../errors.js'
import type { Answer } from '../../testing/parrot.js'
import { pushed } from '../../testing/pushed.js'
import { stage } from '../../testing/stage.js'

const transfer: Answer = ({ plaintext, reply }) => {
  const [, to] = /to (\w+@\w+)/.exec(plaintext) ?? []
  const info = to === undefined ? '' : `<TransInfo><KfAccount>${to}</KfAccount></TransInfo>`
  return plaintext.includes('help') ? reply('transfer_customer_service', info) : 'success'
}

async function staged(answer: Answer = transfer) {
  const it = await stage(onTestFinished, { answer, account: { wechatId: 'shop' } })
  const { account, user, sim, call } = it
  const anna = account.agents.add('anna', '安娜')
  const bert = account.agents.add('bert')
  const act = async (what: string, kf_account: string, openid = user.openid): Promise<unknown> => {
    const { errcode } = await call(`POST /customservice/kfsession/${what}`, { body: { kf_account, openid } })
    await sim.idle()
    return errcode
  }
  const read = async (what: string, query: Record<string, string> = {}) =>
    (await call(`GET /customservice/kfsession/${what}`, { query })).json
  const say = (content: string) => user.send({ type: 'text', content })
  return { ...it, anna, bert, act, read, say }
}

describe('a message that the robot hands over', () => {
  it('opens a session with the agent who is online and has least to do, and tells the robot', async () => {
    const { sim, user, account, anna, bert, say } = await staged()
    await anna.goOnline()
    await bert.goOnline()
    await anna.take(account.createUser().openid)
    await say('help')
    expect(account.agents.session(user.openid)?.agent).toBe(bert)
    expect(bert.inbox).toMatchObject([{ openid: user.openid, text: 'help' }])
    expect(pushed(sim, 'kf_create_session').at(-1)).toMatchObject({
      ToUserName: account.id,
      FromUserName: user.openid,
      KfAccount: 'bert@shop',
    })
  })

  it('goes on to the agent, not to the robot, for 30 minutes; events always go to the robot', async () => {
    const { user, clock, anna, say } = await staged()
    await anna.goOnline()
    await say('help')
    const second = await say('and now?')
    expect(second).toMatchObject({ deliveries: [], verdict: { ok: true, shown: 'nothing' } })
    await user.send({ type: 'image' })
    expect(anna.inbox.map((it) => it.text)).toEqual(['help', 'and now?', '[image]'])
    expect((await user.tap('CLICK_ME')).deliveries).toHaveLength(1)
    await clock.advance(30 * 60_000)
    expect((await say('hello?')).deliveries).toHaveLength(1)
    expect(anna.inbox).toHaveLength(3)
  })

  it('waits while nobody is online, and still reaches the robot', async () => {
    const { sim, user, clock, account, anna, say, read } = await staged()
    await say('help')
    await clock.advance(5_000)
    expect((await say('help!')).deliveries).toHaveLength(1)
    const { openid } = account.createUser()
    expect(await read('getwaitcase')).toEqual({
      count: 1,
      waitcaselist: [{ latest_time: Math.floor(clock.now() / 1000), openid: user.openid }],
    })
    await anna.goOnline()
    expect(anna.inbox.map((it) => it.text)).toEqual(['help', 'help!'])
    expect(pushed(sim, 'kf_create_session')).toHaveLength(1)
    expect(await read('getwaitcase')).toEqual({ count: 0, waitcaselist: [] })
    expect(account.agents.session(openid)).toBeUndefined()
  })

  it('goes to the agent it names, online or not', async () => {
    const { user, account, anna, bert, say } = await staged()
    await anna.goOnline()
    await say('help to bert@shop')
    expect(bert.isOnline).toBe(false)
    expect(account.agents.session(user.openid)?.agent).toBe(bert)
  })

  it('goes to no more users than the agent wants', async () => {
    const { account, anna, say } = await staged()
    await anna.goOnline({ autoAccept: 1 })
    await say('help')
    const other = account.createUser()
    await other.send({ type: 'text', content: 'help' })
    expect(account.agents.waiting).toMatchObject([{ openid: other.openid }])
  })
})

describe('an agent', () => {
  it('writes to the user within a session, hands over, and closes', async () => {
    const { sim, user, account, anna, bert, say } = await staged()
    await anna.goOnline()
    await bert.goOnline()
    expect(() => anna.say(user.openid, 'hi')).toThrow(ImpossibleActionError)
    await anna.take(user.openid)
    anna.say(user.openid, '您好')
    expect(user.inbox).toMatchObject([{ via: 'agent', type: 'text', content: '您好' }])
    await anna.handOver(user.openid, bert)
    expect(pushed(sim, 'kf_switch_session')).toMatchObject([{ FromKfAccount: 'anna@shop', ToKfAccount: 'bert@shop' }])
    await expect(anna.close(user.openid)).rejects.toBeInstanceOf(ImpossibleActionError)
    await bert.close(user.openid)
    expect(pushed(sim, 'kf_close_session')).toMatchObject([{ FromUserName: user.openid, KfAccount: 'bert@shop' }])
    expect(account.agents.session(user.openid)).toBeUndefined()
    expect((await say('back?')).deliveries).toHaveLength(1)
  })

  it('must be bound and online, and takes nobody from another', async () => {
    const { user, account, call, anna, bert } = await staged()
    await call('POST /customservice/kfaccount/add', { body: { kf_account: 'carl@shop', nickname: 'c' } })
    await expect(account.agents.get('carl')?.goOnline()).rejects.toThrow(/bind/)
    expect(() => anna.take(user.openid)).toThrow(/offline/)
    await anna.goOnline()
    await bert.goOnline()
    await anna.take(user.openid)
    await expect(bert.take(user.openid)).rejects.toThrow(/anna@shop has that user/)
    await expect(bert.take('oNobody')).rejects.toThrow(/oNobody/)
  })

  it('is listed while online, with the users it has', async () => {
    const { user, call, anna } = await staged()
    await anna.goOnline()
    await anna.take(user.openid)
    const online = async () => (await call('GET /cgi-bin/customservice/getonlinekflist')).json['kf_online_list']
    expect(await online()).toEqual([{ kf_account: 'anna@shop', status: 1, kf_id: '1001', accepted_case: 1 }])
    anna.goOffline()
    expect(await online()).toEqual([])
  })
})

describe('sessions over the API', () => {
  it('are created and closed, and the robot is told', async () => {
    const { sim, user, clock, anna, act, read } = await staged()
    await anna.goOnline()
    const none = await read('getsession', { openid: user.openid })
    expect(none).toEqual({ createtime: 0, errcode: 0, errmsg: 'ok', kf_account: '' })
    expect(await act('create', 'anna@shop')).toBe(0)
    expect(await act('create', 'anna@shop')).toBe(0)
    const createtime = Math.floor(clock.now() / 1000)
    expect(await read('getsession', { openid: user.openid })).toMatchObject({ createtime, kf_account: 'anna@shop' })
    expect(await read('getsessionlist', { kf_account: 'anna@shop' })).toEqual({
      sessionlist: [{ createtime, openid: user.openid }],
    })
    expect(await act('close', 'anna@shop')).toBe(0)
    expect(pushed(sim, 'kf_create_session')).toHaveLength(1)
    expect(pushed(sim, 'kf_close_session')).toMatchObject([{ KfAccount: 'anna@shop', FromUserName: user.openid }])
  })

  it('are refused with the code of each mistake', async () => {
    const { user, call, anna, bert, act } = await staged()
    await call('POST /customservice/kfaccount/add', { body: { kf_account: 'carl@shop', nickname: 'c' } })
    expect(await act('create', 'nobody@shop')).toBe(65401)
    expect(await act('create', 'anna@shop', 'oNobody')).toBe(40003)
    expect(await act('create', 'carl@shop')).toBe(65402)
    expect(await act('create', 'anna@shop')).toBe(65415)
    await anna.goOnline()
    await bert.goOnline()
    await act('create', 'anna@shop')
    expect(await act('create', 'bert@shop')).toBe(65414)
    expect(await act('close', 'bert@shop')).toBe(65413)
    await anna.close(user.openid)
    expect(await act('close', 'anna@shop')).toBe(65413)
    await user.unfollow()
    expect(await act('create', 'anna@shop')).toBe(40003)
  })

  it('end when the agent is deleted', async () => {
    const { user, account, call, anna } = await staged()
    await anna.goOnline()
    await anna.take(user.openid)
    await call('POST /customservice/kfaccount/del', { body: { kf_account: 'anna@shop' } })
    expect(account.agents.session(user.openid)).toBeUndefined()
  })
})

describe('chat records', () => {
  it('come page by page, what was said and what was heard', async () => {
    const { user, clock, call, anna, say } = await staged()
    await anna.goOnline()
    await say('help')
    anna.say(user.openid, '您好')
    const now = Math.floor(clock.now() / 1000)
    const page = async (more: object) =>
      call('POST /customservice/msgrecord/getmsglist', {
        body: { starttime: now - 60, endtime: now + 60, msgid: 1, number: 1, ...more },
      })
    const first = await page({})
    expect(first.json).toEqual({
      recordlist: [{ openid: user.openid, opercode: 2003, text: 'help', time: now, worker: 'anna@shop' }],
      number: 1,
      msgid: expect.any(Number),
    })
    const second = await page({ msgid: first.json['msgid'], number: 10_000 })
    expect(second.json).toMatchObject({ recordlist: [{ opercode: 2002, text: '您好' }], number: 1 })
    const third = await page({ msgid: second.json['msgid'] })
    expect(third.json).toEqual({ recordlist: [], number: 0, msgid: second.json['msgid'] })
    expect((await page({ starttime: now + 1, endtime: now + 2 })).json['number']).toBe(0)
  })

  it.each([
    [65416, { number: 10_001 }],
    [65416, { number: 0 }],
    [65416, { msgid: 0 }],
    [65416, { starttime: 'yesterday' }],
    [65416, { starttime: 100, endtime: 99 }],
    [65417, { starttime: 0, endtime: 86_401 }],
  ])('are refused with %i: %j', async (errcode, more) => {
    const { call } = await staged()
    const body = { starttime: 0, endtime: 86_400, msgid: 1, number: 10, ...more }
    expect((await call('POST /customservice/msgrecord/getmsglist', { body })).errcode).toBe(errcode)
  })
})
