import { describe, expect, it, onTestFinished } from 'vitest'
import { pushed } from '../../testing/pushed.js'
import { type StageOptions, stage } from '../../testing/stage.js'

async function staged(options: StageOptions = {}) {
  const it = await stage(onTestFinished, options)
  const { user, sim, clock, call } = it
  const add = async (template_id_short: string, keyword_name_list?: readonly string[]) =>
    call('POST /cgi-bin/template/api_add_template', { body: { template_id_short, keyword_name_list } })
  const setIndustry = async (industry_id1: string, industry_id2: string) =>
    (await call('POST /cgi-bin/template/api_set_industry', { body: { industry_id1, industry_id2 } })).errcode
  const list = async () => (await call('GET /cgi-bin/template/get_all_private_template')).json
  const send = async (body: object) =>
    call('POST /cgi-bin/message/template/send', { body: { touser: user.openid, ...body } })
  const due = async (): Promise<void> => {
    await clock.advance(1_000)
    await sim.idle()
  }
  /** The id of a template of a category, with these keywords. */
  const category = async (...keywords: string[]): Promise<string> =>
    String((await add('43216', keywords)).json['template_id'])
  return { ...it, add, setIndustry, list, send, due, category }
}

describe('industries', () => {
  it('are set once a month, and read back by name', async () => {
    const { call, clock, setIndustry } = await staged()
    const read = async () => (await call('GET /cgi-bin/template/get_industry')).json
    expect(await setIndustry('1', '41')).toBe(0)
    expect(await read()).toEqual({
      primary_industry: { first_class: 'IT科技', second_class: '互联网|电子商务' },
      secondary_industry: { first_class: '其它', second_class: '其它' },
    })
    expect(await setIndustry('1', '13')).toBe(43100)
    await clock.advance(31 * 24 * 3_600_000)
    expect(await setIndustry('13', '24')).toBe(0)
    expect(await read()).toMatchObject({
      primary_industry: { second_class: '快递' },
      secondary_industry: { second_class: '保健与卫生' },
    })
  })

  it.each([['0'], ['42'], ['IT'], ['']])('of code %j are refused', async (code) => {
    const { setIndustry } = await staged()
    expect(await setIndustry('1', code)).toBe(40102)
  })

  it('decide which templates of the library can be taken, and drop those of others', async () => {
    const { add, list, clock, setIndustry } = await staged()
    expect((await add('TM00001')).errcode).toBe(45027)
    await setIndustry('1', '13')
    const { json } = await add('TM00001')
    await add('OPENTM200000001')
    await add('47123', ['时间'])
    expect(await list()).toMatchObject({
      template_list: [
        {
          template_id: json['template_id'],
          title: '订单支付成功通知',
          primary_industry: 'IT科技',
          deputy_industry: '互联网|电子商务',
          content:
            '{{first.DATA}}\n订单编号：{{keyword1.DATA}}\n支付金额：{{keyword2.DATA}}\n支付时间：{{keyword3.DATA}}\n{{remark.DATA}}',
        },
        { content: '时间:{{time1.DATA}}\n' },
      ],
    })
    await clock.advance(31 * 24 * 3_600_000)
    await setIndustry('13', '14')
    expect(await list()).toMatchObject({ template_list: [{ content: '时间:{{time1.DATA}}\n' }] })
  })
})

describe('the templates of an account', () => {
  it('are added and deleted', async () => {
    const { call, add, list } = await staged()
    const { json } = await add('43216', ['订单编号', '支付金额'])
    expect(json).toEqual({ errcode: 0, errmsg: 'ok', template_id: expect.stringMatching(/^[\w-]{43}$/) })
    const body = { template_id: json['template_id'] }
    expect((await call('POST /cgi-bin/template/del_private_template', { body })).errcode).toBe(0)
    expect(await list()).toEqual({ template_list: [] })
    expect((await call('POST /cgi-bin/template/del_private_template', { body })).errcode).toBe(40037)
  })

  it('are 25 at most, of templates and keywords that exist', async () => {
    const { add } = await staged()
    expect((await add('TM99999')).errcode).toBe(40037)
    expect((await add('toString')).errcode).toBe(40037)
    expect((await add('43216')).errcode).toBe(40246)
    expect((await add('43216', ['订单编号', '天气'])).errcode).toBe(40246)
    for (let count = 0; count < 25; count++) expect((await add('43216', ['订单编号'])).errcode).toBe(0)
    expect((await add('43216', ['订单编号'])).errcode).toBe(45026)
  })
})

describe('a template message', () => {
  it('reaches the user after a while, and the robot is told', async () => {
    const { sim, user, account, send, due, category } = await staged()
    const template_id = await category('订单编号', '支付金额')
    const data = { character_string1: { value: 'A-1', color: '#173177' }, amount2: { value: '￥39.8' } }
    const { json, bytes } = await send({ template_id, data, url: 'https://example.com' })
    expect(json).toMatchObject({ errcode: 0, errmsg: 'ok' })
    const [, msgid] = /"msgid":(\d{17})\}/.exec(bytes.toString()) ?? []
    expect(user.inbox).toEqual([])
    await due()
    expect(user.inbox).toMatchObject([
      {
        via: 'template',
        type: 'template',
        templateId: template_id,
        title: '订单支付成功通知',
        content: '订单编号:A-1\n支付金额:￥39.8',
        url: 'https://example.com',
      },
    ])
    expect(pushed(sim, 'TEMPLATESENDJOBFINISH')).toMatchObject([
      { ToUserName: account.id, FromUserName: user.openid, MsgID: msgid, Status: 'success' },
    ])
  })

  it('does not reach who blocks templates', async () => {
    const { sim, user, send, due, category } = await staged()
    user.blockTemplates()
    await send({ template_id: await category('商品名称'), data: { thing4: { value: 'x' } } })
    await due()
    expect(user.inbox).toEqual([])
    expect(pushed(sim, 'TEMPLATESENDJOBFINISH')).toMatchObject([{ Status: 'failed:user block' }])
    user.blockTemplates(false)
    await send({ template_id: await category('商品名称'), data: { thing4: { value: 'x' } } })
    await due()
    expect(user.inbox).toHaveLength(1)
  })

  it('fails when the user leaves meanwhile', async () => {
    const { sim, user, send, due, category } = await staged()
    await send({ template_id: await category('商品名称'), data: { thing4: { value: 'x' } } })
    await user.unfollow()
    await due()
    expect(user.inbox).toEqual([])
    expect(pushed(sim, 'TEMPLATESENDJOBFINISH')).toMatchObject([{ Status: 'failed: system failed' }])
  })

  it('is sent once to a user under an id of its own, for ten minutes', async () => {
    const { user, account, clock, send, due, category } = await staged()
    const message = { template_id: await category('商品名称'), data: { thing4: { value: 'x' } }, client_msg_id: 'm1' }
    const first = await send(message)
    const second = await send(message)
    expect(second.bytes.toString()).toBe(first.bytes.toString())
    const other = account.createUser()
    expect((await send({ ...message, touser: other.openid })).bytes.toString()).not.toBe(first.bytes.toString())
    await due()
    expect([user.inbox.length, other.inbox.length]).toEqual([1, 1])
    await clock.advance(10 * 60_000)
    await send(message)
    await due()
    expect(user.inbox).toHaveLength(2)
  })

  it('shows 20 characters a value, without first line, remark, emoji and line breaks', async () => {
    const { user, add, send, due, setIndustry } = await staged()
    await setIndustry('1', '2')
    const { json } = await add('TM00001')
    const data = {
      first: { value: '您好' },
      keyword1: { value: `🎉单\n号👍🏽` },
      keyword2: { value: '一二三四五六七八九十一二三四五六七八九十多' },
      remark: { value: '谢谢' },
      keyword9: { value: 'nobody asked' },
    }
    expect((await send({ template_id: json['template_id'], data })).errcode).toBe(0)
    await due()
    expect(user.inbox).toMatchObject([
      {
        content: '订单编号：单号\n支付金额：一二三四五六七八九十一二三四五六七八九十...\n支付时间：',
      },
    ])
  })

  it('of an own template of a test account takes any value', async () => {
    const { user, account, send, due } = await staged()
    const template_id = account.templates.add({ title: '天气', content: '城市：{{city.DATA}} {{thing1.DATA}}' })
    const data = { city: { value: '广州' }, thing1: { value: '' } }
    const miniprogram = { appid: 'wx0123456789abcdef', pagepath: 'pages/index?a=1' }
    expect((await send({ template_id, data, miniprogram })).errcode).toBe(0)
    await due()
    expect(user.inbox).toMatchObject([{ title: '天气', content: '城市：广州 ', miniprogram }])
  })

  it('is refused to who is not there, has left, or for a template that is not there', async () => {
    const { user, send, category } = await staged()
    const message = { template_id: await category('商品名称'), data: { thing4: { value: 'x' } } }
    expect((await send({ ...message, touser: 'oNobody' })).errcode).toBe(40003)
    expect((await send({ ...message, touser: '' })).errcode).toBe(40003)
    expect((await send({ ...message, template_id: 'unknown' })).errcode).toBe(40037)
    expect((await send({ ...message, data: undefined })).errcode).toBe(47001)
    expect((await send({ ...message, data: { thing4: 'x' } })).errcode).toBe(47001)
    expect((await send({ ...message, miniprogram: { appid: 'wx1' } })).errcode).toBe(40013)
    expect((await send({ ...message, miniprogram: {} })).errcode).toBe(0)
    await user.unfollow()
    expect((await send(message)).errcode).toBe(43004)
  })

  it('of a category is not cut', async () => {
    const { user, send, due, category } = await staged()
    const value = 'N'.repeat(32)
    await send({ template_id: await category('订单编号'), data: { character_string1: { value } } })
    await due()
    expect(user.inbox).toMatchObject([{ content: `订单编号:${value}` }])
  })

  it('is refused with 47003 where a value of a category template is missing', async () => {
    const { send, category } = await staged()
    const template_id = await category('商品名称')
    const { json } = await send({ template_id, data: { thing5: { value: 'x' } } })
    expect(json).toMatchObject({ errcode: 47003 })
    expect(json['errmsg']).toMatch(/^argument invalid! data\.thing4\.value invalid rid: /)
  })
})
