import { domainRows } from '@wx/endpoints'
import { describe, expect, it } from 'vitest'
import { propertyOf } from './binding/property-names.js'
import { IncompleteAnswerError, infoOfMany, mediaCache, sendTemplateToAll, webOAuth } from './index.js'
import { type AnyFunction, goodArguments, outcomeOf, shortFormsOf } from './testing/every-short-form.js'
import { recordingAccount } from './testing/recording-account.js'

/** Short forms that answer nothing, or what they were given: an answer without anything is all they want. */
const satisfied: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    [
      'blacklist.add',
      'blacklist.remove',
      'comments.of.open',
      'comments.of.close',
      'comments.of.select',
      'comments.of.unselect',
      'comments.of.remove',
      'comments.of.reply',
      'comments.of.removeReply',
      'customMessage.sendText',
      'customMessage.sendImage',
      'customMessage.sendVoice',
      'customMessage.sendVideo',
      'customMessage.sendMusic',
      'customMessage.sendNews',
      'customMessage.sendMpNews',
      'customMessage.sendMpNewsArticle',
      'customMessage.sendMenu',
      'customMessage.sendCard',
      'customMessage.sendMiniProgramPage',
      'customMessage.showTyping',
      'customMessage.hideTyping',
      'customService.add',
      'customService.rename',
      'customService.remove',
      'customService.setAvatar',
      'drafts.change',
      'drafts.remove',
      'freepublish.remove',
      'groups.rename',
      'groups.remove',
      'groups.move',
      'massMessage.previewTo',
      'massMessage.remove',
      'massMessage.changeSpeed',
      'materials.remove',
      'menu.check',
      'menu.set',
      'menu.removeFor',
      'subscribeMessage.sendTo',
      'tags.rename',
      'tags.remove',
      'tags.tag',
      'tags.untag',
      'templateMessage.removeTemplate',
      'templateMessage.setIndustries',
      'users.remark',
    ].map((name) => [name, undefined]),
  ),
  // The whole answer, as it is.
  'users.info': { errcode: 0 },
  'network.callbackCheck': { errcode: 0 },
  // WeChat leaves these lists out where there is nothing in them.
  'datacube.between': [],
  'menu.seenBy': [],
}

const elsewhere = new Set(['comments.of', 'qrcode.picture'])
const names = Object.keys(goodArguments).filter((name) => !elsewhere.has(name))

/** `tags.create` of every row there is. */
const methods = new Set(
  Object.entries(domainRows).flatMap(([domain, rows]) =>
    Object.keys(rows).map((name) => `${propertyOf(domain as keyof typeof domainRows)}.${name}`),
  ),
)

describe('an answer without error and without what it is for', () => {
  it.each(names)('to %s is an error, where something was asked for', async (name) => {
    const { account } = await recordingAccount(() => ({ errcode: 0 }))
    const call = shortFormsOf(account).get(name) as AnyFunction
    const outcome = await outcomeOf(() => call(...(goodArguments[name] ?? []))).catch((error: unknown) => error)
    if (name in satisfied) expect(outcome).toEqual(satisfied[name])
    else {
      expect(outcome).toBeInstanceOf(IncompleteAnswerError)
      expect(methods).toContain((outcome as IncompleteAnswerError).method)
    }
  })

  it('to web OAuth logs nobody in', async () => {
    const { account } = await recordingAccount(() => ({ errcode: 0 }))
    const oauth = webOAuth(account)
    const redirectUri = 'https://shop.example/back'
    const asked = {
      'oauth.getAccessToken': () => oauth.exchangeCode('code'),
      'oauth.refreshAccessToken': () => oauth.refresh('token'),
      'oauth.getUserInfo': () => oauth.userInfo('o', 'token'),
    }
    for (const [method, ask] of Object.entries(asked)) {
      await expect(ask()).rejects.toMatchObject({ code: 'WX_OFFICIAL_INCOMPLETE_ANSWER', method })
      expect(methods).toContain(method)
    }
    await expect(oauth.authorizeUserInfo({ redirectUri, code: 'code' })).rejects.toThrow(IncompleteAnswerError)
  })

  it('to what is built on the account is one too', async () => {
    const { account } = await recordingAccount(() => ({ errcode: 0 }))
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    await expect(mediaCache(account).idOf('image', png)).rejects.toThrow(IncompleteAnswerError)
    const toAll = sendTemplateToAll(account, { jobId: 'j', message: () => undefined })
    await expect(toAll.summary()).rejects.toMatchObject({ method: 'users.list' })
    expect(await infoOfMany(account, ['o']).summary()).toMatchObject({ failed: 1 })
  })
})
