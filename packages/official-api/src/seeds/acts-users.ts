import { all, type SeedAct } from './seed-act.js'

const groupsNote = 'legacy: tags took their place'

/** Followers, tags, groups, web login. */
export const userActs: readonly SeedAct[] = [
  {
    of: ['WechatBasic.get_user_info', 'Client.get_user_info'],
    here: '`account.users.info(openid, { lang })`',
    note: 'neither name nor picture since 2021',
    run: (account, { openid }) => account.users.info(openid, { lang: 'zh_CN' }),
    wire: ({ openid }) => [{ query: { openid, lang: 'zh_CN' } }],
  },
  {
    of: ['Client.get_users_info'],
    here: '`account.users.infoOf(openids, { lang })`',
    run: (account, { openids }) => account.users.infoOf(openids, { lang: 'en' }),
    wire: ({ openids }) => [{ body: { user_list: openids.map((openid) => ({ openid, lang: 'en' })) } }],
  },
  {
    of: ['Client.remark_user'],
    here: '`account.users.remark(openid, remark)`',
    run: (account, { openid }) => account.users.remark(openid, '老朋友'),
    wire: ({ openid }) => [{ body: { openid, remark: '老朋友' } }],
  },
  {
    of: ['WechatBasic.get_followers', 'Client.get_followers'],
    here: '`for await (const openid of account.users.followers({ from }))`',
    run: (account, { openid }) => all(account.users.followers({ from: openid })),
    wire: ({ openid }) => [{ query: { next_openid: openid } }],
  },
  {
    of: ['Client.create_tag'],
    here: '`account.tags.add(name)`',
    run: (account) => account.tags.add('广东'),
    wire: () => [{ body: { tag: { name: '广东' } } }],
  },
  {
    of: ['Client.get_tags'],
    here: '`account.tags.all()`',
    run: (account) => account.tags.all(),
    wire: () => [{}],
  },
  {
    of: ['Client.update_tag'],
    here: '`account.tags.rename(tagId, name)`',
    run: (account, { tagId }) => account.tags.rename(tagId, '广西'),
    wire: ({ tagId }) => [{ body: { tag: { id: tagId, name: '广西' } } }],
  },
  {
    of: ['Client.delete_tag'],
    here: '`account.tags.remove(tagId)`',
    run: (account, { tagId }) => account.tags.remove(tagId),
    wire: ({ tagId }) => [{ body: { tag: { id: tagId } } }],
  },
  {
    of: ['Client.get_users_by_tag'],
    here: '`for await (const openid of account.tags.usersOf(tagId))`',
    run: (account, { tagId }) => all(account.tags.usersOf(tagId)),
    wire: ({ tagId }) => [{ body: { tagid: tagId } }],
  },
  {
    of: ['Client.tag_users'],
    here: '`account.tags.tag(openids, tagId)`',
    run: (account, { openids, tagId }) => account.tags.tag(openids, tagId),
    wire: ({ openids, tagId }) => [{ body: { openid_list: openids, tagid: tagId } }],
  },
  {
    of: ['Client.untag_users'],
    here: '`account.tags.untag(openids, tagId)`',
    run: (account, { openids, tagId }) => account.tags.untag(openids, tagId),
    wire: ({ openids, tagId }) => [{ body: { openid_list: openids, tagid: tagId } }],
  },
  {
    of: ['Client.get_tags_by_user'],
    here: '`account.tags.of(openid)`',
    run: (account, { openid }) => account.tags.of(openid),
    wire: ({ openid }) => [{ body: { openid } }],
  },
  {
    of: ['WechatBasic.create_group', 'Client.create_group'],
    here: '`account.tags.add(name)`; `account.groups.add(name)`',
    note: groupsNote,
    run: (account) => account.groups.add('test'),
    wire: () => [{ body: { group: { name: 'test' } } }],
  },
  {
    of: ['WechatBasic.get_groups', 'Client.get_groups'],
    here: '`account.tags.all()`; `account.groups.all()`',
    note: groupsNote,
    run: (account) => account.groups.all(),
    wire: () => [{}],
  },
  {
    of: ['WechatBasic.get_group_by_id', 'Client.get_group_by_id'],
    here: '`account.tags.of(openid)`; `account.groups.of(openid)`',
    note: groupsNote,
    run: (account, { openid }) => account.groups.of(openid),
    wire: ({ openid }) => [{ body: { openid } }],
  },
  {
    of: ['WechatBasic.update_group', 'Client.update_group'],
    here: '`account.tags.rename(tagId, name)`; `account.groups.rename(groupId, name)`',
    note: groupsNote,
    run: (account, { groupId }) => account.groups.rename(groupId, 'test'),
    wire: ({ groupId }) => [{ body: { group: { id: groupId, name: 'test' } } }],
  },
  {
    of: ['WechatBasic.move_user', 'Client.move_user'],
    here: '`account.tags.tag([openid], tagId)`; `account.groups.move(openid, groupId)`',
    note: groupsNote,
    run: (account, { openid, groupId }) => account.groups.move(openid, groupId),
    wire: ({ openid, groupId }) => [{ body: { openid, to_groupid: groupId } }],
  },
  {
    of: ['Client.move_users'],
    here: '`account.tags.tag(openids, tagId)`; `account.groups.move(openids, groupId)`',
    note: groupsNote,
    run: (account, { openids, groupId }) => account.groups.move(openids, groupId),
    wire: ({ openids, groupId }) => [{ body: { openid_list: openids, to_groupid: groupId } }],
  },
  {
    of: ['Client.delete_group'],
    here: '`account.tags.remove(tagId)`; `account.groups.remove(groupId)`',
    note: groupsNote,
    run: (account, { groupId }) => account.groups.remove(groupId),
    wire: ({ groupId }) => [{ body: { group: { id: groupId } } }],
  },
  {
    of: ['OAToole.authorize'],
    here: '`account.oauth.authorizeUrl({ redirect_uri, scope, state })`',
    calls: [],
    run: (account) =>
      account.oauth.authorizeUrl({ redirect_uri: 'https://example.com/', scope: 'snsapi_base', forcePopup: true }),
    wire: () => [],
  },
  {
    of: ['OAToole.get_oa_access_token', 'OATools.get_web_access_token'],
    here: '`account.oauth.getAccessToken({ code })`',
    run: (account, { code }) => account.oauth.getAccessToken({ code }),
    wire: ({ appId, code }) => [{ query: { grant_type: 'authorization_code', appid: appId, secret: 'secret', code } }],
  },
  {
    of: ['OAToole.update_oa_access_token', 'OATools.update_web_access_token'],
    here: '`account.oauth.refreshAccessToken({ refresh_token })`',
    run: (account, { refreshToken }) => account.oauth.refreshAccessToken({ refresh_token: refreshToken }),
    wire: ({ appId, refreshToken }) => [
      { query: { grant_type: 'refresh_token', appid: appId, refresh_token: refreshToken } },
    ],
  },
  {
    of: ['OAToole.auth_access_token', 'OATools.auth_web_access_token'],
    here: '`account.oauth.checkAccessToken({ access_token, openid })`',
    run: (account, { openid, userToken }) => account.oauth.checkAccessToken({ access_token: userToken, openid }),
    wire: ({ openid, userToken }) => [{ query: { access_token: userToken, openid } }],
  },
  {
    of: ['OAToole.get_userinfo'],
    here: '`account.oauth.getUserInfo({ access_token, openid })`',
    run: (account, { openid, userToken }) => account.oauth.getUserInfo({ access_token: userToken, openid }),
    wire: ({ openid, userToken }) => [{ query: { access_token: userToken, openid } }],
  },
  {
    of: ['OAToole.authorize_userinfo', 'OAToole.init_oa_access_token', 'OATools.init_web_access_token'],
    here: 'see [Web OAuth](#web-oauth); step by step `account.oauth.authorizeUrl`, `.getAccessToken`, `.refreshAccessToken`, `.checkAccessToken`, `.getUserInfo`',
    calls: ['oauth.getAccessToken', 'oauth.refreshAccessToken', 'oauth.checkAccessToken', 'oauth.getUserInfo'],
    run: async (account, { code, openid, userToken, refreshToken }) => {
      await account.oauth.getAccessToken({ code })
      await account.oauth.refreshAccessToken({ refresh_token: refreshToken })
      await account.oauth.checkAccessToken({ access_token: userToken, openid })
      await account.oauth.getUserInfo({ access_token: userToken, openid })
    },
    wire: ({ appId, code, openid, userToken, refreshToken }) => [
      { query: { grant_type: 'authorization_code', appid: appId, secret: 'secret', code } },
      { query: { grant_type: 'refresh_token', appid: appId, refresh_token: refreshToken } },
      { query: { access_token: userToken, openid } },
      { query: { access_token: userToken, openid } },
    ],
  },
]
