/** A button that can be tapped, in the spelling of `POST /cgi-bin/menu/create`. */
export interface MenuButton {
  readonly type:
    | 'click'
    | 'view'
    | 'miniprogram'
    | 'scancode_push'
    | 'scancode_waitmsg'
    | 'pic_sysphoto'
    | 'pic_photo_or_album'
    | 'pic_weixin'
    | 'location_select'
    | 'media_id'
    | 'view_limited'
    | 'article_id'
    | 'article_view_limited'
  readonly name: string
  readonly key?: string
  readonly url?: string
  readonly appid?: string
  readonly pagepath?: string
  readonly media_id?: string
  readonly article_id?: string
}

/** A button that only opens others. */
export interface SubMenu {
  readonly name: string
  readonly sub_button: readonly MenuButton[]
}

/** https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html */
export interface Menu {
  readonly button: readonly (MenuButton | SubMenu)[]
}

/** One button of every kind that pushes something, so that each can be tried without writing a menu first. */
export const defaultMenu: Menu = {
  button: [
    {
      name: '点击',
      sub_button: [
        { type: 'click', name: '点我', key: 'CLICK_ME' },
        { type: 'view', name: '打开网页', url: 'https://example.com/?from=menu&page=1' },
        {
          type: 'miniprogram',
          name: '小程序',
          url: 'https://example.com/',
          appid: 'wx0000000000000000',
          pagepath: 'pages/index',
        },
      ],
    },
    {
      name: '扫码',
      sub_button: [
        { type: 'scancode_push', name: '扫一扫', key: 'SCAN_PUSH' },
        { type: 'scancode_waitmsg', name: '扫码等待', key: 'SCAN_WAIT' },
      ],
    },
    {
      name: '更多',
      sub_button: [
        { type: 'pic_sysphoto', name: '拍照', key: 'PIC_CAMERA' },
        { type: 'pic_photo_or_album', name: '拍照或相册', key: 'PIC_ANY' },
        { type: 'pic_weixin', name: '微信相册', key: 'PIC_ALBUM' },
        { type: 'location_select', name: '发送位置', key: 'LOCATION' },
      ],
    },
  ],
}

const buttonsOf = (menu: Menu): readonly MenuButton[] =>
  menu.button.flatMap((entry) => ('type' in entry ? [entry] : entry.sub_button))

/** The button of that key, name, URL or page. */
export const findButton = (menu: Menu, wanted: string): MenuButton | undefined => {
  const buttons = buttonsOf(menu)
  return (
    buttons.find((it) => it.key === wanted) ??
    buttons.find((it) => it.name === wanted) ??
    buttons.find((it) => it.url === wanted || it.pagepath === wanted)
  )
}
