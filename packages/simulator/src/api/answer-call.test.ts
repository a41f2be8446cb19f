import type { LogFields, Logger } from '@wx/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '../simulator.js'
import { callerOf } from '../testing/caller.js'
import { stage } from '../testing/stage.js'

async function staged() {
  const it = await stage(onTestFinished)
  const last = () => it.sim.exchanges.list().at(-1)
  return { ...it, last }
}

const ridAtEnd = / rid: ([\da-f]{8})-[\da-f]{8}-[\da-f]{8}$/

describe('what is not there', () => {
  it('a path WeChat does not have: 404 and 40066, with a suggestion, in the log too', async () => {
    const warned: string[] = []
    const warn = (message: string, _fields?: LogFields) => warned.push(message)
    const quiet = () => {}
    const logger: Logger = { debug: quiet, info: quiet, warn, error: quiet }
    const sim = await startSimulator({ logger })
    onTestFinished(() => sim.close())
    const { status, json } = await callerOf({ sim }, sim.createAccount())('POST /cgi-bin/menu/creat', { body: {} })
    expect(status).toBe(404)
    expect(json['errcode']).toBe(40066)
    expect(json['errmsg']).toMatch(
      /no endpoint of WeChat at POST \/cgi-bin\/menu\/creat; did you mean \/cgi-bin\/menu\/create, /,
    )
    expect(warned).toEqual([expect.stringContaining('/cgi-bin/menu/creat')])
  })

  it('a path that looks like nothing names the list', async () => {
    const { call } = await staged()
    const { status, json } = await call('GET /nothing')
    expect([status, json['errcode']]).toEqual([404, 40066])
    expect(json['errmsg']).toContain('see GET /_sim/about')
  })

  it('an endpoint of WeChat that is not simulated: 501, and no code that WeChat has', async () => {
    const { call, sim } = await staged()
    const { id, method, path } = sim.about().endpoints.find((it) => !it.isSimulated) ?? { id: '', method: '', path: '' }
    const { status, json } = await call(`${method} ${path}`, method === 'POST' ? { body: {} } : {})
    expect([status, json['errcode']]).toEqual([501, -501])
    expect(json['errmsg']).toContain(`not simulated: ${id}`)
  })

  it('43001 and 43002 for the other method', async () => {
    const { call } = await staged()
    expect((await call('POST /cgi-bin/getcallbackip', { body: {} })).errcode).toBe(43001)
    expect((await call('GET /cgi-bin/clear_quota')).errcode).toBe(43002)
  })
})

describe('what travels', () => {
  it.each([
    ['44002 for an empty body', '', 44002],
    ['47001 for what is no JSON', '{', 47001],
    ['47001 for a list', '[]', 47001],
    ['47001 for a bare text', '"x"', 47001],
  ])('%s', async (_, body, code) => {
    const { call } = await staged()
    expect((await call('POST /cgi-bin/openapi/quota/get', { body })).errcode).toBe(code)
  })

  it('47001 for a body that is not UTF-8', async () => {
    const { sim, account } = await staged()
    const token = account.state.tokens.stable({ force: false }).access_token
    const url = `${sim.apiUrl}/cgi-bin/openapi/quota/get?access_token=${token}`
    const body = Buffer.from('{"cgi_path":"\xd6\xd0"}', 'latin1')
    expect(await (await fetch(url, { method: 'POST', body })).json()).toMatchObject({ errcode: 47001 })
  })

  it('who asks is looked at before what is asked', async () => {
    const { call } = await staged()
    expect((await call('POST /cgi-bin/openapi/quota/get', { body: '{', token: '' })).errcode).toBe(41001)
    expect((await call('POST /cgi-bin/openapi/quota/get', { body: '{', token: 'made-up' })).errcode).toBe(40014)
  })

  it('a refusal ends in a rid that begins with its second, a success has none', async () => {
    const { call, clock } = await staged()
    const { status, json, headers } = await call('POST /cgi-bin/openapi/rid/get', { body: {} })
    expect(status).toBe(200)
    const second = ridAtEnd.exec(String(json['errmsg']))?.[1]
    expect(Number.parseInt(String(second), 16)).toBe(Math.floor(clock.now() / 1000))
    expect(headers.get('content-type')).toBe('application/json; encoding=utf-8')
    const answered = await call('GET /cgi-bin/getcallbackip')
    expect(answered.json).toEqual({ ip_list: ['127.0.0.1'] })
  })

  it('413 for a body longer than WeChat takes any file', async () => {
    const { call } = await staged()
    const { status } = await call('POST /cgi-bin/openapi/quota/get', { body: 'x'.repeat(20 * 2 ** 20 + 1) })
    expect(status).toBe(413)
  })
})

describe('the inspector', () => {
  it('has a call with its account, both texts and the outcome', async () => {
    const { call, account, last } = await staged()
    await call('GET /cgi-bin/getcallbackip', { query: { x: 1 } })
    expect(last()).toMatchObject({
      kind: 'api',
      account: account.id,
      title: 'GET /cgi-bin/getcallbackip',
      outcome: 'answered',
      problem: undefined,
      request: { method: 'GET', url: '/cgi-bin/getcallbackip', query: expect.stringMatching(/^x=1&access_token=/) },
      answer: { status: 200, body: '{"ip_list":["127.0.0.1"]}' },
    })
  })

  it('has a refusal with what was wrong, and whose token it was although it is dead', async () => {
    const { call, account, last } = await staged()
    const token = account.state.tokens.stable({ force: false }).access_token
    account.state.tokens.revoke()
    await call('GET /cgi-bin/getcallbackip', { token })
    expect(last()).toMatchObject({
      account: account.id,
      outcome: 'refused',
      problem: expect.stringContaining('somebody else fetched a token'),
    })
    await call('GET /cgi-bin/getcallbackip', { token: 'nobody' })
    expect(last()).toMatchObject({ account: '', outcome: 'refused' })
  })
})
