import type { Agent } from '../../customer-service/agents/agent.js'
import { bareAnswer, type JsonAnswer, type RawAnswer } from '../answer.js'
import { textField } from '../fields.js'
import { wireSeconds } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { userOf } from '../users/find-user.js'

const maxWaiting = 100

const agentOf = (call: ApiCall): Agent =>
  call.account.agents.roster.get(textField(call.body, 'kf_account', { errcode: 65401 }))

function create(call: ApiCall): undefined {
  const agent = agentOf(call)
  const { openid, isFollowing } = userOf(call.account, call.body['openid'])
  if (!isFollowing) refuse(40003, 'the user does not follow the account (any more)')
  if (agent.wechatId === undefined) refuse(65402, 'nobody is bound to that agent; see kfaccount/inviteworker')
  const { floor } = call.account.agents
  const other = floor.session(openid)?.agent
  if (other === agent) return
  if (other !== undefined) refuse(65414, `${other.account} has that user`)
  if (!agent.isOnline) refuse(65415, 'the agent is offline; see account.agents')
  call.world.background.later(0, floor.open(agent, openid))
}

function close(call: ApiCall): undefined {
  const agent = agentOf(call)
  const { openid } = userOf(call.account, call.body['openid'])
  const push = call.account.agents.floor.end(agent, openid)
  if (push === undefined) refuse(65413, `${agent.account} has no session with that user`)
  call.world.background.later(0, push)
}

function getSession({ account, query }: ApiCall): JsonAnswer {
  const { openid } = userOf(account, query['openid'])
  const session = account.agents.session(openid)
  return {
    createtime: session === undefined ? 0 : wireSeconds(session.since),
    errcode: 0,
    errmsg: 'ok',
    kf_account: session?.agent.account ?? '',
  }
}

function listSessions({ account: { agents }, query }: ApiCall): JsonAnswer {
  const agent = agents.roster.get(query['kf_account'] ?? '')
  return {
    sessionlist: agents.floor
      .sessionsOf(agent)
      .map(({ openid, since }) => ({ createtime: wireSeconds(since), openid })),
  }
}

function listWaiting({ account: { agents } }: ApiCall): RawAnswer {
  const { waiting } = agents
  return bareAnswer({
    count: waiting.length,
    waitcaselist: waiting
      .slice(0, maxWaiting)
      .map(({ openid, latest }) => ({ latest_time: wireSeconds(latest), openid })),
  })
}

export const sessionRoutes: readonly ApiRoute[] = [
  {
    id: 'customService.createSession',
    run: create,
    differences: ['Who does not follow is refused with 40003; the code is not published.'],
  },
  { id: 'customService.closeSession', run: close },
  {
    id: 'customService.getSession',
    run: getSession,
    differences: ['Which createtime a user without session has is not published; here 0.'],
  },
  { id: 'customService.listSessions', run: listSessions },
  { id: 'customService.listWaiting', run: listWaiting },
]
