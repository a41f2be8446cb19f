import { ConfigError } from '@wx/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callerOf } from '../testing/caller.js'
import { stage } from '../testing/stage.js'
import { apiFaultKinds } from './api-kinds.js'
import type { ApiFaultSpec, FaultSpec } from './faults.js'

/** Sets the user's remark: something that is seen to be done or not. */
async function staged(fault?: Omit<ApiFaultSpec, 'on'>) {
  const it = await stage(onTestFinished)
  if (fault !== undefined) it.sim.faults.add({ on: 'api', ...fault })
  const { call } = it
  const tell = (remark = 'done') =>
    call('POST /cgi-bin/user/info/updateremark', { body: { openid: it.user.openid, remark } })
  return { ...it, tell, last: () => it.sim.exchanges.list().at(-1) }
}

describe('faults of a call', () => {
  it('errcode: refused with any code, and nothing is done', async () => {
    const { tell, user, last } = await staged({ fault: 'errcode', params: { errcode: 45009 } })
    const { status, json } = await tell()
    expect([status, json['errcode']]).toEqual([200, 45009])
    expect(json['errmsg']).toMatch(/^reach max api daily quota limit rid: [\da-f-]{26}$/)
    expect(user.remark).toBe('')
    expect(last()).toMatchObject({ outcome: 'refused', problem: 'refused by a fault; nothing was done' })
  })

  it('errcode: with other words', async () => {
    const { tell } = await staged({ fault: 'errcode', params: { errcode: 61023, errmsg: 'refresh_token is invalid' } })
    expect((await tell()).json).toMatchObject({
      errcode: 61023,
      errmsg: expect.stringMatching(/^refresh_token is inv/),
    })
  })

  it('busy: -1', async () => {
    const { tell } = await staged({ fault: 'busy', times: 1 })
    expect((await tell()).json).toMatchObject({ errcode: -1, errmsg: expect.stringMatching(/^system error/) })
    expect((await tell()).errcode).toBe(0)
  })

  it('latency: by the clock of the simulator', async () => {
    const { tell, clock, user, last } = await staged({ fault: 'latency', params: { ms: 7000 } })
    const telling = tell()
    while (clock.sleepers === 0) await new Promise((resolve) => setImmediate(resolve))
    await clock.advance(6999)
    expect(user.remark).toBe('')
    await clock.advance(1)
    expect((await telling).errcode).toBe(0)
    expect(last()).toMatchObject({ tookMs: 7000, outcome: 'answered' })
  })

  it('latency: a reset ends it', async () => {
    const { tell, clock, sim } = await staged({ fault: 'latency' })
    const telling = tell()
    while (clock.sleepers === 0) await new Promise((resolve) => setImmediate(resolve))
    sim.reset()
    await expect(telling).rejects.toThrow('fetch failed')
  })

  it('drop: cut, and nothing is done', async () => {
    const { tell, user, last } = await staged({ fault: 'drop' })
    await expect(tell()).rejects.toThrow('fetch failed')
    expect(user.remark).toBe('')
    expect(last()).toMatchObject({ outcome: 'dropped', answer: undefined })
  })

  it('dropAnswer: done, and cut', async () => {
    const { tell, user, last } = await staged({ fault: 'dropAnswer' })
    await expect(tell()).rejects.toThrow('fetch failed')
    expect(user.remark).toBe('done')
    expect(last()).toMatchObject({ outcome: 'dropped', answer: { body: '{"errcode":0,"errmsg":"ok"}' } })
  })

  it('httpStatus and html: a page instead of an answer, and nothing is done', async () => {
    const gateway = await staged({ fault: 'httpStatus' })
    const bad = await gateway.tell()
    expect([bad.status, bad.headers.get('content-type')]).toEqual([502, 'text/html'])
    expect(bad.bytes.toString()).toContain('502 Bad Gateway')
    expect(gateway.user.remark).toBe('')
    const busy = await staged({ fault: 'httpStatus', params: { status: 503 } })
    expect((await busy.tell()).status).toBe(503)
    const portal = await staged({ fault: 'html' })
    const page = await portal.tell()
    expect([page.status, page.bytes.toString().startsWith('<html>')]).toEqual([200, true])
    expect(portal.user.remark).toBe('')
  })

  it('emptyBody and halfBody: done, and the answer is damaged', async () => {
    const empty = await staged({ fault: 'emptyBody' })
    const nothing = await empty.tell()
    expect([nothing.status, nothing.bytes.length, empty.user.remark]).toEqual([200, 0, 'done'])
    const half = await staged({ fault: 'halfBody' })
    expect((await half.tell()).bytes.toString()).toBe('{"errcode":0,')
    expect(half.user.remark).toBe('done')
  })

  it('wrongContentType: the same bytes under another name', async () => {
    const { tell } = await staged({ fault: 'wrongContentType' })
    const { headers, json } = await tell()
    expect([headers.get('content-type'), json['errcode']]).toEqual(['text/plain', 0])
  })

  it('stealToken: 40001, also for the next call with that token, until a new one is fetched', async () => {
    const { call, account } = await staged({ fault: 'stealToken', times: 1 })
    const token = account.state.tokens.stable({ force: false }).access_token
    expect((await call('GET /cgi-bin/getcallbackip', { token })).errcode).toBe(40001)
    expect((await call('GET /cgi-bin/getcallbackip', { token })).errcode).toBe(40001)
    expect((await call('GET /cgi-bin/getcallbackip')).errcode).toBeUndefined()
  })

  it('expireToken: 42001, and the next fetch gives a new one', async () => {
    const { call, account } = await staged({ fault: 'expireToken', times: 1 })
    const token = account.state.tokens.stable({ force: false }).access_token
    expect((await call('GET /cgi-bin/getcallbackip', { token })).errcode).toBe(42001)
    expect((await call('GET /cgi-bin/getcallbackip', { token })).errcode).toBe(42001)
    const next = account.state.tokens.stable({ force: false }).access_token
    expect(next).not.toBe(token)
    expect((await call('GET /cgi-bin/getcallbackip', { token: next })).errcode).toBeUndefined()
  })
})

describe('which calls are hit', () => {
  it.each(['network.getCallbackIp', '/cgi-bin/getcallbackip', 'GET /cgi-bin/getcallbackip'])(
    'by endpoint: %s',
    async (endpoint) => {
      const { call } = await staged({ fault: 'busy', match: { endpoint } })
      expect((await call('GET /cgi-bin/getcallbackip')).errcode).toBe(-1)
      expect((await call('GET /cgi-bin/get_api_domain_ip')).errcode).toBeUndefined()
    },
  )

  it('by account: by its token, or by the AppID it fetches one with', async () => {
    const { sim, call, account } = await staged()
    const other = sim.createAccount()
    sim.faults.add({ on: 'api', fault: 'busy', match: { account: account.id } })
    expect((await call('GET /cgi-bin/getcallbackip')).errcode).toBe(-1)
    expect((await callerOf({ sim }, other)('GET /cgi-bin/getcallbackip')).errcode).toBeUndefined()
    const fetching = async ({ clientConfig: { appId, appSecret } }: typeof account): Promise<unknown> => {
      const given = { grant_type: 'client_credential', appid: appId, secret: appSecret }
      const body = await call('POST /cgi-bin/stable_token', { body: given, token: '' })
      return body.errcode
    }
    expect([await fetching(account), await fetching(other)]).toEqual([-1, 0])
  })

  it('by user, in the query or in the body', async () => {
    const { sim, call, user, account, tell } = await staged()
    const other = account.createUser()
    sim.faults.add({ on: 'api', fault: 'busy', match: { user: user.openid } })
    expect((await tell()).errcode).toBe(-1)
    const info = (openid: string) => call('GET /cgi-bin/user/info', { query: { openid } })
    expect((await info(user.openid)).errcode).toBe(-1)
    expect((await info(other.openid)).errcode).not.toBe(-1)
  })

  it('calls are not hit by faults of pushes, nor pushes by faults of calls', async () => {
    const { sim, call, user } = await staged({ fault: 'drop' })
    expect((await user.send({ type: 'text', content: 'a' })).deliveries[0]?.outcome).toBe('answered')
    sim.faults.clear()
    sim.faults.add({ on: 'push', fault: 'drop' })
    expect((await call('GET /cgi-bin/getcallbackip')).status).toBe(200)
  })

  it.each([
    { on: 'api', fault: 'duplicate' },
    { on: 'api', fault: 'errcode', params: { code: 1 } },
    { on: 'api', fault: 'busy', match: { event: 'scan' } },
    { on: 'api', fault: 'busy', match: { endpoint: 'POST /cgi-bin/menu/creat' } },
    { on: 'push', fault: 'drop', match: { endpoint: 'menu.create' } },
    { on: 'push', fault: 'busy' },
    { on: 'push', fault: 'drop', times: 0 },
    { on: 'toString', fault: 'drop' },
  ])('what does not exist is refused: %j', async (spec) => {
    const { sim } = await staged()
    expect(() => sim.faults.add(spec as unknown as FaultSpec)).toThrow(ConfigError)
  })

  it('says of every kind what it does', () => {
    for (const kind of Object.values(apiFaultKinds)) expect(kind.doc).not.toBe('')
  })
})
