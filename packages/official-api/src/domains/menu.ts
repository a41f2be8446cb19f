import { ConfigError } from '@wx/core'
import type { CallOptions, MenuAnsweredButton, MenuApi, MenuCreateRequest, MenuMatchRule } from '@wx/endpoints'
import { fields, text } from '../arguments/check.js'
import { partOf } from '../binding/answer.js'
import { checkMenu } from './menu-limits.js'
import type { Shorthands } from './shorthands.js'

/** The menu below the chat. */
export interface MenuDomain extends MenuApi {
  /**
   * Says what WeChat would refuse: too many buttons, names too long (16 bytes; 60 in a sub-menu), a field missing.
   * These are the published limits; `create` sends any menu as it is.
   *
   * @throws ConfigError naming the button and the field: `button[0].sub_button[2].url`
   * @see https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu
   */
  check(menu: MenuCreateRequest): void
  /**
   * Checks the default menu and sets it; users see it within five minutes or when they open the account anew.
   *
   * @param menu `{ button: […] }`: up to three buttons, each with up to five above it
   * @throws ConfigError as `check`, before anything is sent
   * @see https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu
   */
  set(menu: MenuCreateRequest, options?: CallOptions): Promise<void>
  /**
   * Checks a menu and adds it for the users who match a rule.
   *
   * @param rule one condition at least: `{ tag_id: 100 }`
   * @returns id of the conditional menu
   * @throws ConfigError as `check`, or for a rule without a condition
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#0
   */
  setFor(rule: MenuMatchRule, menu: MenuCreateRequest, options?: CallOptions): Promise<string>
  /**
   * Deletes one conditional menu.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#1
   */
  removeFor(menuId: string, options?: CallOptions): Promise<void>
  /**
   * The buttons a user sees.
   *
   * @param user openid or WeChat id
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#2
   */
  seenBy(user: string, options?: CallOptions): Promise<readonly MenuAnsweredButton[]>
}

export const menuShorthands = (api: MenuApi): Shorthands<MenuDomain, MenuApi> => ({
  check: checkMenu,
  async set(menu, options) {
    checkMenu(menu)
    await api.create(menu, options)
  },
  async setFor(rule, menu, options) {
    if (Object.values(fields('rule', rule, '{ tag_id: 100 }')).every((condition) => condition === undefined)) {
      throw new ConfigError('rule', 'has no condition; for everybody, use menu.set')
    }
    checkMenu(menu)
    return partOf('menu.addConditional', await api.addConditional({ ...menu, matchrule: rule }, options), 'menuid')
  },
  async removeFor(menuId, options) {
    await api.deleteConditional({ menuid: text('menuId', menuId) }, options)
  },
  async seenBy(user, options) {
    const { button = [] } = await api.tryMatch({ user_id: text('user', user) }, options)
    return button
  },
})
