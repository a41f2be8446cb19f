import type { MenuCreateRequest } from '@wx/endpoints'
import { describe, expect, it } from 'vitest'
import { recordingAccount } from '../testing/recording-account.js'

const click = (name: string, key = 'KEY') => ({ type: 'click' as const, name, key })
const menu = (...button: unknown[]): MenuCreateRequest => ({ button }) as unknown as MenuCreateRequest

const wrong: readonly [string, MenuCreateRequest, string][] = [
  ['no menu at all', undefined as unknown as MenuCreateRequest, 'button: must be a list'],
  ['no button', menu(), 'button: 0 buttons, and WeChat takes 1 to 3'],
  ['a fourth button', menu(click('1'), click('2'), click('3'), click('4')), 'button: 4 buttons'],
  ['a name of six Chinese characters', menu(click('今日歌曲列表')), 'button[0].name: 18 bytes, and WeChat takes 16'],
  ['no name', menu(click('a'), { type: 'click', key: 'K' }), 'button[1].name: must be a text'],
  ['no key', menu({ type: 'click', name: 'a' }), 'button[0].key: must be a text'],
  ['a key of 129 bytes', menu(click('a', 'k'.repeat(129))), 'button[0].key: 129 bytes'],
  ['a url of 1025 bytes', menu({ type: 'view', name: 'a', url: 'u'.repeat(1025) }), 'button[0].url: 1025 bytes'],
  ['no page', menu({ type: 'miniprogram', name: 'a', url: 'u', appid: 'wx' }), 'button[0].pagepath: must be a text'],
  ['no media id', menu({ type: 'media_id', name: 'a' }), 'button[0].media_id: must be a text'],
  ['no article id', menu({ type: 'article_id', name: 'a', media_id: 'm' }), 'button[0].article_id: must be a text'],
  ['an unknown type', menu({ type: 'open', name: 'a' }), 'button[0].type: must be one of click, '],
  ['a type from the prototype', menu({ type: 'constructor', name: 'a' }), 'button[0].type: must be one of'],
  ['a button that is none', menu(null), 'button[0]: must be a button'],
  ['a sub-menu that acts', menu({ ...click('a'), sub_button: [click('b')] }), 'button[0].type: a button that opens'],
  ['six buttons above one', menu({ name: 'a', sub_button: Array(6).fill(click('b')) }), 'button[0].sub_button: 6 but'],
  [
    'a third level',
    menu({ name: 'a', sub_button: [{ name: 'b', sub_button: [click('c')] }] }),
    'button[0].sub_button[0].sub_button: a menu has two levels',
  ],
  [
    'a long name above',
    menu(click('x'), { name: 'a', sub_button: [click('b'), click('字'.repeat(21))] }),
    'button[1].sub_button[1].name: 63 bytes, and WeChat takes 60',
  ],
]

describe('a menu', () => {
  it.each(wrong)('with %s is refused before anything is sent', async (_, request, message) => {
    const { account, calls } = await recordingAccount()
    expect(() => account.menu.check(request)).toThrow(message)
    await expect(account.menu.set(request)).rejects.toThrow(message)
    await expect(account.menu.setFor({ tag_id: 1 }, request)).rejects.toThrow(message)
    expect(calls).toEqual([])
  })

  it('at its limits passes, and one that was read too', async () => {
    const { account, calls } = await recordingAccount()
    const full = menu(
      { ...click('a'.repeat(16), 'k'.repeat(128)), sub_button: [] },
      { type: 'view', name: 'b', url: 'u'.repeat(1024) },
      { name: 'c', sub_button: Array(5).fill(click('字'.repeat(20))) },
    )
    await account.menu.set(full)
    expect(calls.map(({ endpoint, body }) => [endpoint, body])).toEqual([['POST /cgi-bin/menu/create', full]])
  })

  it('for some users needs a condition', async () => {
    const { account, calls } = await recordingAccount(() => ({ menuid: 208396993 }))
    await expect(account.menu.setFor({}, menu(click('a')))).rejects.toThrow('rule: has no condition')
    expect(calls).toEqual([])
    expect(await account.menu.setFor({ client_platform_type: 2 }, menu(click('a')))).toBe('208396993')
  })

  it('is answered as its buttons', async () => {
    const { account } = await recordingAccount(() => ({ button: [{ type: 'click', name: 'a', key: 'K' }] }))
    expect(await account.menu.seenBy('openid-1')).toEqual([{ type: 'click', name: 'a', key: 'K' }])
  })
})
