import type { SeedAct, Wire } from './seed-act.js'

const menu = {
  button: [
    { type: 'click', name: '今日歌曲', key: 'V1001_TODAY_MUSIC' },
    {
      name: '菜单',
      sub_button: [
        { type: 'view', name: '搜索', url: 'https://example.com/search' },
        { type: 'click', name: '赞一下我们', key: 'V1001_GOOD' },
      ],
    },
  ],
} as const

const stableToken = (appId: string): Wire => ({
  body: { grant_type: 'client_credential', appid: appId, secret: 'secret', force_refresh: false },
})

/** Set-up, tokens, menu, QR codes, templates, addresses. */
export const accountActs: readonly SeedAct[] = [
  {
    of: ['WechatBasic.__init__', 'OAToole.__init__'],
    here: '`new OfficialAccount({ appId, appSecret, … })`',
    note: 'payment credentials and `checkssl` have no counterpart: nothing uses the first, and certificates are always checked',
  },
  {
    of: ['WechatBasic.conf', 'Client.appid', 'Client.appsecret', 'Client.token'],
    here: '`account.appId`; the secret and the robot’s token are not handed out again',
  },
  {
    of: ['WechatBasic.request', 'Client.request', 'Client.get', 'Client.post'],
    here: "`account.call('POST /cgi-bin/…', { query, body })`",
    calls: ['menu.create'],
    run: (account) => account.call('POST /cgi-bin/menu/create', { body: menu }),
    wire: () => [{ body: menu }],
  },
  {
    of: ['WechatBasic.grant_token', 'Client.grant_token'],
    here: '`account.tokens.get()`; by the old endpoint `account.auth.getAccessToken()`',
    note: 'stable tokens: a second process robs nobody',
    calls: ['auth.getStableAccessToken'],
    run: (account) => account.tokens.get(),
    wire: ({ appId }) => [stableToken(appId)],
  },
  {
    of: ['MPTools.get_access_token'],
    here: '`account.auth.getAccessToken()`; better `account.tokens.get()`',
    run: (account) => account.auth.getAccessToken(),
    wire: ({ appId }) => [{ query: { grant_type: 'client_credential', appid: appId, secret: 'secret' } }],
  },
  {
    of: ['WechatBasic.get_access_token', 'WechatBasic.access_token', 'Client.get_access_token'],
    here: '`account.tokens.get()`, `.peek()`, `.put({ token, expiresAt })`; shared by `store` and `lock`',
    calls: ['auth.getStableAccessToken'],
    run: (account) => account.tokens.get(),
    wire: ({ appId }) => [stableToken(appId)],
  },
  {
    of: ['WechatBasic.grant_jsapi_ticket', 'WechatBasic.get_jsapi_ticket', 'WechatBasic.jsapi_ticket'],
    here: "`account.ticket('jsapi').get()`",
    calls: ['ticket.getTicket'],
    run: (account) => account.ticket('jsapi').get(),
    wire: () => [{ query: { type: 'jsapi' } }],
  },
  {
    of: ['Client.get_ip_list'],
    here: '`account.network.callbackIps()`',
    run: (account) => account.network.callbackIps(),
    wire: () => [{}],
  },
  {
    of: ['WechatBasic.create_menu', 'Client.create_menu'],
    here: '`account.menu.set(menu)`; unchecked `account.menu.create(menu)`',
    run: (account) => account.menu.set(menu),
    wire: () => [{ body: menu }],
  },
  {
    of: ['WechatBasic.get_menu', 'Client.get_menu'],
    here: '`account.menu.get()`',
    run: (account) => account.menu.get(),
    wire: () => [{}],
  },
  {
    of: ['WechatBasic.delete_menu', 'Client.delete_menu'],
    here: '`account.menu.delete()`',
    run: (account) => account.menu.delete(),
    wire: () => [{}],
  },
  {
    of: ['Client.create_custom_menu'],
    here: '`account.menu.setFor(rule, menu)`',
    note: 'sex and place are no longer matched',
    run: (account, { tagId }) => account.menu.setFor({ tag_id: tagId }, menu),
    wire: ({ tagId }) => [{ body: { ...menu, matchrule: { tag_id: tagId } } }],
  },
  {
    of: ['Client.delete_custom_menu'],
    here: '`account.menu.removeFor(menuId)`',
    run: (account, { menuId }) => account.menu.removeFor(menuId),
    wire: ({ menuId }) => [{ body: { menuid: menuId } }],
  },
  {
    of: ['Client.match_custom_menu'],
    here: '`account.menu.seenBy(user)`',
    run: (account, { openid }) => account.menu.seenBy(openid),
    wire: ({ openid }) => [{ body: { user_id: openid } }],
  },
  {
    of: ['Client.get_custom_menu_config'],
    here: '`account.menu.getCurrentSelfMenuInfo()`',
    run: (account) => account.menu.getCurrentSelfMenuInfo(),
    wire: () => [{}],
  },
  {
    of: ['WechatBasic.create_qrcode', 'Client.create_qrcode'],
    here: '`account.qrcode.temporary(scene)`, `.permanent(scene)`',
    run: (account) => account.qrcode.temporary(123, { expireSeconds: 1800 }),
    wire: () => [
      { body: { action_name: 'QR_SCENE', expire_seconds: 1800, action_info: { scene: { scene_id: 123 } } } },
    ],
  },
  {
    of: ['WechatBasic.show_qrcode', 'Client.show_qrcode'],
    here: '`account.qrcode.picture(ticket)`',
    run: (account, { ticket }) => account.qrcode.picture(ticket),
    wire: ({ ticket }) => [{ query: { ticket } }],
  },
  {
    of: ['WechatBasic.set_template_industry'],
    here: '`account.templateMessage.setIndustries(first, second)`',
    run: (account) => account.templateMessage.setIndustries('1', '4'),
    wire: () => [{ body: { industry_id1: '1', industry_id2: '4' } }],
  },
  {
    of: ['WechatBasic.get_template_id'],
    here: '`account.templateMessage.addTemplate(shortId, keywords)`',
    run: (account, { templateShortId, templateKeywords }) =>
      account.templateMessage.addTemplate(templateShortId, templateKeywords),
    wire: ({ templateShortId, templateKeywords }) => [
      { body: { template_id_short: templateShortId, keyword_name_list: templateKeywords } },
    ],
  },
  {
    of: ['WechatBasic.send_template_message', 'Client.send_template_message'],
    here: '`account.templateMessage.sendTemplate(openid, templateId, data, { url, miniProgram })`',
    note: 'colours are no longer shown',
    run: (account, { openid, templateId, appId }) =>
      account.templateMessage.sendTemplate(
        openid,
        templateId,
        { thing1: '茶', amount2: { value: '¥9' } },
        { url: 'https://example.com/', miniProgram: { appId, pagePath: 'pages/index' } },
      ),
    wire: ({ openid, templateId, appId }) => [
      {
        body: {
          touser: openid,
          template_id: templateId,
          url: 'https://example.com/',
          miniprogram: { appid: appId, pagepath: 'pages/index' },
          data: { thing1: { value: '茶' }, amount2: { value: '¥9' } },
        },
      },
    ],
  },
]
