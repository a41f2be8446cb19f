import { ManualClock, silentLogger } from '@wx/core'
import { signJsapi } from '@wx/crypto'
import { type EndpointRow, endpoints } from '@wx/endpoints'
import { type Account, type InboxItem, type Simulator, startSimulator, type User } from '@wx/simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { OfficialAccount } from '../official-account.js'
import { all, type SeedAct, type SeedFixture } from './seed-act.js'
import { seedActs } from './seed-cases.js'
import { type SeedMethod, seeds } from './seed-methods.js'

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46])
const mp4 = new Uint8Array([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32])
const amr = new Uint8Array(Buffer.from('#!AMR\n||||'))

/** A platform with everything that the acts speak of. */
interface Simulated {
  readonly sim: Simulator
  readonly account: Account
  /** Of `fixture.openids`, in order; the first wears the tag, is in the group, and has a WeChat id. */
  readonly users: readonly [User, User, User]
  readonly fixture: SeedFixture
  /** Another client of the account: the one of the case is not asked about its own effects. */
  readonly client: OfficialAccount
  /** Everything that is due within a minute has happened. */
  later(): Promise<void>
}

function clientOf(account: Account, clock: ManualClock): OfficialAccount {
  const client = new OfficialAccount({ ...account.clientConfig, clock, logger: silentLogger })
  onTestFinished(() => client.close())
  return client
}

async function simulated(clock: ManualClock): Promise<Simulated> {
  const sim = await startSimulator({ clock, seed: 'seeds' })
  onTestFinished(() => sim.close())
  const account = sim.createAccount({
    kind: 'service',
    mode: 'plain',
    handler: async () => ({ status: 200, headers: {}, body: 'success' }),
    wechatId: 'test',
    legacyGroups: true,
  })
  const users = [
    account.createUser({ nickname: '小明', wechatId: 'a-wechat-id' }),
    account.createUser({}),
    account.createUser({}),
  ] as const
  const [user] = users
  // Whoever wrote can be sent customer messages.
  await user.send({ type: 'text', content: 'hi' })
  const later = async (): Promise<void> => {
    await clock.advance(60_000)
    await sim.idle()
  }
  const client = clientOf(account, clock)
  const stage = { sim, account, users, client, later }
  return { ...stage, fixture: { ...(await fixtureOf(stage)), ...(await grants(stage)) } }
}

type Stage = Omit<Simulated, 'fixture'>
type Grants = Pick<SeedFixture, 'code' | 'userToken' | 'refreshToken'>

async function fixtureOf({ sim, account, users, client, later }: Stage): Promise<Omit<SeedFixture, keyof Grants>> {
  const [{ openid }] = users
  const openids = users.map((it) => it.openid)
  const { id: tagId } = await client.tags.add('会员')
  await client.tags.tag([openid], tagId)
  const { id: groupId } = await client.groups.add('老友')
  await client.groups.move(openid, groupId)
  const menuOf = (name: string) => ({ button: [{ type: 'click' as const, name, key: name }] })
  await client.menu.set(menuOf('今日'))
  const menuId = await client.menu.setFor({ tag_id: tagId }, menuOf('会员专区'))
  const { mediaId: imageId } = await client.media.uploadFile('image', jpeg)
  const { mediaId: voiceId } = await client.media.uploadFile('voice', amr)
  const { mediaId: videoId } = await client.media.uploadFile('video', mp4)
  const { mediaId: thumbId } = await client.materials.addFile('thumb', jpeg)
  const { mediaId: materialId } = await client.materials.addFile('image', jpeg)
  const article = (title: string) => ({ title, content: `<p>${title}</p>`, thumb_media_id: thumbId })
  const newsId = await client.drafts.save([article('一篇')])
  const draftId = await client.drafts.save([article('草稿')])
  const two = await client.drafts.save([article('上'), article('下')])
  const { msgId } = await client.massMessage.sendTo({ openids }, { type: 'mpnews', mediaId: two })
  const { ticket } = await client.qrcode.permanent('poster-7')
  const { priTmplId } = await client.subscribeMessage.addTemplate({ tid: '43216', kidList: [1, 2], sceneDesc: '' })
  account.agents.add('kf2001', '客服')
  await later()
  return {
    appId: client.appId,
    openid,
    openids,
    wxName: 'a-wechat-id',
    tagId,
    groupId,
    menuId,
    templateId: account.templates.add({ title: '订单', content: '商品：{{thing1.DATA}} 金额：{{amount2.DATA}}' }),
    templateShortId: '43216',
    templateKeywords: ['商品名称', '支付时间'],
    kfAccount: 'kf2001@test',
    imageId,
    voiceId,
    videoId,
    thumbId,
    materialId,
    newsId,
    draftId,
    msgId,
    ticket,
    image: jpeg,
    video: mp4,
    imageUrl: `${sim.apiUrl}/cgi-bin/showqrcode?ticket=${encodeURIComponent(ticket)}`,
    subscribeTemplateId: priTmplId,
    subscribeTid: '43216',
    categoryIds: '307,616',
  }
}

/** What web login gives: a code that is not used yet, and tokens for another one. */
async function grants(stage: Stage): Promise<Grants> {
  const code = await agreed(stage, 'snsapi_userinfo')
  const { access_token: userToken, refresh_token: refreshToken } = await stage.client.oauth.getAccessToken({ code })
  return { code: await agreed(stage, 'snsapi_userinfo'), userToken, refreshToken }
}

/** The user agrees in WeChat's browser; the simulator's own front page is where it leads back to. */
async function agreed({ sim, users, client }: Stage, scope: 'snsapi_base' | 'snsapi_userinfo'): Promise<string> {
  const link = await client.oauth.authorizeUrl({ redirect_uri: sim.consoleUrl, scope })
  return codeIn(await users[0].visit(link))
}

const codeIn = ({ url }: { readonly url: string }): string => new URL(url).searchParams.get('code') ?? ''

interface Effect {
  /** What stands in the way of the act is taken away. */
  readonly before?: (simulated: Simulated) => Promise<unknown>
  /** What is so afterwards, and what the act answered. */
  readonly check: (simulated: Simulated, result: unknown) => Promise<unknown> | unknown
}

const names = ({ button }: { readonly button: readonly { readonly name?: string }[] }) => button.map((it) => it.name)
const last = (user: User): InboxItem | undefined => user.inbox.at(-1)
const bytesAt = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())
/** Any bytes, so that a Buffer and an array are the same. */
const hex = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString('hex')

/** The last message the user got is this customer message. */
const got = (message: (simulated: Simulated) => object): Effect => ({
  check: (simulated) => {
    expect(last(simulated.users[0])).toMatchObject({ via: 'customerMessage', ...message(simulated) })
  },
})

const tokenWorks = async ({ sim }: Simulated, token: string): Promise<void> => {
  const answer = await fetch(`${sim.apiUrl}/cgi-bin/getcallbackip?access_token=${token}`)
  expect(await answer.json()).toMatchObject({ ip_list: expect.any(Array) })
}

/** What is read of the sample of a document. */
const reads = (fields: object): Effect => ({ check: (_, result) => expect(result).toMatchObject(fields) })

/** Of the articles of a draft or a publication. */
const titles = ({ content }: { readonly content?: { readonly news_item?: readonly { readonly title?: string }[] } }) =>
  content?.news_item?.map((it) => it.title) ?? []

const accountEffects: Partial<Record<SeedMethod, Effect>> = {
  'WechatBasic.request': { check: ({ account }) => expect(names(account.menu)).toEqual(['今日歌曲', '菜单']) },
  'WechatBasic.grant_token': {
    check: (simulated, result) => tokenWorks(simulated, (result as { token: string }).token),
  },
  'MPTools.get_access_token': {
    check: (simulated, result) => tokenWorks(simulated, (result as { access_token: string }).access_token),
  },
  'WechatBasic.get_access_token': {
    check: (simulated, result) => tokenWorks(simulated, (result as { token: string }).token),
  },
  'WechatBasic.grant_jsapi_ticket': {
    check: ({ account }, result) => {
      const url = 'https://shop.example/'
      const signed = signJsapi({ ticket: (result as { token: string }).token, url })
      expect(account.checkJsapi({ ...signed, url })).toMatchObject({ errMsg: 'config:ok' })
    },
  },
  'Client.get_ip_list': { check: (_, result) => expect(result).toEqual([expect.stringMatching(/^127\.|\d/)]) },
  'WechatBasic.create_menu': {
    check: ({ users, account }) => {
      expect(names(account.menu)).toEqual(['今日歌曲', '菜单'])
      expect(names(users[1].menu)).toEqual(['今日歌曲', '菜单'])
    },
  },
  'WechatBasic.get_menu': {
    check: ({ account }, result) =>
      expect(names((result as { menu: { button: [] } }).menu)).toEqual(names(account.menu)),
  },
  'WechatBasic.delete_menu': { check: ({ account }) => expect(account.menu.button).toEqual([]) },
  'Client.create_custom_menu': {
    check: ({ users, account }) => {
      expect(names(users[0].menu)).toEqual(['今日歌曲', '菜单'])
      expect(users[1].menu).toEqual(account.menu)
      expect(names(account.menu)).not.toEqual(['今日歌曲', '菜单'])
    },
  },
  'Client.delete_custom_menu': {
    before: async ({ users }) => expect(names(users[0].menu)).toEqual(['会员专区']),
    check: ({ users, account }) => expect(users[0].menu).toEqual(account.menu),
  },
  'Client.match_custom_menu': { check: (_, result) => expect(result).toMatchObject([{ name: '会员专区' }]) },
  'Client.get_custom_menu_config': {
    check: ({ account }, result) =>
      expect(result).toMatchObject({
        is_menu_open: 1,
        selfmenu_info: { button: names(account.menu).map((name) => ({ name })) },
      }),
  },
  'WechatBasic.create_qrcode': {
    check: async ({ users }, result) => {
      await users[0].scan((result as { ticket: string }).ticket)
      expect(users[0].lines.at(-1)).toMatchObject({ from: 'user', type: 'scan', text: '123' })
    },
  },
  'WechatBasic.show_qrcode': {
    check: async ({ client, sim, users, fixture }, result) => {
      const picture = await (result as { bytes(): Promise<Uint8Array> }).bytes()
      const { code_results: codes = [] } = await client.img.scanQrcode({ img: picture })
      await users[0].scan(codes[0]?.data ?? '')
      expect(users[0].lines.at(-1)).toMatchObject({ type: 'scan', text: 'poster-7' })
      expect(hex(picture)).toBe(hex(await bytesAt(fixture.imageUrl)))
      expect(sim.exchanges.list().filter((it) => it.outcome === 'refused')).toEqual([])
    },
  },
  'WechatBasic.set_template_industry': {
    check: async ({ client }) =>
      expect(await client.templateMessage.getIndustry()).toMatchObject({
        primary_industry: { first_class: expect.stringMatching(/./) },
        secondary_industry: { first_class: expect.stringMatching(/./) },
      }),
  },
  'WechatBasic.get_template_id': {
    check: ({ account }, result) =>
      expect(account.templates.get(result as string)).toMatchObject({
        title: '订单支付成功通知',
        content: '商品名称:{{thing4.DATA}}\n支付时间:{{time3.DATA}}\n',
      }),
  },
  'WechatBasic.send_template_message': {
    check: async ({ users, later, fixture }) => {
      await later()
      expect(last(users[0])).toMatchObject({
        via: 'template',
        templateId: fixture.templateId,
        content: '商品：茶 金额：¥9',
        url: 'https://example.com/',
        miniprogram: { appid: fixture.appId, pagepath: 'pages/index' },
      })
    },
  },
}

const messageEffects: Partial<Record<SeedMethod, Effect>> = {
  'WechatBasic.send_text_message': {
    check: async ({ users, sim, client, fixture }) => {
      expect(last(users[0])).toMatchObject({ via: 'customerMessage', type: 'text', content: '你好' })
      const [call] = sim.exchanges.list().filter((it) => it.title === 'POST /cgi-bin/message/custom/send')
      expect(call?.request.plaintext).toContain(fixture.kfAccount)
      // Only an agent that the account has may have written it.
      const from = (kfAccount: string) => client.customMessage.sendText(fixture.openid, '你好', { kfAccount })
      await expect(from('kf9999@test')).rejects.toMatchObject({ errcode: 65401 })
    },
  },
  'WechatBasic.send_image_message': got(({ fixture }) => ({ type: 'image', mediaId: fixture.imageId })),
  'WechatBasic.send_voice_message': got(({ fixture }) => ({ type: 'voice', mediaId: fixture.voiceId })),
  'WechatBasic.send_video_message': got(({ fixture }) => ({
    type: 'video',
    mediaId: fixture.videoId,
    title: 'title',
    description: 'words',
  })),
  'WechatBasic.send_music_message': got(({ fixture }) => ({
    type: 'music',
    title: 'title',
    description: 'words',
    musicUrl: 'https://example.com/a.mp3',
    hqMusicUrl: 'https://example.com/b.mp3',
    thumbMediaId: fixture.thumbId,
  })),
  'WechatBasic.send_article_message': got(() => ({
    type: 'news',
    articles: [
      {
        title: 'Happy Day',
        description: 'Is really a happy day',
        url: 'https://example.com/',
        picUrl: 'https://example.com/a.jpg',
      },
    ],
  })),
  'Client.send_news_message': got(({ fixture }) => ({ msgtype: 'mpnews', body: { media_id: fixture.newsId } })),
  'Client.send_miniprogrampage_message': got(({ fixture }) => ({
    msgtype: 'miniprogrampage',
    body: {
      title: 'title',
      appid: fixture.appId,
      pagepath: 'pages/index',
      thumb_media_id: fixture.thumbId,
    },
  })),
  'Client.add_custom_service_account': {
    before: ({ client, fixture }) => client.customService.remove(fixture.kfAccount),
    check: async ({ client }) =>
      expect(await client.customService.all()).toMatchObject([{ kf_account: 'kf2001@test', kf_nick: '小明' }]),
  },
  'Client.update_custom_service_account': {
    check: async ({ client }) => expect(await client.customService.all()).toMatchObject([{ kf_nick: '小红' }]),
  },
  'Client.delete_custom_service_account': {
    check: ({ account }) => expect(account.agents.list()).toEqual([]),
  },
  'Client.upload_custom_service_account_avatar': {
    check: async ({ client, fixture }) => {
      const [agent] = await client.customService.all()
      expect(hex(await bytesAt(agent?.kf_headimgurl ?? ''))).toBe(hex(fixture.image))
    },
  },
  'Client.get_custom_service_account_list': {
    check: (_, result) => expect(result).toMatchObject([{ kf_account: 'kf2001@test', kf_nick: '客服' }]),
  },
  'Client.get_online_custom_service_account_list': {
    before: async ({ account }) => account.agents.get('kf2001')?.goOnline(),
    check: (_, result) => expect(result).toMatchObject([{ kf_account: 'kf2001@test', status: 1 }]),
  },
  'Client.send_mass_msg': {
    check: async ({ users, later }) => {
      await later()
      const ofMass = (user: User) =>
        user.inbox
          .filter((it) => it.via === 'mass')
          .slice(1)
          .map((it) => (it.type === 'news' ? it.articles[0]?.title : it.type === 'text' && it.content))
      // The first went to a tag, the second to everybody by name.
      expect(users.map(ofMass)).toEqual([['一篇', '大家好'], ['大家好'], ['大家好']])
    },
  },
  'Client.send_mass_preview_to_user': {
    check: ({ users, fixture }) =>
      expect(users.map(last)).toMatchObject([
        { via: 'preview', type: 'image', mediaId: fixture.imageId },
        { via: 'mass' },
        { via: 'mass' },
      ]),
  },
  'Client.delete_mass_msg': {
    check: async ({ users }) => {
      const sent = users[0].inbox.find((it) => it.via === 'mass')
      const pages = await Promise.all((sent?.type === 'news' ? sent.articles : []).map((it) => bytesAt(it.url)))
      expect(pages.map((it) => Buffer.from(it).includes('已被发布者删除'))).toEqual([false, true])
    },
  },
  'Client.get_mass_msg_status': { check: (_, result) => expect(result).toBe('SEND_SUCCESS') },
  'Client.get_mass_msg_speed': { check: (_, result) => expect(result).toEqual({ level: 0, real: 80 }) },
  'Client.set_mass_msg_speed': {
    check: async ({ client }) => expect(await client.massMessage.speed()).toEqual({ level: 2, real: 45 }),
  },
  'MPTools.get_category': {
    check: (_, result) =>
      expect(result).toMatchObject({ data: expect.arrayContaining([{ id: 307, name: '线上购物' }]) }),
  },
  'MPTools.get_pub_template_title_list': {
    check: (_, result) => expect(result).toMatchObject({ count: 2, data: [{ tid: 43216 }, { tid: 48201 }] }),
  },
  'MPTools.get_pub_template_key_words_by_id': {
    check: (_, result) =>
      expect(result).toMatchObject({ data: expect.arrayContaining([expect.objectContaining({ kid: 2 })]) }),
  },
  'MPTools.get_template_list': {
    check: ({ fixture }, result) =>
      expect(result).toMatchObject({ data: [{ priTmplId: fixture.subscribeTemplateId }] }),
  },
  'MPTools.add_template': {
    check: ({ account }, result) => {
      const { priTmplId } = result as { priTmplId: string }
      expect(account.subscriptions.get(priTmplId)).toMatchObject({ title: '订单支付成功通知' })
    },
  },
  'MPTools.delete_template': { check: ({ account }) => expect(account.subscriptions.list()).toEqual([]) },
}

const userEffects: Partial<Record<SeedMethod, Effect>> = {
  'WechatBasic.get_user_info': {
    check: ({ fixture }, result) =>
      expect(result).toMatchObject({ subscribe: 1, openid: fixture.openid, tagid_list: [fixture.tagId] }),
  },
  'Client.get_users_info': {
    check: ({ fixture }, result) => expect(result).toMatchObject(fixture.openids.map((openid) => ({ openid }))),
  },
  'Client.remark_user': { check: ({ users }) => expect(users[0].remark).toBe('老朋友') },
  'WechatBasic.get_followers': { check: ({ fixture }, result) => expect(result).toEqual(fixture.openids.slice(1)) },
  'Client.create_tag': {
    check: async ({ client }, result) =>
      expect(await client.tags.all()).toContainEqual({ ...(result as object), name: '广东', count: 0 }),
  },
  'Client.get_tags': {
    check: ({ fixture }, result) => expect(result).toContainEqual({ id: fixture.tagId, name: '会员', count: 1 }),
  },
  'Client.update_tag': {
    check: async ({ client, fixture }) =>
      expect(await client.tags.all()).toContainEqual({ id: fixture.tagId, name: '广西', count: 1 }),
  },
  'Client.delete_tag': {
    check: async ({ client, fixture }) =>
      expect((await client.tags.all()).map((it) => it.id)).not.toContain(fixture.tagId),
  },
  'Client.get_users_by_tag': { check: ({ fixture }, result) => expect(result).toEqual([fixture.openid]) },
  'Client.tag_users': {
    check: async ({ client, fixture }) =>
      expect((await all(client.tags.usersOf(fixture.tagId))).toSorted()).toEqual(fixture.openids.toSorted()),
  },
  'Client.untag_users': {
    check: async ({ client, fixture }) => expect(await all(client.tags.usersOf(fixture.tagId))).toEqual([]),
  },
  'Client.get_tags_by_user': { check: ({ fixture }, result) => expect(result).toEqual([fixture.tagId]) },
  'WechatBasic.create_group': {
    check: async ({ client }, result) =>
      expect(await client.groups.all()).toContainEqual({ ...(result as object), name: 'test', count: 0 }),
  },
  'WechatBasic.get_groups': {
    check: ({ fixture }, result) => expect(result).toContainEqual({ id: fixture.groupId, name: '老友', count: 1 }),
  },
  'WechatBasic.get_group_by_id': { check: ({ fixture }, result) => expect(result).toBe(fixture.groupId) },
  'WechatBasic.update_group': {
    check: async ({ client, fixture }) =>
      expect(await client.groups.all()).toContainEqual({ id: fixture.groupId, name: 'test', count: 1 }),
  },
  'WechatBasic.move_user': {
    before: ({ client, fixture }) => client.groups.move(fixture.openid, 0),
    check: async ({ client, fixture }) => expect(await client.groups.of(fixture.openid)).toBe(fixture.groupId),
  },
  'Client.move_users': {
    check: async ({ client, fixture }) =>
      expect(await client.groups.all()).toContainEqual({ id: fixture.groupId, name: '老友', count: 3 }),
  },
  'Client.delete_group': {
    check: async ({ client, fixture }) => {
      expect((await client.groups.all()).map((it) => it.id)).not.toContain(fixture.groupId)
      expect(await client.groups.of(fixture.openid)).toBe(0)
    },
  },
  'OAToole.authorize': {
    check: async ({ sim, users, client, fixture }, result) => {
      const link = new URL(result as string)
      // Nobody of this machine answers where the act leads back to.
      link.searchParams.set('redirect_uri', sim.consoleUrl)
      const code = codeIn(await users[0].visit(link.href))
      expect(await client.oauth.getAccessToken({ code })).toMatchObject({ openid: fixture.openid })
    },
  },
  'OAToole.get_oa_access_token': {
    check: async ({ client, fixture }, result) => {
      const { openid, access_token } = result as { openid: string; access_token: string }
      expect(openid).toBe(fixture.openid)
      expect(await client.oauth.checkAccessToken({ openid, access_token })).toMatchObject({ errcode: 0 })
    },
  },
  'OAToole.update_oa_access_token': {
    check: async ({ client }, result) => {
      const { openid, access_token } = result as { openid: string; access_token: string }
      expect(await client.oauth.getUserInfo({ openid, access_token })).toMatchObject({ nickname: '小明' })
    },
  },
  'OAToole.auth_access_token': {
    check: async ({ client, users, fixture }, result) => {
      expect(result).toMatchObject({ errcode: 0 })
      const other = { access_token: fixture.userToken, openid: users[1].openid }
      await expect(client.oauth.checkAccessToken(other)).rejects.toMatchObject({ errcode: 40003 })
    },
  },
  'OAToole.get_userinfo': {
    check: ({ fixture }, result) => expect(result).toMatchObject({ openid: fixture.openid, nickname: '小明' }),
  },
  'OAToole.authorize_userinfo': {
    check: async ({ client, fixture }) =>
      expect(client.oauth.getAccessToken({ code: fixture.code })).rejects.toMatchObject({ errcode: 40163 }),
  },
}

const fileEffects: Partial<Record<SeedMethod, Effect>> = {
  'WechatBasic.upload_media': {
    check: async ({ client, fixture }, result) => {
      const { mediaId } = result as { mediaId: string }
      expect(hex(await (await client.media.download(mediaId)).bytes())).toBe(hex(fixture.image))
    },
  },
  'WechatBasic.download_media': { check: ({ fixture }, result) => expect(hex(result)).toBe(hex(fixture.image)) },
  'Client.upload_news_picture': {
    check: async ({ fixture }, result) => expect(hex(await bytesAt(result as string))).toBe(hex(fixture.image)),
  },
  'Client.upload_permanent_media': {
    check: async ({ client, fixture }, result) => {
      const material = await client.materials.download((result as { mediaId: string }).mediaId)
      expect(material.type === 'file' && hex(await material.file.bytes())).toBe(hex(fixture.image))
    },
  },
  'Client.upload_permanent_video': {
    check: async ({ client, fixture }, result) => {
      const material = await client.materials.download((result as { mediaId: string }).mediaId)
      expect(material).toMatchObject({ type: 'video', title: 'title' })
      expect(material.type === 'video' && hex(await bytesAt(material.url))).toBe(hex(fixture.video))
    },
  },
  'Client.download_permanent_media': {
    check: (_, result) => expect(result).toMatchObject({ type: 'news', articles: [{ title: '一篇' }] }),
  },
  'Client.delete_permanent_media': {
    check: ({ client, fixture }) =>
      expect(client.materials.download(fixture.materialId)).rejects.toMatchObject({ errcode: 40007 }),
  },
  'Client.get_media_count': {
    check: (_, result) =>
      expect(result).toMatchObject({ image_count: 2, voice_count: 0, video_count: 0, news_count: 3 }),
  },
  'Client.get_media_list': {
    check: ({ fixture }, result) =>
      expect((result as { media_id: string }[]).map((it) => it.media_id).toSorted()).toEqual(
        [fixture.thumbId, fixture.materialId].toSorted(),
      ),
  },
  'Client.add_news': {
    check: async ({ client, later }) => {
      const drafts = await all(client.drafts.all())
      expect(drafts.flatMap(titles)).toContain('Happy Day')
      await later()
      const published = await all(client.freepublish.all())
      expect(published.flatMap(titles)).toEqual(['草稿'])
    },
  },
  'Client.update_news': {
    check: async ({ client, fixture }) =>
      expect(await client.drafts.articles(fixture.draftId)).toMatchObject([
        { title: 'Happy Day', author: 'xxx', need_open_comment: 1, only_fans_can_comment: 1 },
      ]),
  },
  'Client.upload_news': {
    check: async ({ client, users, fixture }, result) => {
      const { media_id: mediaId } = result as { media_id: string }
      await client.massMessage.previewTo({ openid: fixture.openid }, { type: 'mpnews', mediaId })
      expect(last(users[0])).toMatchObject({
        via: 'preview',
        articles: [{ title: 'Happy Day', description: 'digest' }],
      })
    },
  },
  'MPTools.ai_crop': reads({
    results: [{ crop_left: 0, crop_top: 0, crop_right: 430, crop_bottom: 430 }],
    img_size: { w: 430, h: 430 },
  }),
  'MPTools.scan_qr_code': {
    check: async ({ users }, result) => {
      const { code_results: codes } = result as { code_results: { data: string }[] }
      await users[0].scan(codes[0]?.data ?? '')
      expect(users[0].lines.at(-1)).toMatchObject({ type: 'scan', text: 'poster-7' })
    },
  },
  'MPTools.superresolution': {
    check: async ({ client, fixture }, result) => {
      const { media_id } = result as { media_id: string }
      expect(hex(await (await client.media.download(media_id)).bytes())).toBe(hex(await bytesAt(fixture.imageUrl)))
    },
  },
  'MPTools.bankcard': reads({ number: expect.stringMatching(/^\d{19}$/) }),
  'MPTools.business_license': reads({ enterprise_name: '示例有限公司', img_size: { w: 430, h: 430 } }),
  'MPTools.driver_license': reads({ name: '张三', car_class: 'C1' }),
  'MPTools.vehicle_license': reads({ plate_num: '粤A00000' }),
  'MPTools.idcard': reads({ type: 'Front', name: '张三' }),
  'MPTools.printed_text': reads({ items: [{ text: '示例文字' }] }),
}

/** By the first method of each act. */
const effects: Partial<Record<SeedMethod, Effect>> = {
  ...accountEffects,
  ...messageEffects,
  ...userEffects,
  ...fileEffects,
}

const acts = seedActs.filter((act) => act.run !== undefined)

const rows = new Map<string, EndpointRow>(endpoints.map((row) => [row.id, row]))

/** What has to arrive at WeChat for a method, in order. */
const due = (act: SeedAct, method: SeedMethod): readonly (EndpointRow | undefined)[] =>
  (act.calls ?? endpointsOf(method)).map((id) => rows.get(id))

const endpointsOf = (method: SeedMethod): readonly string[] =>
  Object.values(seeds).find((methods) => Object.hasOwn(methods, method))?.[method] ?? []

const tokenCall = 'POST /cgi-bin/stable_token'

/** What arrived, in order; without the token that the client had to fetch for it. Pages of one list count once. */
function arrived(sim: Simulator, isTokenDue: boolean): readonly string[] {
  const calls = sim.exchanges.list().filter((it) => it.kind === 'api')
  expect(calls.filter((it) => it.outcome !== 'answered')).toEqual([])
  const titles = calls.map((it) => it.title).filter((title) => isTokenDue || title !== tokenCall)
  return titles.filter((title, at) => title !== titles[at - 1])
}

describe('each method of the seeds, on the simulator', () => {
  it.each(acts.map((act) => [act.of.join(', '), act] as const))('%s', async (_, act) => {
    const [method] = act.of
    const effect = method === undefined ? undefined : effects[method]
    if (method === undefined || effect === undefined) throw new Error('nobody says what it does: see effects')
    const clock = new ManualClock()
    const stage = await simulated(clock)
    await effect.before?.(stage)
    stage.sim.exchanges.clear()

    const result = await act.run?.(clientOf(stage.account, clock), stage.fixture)

    const wanted = due(act, method).map((row) => `${row?.method} ${row?.path}`)
    expect(arrived(stage.sim, wanted.includes(tokenCall))).toEqual(wanted)
    await effect.check(stage, result)
  })

  it('calls only what the simulator has', async () => {
    const sim = await startSimulator()
    onTestFinished(() => sim.close())
    const simulatedIds = new Set(sim.about().endpoints.flatMap((it) => (it.isSimulated ? [it.id] : [])))
    const named = Object.values(seeds).flatMap((methods) => Object.values(methods).flat())
    expect([...new Set(named)].filter((id) => !simulatedIds.has(id))).toEqual([])
  })
})
