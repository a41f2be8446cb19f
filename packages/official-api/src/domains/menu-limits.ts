import { ConfigError } from '@wx/core'
import type { MenuButton, MenuCreateRequest } from '@wx/endpoints'
import { shortText, text } from '../arguments/check.js'

type Field = 'key' | 'url' | 'appid' | 'pagepath' | 'media_id' | 'article_id'

/** https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu */
const fieldsOf: Readonly<Record<MenuButton['type'], readonly Field[]>> = {
  click: ['key'],
  scancode_push: ['key'],
  scancode_waitmsg: ['key'],
  pic_sysphoto: ['key'],
  pic_photo_or_album: ['key'],
  pic_weixin: ['key'],
  location_select: ['key'],
  view: ['url'],
  miniprogram: ['url', 'appid', 'pagepath'],
  media_id: ['media_id'],
  view_limited: ['media_id'],
  article_id: ['article_id'],
  article_view_limited: ['article_id'],
}

/** Bytes of UTF-8; a field without a limit may be any text. */
const maxBytes: Readonly<Partial<Record<Field, number>>> = { key: 128, url: 1024 }
const nameBytes = { top: 16, sub: 60 }
const maxButtons = { top: 3, sub: 5 }

type Level = keyof typeof nameBytes
type Button = Readonly<Record<string, unknown>>

/** @throws ConfigError naming the button and the field */
export function checkMenu(menu: MenuCreateRequest): void {
  checkRow('button', menu?.button, 'top')
}

function checkRow(place: string, buttons: unknown, level: Level): void {
  if (!Array.isArray(buttons)) throw new ConfigError(place, 'must be a list of buttons')
  const max = maxButtons[level]
  if (buttons.length < 1 || buttons.length > max) {
    throw new ConfigError(place, `${buttons.length} buttons, and WeChat takes 1 to ${max}`)
  }
  for (const [at, button] of buttons.entries()) checkButton(`${place}[${at}]`, button, level)
}

function checkButton(place: string, button: Button, level: Level): void {
  if (typeof button !== 'object' || button === null) throw new ConfigError(place, 'must be a button')
  shortText(`${place}.name`, button['name'] as string, nameBytes[level])
  if (opensOthers(button)) checkOpener(place, button, level)
  else checkAction(place, button)
}

function checkAction(place: string, button: Button): void {
  const { type } = button
  if (typeof type !== 'string' || !Object.hasOwn(fieldsOf, type)) {
    throw new ConfigError(`${place}.type`, `must be one of ${Object.keys(fieldsOf).join(', ')}`)
  }
  for (const field of fieldsOf[type as MenuButton['type']]) {
    const limit = maxBytes[field]
    const value = button[field] as string
    if (limit === undefined) text(`${place}.${field}`, value)
    else shortText(`${place}.${field}`, value, limit)
  }
}

/** A menu that was read carries an empty list at each button that acts. */
const opensOthers = ({ sub_button: subButtons }: Button): boolean =>
  subButtons !== undefined && !(Array.isArray(subButtons) && subButtons.length === 0)

function checkOpener(place: string, button: Button, level: Level): void {
  if (level === 'sub') throw new ConfigError(`${place}.sub_button`, 'a menu has two levels')
  if (button['type'] !== undefined) {
    throw new ConfigError(`${place}.type`, 'a button that opens others does nothing itself: leave type out')
  }
  checkRow(`${place}.sub_button`, button['sub_button'], 'sub')
}
