import { describe, expect, it, onTestFinished } from 'vitest'
import { ImpossibleActionError } from '../../errors.js'
import { pushed } from '../../testing/pushed.js'
import { type StageOptions, stage } from '../../testing/stage.js'

async function staged(options: StageOptions = {}) {
  const it = await stage(onTestFinished, options)
  const { user, sim, clock, call } = it
  const add = async (tid: unknown, kidList: unknown, sceneDesc = '测试') =>
    call('POST /wxaapi/newtmpl/addtemplate', { body: { tid, kidList, sceneDesc } })
  const template = async (): Promise<string> => String((await add('43216', [4, 2])).json['priTmplId'])
  const read = async (what: string, query: Record<string, string | number> = {}) =>
    (await call(`GET /wxaapi/newtmpl/${what}`, { query })).json
  const data = { thing4: { value: '咖啡' }, amount2: { value: '￥20' } }
  const send = async (body: object) =>
    call('POST /cgi-bin/message/subscribe/bizsend', { body: { touser: user.openid, data, ...body } })
  const due = async (): Promise<void> => {
    await clock.advance(1_000)
    await sim.idle()
  }
  return { ...it, add, template, read, data, send, due }
}

describe('templates of subscription messages', () => {
  it('are found in the library, taken, listed and deleted', async () => {
    const { call, read, template } = await staged()
    expect(await read('getcategory')).toMatchObject({
      errcode: 0,
      data: expect.arrayContaining([{ id: 307, name: '线上购物' }]),
    })
    expect(await read('getpubtemplatetitles', { ids: '307,402', start: 1, limit: 1 })).toEqual({
      errcode: 0,
      errmsg: 'ok',
      count: 3,
      data: [{ tid: 46001, title: '预约成功通知', type: 2, categoryId: 402 }],
    })
    expect(await read('getpubtemplatekeywords', { tid: 43216 })).toMatchObject({
      count: 5,
      data: expect.arrayContaining([{ kid: 2, name: '支付金额', example: '￥39.80', rule: 'amount' }]),
    })
    const priTmplId = await template()
    expect(await read('gettemplate')).toEqual({
      errcode: 0,
      errmsg: 'ok',
      data: [
        {
          priTmplId,
          title: '订单支付成功通知',
          content: '商品名称:{{thing4.DATA}}\n支付金额:{{amount2.DATA}}\n',
          example: '商品名称:名称\n支付金额:￥39.80\n',
          type: 2,
          keywordEnumValueList: [],
        },
      ],
    })
    const remove = async () => (await call('POST /wxaapi/newtmpl/deltemplate', { body: { priTmplId } })).errcode
    expect([await remove(), await remove()]).toEqual([0, 40037])
  })

  it.each([
    [200014, '99', [1, 2], ''],
    [200014, 'toString', [1, 2], ''],
    [200020, '43216', [1], ''],
    [200020, '43216', [1, 9], ''],
    [200020, '43216', [1, 1], ''],
    [200020, '43216', 'all', ''],
    [200021, '43216', [1, 2], '字'.repeat(16)],
  ])('are refused with %i', async (errcode, tid, kids, scene) => {
    const { add } = await staged()
    expect((await add(tid, kids, scene)).errcode).toBe(errcode)
  })

  it.each([
    [200018, { start: 0, limit: 1 }],
    [200019, { ids: '1', start: 0, limit: 1 }],
    [200016, { ids: '307', start: -1, limit: 1 }],
    [200017, { ids: '307', start: 0, limit: 31 }],
  ])('are looked for with %i: %j', async (errcode, query) => {
    const { read } = await staged()
    expect(await read('getpubtemplatetitles', query)).toMatchObject({ errcode })
  })

  it('are 25 at most', async () => {
    const { add } = await staged()
    for (let count = 0; count < 25; count++) await add('43216', [1, 2])
    expect((await add('43216', [1, 2])).errcode).toBe(200012)
  })
})

describe('a subscription message', () => {
  it('is sent as often as the user agreed, and the robot is told of both', async () => {
    const { sim, user, account, template, send, due } = await staged()
    const template_id = await template()
    expect((await send({ template_id })).errcode).toBe(43101)
    await account.subscriptions.answer(user.openid, [template_id])
    await account.subscriptions.answer(user.openid, [template_id], 'reject')
    expect(pushed(sim, 'subscribe_msg_popup_event')).toMatchObject([
      { FromUserName: user.openid, TemplateId: template_id, SubscribeStatusString: 'accept', PopupScene: '1' },
      { SubscribeStatusString: 'reject' },
    ])
    expect((await send({ template_id, page: 'https://example.com' })).json).toEqual({ errcode: 0, errmsg: 'ok' })
    expect((await send({ template_id })).errcode).toBe(43101)
    await due()
    expect(user.inbox).toMatchObject([
      {
        via: 'template',
        title: '订单支付成功通知',
        content: '商品名称:咖啡\n支付金额:￥20',
        url: 'https://example.com',
      },
    ])
    expect(pushed(sim, 'subscribe_msg_sent_event')).toMatchObject([
      { TemplateId: template_id, MsgID: expect.stringMatching(/^\d{17}$/), ErrorCode: '0', ErrorStatus: 'success' },
    ])
  })

  it('keeps the yes when it is refused for what it says', async () => {
    const { user, account, template, send, data } = await staged()
    const template_id = await template()
    await account.subscriptions.answer(user.openid, [template_id])
    expect((await send({ template_id, data: { ...data, amount2: { value: 'a lot' } } })).errcode).toBe(47003)
    expect((await send({ template_id: 'unknown' })).errcode).toBe(40037)
    expect((await send({ template_id, touser: 'oNobody' })).errcode).toBe(40003)
    expect(account.subscriptions.remaining(user.openid, template_id)).toBe(1)
  })

  it('tells of several answers in one push; in JSON without wrapper', async () => {
    const { sim, user, account, template } = await staged({ account: { format: 'json', kind: 'miniProgram' } })
    const ids = [await template(), await template()]
    await account.subscriptions.answer(user.openid, ids)
    await account.subscriptions.answer(user.openid, ids.slice(1))
    const lists = sim.exchanges
      .list()
      .filter((it) => it.kind === 'push')
      .map((it) => JSON.parse(it.request.plaintext)['List'])
    const entry = (TemplateId: unknown) => ({ TemplateId, SubscribeStatusString: 'accept', PopupScene: '0' })
    expect(lists).toMatchObject([ids.map(entry), entry(ids[1])])
    await expect(account.subscriptions.answer(user.openid, ['unknown'])).rejects.toBeInstanceOf(ImpossibleActionError)
  })
})

describe('a one-time subscription', () => {
  it('allows one message once the user agreed on the page', async () => {
    const { sim, user, account, call, due } = await staged()
    const { oneTimeTemplateId } = account.subscriptions
    const link = new URL(`${sim.apiUrl}/mp/subscribemsg`)
    const given = { action: 'get_confirm', appid: account.config.appId, scene: '1000', template_id: oneTimeTemplateId }
    link.search = String(new URLSearchParams({ ...given, redirect_url: 'https://example.com/back?a=1', reserved: 'r' }))
    const visit = async (more: Record<string, string>) => {
      const url = new URL(link)
      for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
      return fetch(url, { redirect: 'manual' })
    }
    expect(await (await visit({})).text()).toContain(user.nickname)
    expect(await (await visit({ __user: user.openid })).text()).toContain('同意')
    const refused = await visit({ __user: user.openid, __consent: 'refuse' })
    expect(refused.headers.get('location')).toContain('action=cancel')
    const message = { touser: user.openid, template_id: oneTimeTemplateId, scene: '1000', title: '通知' }
    const send = async (more: object = {}) =>
      (
        await call('POST /cgi-bin/message/template/subscribe', {
          body: { ...message, data: { content: { value: '您好' } }, ...more },
        })
      ).errcode
    expect(await send()).toBe(43101)
    const agreed = await visit({ __user: user.openid, __consent: 'agree' })
    expect(agreed.headers.get('location')).toBe(
      `https://example.com/back?a=1&openid=${user.openid}&template_id=${oneTimeTemplateId}&action=confirm&scene=1000&reserved=r`,
    )
    expect(await send({ scene: '999' })).toBe(43101)
    expect(await send({ title: '字'.repeat(16) })).toBe(40035)
    expect(await send({ data: { content: { value: '字'.repeat(201) } } })).toBe(40035)
    expect(await send({ template_id: 'unknown' })).toBe(40037)
    expect([await send(), await send()]).toEqual([0, 43101])
    await due()
    expect(user.inbox).toMatchObject([{ via: 'template', title: '通知', content: '您好' }])
  })

  it('does not grow when the user agrees to the same scene again', async () => {
    const { account, user } = await staged()
    for (const scene of [1, 1, '2']) account.subscriptions.agreeOnce(user.openid, scene)
    expect([1, 2, 3].map((scene) => account.subscriptions.remainingOnce(user.openid, scene))).toEqual([1, 1, 0])
    account.subscriptions.agreeOnce(user.openid, '007')
    expect(account.subscriptions.remainingOnce(user.openid, 7)).toBe(1)
  })

  it.each([{ appid: 'wx1' }, { scene: '10001' }, { template_id: 'x' }, { redirect_url: 'javascript:alert(1)' }])(
    'shows an error page for %j',
    async (wrong) => {
      const { sim, account } = await staged()
      const { appId } = account.config
      const given = { appid: appId, scene: '1', template_id: account.subscriptions.oneTimeTemplateId }
      const query = new URLSearchParams({ ...given, redirect_url: 'https://example.com', ...wrong })
      expect((await fetch(`${sim.apiUrl}/mp/subscribemsg?${query}`)).status).toBe(400)
    },
  )
})
