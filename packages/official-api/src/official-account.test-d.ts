import type { ApiClient } from '@wx/api-client'
import type { ApiDomains, Download, MenuApi, MenuGetAnswer, UserInfo } from '@wx/endpoints'
import { describe, expectTypeOf, it } from 'vitest'
import { runBulk, sendTemplateToAll, tagMany } from './bulk/index.js'
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
    // @ts-expect-error a preview takes one picture, in the older form
    void account.massMessage.preview({ touser: 'o', msgtype: 'image', images: { media_ids: ['m'] } })
    // @ts-expect-error an agent is an option
    void account.customMessage.sendText('o', 'hi', 'kf@a')
    // @ts-expect-error a path is given as { path }
    void account.media.uploadFile('image', '/tmp/x.png')
    void account.media.uploadFile('image', new ArrayBuffer(1), { checkSize: false })
    // @ts-expect-error a video needs its words
    void account.materials.addFile('video', new Uint8Array())
  })
})

describe('bulk work', () => {
  it('takes no text for a list of openids', () => {
    void tagMany(account, new Set(['o']), { tagId: 1 })
    // @ts-expect-error a single one goes into a list of one
    void tagMany(account, 'o', { tagId: 1 })
    // @ts-expect-error a text would be read letter by letter
    void runBulk('abc', async (letter: string) => letter)
    // @ts-expect-error the same
    void sendTemplateToAll(account, { jobId: 'j', openids: 'o', message: () => undefined })
  })
})
