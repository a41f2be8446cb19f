const currency = '[¥￥$€£]?'
const day = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})`
const hour = String.raw`(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?`
const moment = `(?:${day}(?:\\s?${hour})?|${hour})`

interface ValueRule {
  readonly fits: RegExp
  readonly wanted: string
}

/**
 * What a value of a category template may be, by the letters of its key: `thing` of `thing4`.
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html and, with the
 * same words, https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/subscribe-message.html
 */
const valueRules: Readonly<Record<string, ValueRule>> = {
  thing: { fits: /^.{1,20}$/su, wanted: 'up to 20 characters' },
  number: { fits: /^-?(?=.{1,32}$)\d+(?:\.\d+)?$/u, wanted: 'up to 32 digits' },
  letter: { fits: /^[A-Za-z]{1,32}$/u, wanted: 'up to 32 letters' },
  symbol: { fits: /^[\p{P}\p{S}]{1,5}$/u, wanted: 'up to 5 symbols' },
  character_string: { fits: /^[\x20-\x7e]{1,32}$/u, wanted: 'up to 32 digits, letters or symbols' },
  time: {
    fits: new RegExp(`^${moment}(?:\\s?~\\s?${moment})?$`, 'u'),
    wanted: 'a time of 24 hours, with or without a day, or two of them with ~ between',
  },
  date: { fits: new RegExp(`^${moment}(?:\\s?~\\s?${moment})?$`, 'u'), wanted: 'a day, with or without a time' },
  amount: {
    fits: new RegExp(String.raw`^${currency}\d{1,10}(?:\.\d+)?元?$`, 'u'),
    wanted: 'a currency symbol and up to 10 digits, with or without decimals',
  },
  phone_number: { fits: /^[\d+\-() ]{1,17}$/u, wanted: 'up to 17 digits or symbols' },
  car_number: { fits: /^.{1,8}$/su, wanted: 'up to 8 characters' },
  name: {
    fits: /^(?:\p{Script=Han}{1,10}|[A-Za-z\p{P}\p{S} ]{1,20})$/u,
    wanted: 'up to 10 Chinese characters, or up to 20 letters or symbols',
  },
  phrase: { fits: /^\p{Script=Han}{1,5}$/u, wanted: 'up to 5 Chinese characters' },
  const: { fits: /^.{1,20}$/su, wanted: 'one of the values of the keyword' },
}

/** What the value of that key must be; undefined when it is, or when the key has no rule. */
export function brokenRule(key: string, value: string): string | undefined {
  const kind = /^([a-z_]+?)_?\d+$/.exec(key)?.[1] ?? ''
  const rule = Object.hasOwn(valueRules, kind) ? valueRules[kind] : undefined
  return rule === undefined || rule.fits.test(value) ? undefined : rule.wanted
}
