import { type EndpointRow, endpoints } from '@wx/endpoints'
import type { ApiAnswer } from '../answer.js'
import { mayUse } from '../permissions.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute, OpenCall } from '../route.js'
import { accountBySecret } from '../tokens/caller.js'

const limitReached = 'every account has ten clears a month, by token and by secret together'

function clearQuota({ account, state, body }: ApiCall): ApiAnswer {
  if (body['appid'] !== account.config.appId) refuse(40013, 'appid must be that of the account whose token this is')
  if (!state.quotas.clearAll()) refuse(48006, limitReached)
  return undefined
}

function clearQuotaBySecret(call: OpenCall): ApiAnswer {
  const { appid, appsecret } = { ...call.query, ...call.body }
  const account = accountBySecret(call, { appid, secret: appsecret })
  if (!account.state.quotas.clearAll()) refuse(48006, limitReached)
  return undefined
}

/** The endpoints of a path; those that share one share its quota. */
function rowAt({ account, body }: ApiCall): EndpointRow {
  const { cgi_path: path } = body
  if (typeof path !== 'string' || path === '') refuse(76021, 'cgi_path is missing')
  if (!path.startsWith('/')) refuse(76003, 'cgi_path is the path alone, from its first slash', noSuchPath)
  const row = endpoints.find((it) => it.path === path)
  if (row === undefined) refuse(76021, `@wx/simulator knows no endpoint of WeChat at ${path}`)
  if (row.platform === 'sns' || path.startsWith('/sns/') || !mayUse(account, row.id)) {
    refuse(76022, 'an sns endpoint, or one that this kind of account has no right to')
  }
  return row
}

/** What 76003 means for a path; for a rid it means something else. */
const noSuchPath = 'cgi_path is error'

const getQuota = (call: ApiCall): ApiAnswer => ({
  quota: call.state.quotas.state(rowAt(call), call.account),
  rate_limit: { call_count: call.world.settings.callsPerMinute, refresh_second: 60 },
})

function clearApiQuota(call: ApiCall): ApiAnswer {
  const row = rowAt(call)
  if (!call.state.quotas.clearOne(row)) refuse(45009, 'every account has fifty clears of single endpoints a month')
  return undefined
}

function getRidInfo({ accounts, state, body }: ApiCall): ApiAnswer {
  const { rid } = body
  const found = state.rids.find(rid)
  if (typeof found === 'object') return { request: found }
  if (found === 'malformed') refuse(76002, 'a rid has three parts of eight hex digits')
  if (found === 'expired') refuse(76004, 'a rid is kept for seven days')
  if (accounts.some((it) => it.state.rids.has(String(rid)))) refuse(76003, 'the rid belongs to another account')
  return refuse(76001, 'no refused call of this account had that rid')
}

export const openapiRoutes: readonly ApiRoute[] = [
  { id: 'openapi.clearQuota', run: clearQuota, differences: ['Clears made on the admin site do not count.'] },
  {
    id: 'openapi.clearQuotaByAppSecret',
    open: clearQuotaBySecret,
    differences: ['A wrong secret is refused with 40125; the code is not published for this endpoint.'],
  },
  {
    id: 'openapi.clearApiQuota',
    run: clearApiQuota,
    source: 'https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_clearapiquota.html',
    differences: [
      'Fifty clears a month, as the page of subscription accounts says; another page says fifty a day.',
      'The code after the last clear is not published; it is 45009 here.',
    ],
  },
  {
    id: 'openapi.getQuota',
    run: getQuota,
    differences: [
      'Where no limit is published, daily_limit and remain are 0 and calls are not limited.',
      'There is no component_rate_limit.',
    ],
  },
  {
    id: 'openapi.getRidInfo',
    run: getRidInfo,
    differences: [
      'A rid older than seven days is refused with 76004; the page names both 76004 and 76001.',
      'Of an upload request_body is empty, and of each account the last 1,000 refused calls are known.',
    ],
  },
]
