import { ConfigError } from '@wx/core'
import { describe, expect, it } from 'vitest'
import {
  checkMedia,
  customMessagePusher,
  infoOfMany,
  jsSdk,
  mediaCache,
  OfficialAccount,
  runBulk,
  sendTemplateToAll,
  tagMany,
  untagMany,
  webOAuth,
} from './index.js'
import { type AnyFunction, goodArguments, options, outcomeOf, shortFormsOf } from './testing/every-short-form.js'
import { recordingAccount } from './testing/recording-account.js'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const page = { redirectUri: 'https://shop.example/back' }
const login = { baseUrl: 'https://shop.example', stateSecret: 'x'.repeat(32), onLogin: () => {} }

/** Functions beside the account, and what they make: arguments that they take. */
const besides: Readonly<Record<string, (account: OfficialAccount) => readonly [unknown, readonly unknown[]]>> = {
  'new OfficialAccount': () => [
    (given: never) => new OfficialAccount(given),
    [{ appId: 'wx0123456789abcdef', appSecret: 'secret' }],
  ],
  'account.call': (account) => [account.call, ['GET /cgi-bin/menu/get', options]],
  'account.menu.create': (account) => [account.menu.create, [options, options]],
  checkMedia: () => [checkMedia, ['image', png, options]],
  mediaCache: (account) => [mediaCache, [account, options]],
  'mediaCache.idOf': (account) => [mediaCache(account).idOf, ['image', png]],
  'mediaCache.use': (account) => [mediaCache(account).use, ['image', png, async () => 1]],
  'mediaCache.invalidate': (account) => [mediaCache(account).invalidate, ['m']],
  customMessagePusher: (account) => [customMessagePusher, [account, options]],
  'customMessagePusher.send': (account) => [customMessagePusher(account).send, ['o', { type: 'success' }]],
  runBulk: () => [runBulk, [['o'], async () => 1, options]],
  tagMany: (account) => [tagMany, [account, ['o'], { tagId: 100 }]],
  untagMany: (account) => [untagMany, [account, ['o'], { tagId: 100 }]],
  infoOfMany: (account) => [infoOfMany, [account, ['o'], options]],
  sendTemplateToAll: (account) => [sendTemplateToAll, [account, { jobId: 'j', message: () => undefined }]],
  webOAuth: (account) => [webOAuth, [account, options]],
  'oauth.authorizeUrl': (account) => [webOAuth(account).authorizeUrl, [page]],
  'oauth.exchangeCode': (account) => [webOAuth(account).exchangeCode, ['code']],
  'oauth.refresh': (account) => [webOAuth(account).refresh, ['token']],
  'oauth.check': (account) => [webOAuth(account).check, ['o', 'token']],
  'oauth.userInfo': (account) => [webOAuth(account).userInfo, ['o', 'token']],
  'oauth.authorizeUserInfo': (account) => [webOAuth(account).authorizeUserInfo, [page]],
  jsSdk: (account) => [jsSdk, [account, options]],
  'js.config': (account) => [jsSdk(account).config, [{ url: 'https://shop.example/' }]],
  'js.addCard': (account) => [jsSdk(account).addCard, [{ cardId: 'c' }]],
  'js.chooseCard': (account) => [jsSdk(account).chooseCard, [options]],
  'js.verify': (account) => [
    jsSdk(account).verify,
    [{ url: 'https://shop.example/', signature: 'x', nonceStr: 'n', timestamp: 1 }],
  ],
  'js.handler': (account) => [jsSdk(account).handler, [{ origins: ['https://shop.example'] }]],
}

/** What a mistaken caller gives instead, by what is due. */
function wrongFor(good: unknown): readonly unknown[] {
  if (good === options) return [null, 7, 'kf@shop', []]
  if (typeof good === 'string') return [undefined, null, 7, {}]
  if (typeof good === 'number') return [undefined, null, 'x', {}, 1.5, -1]
  if (typeof good === 'function') return [undefined, null, 7, {}]
  if (Array.isArray(good)) return [undefined, null, 7, 'text', {}]
  return good instanceof Uint8Array ? [undefined, null, 7, 'text', {}, []] : [undefined, null, 7, 'text', []]
}

/** What is right although it is something else than in the table. */
const alsoRight: Readonly<Record<string, readonly unknown[]>> = {
  'qrcode.temporary': [7],
  'qrcode.permanent': [7],
  'groups.move': ['text'],
}

interface Misuse {
  readonly name: string
  readonly args: readonly unknown[]
}

function misusesOf(name: string, good: readonly unknown[]): readonly Misuse[] {
  const nothing = good.every((it) => it === options) ? [] : [{ name, args: [] }]
  const wrong = good.flatMap((due, at) =>
    wrongFor(due)
      .filter((value) => !(alsoRight[name] ?? []).includes(value))
      .map((value) => ({ name, args: [...good.slice(0, at), value, ...good.slice(at + 1)] })),
  )
  return [...nothing, ...wrong]
}

/** What a misuse comes to; what was sent meanwhile counts. */
async function caught(call: AnyFunction, args: readonly unknown[], sent: () => number): Promise<unknown> {
  const error = await outcomeOf(() => call(...args)).catch((thrown: unknown) => thrown)
  if (!(error instanceof ConfigError)) return error ?? 'nothing'
  return sent() === 0 ? 'ConfigError' : `ConfigError, but ${sent()} calls were sent`
}

describe('plain JavaScript misuse', () => {
  it('is tried with every short form there is', async () => {
    const { account } = await recordingAccount()
    expect(Object.keys(goodArguments).sort()).toEqual([...shortFormsOf(account).keys()].sort())
  })

  it.each(Object.entries(goodArguments))('of account.%s is a ConfigError, and nothing is sent', async (name, good) => {
    const { account, calls } = await recordingAccount(() => ({ errcode: 0 }))
    const call = shortFormsOf(account).get(name) as AnyFunction
    for (const { args } of misusesOf(name, good)) {
      expect([args, await caught(call, args, () => calls.length)]).toEqual([args, 'ConfigError'])
    }
  })

  it.each(Object.entries(besides))('of %s is a ConfigError, and nothing is sent', async (name, make) => {
    const { account, calls } = await recordingAccount(() => ({ errcode: 0 }))
    const [call, good] = make(account)
    for (const { args } of misusesOf(name, good)) {
      expect([args, await caught(call as AnyFunction, args, () => calls.length)]).toEqual([args, 'ConfigError'])
    }
  })

  it.each<[string, (account: OfficialAccount) => unknown, string]>([
    [
      'an agent as a text',
      (it) => it.customMessage.sendText('o', 'hi', 'kf@shop' as never),
      "options: must be an object such as { signal, timeoutMs }, not 'kf@shop'",
    ],
    [
      'a video as its media id',
      (it) => it.customMessage.sendVideo('o', 'MEDIA' as never),
      "video: must be an object such as { mediaId }, not 'MEDIA'",
    ],
    ['a menu without answers', (it) => it.customMessage.sendMenu('o', { items: [] }), 'menu.items: is empty'],
    [
      'a menu whose answer is a text',
      (it) => it.customMessage.sendMenu('o', { items: ['yes'] as never }),
      "menu.items[0]: must be an object such as { id, content }, not 'yes'",
    ],
    [
      'a tag as a text',
      (it) => it.tags.tag(['o'], '100' as never),
      "tagId: must be a whole number from 0 to 2147483647, not '100'",
    ],
    [
      'everybody in capitals',
      (it) => it.massMessage.sendTo('ALL' as never, { type: 'text', content: 'hi' }),
      "audience: must be 'all', { tagId } or { openids }, not 'ALL'",
    ],
    [
      'an article instead of a list',
      (it) => it.drafts.save({} as never),
      'articles: must be a list of articles, not an object',
    ],
    ['an article that is a text', (it) => it.drafts.save(['x'] as never), 'articles[0]: must be an object'],
    [
      'days where moments are due',
      (it) => it.customService.records({ from: '2026-01-01', to: '2026-01-02' } as never),
      "span.from: must be a Date, not '2026-01-01'",
    ],
    [
      'a template’s value that is a number',
      (it) => it.templateMessage.sendTemplate('o', 't', { a: 5 } as never),
      'data.a: must be a text, not 5',
    ],
    [
      'a path as a file',
      (it) => it.media.uploadFile('image', '/tmp/x.png' as never),
      'file: a text is no file: give { path }',
    ],
    [
      'a path as a file to look at',
      () => checkMedia('image', '/tmp/x.png' as never),
      'file: a text is no file: give { path }',
    ],
    [
      'an unknown kind of file',
      (it) => it.media.uploadFile('picture' as never, png),
      "type: must be 'image' or 'voice'",
    ],
    ['a video as a file', (it) => it.materials.addFile('video' as never, png), "not 'video'"],
    [
      'a single openid as a source',
      (it) => tagMany(it, 'oAnna' as never, { tagId: 1 }),
      "not 'oAnna'; a single one goes into a list of one",
    ],
    [
      'a single openid to send to',
      (it) => sendTemplateToAll(it, { jobId: 'j', openids: 'oAnna' as never, message: () => undefined }),
      "openids: must be a list or something to iterate, not 'oAnna'",
    ],
    ['no settings', () => new OfficialAccount({} as never), 'appId: the account’s AppID'],
    [
      'a scope by half its name',
      (it) => webOAuth(it).authorizeUrl({ ...page, scope: 'base' as never }),
      "scope: must be 'snsapi_base' or 'snsapi_userinfo', not 'base'",
    ],
    ['no token', (it) => webOAuth(it).check('o', undefined as never), 'accessToken: must be a text, not undefined'],
    [
      'a secret of an unset variable',
      (it) => webOAuth(it, { ...login, stateSecret: undefined as never }),
      'stateSecret: missing, or no text: is the variable of the environment set',
    ],
    [
      'one secret that is missing',
      (it) => webOAuth(it, { ...login, stateSecret: ['x'.repeat(32), undefined as never] }),
      'stateSecret: missing',
    ],
    [
      'an option that is no object',
      (it) => webOAuth(it, { ...login, returnTo: '/' as never }),
      'returnTo: must be an object',
    ],
    [
      'origins that are a text',
      (it) => jsSdk(it).handler({ origins: 'https://shop.example' as never }),
      'origins: must be a list of texts',
    ],
  ])('%s: the message says what is due', async (_, misuse, words) => {
    const { account, calls } = await recordingAccount()
    const error = await outcomeOf(() => misuse(account)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).message).toContain(words)
    expect(calls).toEqual([])
  })

  it('never shows a code or token that was given in the wrong place', async () => {
    const { account } = await recordingAccount()
    const oauth = webOAuth(account)
    for (const call of [oauth.exchangeCode, oauth.refresh, (it: never) => oauth.check('o', it)]) {
      const error = await call(['canary-secret'] as never).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ConfigError)
      expect(String(error)).not.toContain('canary')
    }
  })
})
