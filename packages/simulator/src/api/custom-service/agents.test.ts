import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStage, files, formOf } from '../../testing/content-stage.js'
import type { StageOptions } from '../../testing/stage.js'

async function staged(options: StageOptions = {}) {
  const it = await contentStage(onTestFinished, { ...options, account: { wechatId: 'shop', ...options.account } })
  const act = async (what: string, body: object): Promise<unknown> =>
    (await it.call(`POST /customservice/kfaccount/${what}`, { body })).errcode
  const list = async () => (await it.call('GET /cgi-bin/customservice/getkflist')).json
  return { ...it, act, list }
}

const anna = { kf_account: 'anna@shop', nickname: '安娜' }

describe('customer-service accounts', () => {
  it('are added, renamed, listed and deleted', async () => {
    const { act, list } = await staged()
    expect(await act('add', anna)).toBe(0)
    expect(await list()).toEqual({
      kf_list: [{ kf_account: 'anna@shop', kf_headimgurl: '', kf_id: '1001', kf_nick: '安娜' }],
    })
    expect(await act('update', { ...anna, nickname: '小安' })).toBe(0)
    expect(await list()).toMatchObject({ kf_list: [{ kf_nick: '小安' }] })
    expect(await act('del', { kf_account: 'anna@shop' })).toBe(0)
    expect(await list()).toEqual({ kf_list: [] })
  })

  it.each([
    [65404, { ...anna, kf_account: 'anna' }],
    [65404, { ...anna, kf_account: 'anna@elsewhere' }],
    [65404, { ...anna, kf_account: 'elevenchars@shop' }],
    [65404, { ...anna, kf_account: '安娜@shop' }],
    [65403, { ...anna, nickname: '' }],
    [65403, { ...anna, nickname: '名'.repeat(17) }],
    [65403, { kf_account: 'anna@shop' }],
  ])('are refused with %i: %j', async (errcode, body) => {
    const { act } = await staged()
    expect(await act('add', body)).toBe(errcode)
  })

  it('exist once, and are known when they are changed', async () => {
    const { act } = await staged()
    await act('add', anna)
    expect(await act('add', anna)).toBe(65406)
    expect(await act('update', { kf_account: 'bert@shop', nickname: 'b' })).toBe(65401)
    expect(await act('del', { kf_account: 'bert@shop' })).toBe(65401)
  })

  it('are a hundred at most', async () => {
    const { act, account } = await staged()
    for (let count = 0; count < 100; count++) account.agents.add(`kf${count}`)
    expect(await act('add', anna)).toBe(65405)
  })

  it('stand behind the original id where the account has no WeChat id', async () => {
    const { act, account } = await staged({ account: { wechatId: undefined as never } })
    expect(await act('add', { ...anna, kf_account: `anna@${account.id}` })).toBe(0)
  })

  it('have an avatar that loads', async () => {
    const { act, list, call } = await staged()
    await act('add', anna)
    const upload = async (kf_account: string, file = files.jpg) =>
      (await call('POST /customservice/kfaccount/uploadheadimg', { query: { kf_account }, body: formOf(file) })).errcode
    expect(await upload('bert@shop')).toBe(65401)
    expect(await upload('anna@shop', files.png as never)).toBe(40005)
    expect(await upload('anna@shop')).toBe(0)
    const { kf_list } = (await list()) as { kf_list: { kf_headimgurl: string }[] }
    const loaded = await fetch(kf_list[0]?.kf_headimgurl ?? '')
    expect(loaded.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await loaded.arrayBuffer())).toEqual(files.jpg.bytes)
  })
})

describe('an invitation', () => {
  const invited = { kf_account: 'anna@shop', invite_wx: 'anna_w' }

  it('binds a person once it is accepted', async () => {
    const { act, list, account } = await staged()
    await act('add', anna)
    expect(await act('inviteworker', invited)).toBe(0)
    expect(await list()).toMatchObject({ kf_list: [{ invite_wx: 'anna_w', invite_status: 'waiting' }] })
    account.agents.get('anna')?.acceptInvitation()
    expect(await list()).toMatchObject({ kf_list: [{ kf_wx: 'anna_w' }] })
    expect((await list())['kf_list']).not.toMatchObject([{ invite_wx: expect.anything() }])
  })

  it('is one for each agent and person, and runs out', async () => {
    const { act, clock, account } = await staged()
    account.agents.add('carl')
    await act('add', anna)
    await act('add', { kf_account: 'bert@shop', nickname: 'b' })
    expect(await act('inviteworker', { ...invited, kf_account: 'nobody@shop' })).toBe(65401)
    expect(await act('inviteworker', { ...invited, invite_wx: '1' })).toBe(65409)
    expect(await act('inviteworker', { ...invited, kf_account: 'carl@shop' })).toBe(65412)
    expect(await act('inviteworker', { ...invited, invite_wx: account.agents.get('carl')?.wechatId })).toBe(65407)
    await act('inviteworker', invited)
    expect(await act('inviteworker', invited)).toBe(65411)
    expect(await act('inviteworker', { ...invited, kf_account: 'bert@shop' })).toBe(65408)
    await clock.advance(24 * 3_600_000)
    expect(await act('inviteworker', invited)).toBe(0)
  })

  it('is refused to a person who serves five accounts', async () => {
    const { act, sim } = await staged()
    await act('add', anna)
    for (let count = 0; count < 5; count++) sim.createAccount().agents.add('a').bind('anna_w')
    expect(await act('inviteworker', invited)).toBe(65410)
  })
})
