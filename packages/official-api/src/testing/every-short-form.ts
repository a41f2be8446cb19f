import { domainRows } from '@wx/endpoints'
import { propertyOf } from '../binding/property-names.js'
import type { OfficialAccount } from '../official-account.js'

/** A short form, or a function beside the account. */
export type AnyFunction = (...args: unknown[]) => unknown

/** The last parameter of most calls, which may be left out. */
export const options: object = Object.freeze({})

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const article = { title: 'a', content: 'b', thumb_media_id: 'c' }
const menu = { button: [{ type: 'click', name: 'a', key: 'b' }] }
const message = { type: 'text', content: 'hi' }

/** Arguments that every short form takes. */
export const goodArguments: Readonly<Record<string, readonly unknown[]>> = {
  'blacklist.all': [options],
  'blacklist.add': [['o'], options],
  'blacklist.remove': [['o'], options],
  'comments.of': ['1', options],
  'comments.of.open': [options],
  'comments.of.close': [options],
  'comments.of.all': [options],
  'comments.of.select': ['1', options],
  'comments.of.unselect': ['1', options],
  'comments.of.remove': ['1', options],
  'comments.of.reply': ['1', 'thanks', options],
  'comments.of.removeReply': ['1', options],
  'customMessage.sendText': ['o', 'hi', options],
  'customMessage.sendImage': ['o', 'm', options],
  'customMessage.sendVoice': ['o', 'm', options],
  'customMessage.sendVideo': ['o', { mediaId: 'm' }, options],
  'customMessage.sendMusic': ['o', { musicUrl: 'https://a.example', thumbMediaId: 'm' }, options],
  'customMessage.sendNews': ['o', { title: 'a', url: 'https://a.example' }, options],
  'customMessage.sendMpNews': ['o', 'm', options],
  'customMessage.sendMpNewsArticle': ['o', 'a', options],
  'customMessage.sendMenu': ['o', { items: [{ id: '1', content: 'yes' }] }, options],
  'customMessage.sendCard': ['o', 'c', options],
  'customMessage.sendMiniProgramPage': ['o', { appId: 'wx0', pagePath: 'p', thumbMediaId: 'm' }, options],
  'customMessage.showTyping': ['o', options],
  'customMessage.hideTyping': ['o', options],
  'customService.add': ['ann@shop', 'Ann', options],
  'customService.rename': ['ann@shop', 'Ann', options],
  'customService.remove': ['ann@shop', options],
  'customService.setAvatar': ['ann@shop', png, options],
  'customService.all': [options],
  'customService.online': [options],
  'customService.records': [{ from: new Date(0), to: new Date(1) }, options],
  'datacube.between': ['getUserSummary', { from: '2026-01-01', to: '2026-01-01' }, options],
  'drafts.save': [[article], options],
  'drafts.change': ['m', article, options],
  'drafts.articles': ['m', options],
  'drafts.all': [options],
  'drafts.remove': ['m', options],
  'drafts.publish': ['m', options],
  'freepublish.status': ['p', options],
  'freepublish.all': [options],
  'freepublish.articles': ['a', options],
  'freepublish.remove': ['a', options],
  'groups.add': ['friends', options],
  'groups.rename': [100, 'friends', options],
  'groups.remove': [100, options],
  'groups.all': [options],
  'groups.of': ['o', options],
  'groups.move': [['o'], 100, options],
  'massMessage.sendTo': ['all', message, options],
  'massMessage.previewTo': [{ openid: 'o' }, message, options],
  'massMessage.status': ['1', options],
  'massMessage.remove': ['1', options],
  'massMessage.speed': [options],
  'massMessage.changeSpeed': [1, options],
  'materials.addFile': ['image', png, options],
  'materials.addVideo': [png, { title: 'a' }, options],
  'materials.download': ['m', options],
  'materials.all': ['image', options],
  'materials.remove': ['m', options],
  'media.uploadFile': ['image', png, options],
  'media.uploadArticleImage': [png, options],
  'media.download': ['m', options],
  'menu.check': [menu],
  'menu.set': [menu, options],
  'menu.setFor': [{ tag_id: 100 }, menu, options],
  'menu.removeFor': ['1', options],
  'menu.seenBy': ['o', options],
  'network.callbackIps': [options],
  'network.apiIps': [options],
  'network.callbackCheck': [options],
  'openapi.quota': ['/cgi-bin/menu/create', options],
  'openapi.rid': ['1-2-3', options],
  'qrcode.temporary': ['poster', options],
  'qrcode.permanent': ['poster', options],
  'qrcode.picture': ['ticket', options],
  'shorten.keep': ['long', options],
  'shorten.read': ['key', options],
  'shorten.url': ['https://a.example', options],
  'subscribeMessage.sendTo': ['o', 't', { thing1: 'Tea' }, options],
  'tags.add': ['friends', options],
  'tags.rename': [100, 'friends', options],
  'tags.remove': [100, options],
  'tags.all': [options],
  'tags.usersOf': [100, options],
  'tags.tag': [['o'], 100, options],
  'tags.untag': [['o'], 100, options],
  'tags.of': ['o', options],
  'templateMessage.sendTemplate': ['o', 't', { thing1: 'Tea' }, options],
  'templateMessage.addTemplate': ['TM1', ['word'], options],
  'templateMessage.removeTemplate': ['t', options],
  'templateMessage.all': [options],
  'templateMessage.setIndustries': ['1', '4', options],
  'users.followers': [options],
  'users.info': ['o', options],
  'users.infoOf': [['o'], options],
  'users.remark': ['o', 'friend', options],
}

/** All short forms of an account, by the name one writes; with those of an article's comments. */
export function shortFormsOf(account: OfficialAccount): ReadonlyMap<string, AnyFunction> {
  const domains = Object.keys(domainRows).map((domain) => propertyOf(domain as keyof typeof domainRows))
  const own = domains.flatMap((property) => named(property, account[property as keyof OfficialAccount] as object))
  return new Map([...own, ...named('comments.of', account.comments.of('1'))])
}

const named = (prefix: string, methods: object): readonly (readonly [string, AnyFunction])[] =>
  Object.entries(methods).map(([name, method]) => [`${prefix}.${name}`, method as AnyFunction])

/** What a call comes to: its answer, or all that is read of it. */
export async function outcomeOf(call: () => unknown): Promise<unknown> {
  const result = await call()
  if (typeof result !== 'object' || result === null) return result
  if ('summary' in result && typeof result.summary === 'function') return await result.summary()
  if (!(Symbol.asyncIterator in result)) return result
  const items: unknown[] = []
  for await (const item of result as AsyncIterable<unknown>) items.push(item)
  return items
}
