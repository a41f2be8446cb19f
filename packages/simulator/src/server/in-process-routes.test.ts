import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStage } from '../testing/content-stage.js'
import { pushed } from '../testing/pushed.js'

type Json = Readonly<Record<string, unknown>>

/** What also stands on accounts, agents and users of this process, asked for over HTTP. */
async function staged() {
  const it = await contentStage(onTestFinished)
  const { sim, account, user, clock, call } = it
  const control = async (method: string, path: string, body: object = {}) => {
    const response = await fetch(`${sim.consoleUrl}_sim/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, json: (await response.json()) as Json }
  }
  const home = `accounts/${account.id}`
  const seat = `${home}/users/${user.openid}`
  const publish = async (): Promise<{ readonly msgDataId: string; readonly status: unknown }> => {
    const draft = (await it.addDraft({ need_open_comment: 1 })).json['media_id']
    const { bytes } = await call('POST /cgi-bin/freepublish/submit', { body: { media_id: draft } })
    const idOf = (name: string) => new RegExp(`"${name}":(\\d+)`).exec(bytes.toString())?.[1] ?? ''
    await clock.advance(3_000)
    await sim.idle()
    const { json } = await call('POST /cgi-bin/freepublish/get', { body: { publish_id: idOf('publish_id') } })
    return { msgDataId: idOf('msg_data_id'), status: json['publish_status'] }
  }
  return { ...it, control, home, seat, publish }
}

describe('agents over HTTP', () => {
  it('come, take who waits, write, hand over, close and go', async () => {
    const { control, home, account, user, sim } = await staged()
    const anna = await control('POST', `${home}/agents`, { name: 'anna', nickname: '安娜' })
    expect(anna).toMatchObject({ status: 200, json: { nickname: '安娜', isOnline: false, sessions: [] } })
    await control('POST', `${home}/agents`, { name: 'ben' })
    await account.agents.floor.transferred(user.openid, '在吗')
    expect((await control('GET', `${home}/agents`)).json).toMatchObject({
      agents: [{ nickname: '安娜' }, { nickname: 'ben' }],
      waiting: [{ openid: user.openid }],
    })
    const at = (agent: string, act: string, body: object = {}) =>
      control('POST', `${home}/agents/${agent}/${act}`, { openid: user.openid, ...body })
    expect((await at('anna', 'take')).status).toBe(400)
    await at('anna', 'online', { autoAccept: 0 })
    expect((await at('anna', 'take')).json).toMatchObject({
      isOnline: true,
      autoAccept: 0,
      sessions: [{ openid: user.openid }],
      inbox: [{ text: '在吗' }],
    })
    await at('anna', 'say', { text: '您好' })
    expect(user.inbox.at(-1)).toMatchObject({ via: 'agent', content: '您好' })
    expect((await at('anna', 'hand-over', { to: 'nobody' })).status).toBe(400)
    await at(`ben@${account.id}`, 'online')
    await at('anna', 'hand-over', { to: 'ben' })
    expect((await at('anna', 'close')).status).toBe(400)
    expect((await at('ben', 'close')).json).toMatchObject({ sessions: [] })
    expect((await at('ben', 'offline')).json).toMatchObject({ isOnline: false })
    expect(['kf_create_session', 'kf_switch_session', 'kf_close_session'].map((it) => pushed(sim, it).length)).toEqual([
      1, 1, 1,
    ])
    expect((await at('nobody', 'online')).status).toBe(404)
    expect((await at('anna', 'online', { autoAccept: '3' })).status).toBe(400)
  })

  it('are bound, or accept an invitation', async () => {
    const { control, home, account, call } = await staged()
    const add = (name: string) =>
      call('POST /customservice/kfaccount/add', { body: { kf_account: `${name}@${account.id}`, nickname: name } })
    await add('carl')
    await add('dora')
    expect((await control('POST', `${home}/agents/carl/bind`, { wechatId: 'carl_wx' })).json['wechatId']).toBe(
      'carl_wx',
    )
    expect((await control('POST', `${home}/agents/dora/accept-invitation`)).status).toBe(400)
    await call('POST /customservice/kfaccount/inviteworker', {
      body: { kf_account: `dora@${account.id}`, invite_wx: 'dora_wx' },
    })
    expect((await control('POST', `${home}/agents/dora/accept-invitation`)).json['wechatId']).toBe('dora_wx')
  })
})

describe('users over HTTP', () => {
  it('block templates and take them again', async () => {
    const { control, seat, user } = await staged()
    await control('POST', `${seat}/block-templates`)
    expect(user.blocksTemplates).toBe(true)
    await control('POST', `${seat}/block-templates`, { blocks: false })
    expect(user.blocksTemplates).toBe(false)
    expect((await control('POST', `${seat}/block-templates`, { blocks: 'no' })).status).toBe(400)
  })

  it('answer for subscription messages, and agree to one', async () => {
    const { control, seat, user, account } = await staged()
    const id = account.subscriptions.add('43216', [1, 2])
    await control('POST', `${seat}/answer-subscription`, { templateIds: [id] })
    await control('POST', `${seat}/answer-subscription`, { templateIds: [id], answer: 'reject' })
    expect(account.subscriptions.remaining(user.openid, id)).toBe(1)
    await control('POST', `${seat}/agree-once`, { scene: 7 })
    expect(account.subscriptions.remainingOnce(user.openid, '7')).toBe(1)
    for (const body of [{ templateIds: [1] }, { templateIds: id }, { templateIds: [id], answer: 'maybe' }]) {
      expect((await control('POST', `${seat}/answer-subscription`, body)).status).toBe(400)
    }
  })

  it('scan a scene, a ticket or a url', async () => {
    const { control, seat, call } = await staged()
    const body = { action_name: 'QR_LIMIT_SCENE', action_info: { scene: { scene_id: 9 } } }
    const { json } = await call('POST /cgi-bin/qrcode/create', { body })
    const key = { deliveries: [{ plaintext: expect.stringMatching(/<EventKey><!\[CDATA\[9\]\]>/) }] }
    for (const scene of [9, '9', json['ticket'], json['url']]) {
      expect((await control('POST', `${seat}/scan`, { scene })).json).toMatchObject(key)
    }
    expect((await control('POST', `${seat}/scan`, { scene: {} })).status).toBe(400)
  })

  it('are made by the hundred, with what they have in common', async () => {
    const { control, home, account } = await staged()
    const { json } = await control('POST', `${home}/users/many`, { count: 100, language: 'en' })
    expect(json['openids']).toEqual(account.users.slice(1).map((it) => it.openid))
    expect(account.users.at(-1)?.profile.language).toBe('en')
    expect((await control('POST', `${home}/users/many`, { count: 1.5 })).status).toBe(400)
  })

  it('are taken over from another account', async () => {
    const { control, home, sim, account, user } = await staged()
    const { json } = await control('POST', `accounts/${sim.createAccount().id}/take-over`, { from: account.id })
    expect(json['openids']).toEqual([expect.not.stringContaining(user.openid)])
    expect((await control('POST', `${home}/take-over`, { from: 'gh_nobody' })).status).toBe(400)
  })
})

describe('publications over HTTP', () => {
  it('fail when told to, once', async () => {
    const { control, home, publish } = await staged()
    await control('POST', `${home}/fail-next-publication`, { status: 4, failIdx: [1] })
    expect([(await publish()).status, (await publish()).status]).toEqual([4, 0])
    for (const body of [{ status: 1 }, { failIdx: 1 }]) {
      expect((await control('POST', `${home}/fail-next-publication`, body)).status).toBe(400)
    }
  })

  it('are commented on, until the reader takes it back', async () => {
    const { control, home, publish, user, call } = await staged()
    const { msgDataId } = await publish()
    const read = async () => {
      const body = { msg_data_id: msgDataId, index: 0, begin: 0, count: 10, type: 0 }
      return (await call('POST /cgi-bin/comment/list', { body })).json['total']
    }
    const comment = { openid: user.openid, msgDataId, content: '好文' }
    const { json } = await control('POST', `${home}/comments`, comment)
    expect([json['id'], await read()]).toEqual([expect.stringMatching(/^\d+$/), 1])
    expect((await control('DELETE', `${home}/comments/${json['id']}`)).status).toBe(200)
    expect((await control('DELETE', `${home}/comments/1`)).status).toBe(400)
    expect((await control('POST', `${home}/comments`, { ...comment, msgDataId: '1' })).status).toBe(400)
  })
})

it('templates of any content are added over HTTP', async () => {
  const { control, home, account } = await staged()
  const template = { title: '提醒', content: '时间：{{time.DATA}}' }
  const { json } = await control('POST', `${home}/templates`, template)
  expect(account.templates.get(String(json['templateId']))).toMatchObject(template)
  expect((await control('POST', `${home}/templates`, { title: 'x' })).status).toBe(400)
})

it('what calls caused is awaited over HTTP', async () => {
  const { control } = await staged()
  expect((await control('POST', 'idle')).json).toEqual({ ok: true })
})
