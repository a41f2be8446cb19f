import { optionalInteger, textField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'

/** https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html */
const maxTextBytes = 4096
const maxLifeSeconds = 2_592_000

function generate({ body, state }: ApiCall) {
  const text = textField(body, 'long_data', { errcode: 47003 })
  if (Buffer.byteLength(text) > maxTextBytes) refuse(9410010, `long_data may have ${maxTextBytes} bytes of UTF-8`)
  const seconds = optionalInteger(body, 'expire_seconds', maxLifeSeconds, { errcode: 47003 })
  if (seconds < 1 || seconds > maxLifeSeconds) refuse(9410011, `expire_seconds must be 1 to ${maxLifeSeconds}`)
  return { short_key: state.shortKeys.store(text, seconds) }
}

function fetchText({ body, state, world }: ApiCall) {
  const kept = state.shortKeys.find(textField(body, 'short_key', { errcode: 47003 }))
  if (kept === undefined) return refuse(9410012, 'this account never got that short_key, or its time is over')
  return {
    long_data: kept.text,
    create_time: Math.floor(kept.createdAt / 1000),
    expire_seconds: Math.ceil((kept.expiresAt - world.clock.now()) / 1000),
  }
}

export const shortenRoutes: readonly ApiRoute[] = [
  {
    id: 'shorten.generate',
    differences: ['What becomes of expire_seconds below 1 is not published; here 9410011.'],
    run: generate,
  },
  { id: 'shorten.fetch', run: fetchText },
  {
    id: 'shorten.longToShort',
    source: 'https://developers.weixin.qq.com/community/develop/doc/000800041847f08cc1bf6c71951000',
    differences: ['Withdrawn: refused as observed since 2023, whatever is asked.'],
    run: () => refuse(45103, 'WeChat makes no short links any more; use shorten.generate for data of your own'),
  },
]
