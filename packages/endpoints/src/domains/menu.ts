import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

/** Opens a page, sends an event, or asks the user for something; `type` says which. */
export type MenuButton =
  | {
      /** `click` pushes `CLICK` with the key; the others open the camera, the album, the scanner or the map first. */
      type:
        | 'click'
        | 'scancode_push'
        | 'scancode_waitmsg'
        | 'pic_sysphoto'
        | 'pic_photo_or_album'
        | 'pic_weixin'
        | 'location_select'
      /** Up to 16 bytes. */
      name: string
      /** Comes back as `EventKey`; up to 128 bytes. */
      key: string
    }
  | {
      type: 'view'
      name: string
      /** Up to 1,024 bytes. */
      url: string
    }
  | {
      type: 'miniprogram'
      name: string
      /** For clients too old for mini programs. */
      url: string
      appid: string
      pagepath: string
    }
  | {
      type: 'media_id' | 'view_limited'
      name: string
      /** A permanent material. */
      media_id: string
    }
  | {
      type: 'article_id' | 'article_view_limited'
      name: string
      /** A published article. */
      article_id: string
    }

/** A button of the first row: acts, or opens up to five buttons above it. */
export type MenuTopButton = MenuButton | { name: string; sub_button: readonly MenuButton[] }

export interface MenuCreateRequest {
  /** Up to three. */
  button: readonly MenuTopButton[]
}

/** What a user must match; at least one of it. Sex and place have not been matched since 2021. */
export interface MenuMatchRule {
  /** Id of a tag, as a number or in digits. */
  tag_id?: number | string
  /** 1 iOS, 2 Android, 3 other. */
  client_platform_type?: number | string
  /** `zh_CN`, `en` … */
  language?: string
}

export interface MenuAddConditionalRequest {
  /** Up to three. */
  button: readonly MenuTopButton[]
  matchrule: MenuMatchRule
}

export interface MenuInEffect {
  button?: readonly MenuInEffectButton[]
}

export interface MenuInEffectButton {
  type?: string
  name?: string
  key?: string
  value?: string
  url?: string
  news_info?: MenuNewsInfo
  sub_button?: MenuInEffectSubButtons
}

export interface MenuNewsInfo {
  list?: readonly MenuNewsArticle[]
}

export interface MenuNewsArticle {
  title?: string
  author?: string
  /** Summary of an article. */
  digest?: string
  show_cover?: 0 | 1
  cover_url?: string
  content_url?: string
  source_url?: string
}

export interface MenuInEffectSubButtons {
  list?: readonly MenuInEffectSubButton[]
}

export interface MenuInEffectSubButton {
  type?: string
  name?: string
  key?: string
  value?: string
  url?: string
  news_info?: MenuNewsInfo
  sub_button?: MenuInEffectDeepButtons
}

export interface MenuInEffectDeepButtons {
  list?: readonly Readonly<Record<string, unknown>>[]
}

export interface MenuDefault {
  button?: readonly MenuAnsweredButton[]
  menuid?: string
}

export interface MenuAnsweredButton {
  type?: string
  name?: string
  key?: string
  url?: string
  /** Id of an uploaded media file. */
  media_id?: string
  /** Id of a published article. */
  article_id?: string
  appid?: string
  pagepath?: string
  sub_button?: readonly MenuAnsweredSubButton[]
}

export interface MenuAnsweredSubButton {
  type?: string
  name?: string
  key?: string
  url?: string
  /** Id of an uploaded media file. */
  media_id?: string
  /** Id of a published article. */
  article_id?: string
  appid?: string
  pagepath?: string
}

export interface MenuConditional {
  button?: readonly MenuAnsweredButton[]
  menuid?: string
  matchrule?: MenuAnsweredMatchRule
}

export interface MenuAnsweredMatchRule {
  group_id?: number
  tag_id?: number
  /** @deprecated Withdrawn by the platform. */
  sex?: number
  client_platform_type?: number
  /** @deprecated Withdrawn by the platform. */
  country?: string
  /** @deprecated Withdrawn by the platform. */
  province?: string
  /** @deprecated Withdrawn by the platform. */
  city?: string
  language?: string
}

export interface MenuGetCurrentSelfMenuInfoAnswer extends BaseAnswer {
  is_menu_open: 0 | 1
  selfmenu_info?: MenuInEffect
}

export interface MenuAddConditionalAnswer extends BaseAnswer {
  menuid: string
}

export interface MenuDeleteConditionalRequest {
  menuid: string | number
}

export interface MenuGetAnswer extends BaseAnswer {
  menu?: MenuDefault
  conditionalmenu?: readonly MenuConditional[]
}

export interface MenuTryMatchRequest {
  /** Openid or WeChat id. */
  user_id: string
}

export interface MenuTryMatchAnswer extends BaseAnswer {
  button?: readonly MenuAnsweredButton[]
}

export interface MenuApi {
  /**
   * The menu in effect, whether set in the console or through the API.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Querying_Custom_Menus.html
   */
  getCurrentSelfMenuInfo(request?: NoRequest, options?: CallOptions): Promise<MenuGetCurrentSelfMenuInfoAnswer>
  /**
   * Adds a menu that only users who match a rule see.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#0
   */
  addConditional(request: MenuAddConditionalRequest, options?: CallOptions): Promise<MenuAddConditionalAnswer>
  /**
   * Sets the default menu; users see it within five minutes or when they open the account anew.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html
   */
  create(request: MenuCreateRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes one conditional menu.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#1
   */
  deleteConditional(request: MenuDeleteConditionalRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Deletes the default menu and all conditional ones.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Deleting_Custom-Defined_Menu.html
   */
  delete(request?: NoRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * The default menu and the conditional ones, as set through the API.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Getting_Custom_Menu_Configurations.html
   */
  get(request?: NoRequest, options?: CallOptions): Promise<MenuGetAnswer>
  /**
   * The menu a given user sees.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#2
   */
  tryMatch(request: MenuTryMatchRequest, options?: CallOptions): Promise<MenuTryMatchAnswer>
}

export const menuTable = {
  getCurrentSelfMenuInfo: {
    call: 'GET /cgi-bin/get_current_selfmenu_info',
    permission: {
      may: ['subscription', 'verifiedSubscription', 'service', 'verifiedService'],
      source: 'doc/offiaccount/Custom_Menus/Querying_Custom_Menus.html',
    },
    docs: 'doc/offiaccount/Custom_Menus/Querying_Custom_Menus.html',
  },
  addConditional: {
    call: 'POST /cgi-bin/menu/addconditional',
    stringIds: ['menuid'],
    quota: { limit: 2_000, source: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html' },
    permission: {
      may: ['verifiedSubscription', 'verifiedService'],
      source: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html',
    },
    docs: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#0',
  },
  create: {
    call: 'POST /cgi-bin/menu/create',
    retry: 'safe',
    quota: { limit: 1_000, testAccountLimit: 100 },
    docs: 'doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html',
  },
  deleteConditional: {
    call: 'POST /cgi-bin/menu/delconditional',
    quota: { limit: 2_000, source: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html' },
    permission: {
      may: ['verifiedSubscription', 'verifiedService'],
      source: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html',
    },
    docs: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#1',
  },
  delete: {
    call: 'GET /cgi-bin/menu/delete',
    retry: 'never',
    quota: { limit: 1_000, testAccountLimit: 100 },
    docs: 'doc/offiaccount/Custom_Menus/Deleting_Custom-Defined_Menu.html',
  },
  get: {
    call: 'GET /cgi-bin/menu/get',
    stringIds: ['menuid'],
    quota: { limit: 10_000, testAccountLimit: 1_000 },
    docs: 'doc/offiaccount/Custom_Menus/Getting_Custom_Menu_Configurations.html',
  },
  tryMatch: {
    call: 'POST /cgi-bin/menu/trymatch',
    retry: 'safe',
    quota: { limit: 20_000, source: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html' },
    permission: {
      may: ['verifiedSubscription', 'verifiedService'],
      source: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html',
    },
    docs: 'doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#2',
  },
} as const

/** One row for each method of {@link MenuApi}. */
export const menuRows: Rows<MenuApi> = /* @__PURE__ */ expandRows<MenuApi, typeof menuTable>('menu', menuTable, {
  permission: { may: ['verifiedSubscription', 'service', 'verifiedService'] },
})
