import { describe, expect, it, onTestFinished } from 'vitest'
import type { CreateAccountOptions } from '../../account.js'
import { type OAuthStage, oauthStage } from '../../testing/oauth-stage.js'
import type { CreateUserOptions } from '../../user.js'

const staged = (options?: CreateAccountOptions, person?: CreateUserOptions): Promise<OAuthStage> =>
  oauthStage(onTestFinished, options, person)

describe('the page of an authorisation', () => {
  it('offers the users of the account and a new one', async () => {
    const { open, user, account } = await staged({ name: '<b>店</b>' })
    const { status, headers, bytes } = await open({ scope: 'snsapi_userinfo' })
    const html = bytes.toString('utf8')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(html).toContain('小明')
    expect(html).toContain(`__user=${user.openid}`)
    expect(html).toContain('__user=new')
    expect(html).toContain('snsapi_userinfo')
    expect(html).not.toContain('<b>店</b>')
    const before = account.users.length
    await open({ __user: 'new' })
    expect(account.users).toHaveLength(before + 1)
  })

  it('leads back at once with scope snsapi_base: before the fragment, and with the state', async () => {
    const { open, user } = await staged()
    const { status, headers } = await open({ __user: user.openid })
    expect(status).toBe(302)
    expect(headers.get('location')).toMatch(
      /^https:\/\/app\.example\/back\?from=wx&code=0[A-Za-z0-9]{31}&state=abc123#\/top$/,
    )
  })

  it('leads back to addresses that no header can take as they are', async () => {
    const { open, user } = await staged()
    const { headers } = await open({
      redirect_uri: 'https://app.example/首页?a=1 2\r\nset-cookie: x',
      __user: user.openid,
    })
    expect(headers.get('location')).toMatch(
      /^https:\/\/app\.example\/%E9%A6%96%E9%A1%B5\?a=1%202%0D%0Aset-cookie:%20x&code=/,
    )
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('lists fifty users of thousands', async () => {
    const { open, account } = await staged()
    account.createUsers(1_000)
    const html = (await open()).bytes.toString()
    expect(html.match(/__user=o[\w-]{27}/g)).toHaveLength(50)
    expect(html).toContain('952 more')
  })

  it('asks with scope snsapi_userinfo, and tells nobody when the user refuses', async () => {
    const { open, user } = await staged()
    const asked = await open({ scope: 'snsapi_userinfo', __user: user.openid })
    expect(asked.status).toBe(200)
    expect(asked.bytes.toString()).toMatch(/__consent=agree.*__consent=refuse.*__consent=snapshot/s)
    const refused = await open({ scope: 'snsapi_userinfo', __user: user.openid, __consent: 'refuse' })
    expect([refused.status, refused.headers.get('location')]).toEqual([200, null])
    const agreed = await open({ scope: 'snsapi_userinfo', __user: user.openid, __consent: 'agree' })
    expect(agreed.headers.get('location')).toContain('code=')
  })

  it('has no room for markup in what a link says', async () => {
    const { open } = await staged()
    const { bytes } = await open({ redirect_uri: 'https://app.example/"><script>alert(1)</script>' })
    expect(bytes.toString()).not.toContain('<script')
  })

  it.each([
    ['10012', { appid: '' }],
    ['10011', { redirect_uri: '' }],
    ['10010', { scope: '' }],
    ['10005', { scope: 'snsapi_login' }],
    ['10003', { redirect_uri: 'app.example/back' }],
    ['10003', { redirect_uri: 'javascript:alert(1)' }],
    ['AppID 参数错误', { appid: 'wx0000000000000000' }],
    ['Scope 参数错误或没有 Scope 权限', { scope: 'snsapi_privateinfo' }],
    ['response_type 参数错误', { response_type: 'token' }],
    ['state 参数错误', { state: 'a-b' }],
    ['state 参数错误', { state: 'a'.repeat(129) }],
    ['没有这个用户', { __user: 'nobody' }],
  ])('shows %s for %j', async (text, given) => {
    const { open, user } = await staged()
    const { status, bytes } = await open({ __user: user.openid, ...given })
    expect(status).toBe(400)
    expect(bytes.toString()).toContain(text)
  })

  it('takes a state of 128 letters, and none', async () => {
    const { open, user } = await staged()
    expect((await open({ __user: user.openid, state: 'z'.repeat(128) })).status).toBe(302)
    expect((await open({ __user: user.openid, state: '' })).headers.get('location')).toContain('&state=#')
  })

  it.each([
    [{ kind: 'subscription' }, 400],
    [{ kind: 'service', verified: false }, 400],
    [{ kind: 'miniProgram' }, 400],
    [{ kind: 'service' }, 302],
  ] as const)('is there for %j: %i', async (options, status) => {
    const { open, user } = await staged(options)
    const shown = await open({ __user: user.openid })
    expect(shown.status).toBe(status)
    if (status === 400) expect(shown.bytes.toString()).toContain('10005')
  })

  it('wants followers for a test account, and nobody else', async () => {
    const stranger = { isFollowing: false }
    const test = await staged({}, stranger)
    expect((await test.open({ __user: test.user.openid })).bytes.toString()).toContain('10006')
    expect((await test.open({ __user: 'new' })).status).toBe(302)
    const service = await staged({ kind: 'service' }, stranger)
    expect((await service.open({ __user: service.user.openid })).status).toBe(302)
  })

  it('leads to listed domains only: the very host, with its port', async () => {
    const { open, user } = await staged({ oauthDomains: ['App.example', '127.0.0.1:3000'] })
    const statusOf = async (redirect_uri: string) => (await open({ redirect_uri, __user: user.openid })).status
    expect(await statusOf('https://app.example/x')).toBe(302)
    expect(await statusOf('http://127.0.0.1:3000/x')).toBe(302)
    expect(await statusOf('http://127.0.0.1:3001/x')).toBe(400)
    expect(await statusOf('https://www.app.example/x')).toBe(400)
    expect(await statusOf('https://app.example:8443/x')).toBe(400)
    expect((await open({ redirect_uri: 'https://evil.example/' })).bytes.toString()).toContain('10003')
  })

  it('takes domains without scheme only', async () => {
    const { sim } = await staged()
    for (const wrong of ['https://app.example', 'app.example/back', 'app.example/', '']) {
      expect(() => sim.createAccount({ oauthDomains: [wrong] })).toThrow(/oauthDomains/)
      expect(() => sim.createAccount({ jsDomains: [wrong] })).toThrow(/jsDomains/)
    }
  })
})

describe('the login of a website', () => {
  it('asks with scope snsapi_login alone, and a refusal leads back without a code', async () => {
    const { open, user } = await staged()
    const login = (given: Readonly<Record<string, string>>) =>
      open({ scope: 'snsapi_login', __user: user.openid, ...given }, '/connect/qrconnect')
    expect((await login({})).bytes.toString()).toContain('__consent=agree')
    expect((await login({ __consent: 'agree' })).headers.get('location')).toContain('&code=0')
    const refused = await login({ __consent: 'refuse' })
    expect(refused.headers.get('location')).toBe('https://app.example/back?from=wx&state=abc123#/top')
    expect((await login({ scope: 'snsapi_base' })).bytes.toString()).toContain('10005')
  })

  it('gives the profile too', async () => {
    const { open, user, trade, sns } = await staged()
    const { headers } = await open(
      { scope: 'snsapi_login', __user: user.openid, __consent: 'agree' },
      '/connect/qrconnect',
    )
    const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? ''
    expect(await sns('userinfo', await trade({ code }))).toMatchObject({ openid: user.openid, nickname: '小明' })
  })
})

describe('trading a code', () => {
  it('brings the tokens of the user who agreed', async () => {
    const { trade, code, user } = await staged()
    expect(await trade({ code: await code() })).toEqual({
      access_token: expect.stringMatching(/^\d\d_\w{86}$/),
      expires_in: 7200,
      refresh_token: expect.stringMatching(/^\d\d_\w{86}$/),
      openid: user.openid,
      scope: 'snsapi_base',
    })
  })

  it('tells the unionid with scope snsapi_userinfo alone', async () => {
    const { trade, code } = await staged({}, { unionid: 'oUnion' })
    expect(await trade({ code: await code() })).not.toHaveProperty('unionid')
    const asked = await trade({ code: await code({ scope: 'snsapi_userinfo' }) })
    expect(asked).toMatchObject({ scope: 'snsapi_userinfo', unionid: 'oUnion' })
    expect(asked).not.toHaveProperty('is_snapshotuser')
  })

  it('works once', async () => {
    const { trade, code } = await staged()
    const used = await code()
    await trade({ code: used })
    const again = await trade({ code: used })
    expect(again).toMatchObject({ errcode: 40163, errmsg: expect.stringContaining('code been used') })
  })

  it('works for five minutes', async () => {
    const { trade, code, clock } = await staged()
    const [first, second] = [await code(), await code()]
    await clock.advance(299_999)
    expect(await trade({ code: first })).toHaveProperty('openid')
    await clock.advance(1)
    expect(await trade({ code: second })).toMatchObject({ errcode: 40029 })
  })

  it('works for the account it was made for', async () => {
    const { trade, code, sim } = await staged()
    const other = sim.createAccount().clientConfig
    const theirs = { appid: other.appId, secret: other.appSecret }
    const mine = await code()
    expect(await trade({ code: mine, ...theirs })).toMatchObject({ errcode: 40029 })
    expect(await trade({ code: mine })).toHaveProperty('openid')
  })

  it.each([
    [41002, { appid: '' }],
    [40013, { appid: 'wx0000000000000000' }],
    [41004, { secret: '' }],
    [40125, { secret: 'f'.repeat(32) }],
    [41008, { code: '' }],
    [40002, { grant_type: 'client_credential' }],
    [40029, { code: 'made-up' }],
  ])('is refused with %i for %j, and the code stays good', async (errcode, wrong) => {
    const { trade, code } = await staged()
    const kept = await code()
    expect(await trade({ code: kept, ...wrong })).toMatchObject({ errcode })
    expect(await trade({ code: kept })).toHaveProperty('openid')
  })

  it('asks no address list', async () => {
    const { trade, code } = await staged({ kind: 'service', ipWhitelist: ['203.0.113.7'] })
    expect(await trade({ code: await code() })).toHaveProperty('openid')
  })
})

describe('a user token', () => {
  it('is good for two hours, and refreshed it is good for as long again', async () => {
    const { trade, code, clock, sns, refresh } = await staged()
    const tokens = await trade({ code: await code() })
    expect(await sns('auth', tokens)).toEqual({ errcode: 0, errmsg: 'ok' })
    await clock.advance(7_000_000)
    const refreshed = await refresh({ refresh_token: String(tokens['refresh_token']) })
    expect(refreshed).toEqual(tokens)
    await clock.advance(7_199_999)
    expect(await sns('auth', tokens)).toMatchObject({ errcode: 0 })
    await clock.advance(1)
    expect(await sns('auth', tokens)).toMatchObject({ errcode: 42001 })
    const renewed = await refresh({ refresh_token: String(tokens['refresh_token']) })
    expect(renewed['access_token']).not.toBe(tokens['access_token'])
    expect(renewed['refresh_token']).toBe(tokens['refresh_token'])
    expect(await sns('auth', renewed)).toMatchObject({ errcode: 0 })
    expect(await sns('auth', tokens)).toMatchObject({ errcode: 42001 })
  })

  it('can be refreshed for thirty days', async () => {
    const { trade, code, clock, refresh } = await staged()
    const refresh_token = String((await trade({ code: await code() }))['refresh_token'])
    await clock.advance(30 * 86_400_000 - 1)
    expect(await refresh({ refresh_token })).toHaveProperty('access_token')
    await clock.advance(1)
    expect(await refresh({ refresh_token })).toMatchObject({ errcode: 42002 })
  })

  it.each([
    [41002, { appid: '' }],
    [40013, { appid: 'wx0000000000000000' }],
    [40002, { grant_type: '' }],
    [41003, { refresh_token: '' }],
    [40030, { refresh_token: 'made-up' }],
  ])('is not refreshed: %i', async (errcode, wrong) => {
    const { trade, code, refresh } = await staged()
    const refresh_token = String((await trade({ code: await code() }))['refresh_token'])
    expect(await refresh({ refresh_token, ...wrong })).toMatchObject({ errcode })
  })

  it('is not refreshed by another account', async () => {
    const { trade, code, refresh, sim } = await staged()
    const refresh_token = String((await trade({ code: await code() }))['refresh_token'])
    const appid = sim.createAccount().clientConfig.appId
    expect(await refresh({ refresh_token, appid })).toMatchObject({ errcode: 40030 })
  })

  it('opens the profile of who was asked, and of nobody else', async () => {
    const { trade, code, sns, account, user } = await staged({}, { unionid: 'oUnion' })
    const asked = await trade({ code: await code({ scope: 'snsapi_userinfo' }) })
    expect(await sns('userinfo', asked)).toEqual({
      openid: user.openid,
      nickname: '小明',
      sex: 0,
      language: '',
      city: '',
      province: '',
      country: '',
      headimgurl: expect.stringMatching(/\/api\/mmopen\/[\da-f]{32}\/132$/),
      privilege: [],
      unionid: 'oUnion',
    })
    expect(await sns('userinfo', { ...asked, openid: account.users[0]?.openid })).toMatchObject({ errcode: 40003 })
    expect(await sns('userinfo', await trade({ code: await code() }))).toMatchObject({ errcode: 48001 })
  })

  it('is no token of an account, and cannot be left out', async () => {
    const { sns, account, user } = await staged()
    const { openid } = user
    expect(await sns('auth', { access_token: account.state.tokens.classic().access_token, openid })).toMatchObject({
      errcode: 40001,
    })
    expect(await sns('auth', { openid })).toMatchObject({ errcode: 41001 })
    expect(await sns('auth', { access_token: 'x' })).toMatchObject({ errcode: 41009 })
  })

  it('has a picture that loads, in the sizes of the platform', async () => {
    const { trade, code, sns } = await staged()
    const { headimgurl } = await sns('userinfo', await trade({ code: await code({ scope: 'snsapi_userinfo' }) }))
    const picture = await fetch(String(headimgurl))
    const bytes = Buffer.from(await picture.arrayBuffer())
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([132, 132])
    expect((await fetch(String(headimgurl).replace(/132$/, '133'))).status).toBe(404)
    const large = await fetch(String(headimgurl).replace(/132$/, '0'))
    expect(Buffer.from(await large.arrayBuffer()).readUInt32BE(16)).toBe(640)
  })
})

describe('a snapshot page', () => {
  it('has a made-up user, another one each time, who is marked once', async () => {
    const { trade, code, sns, user } = await staged({}, { unionid: 'oUnion' })
    const snapshot = { scope: 'snsapi_userinfo', __consent: 'snapshot' }
    const one = await trade({ code: await code(snapshot) })
    const two = await trade({ code: await code(snapshot) })
    expect(one).toMatchObject({ is_snapshotuser: 1, scope: 'snsapi_userinfo' })
    expect(new Set([one['openid'], two['openid'], user.openid]).size).toBe(3)
    expect(one['unionid']).not.toBe('oUnion')
    const profile = await sns('userinfo', one)
    expect(profile).toMatchObject({ openid: one['openid'], nickname: '微信用户' })
    expect(profile).not.toHaveProperty('is_snapshotuser')
  })

  it('can be forced, but not where nobody is asked anyway', async () => {
    const { open, trade, user } = await staged()
    const traded = async (given: Readonly<Record<string, string>>) => {
      const { headers } = await open({ __user: user.openid, forceSnapShot: 'true', ...given })
      return trade({ code: new URL(headers.get('location') ?? '').searchParams.get('code') ?? '' })
    }
    expect(await traded({ scope: 'snsapi_userinfo' })).toHaveProperty('is_snapshotuser', 1)
    expect(await traded({ scope: 'snsapi_base' })).toMatchObject({ openid: user.openid })
    expect(await traded({ scope: 'snsapi_userinfo', __consent: 'agree' })).toMatchObject({ openid: user.openid })
  })
})
