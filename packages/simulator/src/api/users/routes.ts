import { bareAnswer, type JsonAnswer } from '../answer.js'
import { isBody, listField, textField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { followerField, openidList, userOf } from './find-user.js'
import { openidPage } from './openid-page.js'
import { userInfo } from './user-info.js'

/** Users that one call may ask after or convert. */
const batchSize = 100

function getInfo({ account, state, query }: ApiCall): JsonAnswer {
  const { openid = '' } = query
  if (openid === '') refuse(41009, 'the query has no openid')
  return userInfo(userOf(account, openid), state)
}

function batchGetInfo({ account, state, body }: ApiCall): JsonAnswer {
  const asked = listField(body, 'user_list')
  if (asked.length === 0 || asked.length > batchSize) refuse(40032, `one call takes 1 to ${batchSize} users`)
  const users = asked.map((it) => userOf(account, isBody(it) ? it['openid'] : undefined))
  return { user_info_list: users.map((it) => userInfo(it, state)) }
}

function updateRemark(call: ApiCall): undefined {
  const user = followerField(call)
  const { remark } = call.body
  if (typeof remark !== 'string' || Buffer.byteLength(remark) >= 30) {
    refuse(40092, '"remark" must be a text of fewer than 30 bytes; a Chinese character is 3')
  }
  user.remark = remark
}

function changeOpenid({ state, body, world }: ApiCall): JsonAnswer {
  const from = textField(body, 'from_appid')
  const openids = state.migrations.openidsFrom(from, world.clock.now())
  if (openids === undefined) {
    refuse(63178, `no followers of ${from} came to this account within 15 days; see account.takeOver`)
  }
  const results = openidList(body, batchSize).map((old) => {
    const fresh = openids.get(old)
    return fresh === undefined
      ? { ori_openid: old, err_msg: 'ori_openid error' }
      : { ori_openid: old, new_openid: fresh, err_msg: 'ok' }
  })
  return { result_list: results }
}

const cursor = 'Which code an unknown begin of a page is refused with is not published; here 40003.'

export const userRoutes: readonly ApiRoute[] = [
  {
    id: 'user.list',
    run: ({ state, query }) => ({
      total: state.followers.size,
      ...openidPage(state.followers, query['next_openid']),
    }),
    differences: [
      cursor,
      'In which order WeChat lists followers is not published; here in the order in which they followed.',
      'Whether blacklisted followers are listed is not published; here they are.',
    ],
  },
  {
    id: 'user.getInfo',
    run: getInfo,
    source: 'https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo',
    differences: [
      'The fields that WeChat withdrew in 2021 come empty, as they were seen then; whether the names still come is not published.',
      '`language` comes empty, as the official page has it; `zh_CN` was still seen in 2022.',
      '`lang` changes nothing: what it translated was withdrawn.',
    ],
  },
  {
    id: 'user.batchGetInfo',
    run: (call) => bareAnswer(batchGetInfo(call)),
    differences: ['Which code a list of the wrong length is refused with is not published; here 40032.'],
  },
  {
    id: 'user.updateRemark',
    run: updateRemark,
    source: 'https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_updateremark.html',
  },
  {
    id: 'user.changeOpenid',
    run: changeOpenid,
    source: 'https://developers.weixin.qq.com/doc/service/api/usermanage/changeopenid/api_changeopenid.html',
    differences: [
      'The official page wants the original id in `from_appid`, developers report that the AppID is right; here both are.',
      'Which codes a long list and a migration past its 15 days are refused with is not published; here 40032 and 63178.',
      'Only followers are converted, not users who authorised a page or hold a card.',
    ],
  },
]
