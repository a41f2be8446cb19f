import { ConfigError } from '@wx/core'
import type { Agent } from '../customer-service/agents/agent.js'
import {
  accountOf,
  accountPath,
  agentPath,
  type ControlCall,
  type ControlRoute,
  NotThereError,
  number,
  optionalText,
  text,
} from './control-route.js'
import { viewAgent, viewService } from './views.js'

function agentOf(call: ControlCall): Agent {
  const agent = accountOf(call).agents.get(call.path['agent'] ?? '')
  if (agent === undefined) throw new NotThereError('this account has no such agent')
  return agent
}

/** Runs something on the agent of the path; answers with what became of it. */
const doing = (act: (agent: Agent, call: ControlCall) => unknown) => async (call: ControlCall) => {
  const agent = agentOf(call)
  await act(agent, call)
  return viewAgent(agent, accountOf(call))
}

function colleague(call: ControlCall): Agent {
  const other = accountOf(call).agents.get(text(call.body, 'to'))
  if (other === undefined) throw new ConfigError('to', 'must be an agent of the account')
  return other
}

/** What agents of customer service do. `:agent` is `name@account`, or the name alone. */
export const agentRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: `${accountPath}/agents`,
    doc: 'the customer service: its agents with their sessions, and who waits',
    run: (call) => viewService(accountOf(call)),
  },
  {
    method: 'POST',
    path: `${accountPath}/agents`,
    doc: 'adds an agent with a person behind it: { name, nickname? }',
    run: (call) => {
      const { body } = call
      const account = accountOf(call)
      return viewAgent(account.agents.add(text(body, 'name'), optionalText(body, 'nickname')), account)
    },
  },
  {
    method: 'POST',
    path: `${agentPath}/bind`,
    doc: 'binds a person to an agent without one: { wechatId? }',
    run: doing((agent, { body }) => agent.bind(optionalText(body, 'wechatId'))),
  },
  {
    method: 'POST',
    path: `${agentPath}/accept-invitation`,
    doc: 'the person invited by kfaccount/inviteworker accepts',
    run: doing((agent) => agent.acceptInvitation()),
  },
  {
    method: 'POST',
    path: `${agentPath}/online`,
    doc: 'comes online and is given who waits: { autoAccept? }',
    run: doing((agent, { body }) =>
      agent.goOnline(body['autoAccept'] === undefined ? {} : { autoAccept: number(body, 'autoAccept') }),
    ),
  },
  {
    method: 'POST',
    path: `${agentPath}/offline`,
    doc: 'goes offline; sessions stay open',
    run: doing((agent) => agent.goOffline()),
  },
  {
    method: 'POST',
    path: `${agentPath}/take`,
    doc: 'begins a session with a user, waiting or not: { openid }',
    run: doing((agent, { body }) => agent.take(text(body, 'openid'))),
  },
  {
    method: 'POST',
    path: `${agentPath}/say`,
    doc: 'writes to a user of a session: { openid, text }',
    run: doing((agent, { body }) => agent.say(text(body, 'openid'), text(body, 'text'))),
  },
  {
    method: 'POST',
    path: `${agentPath}/close`,
    doc: 'ends the session with a user: { openid }',
    run: doing((agent, { body }) => agent.close(text(body, 'openid'))),
  },
  {
    method: 'POST',
    path: `${agentPath}/hand-over`,
    doc: 'hands a session to another agent: { openid, to }',
    run: doing((agent, call) => agent.handOver(text(call.body, 'openid'), colleague(call))),
  },
]
