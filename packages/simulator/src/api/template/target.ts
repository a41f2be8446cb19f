import { type Body, isBody, optionalText } from '../fields.js'
import { refuse } from '../refusal.js'

/** Where a tap on a message leads; the mini program goes before the page. */
export interface TapTarget {
  readonly url?: string
  readonly miniprogram?: { readonly appid: string; readonly pagepath: string }
}

/**
 * @param name of the field that has the page's address
 * @throws ApiRefusal 40013 for an appid that is none, 40035 for a target that is no text
 */
export function targetOf(body: Body, name: 'url' | 'page' = 'url'): TapTarget {
  const url = optionalText(body, name) ?? ''
  const { miniprogram } = body
  // A form that leaves it empty means none.
  if (miniprogram === undefined || (isBody(miniprogram) && Object.keys(miniprogram).length === 0)) {
    return url === '' ? {} : { url }
  }
  if (!isBody(miniprogram)) return refuse(40035, '"miniprogram" must be an object')
  const appid = optionalText(miniprogram, 'appid') ?? ''
  if (!/^wx[\da-f]{16}$/.test(appid)) refuse(40013, 'miniprogram.appid is no AppID')
  const pagepath = optionalText(miniprogram, 'pagepath') ?? ''
  return { ...(url === '' ? {} : { url }), miniprogram: { appid, pagepath } }
}
