import type { Menu, MenuButton, SubMenu } from '../../menu.js'
import { type Body, isBody } from '../fields.js'
import { refuse } from '../refusal.js'

/** What reading buttons needs to know of the account. */
export interface ButtonContext {
  /** Whether the account has that permanent material. */
  readonly hasMaterial: (mediaId: string) => boolean
  /** Whether the account has published that article. */
  readonly hasArticle: (articleId: string) => boolean
  /** Conditional menus have codes of their own. */
  readonly isConditional: boolean
}

/** What a wrong button is refused with: each row of buttons has its own codes. */
interface Level {
  readonly nameBytes: number
  readonly name: number
  readonly type: number
  readonly key: number
  readonly url: number
  /** An address without `http://` or `https://`. */
  readonly domain: number
}

const levels = {
  top: { nameBytes: 16, name: 40018, type: 40017, key: 40019, url: 40020, domain: 40055 },
  sub: { nameBytes: 60, name: 40025, type: 40024, key: 40026, url: 40027, domain: 40054 },
} as const satisfies Readonly<Record<string, Level>>

const maxButtons = 3
const maxSubButtons = 5
const maxKeyBytes = 128
const maxUrlBytes = 1024

type ButtonField = 'key' | 'url' | 'appid' | 'pagepath' | 'media_id' | 'article_id'

/** What a button of each type must bring. */
const fieldsOf: Readonly<Record<MenuButton['type'], readonly ButtonField[]>> = {
  click: ['key'],
  view: ['url'],
  miniprogram: ['url', 'appid', 'pagepath'],
  scancode_push: ['key'],
  scancode_waitmsg: ['key'],
  pic_sysphoto: ['key'],
  pic_photo_or_album: ['key'],
  pic_weixin: ['key'],
  location_select: ['key'],
  media_id: ['media_id'],
  view_limited: ['media_id'],
  article_id: ['article_id'],
  article_view_limited: ['article_id'],
}

interface Reading extends ButtonContext {
  readonly level: Level
  /** Where it stands, for the developer: `button[1].sub_button[0]`. */
  readonly at: string
}

/**
 * Reads the buttons of a menu; what does not belong to a button's type is left out.
 * @throws ApiRefusal 40016 to 40027, 40054, 40055, and for conditional menus 65307, 65308, 65317; 40007, 40165, 40166
 *   and 53600 for what a button opens
 */
export function readButtons({ button: buttons }: Body, context: ButtonContext): Menu {
  if (!Array.isArray(buttons) || buttons.length === 0) {
    refuse(context.isConditional ? 65307 : 40016, '"button" must be a list with a button, at the top of the body')
  }
  if (buttons.length > maxButtons) refuse(40016, `a menu has up to ${maxButtons} buttons, not ${buttons.length}`)
  return {
    button: buttons.map((it: unknown, index) =>
      topButton(it, { ...context, level: levels.top, at: `button[${index}]` }),
    ),
  }
}

function topButton(value: unknown, reading: Reading): MenuButton | SubMenu {
  const button = objectAt(value, reading)
  const { sub_button: subs = [] } = button
  if (!Array.isArray(subs)) refuse(40023, `${reading.at}.sub_button must be a list`)
  if (subs.length === 0) return leaf(button, reading)
  if (subs.length > maxSubButtons) refuse(40023, `${reading.at} opens up to ${maxSubButtons} buttons`)
  const name = nameOf(button, reading)
  return {
    name,
    sub_button: subs.map((it: unknown, index) =>
      subButton(it, { ...reading, level: levels.sub, at: `${reading.at}.sub_button[${index}]` }),
    ),
  }
}

function subButton(value: unknown, reading: Reading): MenuButton {
  const button = objectAt(value, reading)
  const { sub_button: deeper = [] } = button
  if (!Array.isArray(deeper) || deeper.length > 0) refuse(40022, `${reading.at} opens buttons; a menu has two rows`)
  return leaf(button, reading)
}

const objectAt = (value: unknown, { at, level }: Reading): Body =>
  isBody(value) ? value : refuse(level.type, `${at} must be an object`)

function leaf(button: Body, reading: Reading): MenuButton {
  const { level, at, isConditional } = reading
  const name = nameOf(button, reading)
  const { type } = button
  if (type === undefined) refuse(isConditional ? 65308 : level.type, `${at} has no type, and opens no buttons`)
  if (!isType(type)) refuse(level.type, `${at}.type must be one of ${Object.keys(fieldsOf).join(', ')}`)
  const fields = fieldsOf[type].map((field) => [field, fieldReaders[field](button[field], reading)] as const)
  return { type, name, ...Object.fromEntries(fields) }
}

const isType = (type: unknown): type is MenuButton['type'] => typeof type === 'string' && Object.hasOwn(fieldsOf, type)

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const isWithin = (value: unknown, bytes: number): value is string => isText(value) && Buffer.byteLength(value) <= bytes

function nameOf({ name }: Body, { level, at }: Reading): string {
  if (isWithin(name, level.nameBytes)) return name
  return refuse(level.name, `${at}.name must have 1 to ${level.nameBytes} bytes of UTF-8`)
}

const fieldReaders: Readonly<Record<ButtonField, (value: unknown, reading: Reading) => string>> = {
  key: (value, { level, at }) =>
    isWithin(value, maxKeyBytes) ? value : refuse(level.key, `${at}.key must have 1 to ${maxKeyBytes} bytes`),
  url(value, { level, at, isConditional }) {
    if (!isWithin(value, maxUrlBytes)) refuse(level.url, `${at}.url must have 1 to ${maxUrlBytes} bytes`)
    const isUrl = /^https?:\/\//i.test(value) && URL.canParse(value)
    return isUrl ? value : refuse(isConditional ? 65317 : level.domain, `${at}.url must be a whole http(s) URL`)
  },
  appid: (value, { at }) =>
    isText(value) && /^wx[\da-f]{16}$/.test(value)
      ? value
      : refuse(40166, `${at}.appid must be the AppID of a mini program`),
  pagepath: (value, { at }) => (isText(value) ? value : refuse(40165, `${at}.pagepath must be a page`)),
  media_id: (value, { at, hasMaterial }) =>
    isText(value) && hasMaterial(value)
      ? value
      : refuse(40007, `${at}.media_id must be a permanent material of this account`),
  article_id: (value, { at, hasArticle }) =>
    isText(value) && hasArticle(value)
      ? value
      : refuse(53600, `${at}.article_id must be a published article of this account`),
}
