import type { EndpointRow, Quota } from '@wx/endpoints'

const docs = 'https://developers.weixin.qq.com/doc'
const limits = `${docs}/service/Message_Management/API_Call_Limits.html`
const personalMenus = `${docs}/service/api/custommenu/api_deleteconditionalmenu`

const perDay = (limit: number, testAccountLimit?: number, source = limits): Quota =>
  testAccountLimit === undefined ? { limit, source } : { limit, testAccountLimit, source }

/** Calls a day by id of the endpoint, where the endpoint's row in `@wx/endpoints` does not say it. */
const dailyLimits: Readonly<Record<string, Quota>> = {
  'auth.getStableAccessToken': perDay(
    500_000,
    undefined,
    `${docs}/subscription/api/base/api_getstableaccesstoken.html`,
  ),
  'draft.batchGet': perDay(1_000),
  'draft.count': perDay(1_000),
  'draft.delete': perDay(1_000),
  'draft.get': perDay(500),
  'draft.update': perDay(1_000),
  'freepublish.batchGet': perDay(100),
  'freepublish.delete': perDay(10),
  'freepublish.get': perDay(100),
  'freepublish.getArticle': perDay(100),
  'group.create': perDay(1_000, 100),
  'group.list': perDay(1_000, 100),
  'group.moveUser': perDay(100_000, 1_000),
  'group.update': perDay(1_000, 100),
  'media.get': perDay(200_000, 1_000),
  'media.upload': perDay(100_000, 500),
  'menu.addConditional': perDay(2_000, undefined, personalMenus),
  'menu.delete': perDay(1_000, 100),
  'menu.deleteConditional': perDay(2_000, undefined, personalMenus),
  'menu.get': perDay(10_000, 1_000),
  'menu.tryMatch': perDay(20_000, undefined, personalMenus),
  'message.mass.delete': perDay(10),
  'message.mass.preview': perDay(
    100,
    undefined,
    `${docs}/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html`,
  ),
  'message.mass.send': perDay(100),
  'message.mass.sendAll': perDay(100),
  'message.mass.uploadNews': perDay(10),
  'message.template.send': perDay(
    100_000,
    undefined,
    `${docs}/offiaccount/Message_Management/Template_Message_Interface.html`,
  ),
  'qrcode.create': perDay(100_000, 10_000),
  'user.getInfo': perDay(5_000_000, 500_000),
  'user.list': perDay(500, 100),
  'user.updateRemark': perDay(10_000),
}

/** How often a new account may call the endpoint in a day; undefined where no source says. */
export function quotaOf({ id, quota }: EndpointRow): Quota | undefined {
  if (quota !== undefined) return quota.period === 'month' ? undefined : quota
  return Object.hasOwn(dailyLimits, id) ? dailyLimits[id] : undefined
}
