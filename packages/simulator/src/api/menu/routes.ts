import { bareAnswer, type JsonAnswer } from '../answer.js'
import { textField } from '../fields.js'
import { findMedia } from '../media/find-media.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import type { PublishedMenu } from './menus.js'
import { type ButtonContext, readButtons } from './read-buttons.js'
import { hostsOf, maxHosts, readRule, writeRule } from './read-rule.js'
import { seenMenu } from './seen-menu.js'
import { writeButtons, writeSelfButtons } from './write-buttons.js'

const contextOf = ({ state }: ApiCall, isConditional: boolean): ButtonContext => ({
  hasMaterial: (mediaId) => findMedia(state, mediaId)?.permanent === true,
  hasArticle: (articleId) => state.articles.get(articleId) !== undefined,
  isConditional,
})

function create(call: ApiCall): undefined {
  call.state.menus.set(readButtons(call.body, contextOf(call, false)))
}

/** @throws ApiRefusal 46003: menus of the console do not count */
const ownMenu = ({ state }: ApiCall): PublishedMenu =>
  state.menus.setByApi ?? refuse(46003, 'no menu was set through the API; get_current_selfmenu_info knows all others')

function get(call: ApiCall): JsonAnswer {
  const { menu, menuId } = ownMenu(call)
  const { conditional } = call.state.menus
  if (conditional.length === 0) return { menu: { button: writeButtons(menu) } }
  return {
    menu: { button: writeButtons(menu), menuid: BigInt(menuId) },
    conditionalmenu: conditional.map((it) => ({
      button: writeButtons(it.menu),
      matchrule: writeRule(it.rule),
      menuid: BigInt(it.menuId),
    })),
  }
}

function getCurrent({ state: { menus } }: ApiCall): JsonAnswer {
  if (!menus.isOpen) return { is_menu_open: 0 }
  return { is_menu_open: 1, selfmenu_info: { button: writeSelfButtons(menus.menu) } }
}

function addConditional(call: ApiCall): JsonAnswer {
  const { menus, tags } = call.state
  if (menus.setByApi === undefined) refuse(65303, 'create the default menu first, with menu/create')
  const rule = readRule(call.body, (id) => tags.get(id) !== undefined)
  const menu = readButtons(call.body, contextOf(call, true))
  const hosts = new Set([menu, ...menus.conditional.map((it) => it.menu)].flatMap(hostsOf))
  if (hosts.size > maxHosts) {
    refuse(65316, `all conditional menus together open up to ${maxHosts} hosts, not ${[...hosts].join(', ')}`)
  }
  return { menuid: menus.addConditional(menu, rule).menuId }
}

function deleteConditional({ state, body }: ApiCall): undefined {
  const { menuid } = body
  if (!state.menus.deleteConditional(String(menuid))) refuse(65301, `there is no conditional menu ${menuid}`)
}

function tryMatch({ account, state, body }: ApiCall): JsonAnswer {
  const name = textField(body, 'user_id', { errcode: 65302 })
  const user = account.user(name) ?? account.users.find(({ profile }) => profile.wechatId === name)
  if (user?.isFollowing !== true) refuse(65302, `no follower has the openid or the WeChat id ${JSON.stringify(name)}`)
  if (!state.menus.isOpen) refuse(46003, 'the account has no menu')
  return { button: writeButtons(seenMenu(user, state).menu) }
}

/** What `create` and `addConditional` share. */
const buttons: readonly string[] = [
  'Users see a new menu at once, not within five minutes.',
  'Whether the account is linked with a mini program (40119) is not looked at.',
  'A body that is not UTF-8 is refused with 47001, WeChat has 65318.',
  'Which codes a missing type, a deeper row, an AppID, a page and an article_id are refused with is not published for menus; here 40017 or 40024, 40022, 40166, 40165 and 53600.',
]

export const menuRoutes: readonly ApiRoute[] = [
  { id: 'menu.create', run: create, differences: buttons },
  {
    id: 'menu.get',
    run: get,
    differences: [
      'A rule shows its tag as `group_id`, as developers saw it in 2024; the official page names `tag_id` too.',
    ],
  },
  {
    id: 'menu.delete',
    run({ state }) {
      state.menus.delete()
      return { errcode: 0, errmsg: 'ok' }
    },
    differences: ['Whether deleting is an error when there is no menu is not published; here it is none.'],
  },
  {
    id: 'menu.getCurrentSelfMenuInfo',
    run: getCurrent,
    differences: [
      'Menus of createAccount and setMenu count as published in the console, but their buttons are shown as the API writes them.',
      'The answer when there is no menu is not published; here `is_menu_open` alone.',
    ],
  },
  {
    id: 'menu.addConditional',
    run: (call) => bareAnswer(addConditional(call)),
    source: 'https://developers.weixin.qq.com/doc/service/api/custommenu/api_addconditionalmenu',
    differences: [
      ...buttons,
      'How many conditional menus an account may have (65305) is not published; here any number.',
      'The official page names tags only; client_platform_type is still matched, as the older page has it.',
      'Which codes an unknown tag and an unknown client_platform_type are refused with is not published; here 45159 and 40035.',
    ],
  },
  { id: 'menu.deleteConditional', run: deleteConditional },
  {
    id: 'menu.tryMatch',
    run: (call) => bareAnswer(tryMatch(call)),
    differences: [
      'Which codes an unfollowed user and an account without menu get is not published; here 65302 and 46003.',
    ],
  },
]
