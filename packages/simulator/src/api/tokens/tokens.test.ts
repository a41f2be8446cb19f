import { describe, expect, it, onTestFinished } from 'vitest'
import type { CreateAccountOptions } from '../../account.js'
import { stage } from '../../testing/stage.js'

async function staged(options: CreateAccountOptions = {}) {
  const it = await stage(onTestFinished, { account: options })
  const { call } = it
  const { appId, appSecret } = it.account.clientConfig
  const given = { grant_type: 'client_credential', appid: appId, secret: appSecret }
  const classic = async (): Promise<string> =>
    String((await call('GET /cgi-bin/token', { query: given, token: '' })).json['access_token'])
  const stable = async (more: object = {}): Promise<string> =>
    String((await call('POST /cgi-bin/stable_token', { body: { ...given, ...more }, token: '' })).json['access_token'])
  /** Any endpoint that needs a token: an unknown code is not asked for, so only the token's own codes come. */
  const worth = async (token: string): Promise<unknown> => {
    const { json } = await call('GET /cgi-bin/getcallbackip', { token })
    return json['errcode'] ?? 0
  }
  return { ...it, given, classic, stable, worth }
}

describe('classic tokens', () => {
  it('each fetch ends the one before, five minutes later', async () => {
    const { classic, worth, clock } = await staged()
    const first = await classic()
    const second = await classic()
    expect(second).not.toBe(first)
    expect(await worth(first)).toBe(0)
    await clock.advance(5 * 60_000)
    expect(await worth(first)).toBe(40001)
    expect(await worth(second)).toBe(0)
  })

  it('end after two hours', async () => {
    const { classic, worth, clock } = await staged()
    const token = await classic()
    await clock.advance(7_200_000 - 1)
    expect(await worth(token)).toBe(0)
    await clock.advance(1)
    expect(await worth(token)).toBe(42001)
  })
})

describe('stable tokens', () => {
  it('stay the same until five minutes before their end, and then live side by side', async () => {
    const { stable, worth, clock } = await staged()
    const first = await stable()
    expect(await stable()).toBe(first)
    await clock.advance(7_200_000 - 5 * 60_000)
    const second = await stable()
    expect(second).not.toBe(first)
    expect([await worth(first), await worth(second)]).toEqual([0, 0])
  })

  it('a forced one ends the one before at once', async () => {
    const { stable, worth } = await staged()
    const first = await stable()
    const second = await stable({ force_refresh: true })
    expect([await worth(first), await worth(second)]).toEqual([40001, 0])
  })

  it('forced again within 30 seconds stay the same', async () => {
    const { stable, worth, clock } = await staged()
    const force = () => stable({ force_refresh: true })
    const first = await force()
    await clock.advance(30_000 - 1)
    expect([await force(), await worth(first)]).toEqual([first, 0])
    await clock.advance(1)
    expect(await force()).not.toBe(first)
    expect(await worth(first)).toBe(40001)
  })

  it('do not know of classic ones', async () => {
    const { stable, classic, worth, clock } = await staged()
    const kept = await stable()
    await classic()
    await classic()
    await clock.advance(10 * 60_000)
    expect(await worth(kept)).toBe(0)
  })
})

describe('what is refused', () => {
  it.each([
    [40002, { grant_type: 'password' }],
    [41002, { appid: '' }],
    [40013, { appid: 'wx0000000000000000' }],
    [41004, { secret: '' }],
    [40125, { secret: 'f'.repeat(32) }],
  ])('%i', async (code, wrong) => {
    const { call, given } = await staged()
    const { json } = await call('POST /cgi-bin/stable_token', { body: { ...given, ...wrong }, token: '' })
    expect(json['errcode']).toBe(code)
    expect(json['errmsg']).toMatch(/ rid: [\da-f]{8}-[\da-f]{8}-[\da-f]{8}$/)
  })

  it('41001 without a token, 40014 for one that nobody was given', async () => {
    const { worth } = await staged()
    expect([await worth(''), await worth('made-up')]).toEqual([41001, 40014])
  })

  it('40164 where the account lists other addresses, and test accounts have no list', async () => {
    const listed = { ipWhitelist: ['203.0.113.7'] }
    const service = await staged({ kind: 'service', ...listed })
    const { json } = await service.call('POST /cgi-bin/stable_token', { body: service.given, token: '' })
    expect(json).toMatchObject({ errcode: 40164 })
    expect(json['errmsg']).toContain('invalid ip 127.0.0.1')
    const test = await staged({ kind: 'test', ...listed })
    expect(await test.stable()).toMatch(/^\d\d_/)
  })
})
