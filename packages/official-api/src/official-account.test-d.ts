import type { ApiClient } from '@wx/api-client'
import type { ApiDomains, Download, MenuApi, MenuGetAnswer, UserInfo } from '@wx/endpoints'
import { describe, expectTypeOf, it } from 'vitest'
import type { OfficialAccount } from './official-account.js'

declare const account: OfficialAccount

/** The account's property for a domain. */
interface Renamed {
  comment: 'comments'
  draft: 'drafts'
  group: 'groups'
  material: 'materials'
  messageCustom: 'customMessage'
  messageMass: 'massMessage'
  messageSubscribe: 'subscribeMessage'
  messageTemplate: 'templateMessage'
  tag: 'tags'
  ticket: 'tickets'
  user: 'users'
}

type PropertyOf<Domain extends keyof ApiDomains> = Domain extends keyof Renamed ? Renamed[Domain] : Domain
type Missing = {
  [Domain in keyof ApiDomains]: PropertyOf<Domain> extends keyof OfficialAccount
    ? OfficialAccount[PropertyOf<Domain>] extends ApiDomains[Domain]
      ? never
      : Domain
    : Domain
}[keyof ApiDomains]

describe('an official account', () => {
  it('has every domain, with every method of its interface', () => {
    expectTypeOf<Missing>().toBeNever()
  })

  it('has the interface’s own methods', () => {
    expectTypeOf(account.menu.create).toEqualTypeOf<MenuApi['create']>()
    expectTypeOf(account.menu).toExtend<MenuApi>()
    expectTypeOf(account.menu.get()).resolves.toEqualTypeOf<MenuGetAnswer>()
    expectTypeOf(account.call).toEqualTypeOf<ApiClient['call']>()
    // @ts-expect-error a click needs a key
    void account.menu.create({ button: [{ type: 'click', name: 'a' }] })
    // @ts-expect-error no such method
    void account.menu.creat
  })

  it('has short forms with types of their own', () => {
    expectTypeOf(account.customMessage.sendText('o', 'hi', { kfAccount: 'kf@a', timeoutMs: 1 })).resolves.toBeVoid()
    expectTypeOf(account.users.followers()).toEqualTypeOf<AsyncGenerator<string, void, undefined>>()
    expectTypeOf(account.users.info('o')).resolves.toEqualTypeOf<UserInfo>()
    expectTypeOf(account.media.download('m')).resolves.toEqualTypeOf<Download>()
    expectTypeOf(account.datacube.between('getUserCumulate', { from: '2026-01-01', to: new Date() })).resolves.toExtend<
      readonly { cumulate_user?: number }[]
    >()
    // @ts-expect-error figures of weeks are not cut in pieces
    void account.datacube.between('getUpstreamMessageWeek', { from: '2026-01-01', to: '2026-01-02' })
    // @ts-expect-error a tag has a number
    void account.massMessage.sendTo({ tagId: '1' }, { type: 'text', content: 'hi' })
    // @ts-expect-error a text has no media id
    void account.massMessage.sendTo('all', { type: 'text', mediaId: 'm' })
    // @ts-expect-error a video needs its words
    void account.materials.addFile('video', new Uint8Array())
  })
})
