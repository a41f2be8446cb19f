import { type FakeRoutes, fakeFetch } from '@wx/api-client/testing'
import { ManualClock, silentLogger } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { jsSdk, mediaCache, OfficialAccount, sendTemplateToAll, tagMany, webOAuth } from './index.js'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const day = 86_400_000

async function settle(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function onClock(routes: FakeRoutes) {
  const clock = new ManualClock()
  const fetch = fakeFetch(routes)
  const settings = { appId: 'wx0123456789abcdef', appSecret: 'secret-secret', fetch, clock, logger: silentLogger }
  return { account: new OfficialAccount(settings), clock, fetch }
}

describe('what is built on an account goes by the clock of the account', () => {
  it('which it shows', () => {
    const { account, clock } = onClock({})
    expect(account.clock).toBe(clock)
  })

  it('the cache of media ids', async () => {
    let uploads = 0
    const { account, clock } = onClock({ 'POST /cgi-bin/media/upload': () => ({ media_id: `ID-${++uploads}` }) })
    const cache = mediaCache(account)
    expect([await cache.idOf('image', png), await cache.idOf('image', png)]).toEqual(['ID-1', 'ID-1'])
    await clock.advance(3 * day)
    expect(await cache.idOf('image', png)).toBe('ID-2')
  })

  it('the JS-SDK', async () => {
    const { account, clock } = onClock({})
    await clock.advance(day)
    const { timestamp } = await jsSdk(account).config({ url: 'https://shop.example/' })
    expect(timestamp).toBe(Math.floor(clock.now() / 1000))
  })

  it('web OAuth, by hand and as a handler', async () => {
    const granted = { access_token: 'AT', expires_in: 7200, refresh_token: 'RT', openid: 'o', scope: 'snsapi_base' }
    const { account, clock } = onClock({ 'GET /sns/oauth2/access_token': granted })
    await clock.advance(day)
    expect((await webOAuth(account).exchangeCode('code')).expiresAt).toBe(clock.now() + 7_200_000)

    const { handler } = webOAuth(account, {
      baseUrl: 'https://shop.example',
      stateSecret: 'x'.repeat(32),
      onLogin: () => {},
      logger: silentLogger,
    })
    const get = (query: string, cookie = '') =>
      handler({ method: 'GET', path: '/wechat/login', query, headers: { cookie } })
    const begun = await get('')
    const state = new URL(begun.headers['location'] ?? '').searchParams.get('state')
    await clock.advance(600_001)
    // Ten minutes later the login has expired.
    expect((await get(`code=c&state=${state}`, begun.headers['set-cookie'])).status).toBe(400)
  })

  it.each<[string, FakeRoutes, (account: OfficialAccount) => { summary(): Promise<unknown> }]>([
    ['tagMany', {}, (it) => tagMany(it, ['o'], { tagId: 1 })],
    [
      'sendTemplateToAll',
      {},
      (it) => sendTemplateToAll(it, { jobId: 'j', openids: ['o'], message: () => ({ template_id: 't', data: {} }) }),
    ],
  ])('the pauses of %s', async (_, routes, run) => {
    let calls = 0
    const busy = () => (++calls === 1 ? { errcode: 45011, errmsg: 'freq limit' } : { errcode: 0, msgid: 1 })
    const { account, clock } = onClock({
      'POST /cgi-bin/tags/members/batchtagging': busy,
      'POST /cgi-bin/message/template/send': busy,
      ...routes,
    })
    const summary = run(account).summary()
    while (calls === 0) await settle(1)
    await settle(50)
    expect(calls).toBe(1)
    await clock.advance(60_000)
    // Far sooner than the half second that the machine's clock would let pass.
    await settle(50)
    expect(calls).toBe(2)
    expect(await summary).toMatchObject({ done: 1, failed: 0 })
  })
})
