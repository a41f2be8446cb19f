import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { text } from '../testing/parrot.js'
import { stage } from '../testing/stage.js'
import { controlRoutes } from './routes.js'

async function staged() {
  const it = await stage(onTestFinished, { answer: text('答') })
  const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; json: never }> => {
    const response = await fetch(new URL(path, it.sim.consoleUrl), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, json: (await response.json()) as never }
  }
  const home = `/_sim/accounts/${it.account.id}`
  return { ...it, call, home, seat: `${home}/users/${it.user.openid}` }
}

/** Puts the account's id into a body. */
const own = (body: unknown, id: string): unknown =>
  body === undefined ? undefined : JSON.parse(JSON.stringify(body).replace(':own', id))

/** `fetch` sets Host and Origin itself. */
function raw(url: string, options: { method?: string; headers: IncomingHttpHeaders }): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(url, options, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

describe('the server', () => {
  it('listens on loopback only, on a port of its own', async () => {
    const { sim } = await staged()
    expect(sim.consoleUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect([sim.apiUrl, sim.mpUrl]).toEqual([`${sim.consoleUrl}api`, `${sim.consoleUrl}mp`])
  })

  it('rejects when its port is taken', async () => {
    const { sim, clock } = await staged()
    const { startSimulator } = await import('../simulator.js')
    await expect(startSimulator({ clock, port: Number(new URL(sim.apiUrl).port) })).rejects.toThrow(/EADDRINUSE/)
  })

  it('answers below /api as WeChat does, whatever Host says: clients may call it by any name', async () => {
    const { call, sim } = await staged()
    const { status, json } = await call('GET', '/api/cgi-bin/token?grant_type=x')
    expect([status, json]).toEqual([
      200,
      { errcode: 40002, errmsg: expect.stringMatching(/^invalid grant_type rid: /) },
    ])
    expect((await call('GET', '/api')).status).toBe(404)
    expect(await raw(`${sim.apiUrl}/cgi-bin/token`, { headers: { host: 'api.weixin.qq.com' } })).toBe(200)
  })

  it('says of /mp that it is not simulated yet', async () => {
    const { call } = await staged()
    const { status, json } = await call('GET', '/mp/cgi-bin/loginpage')
    expect(status).toBe(501)
    expect(json).toEqual({
      errcode: -501,
      errmsg: expect.stringContaining('not simulated yet: GET /mp/cgi-bin/loginpage'),
    })
  })

  it('knows no other path', async () => {
    const { call } = await staged()
    expect((await call('GET', '/nothing')).status).toBe(404)
    expect((await call('GET', '/toString')).status).toBe(404)
    expect((await call('GET', '/_sim/%zz')).status).toBe(404)
  })
})

describe('the guard of the control routes', () => {
  it('refuses a name that was rebound to 127.0.0.1, on the page and on every route', async () => {
    const { sim } = await staged()
    for (const path of ['', '_sim/state', '_sim/events', 'console.js']) {
      expect(await raw(sim.consoleUrl + path, { headers: { host: 'evil.example' } })).toBe(403)
    }
    expect(
      await raw(`${sim.consoleUrl}_sim/state`, { headers: { host: `localhost:${new URL(sim.apiUrl).port}` } }),
    ).toBe(200)
  })

  it('refuses pages of other origins', async () => {
    const { sim } = await staged()
    const url = `${sim.consoleUrl}_sim/reset`
    const json = { 'content-type': 'application/json' }
    expect(await raw(url, { method: 'POST', headers: { ...json, origin: 'http://evil.example' } })).toBe(403)
    expect(await raw(url, { method: 'POST', headers: { ...json, origin: 'null' } })).toBe(403)
    expect(await raw(url, { method: 'POST', headers: { ...json, origin: new URL(url).origin } })).toBe(200)
  })

  it('refuses what a form could post', async () => {
    const { sim } = await staged()
    const url = `${sim.consoleUrl}_sim/reset`
    expect(await raw(url, { method: 'POST', headers: { 'content-type': 'text/plain' } })).toBe(403)
    expect(await raw(url, { method: 'POST', headers: {} })).toBe(403)
    expect(sim.accounts).toHaveLength(1)
  })
})

describe('the control routes', () => {
  it('describe themselves, each once', async () => {
    const { call } = await staged()
    const { json } = await call('GET', '/_sim/routes')
    expect(json).toEqual(controlRoutes.map(({ method, path, doc }) => ({ method, path, doc })))
    expect(new Set(controlRoutes.map((it) => `${it.method} ${it.path}`)).size).toBe(controlRoutes.length)
  })

  it('create an account and a user, and take what they do', async () => {
    const { call, sim, account } = await staged()
    const { json: made } = await call('POST', '/_sim/accounts', { mode: 'plain', id: 'gh_made' })
    expect(made).toMatchObject({ id: 'gh_made', config: { mode: 'plain' }, users: [] })
    const { json: born } = await call('POST', '/_sim/accounts/gh_made/users', { nickname: '小红' })
    expect(sim.account('gh_made')?.user((born as { openid: string }).openid)?.nickname).toBe('小红')
    expect(sim.accounts).toEqual([account, sim.account('gh_made')])
  })

  it.each<[string, unknown, RegExp]>([
    ['send', { type: 'text', content: '问' }, /问/],
    ['tap', { button: 'CLICK_ME' }, /CLICK_ME/],
    ['tap', { button: 'SCAN_PUSH', scanResult: 'abc' }, /abc/],
    ['follow', { scene: 'desk' }, /qrscene_desk/],
    ['follow', {}, /subscribe/],
    ['scan', { scene: 'desk' }, /SCAN/],
    ['location', { latitude: 1, longitude: 2 }, /40\.000000/],
    ['location', { latitude: 1, longitude: 2, precision: 3 }, /3\.000000/],
    ['unfollow', {}, /unsubscribe/],
  ])('let the user %s %j', async (act, body, wire) => {
    const { call, seat } = await staged()
    const { status, json } = await call('POST', `${seat}/${act}`, body)
    expect(status).toBe(200)
    expect(json).toMatchObject({ verdict: { ok: true }, deliveries: [{ plaintext: expect.stringMatching(wire) }] })
  })

  it('push fields and samples', async () => {
    const { call, home, user } = await staged()
    const sample = await call('POST', `${home}/push`, { name: 'kf_create_session', overrides: { KfAccount: 'a@b' } })
    expect(sample.json).toMatchObject({ deliveries: [{ plaintext: expect.stringContaining('a@b') }] })
    const fields = { MsgType: 'text', Content: 'x', FromUserName: user.openid, ToUserName: 'gh', CreateTime: '1' }
    expect((await call('POST', `${home}/push`, { fields })).json).toMatchObject({ verdict: { shown: 'reply' } })
    expect((await call('POST', `${home}/push`, {})).status).toBe(400)
  })

  it('send customer messages, with the real errcode when refused', async () => {
    const { call, home, user } = await staged()
    const body = { openid: user.openid, message: { msgtype: 'text', text: { content: 'late' } } }
    expect(await call('POST', `${home}/customer-messages`, body)).toMatchObject({
      status: 400,
      json: { errcode: 45015 },
    })
    await user.send({ type: 'text', content: 'a' })
    expect((await call('POST', `${home}/customer-messages`, body)).json).toEqual({ errcode: 0, errmsg: 'ok' })
  })

  it('verify a URL, set a menu, and enter a session', async () => {
    const { call, home, account, sim } = await staged()
    const verified = await call('POST', `${home}/connect`, { url: `${sim.mpUrl}/wx` })
    expect(verified.json).toMatchObject({ ok: false, status: 501 })
    await call('PUT', `${home}/menu`, { button: [{ type: 'click', name: 'a', key: 'b' }] })
    expect(account.menu.button).toHaveLength(1)
    await call('POST', '/_sim/accounts', { kind: 'miniProgram', id: 'gh_mini' })
    const mini = sim.account('gh_mini')
    await mini?.connect(async ({ query, method }) => ({
      status: 200,
      headers: {},
      body: method === 'GET' ? (new URLSearchParams(query).get('echostr') ?? '') : 'success',
    }))
    const guest = mini?.createUser()
    const entered = await call('POST', `/_sim/accounts/gh_mini/users/${guest?.openid}/session`, { sessionFrom: 'p' })
    expect(entered.json).toMatchObject({ verdict: { ok: true } })
  })

  it('open a page as the user, judge a page of the JS-SDK, and tap a message menu', async () => {
    const { call, home, seat, sim, account, user } = await staged()
    const visited = await call('POST', `${seat}/visit`, { url: `${sim.mpUrl}/x` })
    expect(visited.json).toMatchObject({ url: `${sim.mpUrl}/x`, status: 501 })
    const page = { url: 'https://app.example/', nonceStr: 'n', timestamp: 1, signature: 's' }
    expect((await call('POST', `${home}/check-jsapi`, page)).json).toMatchObject({
      ok: false,
      errMsg: 'config:invalid signature',
    })
    expect((await call('POST', `${home}/check-jsapi`, { url: 'x' })).status).toBe(400)
    await user.send({ type: 'text', content: 'a' })
    const list = [{ id: '101', content: 'yes' }]
    await account.customerMessages.send(user.openid, {
      msgtype: 'msgmenu',
      msgmenu: { head_content: 'h', list, tail_content: 't' },
    })
    expect((await call('POST', `${seat}/tap-message-menu`, { id: '101' })).json).toMatchObject({
      deliveries: [{ plaintext: expect.stringContaining('101') }],
    })
    expect((await call('POST', `${seat}/tap-message-menu`, { id: '9' })).status).toBe(400)
  })

  it('show an exchange, move the clock, switch faults, and reset', async () => {
    const { call, user, clock, sim } = await staged()
    const { deliveries } = await user.send({ type: 'text', content: 'a' })
    const { json } = await call('GET', `/_sim/exchanges/${deliveries[0]?.exchange}`)
    expect(json).toMatchObject({ request: { plaintext: deliveries[0]?.plaintext }, verdict: { ok: true } })
    const before = clock.now()
    expect((await call('POST', '/_sim/clock/advance', { ms: 5000 })).json).toEqual({ now: before + 5000 })
    expect((await call('POST', '/_sim/faults', { on: 'push', fault: 'drop' })).json).toMatchObject({ id: 'f1' })
    const busy = { on: 'api', fault: 'busy', match: { endpoint: 'menu.get' } }
    expect((await call('POST', '/_sim/faults', busy)).json).toMatchObject({ id: 'f2', struck: 0 })
    expect((await call('GET', '/_sim/faults')).json).toHaveLength(2)
    await call('DELETE', '/_sim/faults')
    expect(sim.faults.list()).toEqual([])
    expect((await call('POST', '/_sim/reset', {})).json).toEqual({ ok: true })
    expect([sim.accounts.length, sim.exchanges.length]).toEqual([0, 0])
    expect((await call('GET', '/_sim/state')).json).toMatchObject({ accounts: [], exchanges: [] })
  })

  it.each<[string, string, unknown, number]>([
    ['POST', '/_sim/accounts/gh_nobody/users', {}, 404],
    ['GET', '/_sim/exchanges/x99', undefined, 404],
    ['POST', '/_sim/clock/advance', { ms: -1 }, 400],
    ['POST', '/_sim/clock/advance', { ms: '1' }, 400],
    ['POST', '/_sim/faults', { on: 'push', fault: 'none' }, 400],
    ['POST', '/_sim/faults', { on: 'api', fault: 'duplicate' }, 400],
    ['POST', '/_sim/accounts', { mode: 'open' }, 400],
    ['POST', '/_sim/accounts', { kind: 'group' }, 400],
    ['POST', '/_sim/accounts', { format: 'yaml' }, 400],
    ['POST', '/_sim/accounts', { token: '!' }, 400],
    ['POST', '/_sim/accounts', { id: ':own' }, 400],
    ['POST', '/_sim/accounts', { handler: 'x' }, 400],
    ['POST', '/_sim/accounts', { menu: {} }, 400],
    ['POST', '/_sim/accounts', { encodingAesKey: 'short' }, 400],
    ['PUT', '/_sim/accounts/:own/menu', {}, 400],
    ['POST', '/_sim/accounts/:own/users/:me/send', { type: 'stickers' }, 400],
    ['POST', '/_sim/accounts/:own/users/:me/send', { type: 'text', content: 1 }, 400],
    ['POST', '/_sim/accounts/:own/users/:me/tap', { button: 'none' }, 400],
    ['POST', '/_sim/reset', 'not json', 400],
    ['POST', '/_sim/reset', '[]', 400],
    ['POST', '/_sim/reset', `"${'a'.repeat(2 ** 20)}"`, 400],
  ])('answer %s %s %j with %i', async (method, path, body, status) => {
    const { call, account, user } = await staged()
    const answer = await call(
      method,
      path.replace(':own', account.id).replace(':me', user.openid),
      own(body, account.id),
    )
    expect(answer.status).toBe(status)
    expect(answer.json).toHaveProperty('error')
  })

  it('tell the user by name when there is none', async () => {
    const { call, home } = await staged()
    expect((await call('POST', `${home}/users/oNobody/send`, { type: 'text', content: 'a' })).status).toBe(404)
  })

  it('tell a page what happens, as it happens, and forget it when it leaves', async () => {
    const { sim, user } = await staged()
    const leaving = new AbortController()
    const response = await fetch(`${sim.consoleUrl}_sim/events`, { signal: leaving.signal })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    await user.send({ type: 'text', content: 'a' })
    while (!seen.includes('"outcome":"answered"')) seen += (await reader?.read())?.value ?? ''
    expect(seen.startsWith('event: state\ndata: {}\n\n')).toBe(true)
    expect(seen).toContain('event: exchange\ndata: {"id":"x1"')
    expect(seen).toContain('"outcome":"open"')
    leaving.abort()
  })
})
