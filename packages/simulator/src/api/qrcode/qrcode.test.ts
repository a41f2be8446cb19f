import { describe, expect, it, onTestFinished } from 'vitest'
import type { CreateAccountOptions } from '../../account.js'
import type { PlatformSettings } from '../../settings.js'
import { stage } from '../../testing/stage.js'

async function staged(account: CreateAccountOptions = {}, settings: Partial<PlatformSettings> = {}) {
  const it = await stage(onTestFinished, { account, settings })
  const { call } = it
  const create = async (action_name: unknown, scene: unknown, more: object = {}) =>
    (await call('POST /cgi-bin/qrcode/create', { body: { action_name, action_info: { scene }, ...more } })).json
  return { ...it, create }
}

describe('making a code', () => {
  it('one for a time says how long, one for good does not', async () => {
    const { create } = await staged()
    const brief = await create('QR_STR_SCENE', { scene_str: 'door' }, { expire_seconds: 604_800 })
    expect(brief).toEqual({
      ticket: expect.stringMatching(/^gQ\S{96}$/),
      url: expect.stringMatching(/^http:\/\/weixin\.qq\.com\/q\/02[\w-]{20}$/),
      expire_seconds: 604_800,
    })
    const lasting = await create('QR_LIMIT_SCENE', { scene_id: 100_000 })
    expect(Object.keys(lasting).sort()).toEqual(['ticket', 'url'])
    expect((await create('QR_SCENE', { scene_id: 4_294_967_295 }))['expire_seconds']).toBe(60)
  })

  it.each([
    [40052, 'QR_CARD', { scene_id: 1 }],
    [40052, 'constructor', { scene_id: 1 }],
    [40052, undefined, { scene_id: 1 }],
    [40053, 'QR_SCENE', undefined],
    [40053, 'QR_SCENE', { scene_str: '1' }],
    [40053, 'QR_SCENE', { scene_id: 0 }],
    [40053, 'QR_SCENE', { scene_id: 4_294_967_296 }],
    [40053, 'QR_LIMIT_SCENE', { scene_id: 100_001 }],
    [40053, 'QR_STR_SCENE', { scene_str: '' }],
    [40053, 'QR_LIMIT_STR_SCENE', { scene_str: '长'.repeat(65) }],
  ])('refuses with %i what is wrong in %s %j', async (code, name, scene) => {
    const { create } = await staged()
    expect(await create(name, scene)).toMatchObject({ errcode: code })
  })

  it('takes 64 characters, and no time above thirty days', async () => {
    const { create } = await staged()
    expect(await create('QR_LIMIT_STR_SCENE', { scene_str: '长'.repeat(64) })).toHaveProperty('ticket')
    expect(await create('QR_SCENE', { scene_id: 1 }, { expire_seconds: 2_592_000 })).toHaveProperty('ticket')
    expect(await create('QR_SCENE', { scene_id: 1 }, { expire_seconds: 2_592_001 })).toMatchObject({ errcode: 40035 })
  })

  it('has so many that last, and gives the same one for the same scene', async () => {
    const { create } = await staged({}, { maxLastingQrCodes: 2 })
    const first = await create('QR_LIMIT_SCENE', { scene_id: 7 })
    expect((await create('QR_LIMIT_STR_SCENE', { scene_str: '7' }))['ticket']).not.toBe(first['ticket'])
    expect(await create('QR_LIMIT_SCENE', { scene_id: 7 })).toEqual(first)
    const full = await create('QR_LIMIT_SCENE', { scene_id: 8 })
    expect(full).toMatchObject({ errcode: 45029, errmsg: expect.stringContaining('qrcode count out of limit') })
    expect(await create('QR_SCENE', { scene_id: 8 })).toHaveProperty('ticket')
  })

  it.each([
    [{ kind: 'subscription' }, 48001],
    [{ kind: 'service', verified: false }, 48001],
    [{ kind: 'miniProgram' }, 48001],
    [{ kind: 'service' }, undefined],
  ] as const)('may %j: %s', async (account, code) => {
    const { create } = await staged(account)
    expect((await create('QR_SCENE', { scene_id: 1 }))['errcode']).toBe(code)
  })
})

describe('the picture', () => {
  it('is a PNG of its own for every ticket, shown without a token', async () => {
    const { call, create } = await staged()
    const shown = async (ticket: unknown) =>
      call('GET /cgi-bin/showqrcode', { query: { ticket: String(ticket) }, token: '' })
    const one = await shown((await create('QR_SCENE', { scene_id: 1 }))['ticket'])
    const two = await shown((await create('QR_SCENE', { scene_id: 1 }))['ticket'])
    expect([one.status, one.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(one.bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(one.bytes.equals(two.bytes)).toBe(false)
    expect((await shown('gQ-made-up')).status).toBe(404)
  })
})

describe('scanning a code', () => {
  it('pushes the scene and the ticket of that very code: by ticket, by url, by scene', async () => {
    const { create, user } = await staged()
    const { ticket, url } = await create('QR_STR_SCENE', { scene_str: 'door' }, { expire_seconds: 100 })
    for (const what of [ticket, url, 'door'].map(String)) {
      const pushed = (await user.scan(what)).deliveries[0]?.plaintext ?? ''
      expect(pushed).toContain('<Event><![CDATA[SCAN]]></Event>')
      expect(pushed).toContain('<EventKey><![CDATA[door]]></EventKey>')
      expect(pushed).toContain(String(ticket))
    }
  })

  it('follows with the scene, which is remembered', async () => {
    const { create, account } = await staged()
    const { ticket } = await create('QR_LIMIT_SCENE', { scene_id: 42 })
    const user = account.createUser({ isFollowing: false })
    const pushed = (await user.scan(String(ticket))).deliveries[0]?.plaintext ?? ''
    expect(pushed).toContain('<EventKey><![CDATA[qrscene_42]]></EventKey>')
    expect(pushed).toContain(String(ticket))
    expect(user.subscription).toMatchObject({ scene: 'ADD_SCENE_QR_CODE', qrScene: 42, qrSceneStr: '' })
  })

  it('is impossible when its time is over, or when it is none of the account', async () => {
    const { create, user, clock, sim } = await staged()
    const { ticket } = await create('QR_STR_SCENE', { scene_str: 'brief' }, { expire_seconds: 100 })
    await clock.advance(99_999)
    await user.scan(String(ticket))
    await clock.advance(1)
    const pushes = sim.exchanges.list().filter(({ kind }) => kind === 'push').length
    await expect(user.scan(String(ticket))).rejects.toThrow(/past its time/)
    await expect(user.scan('brief')).rejects.toThrow(/past its time/)
    await expect(user.scan('http://weixin.qq.com/q/02unknown')).rejects.toThrow(/no such QR code/)
    await expect(user.scan(`gQ${'x'.repeat(96)}`)).rejects.toThrow(/no such QR code/)
    expect(sim.exchanges.list().filter(({ kind }) => kind === 'push')).toHaveLength(pushes)
    const again = await create('QR_STR_SCENE', { scene_str: 'brief' })
    expect((await user.scan('brief')).deliveries[0]?.plaintext).toContain(String(again['ticket']))
  })

  it('a scene that no code was made for stands for one printed long ago', async () => {
    const { user } = await staged()
    expect((await user.scan('old')).deliveries[0]?.plaintext).toMatch(/\[old\].*<Ticket>/)
  })
})
