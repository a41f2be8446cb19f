import { bareAnswer, type JsonAnswer } from '../answer.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { followerOf, followersField, openidList } from '../users/find-user.js'
import { openidPage } from '../users/openid-page.js'

const maxOpenids = 20

function batchAdd(call: ApiCall): undefined {
  for (const openid of followersField(call, maxOpenids)) call.state.blacklist.add(openid)
}

/** Who unfollowed meanwhile can be taken off as well. */
function batchRemove({ account, state, body }: ApiCall): undefined {
  const openids = openidList(body, maxOpenids)
  for (const openid of openids) if (!state.blacklist.has(openid)) followerOf(account, openid)
  for (const openid of openids) state.blacklist.delete(openid)
}

function list({ state, body }: ApiCall): JsonAnswer {
  const { begin_openid: begin = '' } = body
  return { total: state.blacklist.size, ...openidPage(state.blacklist, begin) }
}

const effect =
  'What the blacklist keeps from the account or from the user is not on the official pages; here messages of blacklisted users still arrive.'

export const blacklistRoutes: readonly ApiRoute[] = [
  {
    id: 'blacklist.list',
    run: (call) => bareAnswer(list(call)),
    differences: [
      'In which order WeChat lists them is not published; here in the order in which they were blocked.',
      'Whether somebody who unfollows stays on the list is not published; here they do.',
    ],
  },
  { id: 'blacklist.batchAdd', run: batchAdd, differences: [effect] },
  {
    id: 'blacklist.batchRemove',
    run: batchRemove,
    differences: [
      effect,
      'Whether taking off somebody who is not on the list is an error is not published; here it is none.',
    ],
  },
]
