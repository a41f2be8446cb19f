import { describe, expect, it, onTestFinished } from 'vitest'
import type { CreateAccountOptions } from '../../account.js'
import { stage } from '../../testing/stage.js'

const click = (name: string, key = name) => ({ type: 'click', name, key })
const menuOf = (...names: string[]) => ({ button: names.map((name) => click(name)) })
const view = (url: string, name = 'v') => ({ type: 'view', name, url })

async function staged(options: CreateAccountOptions = {}) {
  const it = await stage(onTestFinished, { account: options })
  const { call } = it
  const post = async (path: string, body: object) => (await call(`POST /cgi-bin/${path}`, { body })).json
  const get = async (path: string) => (await call(`GET /cgi-bin/${path}`)).json
  const create = async (body: object) => (await post('menu/create', body))['errcode']
  const conditional = (body: object) => post('menu/addconditional', body)
  const tag = async (name: string) => {
    const { tag } = (await post('tags/create', { tag: { name } })) as { tag: { id: number } }
    return tag.id
  }
  const put = (tagid: number, ...openids: string[]) =>
    post('tags/members/batchtagging', { tagid, openid_list: openids })
  return { ...it, post, get, create, conditional, tag, put }
}

describe('the default menu', () => {
  it('is set, read back with a list below each button, and seen by users at once', async () => {
    const { create, get, account, user } = await staged()
    const button = [click('a'), { name: 'more', sub_button: [view('https://example.com/?a=1&b=2')] }]
    expect(await create({ button })).toBe(0)
    expect(account.menu.button).toEqual(button)
    expect(user.menu).toEqual(account.menu)
    expect(await get('menu/get')).toEqual({
      menu: {
        button: [
          { ...click('a'), sub_button: [] },
          { name: 'more', sub_button: [{ ...view('https://example.com/?a=1&b=2'), sub_button: [] }] },
        ],
      },
    })
    await user.tap('a')
    await expect(user.tap('CLICK_ME')).rejects.toThrow(/no button/)
  })

  it('keeps only what belongs to the type of a button', async () => {
    const { create, account } = await staged()
    await create({ button: [{ ...click('a'), url: 'nonsense', value: 1, sub_button: [] }] })
    expect(account.menu).toEqual(menuOf('a'))
  })

  it('is gone after delete, with the conditional ones', async () => {
    const { create, get, post, conditional, tag, put, account, user } = await staged()
    await create(menuOf('a'))
    const id = await tag('vip')
    await put(id, user.openid)
    await conditional({ ...menuOf('vip'), matchrule: { tag_id: id } })
    expect(await get('menu/delete')).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(await get('menu/get')).toMatchObject({ errcode: 46003 })
    expect(await get('get_current_selfmenu_info')).toEqual({ is_menu_open: 0 })
    expect([account.menu, user.menu]).toEqual([{ button: [] }, { button: [] }])
    expect(await post('menu/trymatch', { user_id: user.openid })).toMatchObject({ errcode: 46003 })
    await create(menuOf('b'))
    expect(user.menu).toEqual(menuOf('b'))
  })

  it('of the console is no menu of the API: only get_current_selfmenu_info knows it', async () => {
    const { get, account, create, conditional } = await staged({
      menu: { button: [{ name: 'm', sub_button: [{ type: 'view', name: 'w', url: 'https://example.com/' }] }] },
    })
    expect(await get('menu/get')).toMatchObject({ errcode: 46003 })
    expect(await conditional({ ...menuOf('x'), matchrule: { client_platform_type: 1 } })).toMatchObject({
      errcode: 65303,
    })
    expect(await get('get_current_selfmenu_info')).toEqual({
      is_menu_open: 1,
      selfmenu_info: {
        button: [{ name: 'm', sub_button: { list: [{ type: 'view', name: 'w', url: 'https://example.com/' }] } }],
      },
    })
    await create(menuOf('a'))
    expect(await get('menu/get')).toMatchObject({ menu: {} })
    account.setMenu({ button: [] })
    expect(await get('menu/get')).toMatchObject({ errcode: 46003 })
  })
})

describe('what menu/create refuses', () => {
  const sub = (...subs: unknown[]) => [{ name: 'm', sub_button: subs }]
  const mini = { type: 'miniprogram', name: 'p', url: 'http://a.cn', appid: 'wx0123456789abcdef', pagepath: 'p' }
  it.each<[number, string, unknown]>([
    [40016, 'no buttons', []],
    [40016, 'no list', 'a'],
    [40016, 'four of them', ['a', 'b', 'c', 'd'].map((it) => click(it))],
    [40017, 'a button that is none', ['a']],
    [40017, 'a type nobody knows', [{ type: 'news', name: 'a' }]],
    [40017, 'a type of JavaScript', [{ type: 'constructor', name: 'a' }]],
    [40017, 'neither type nor sub-buttons', [{ name: 'a', sub_button: [] }]],
    [40018, 'a name of 17 bytes', [click('a'.repeat(17))]],
    [40018, 'a name of 6 characters in 18 bytes', [click('一二三四五六')]],
    [40018, 'no name', [{ type: 'click', key: 'a' }]],
    [40018, 'no name above sub-buttons', [{ sub_button: [click('a')] }]],
    [40019, 'no key', [{ type: 'scancode_push', name: 'a' }]],
    [40019, 'a key of 129 bytes', [click('a', 'k'.repeat(129))]],
    [40020, 'no URL', [{ type: 'view', name: 'a' }]],
    [40020, 'a URL of 1025 bytes', [view(`http://a.cn/${'a'.repeat(1013)}`)]],
    [40020, 'a mini program without URL', [{ ...mini, url: '' }]],
    [40022, 'a third row', sub({ name: 'a', sub_button: [click('b')] })],
    [40023, 'six sub-buttons', sub(...['a', 'b', 'c', 'd', 'e', 'f'].map((it) => click(it)))],
    [40023, 'sub-buttons that are no list', [{ name: 'a', sub_button: {} }]],
    [40024, 'a sub-button of no type', sub({ name: 'a' })],
    [40025, 'a sub-name of 61 bytes', sub(click('a'.repeat(61), 'k'))],
    [40026, 'a sub-button without key', sub({ type: 'click', name: 'a' })],
    [40027, 'a sub-button without URL', sub({ type: 'view', name: 'a' })],
    [40054, 'a sub-URL without http', sub(view('www.example.com'))],
    [40055, 'a URL without http', [view('www.example.com')]],
    [40055, 'a URL that is encoded as a whole', [view('https%3A%2F%2Fexample.com')]],
    [40166, 'a mini program without AppID', [{ ...mini, appid: 'me' }]],
    [40165, 'a mini program without page', [{ ...mini, pagepath: '' }]],
    [40007, 'a material nobody has', [{ type: 'media_id', name: 'a', media_id: 'm' }]],
    [53600, 'an article nobody published', [{ type: 'article_id', name: 'a', article_id: 'x' }]],
  ])('%i: %s', async (code, _, button) => {
    const { create, account } = await staged({ menu: { button: [] } })
    expect(await create({ button })).toBe(code)
    expect(account.menu).toEqual({ button: [] })
  })

  it('40016 for a menu in a wrapping of its own', async () => {
    const { create } = await staged()
    expect(await create({ menu: menuOf('a') })).toBe(40016)
  })

  it('nothing at the limits', async () => {
    const { create } = await staged()
    const longest = { type: 'click', name: '一'.repeat(20), key: 'k'.repeat(128) }
    const full = { name: 'a'.repeat(16), sub_button: Array.from({ length: 5 }, () => longest) }
    expect(await create({ button: [full, full, view(`http://a.cn/${'a'.repeat(1012)}`)] })).toBe(0)
  })

  it('takes a permanent material, not a temporary one', async () => {
    const { create, account } = await staged()
    const { materials, media } = account.state
    const format = { name: 'png', contentType: 'image/png', extensions: ['png'] } as const
    const file = { type: 'image', bytes: new Uint8Array([1]), format, fileName: 'a.png' } as const
    const lasting = materials.add(file)
    const passing = media.add(file)
    const button = (mediaId: string) => ({ button: [{ type: 'media_id', name: 'a', media_id: mediaId }] })
    expect([await create(button(lasting.mediaId)), await create(button(passing.mediaId))]).toEqual([0, 40007])
  })
})

describe('conditional menus', () => {
  it('are seen by who fits, the newest first, and their ids stand in VIEW events', async () => {
    const { create, conditional, tag, put, get, account, user } = await staged()
    const other = account.createUser({ platform: 'ios' })
    await create({ button: [view('https://a.example.com/')] })
    const vip = await tag('vip')
    const first = await conditional({ button: [view('https://b.example.com/')], matchrule: { tag_id: String(vip) } })
    const phones = await conditional({ ...menuOf('ios'), matchrule: { client_platform_type: '1' } })
    expect(first).toEqual({ menuid: expect.stringMatching(/^\d+$/) })
    expect(user.menu.button).toEqual([view('https://a.example.com/')])
    await put(vip, user.openid, other.openid)
    expect(user.menu.button).toEqual([view('https://b.example.com/')])
    expect(other.menu).toEqual(menuOf('ios'))
    const { deliveries } = await user.tap('https://b.example.com/')
    expect(deliveries[0]?.plaintext).toContain(`${first['menuid']}`)
    expect(await get('menu/get')).toMatchObject({
      menu: { menuid: expect.any(Number) },
      conditionalmenu: [
        { matchrule: { client_platform_type: '1' }, menuid: Number(phones['menuid']) },
        { matchrule: { group_id: String(vip) }, menuid: Number(first['menuid']) },
      ],
    })
  })

  it('match the tag that was put on last, and everything that the rule names', async () => {
    const { create, conditional, tag, put, post, account } = await staged()
    const user = account.createUser({ platform: 'android' })
    await create(menuOf('all'))
    const [a, b] = [await tag('a'), await tag('b')]
    await conditional({ ...menuOf('a'), matchrule: { tag_id: a, client_platform_type: 2 } })
    await conditional({ ...menuOf('ios'), matchrule: { tag_id: a, client_platform_type: 1 } })
    await put(a, user.openid)
    expect(user.menu).toEqual(menuOf('a'))
    await put(b, user.openid)
    expect(user.menu).toEqual(menuOf('all'))
    await post('tags/members/batchuntagging', { tagid: b, openid_list: [user.openid] })
    expect(user.menu).toEqual(menuOf('a'))
  })

  it('are tried by openid and by WeChat id', async () => {
    const { create, conditional, post, account, user } = await staged()
    const ios = account.createUser({ platform: 'ios', wechatId: 'ming' })
    await create(menuOf('all'))
    await conditional({ ...menuOf('ios'), matchrule: { client_platform_type: 1 } })
    const tried = async (name: string) => post('menu/trymatch', { user_id: name })
    expect(await tried(user.openid)).toEqual({ button: [{ ...click('all'), sub_button: [] }] })
    expect(await tried('ming')).toEqual({ button: [{ ...click('ios'), sub_button: [] }] })
    expect(await tried(ios.openid)).toEqual(await tried('ming'))
    expect(await tried('nobody')).toMatchObject({ errcode: 65302 })
    await ios.unfollow()
    expect(await tried('ming')).toMatchObject({ errcode: 65302 })
  })

  it('are deleted by id, number or text, once', async () => {
    const { create, conditional, post, account } = await staged()
    const user = account.createUser({ platform: 'ios' })
    await create(menuOf('all'))
    const { menuid } = await conditional({ ...menuOf('ios'), matchrule: { client_platform_type: 1 } })
    expect(await post('menu/delconditional', { menuid: Number(menuid) })).toMatchObject({ errcode: 0 })
    expect(user.menu).toEqual(menuOf('all'))
    expect(await post('menu/delconditional', { menuid })).toMatchObject({ errcode: 65301 })
  })

  const ios = { client_platform_type: 1 }
  it.each<[number, string, object]>([
    [65304, 'no rule', menuOf('a')],
    [65304, 'an empty rule', { ...menuOf('a'), matchrule: { tag_id: '', sex: '' } }],
    [65320, 'a rule about sex', { ...menuOf('a'), matchrule: { ...ios, sex: 1 } }],
    [65320, 'a rule about a place', { ...menuOf('a'), matchrule: { country: '中国' } }],
    [65320, 'a rule about language', { ...menuOf('a'), matchrule: { language: 'zh_CN' } }],
    [45159, 'a tag nobody made', { ...menuOf('a'), matchrule: { tag_id: 999 } }],
    [40035, 'a system nobody has', { ...menuOf('a'), matchrule: { client_platform_type: 4 } }],
    [65307, 'no buttons', { button: [], matchrule: ios }],
    [65308, 'a button without type', { button: [{ name: 'a' }], matchrule: ios }],
    [65317, 'a URL that is none', { button: [view('example.com')], matchrule: ios }],
    [40018, 'a name that is too long', { ...menuOf('a'.repeat(17)), matchrule: ios }],
  ])('are refused with %i: %s', async (code, _, body) => {
    const { create, conditional, account } = await staged()
    await create(menuOf('all'))
    expect(await conditional(body)).toMatchObject({ errcode: code })
    expect(account.createUser({ platform: 'ios' }).menu).toEqual(menuOf('all'))
  })

  it('65316: all of them together open three hosts', async () => {
    const { create, conditional } = await staged()
    await create({ button: [view('https://default.example.com/')] })
    const add = async (...hosts: string[]) =>
      (await conditional({ button: hosts.map((it) => view(`https://${it}/`)), matchrule: ios }))['errcode'] ?? 0
    expect(await add('a.cn', 'b.cn')).toBe(0)
    expect(await add('c.cn', 'd.cn')).toBe(65316)
    expect(await add('c.cn', 'a.cn')).toBe(0)
    expect(await add('d.cn')).toBe(65316)
  })
})
