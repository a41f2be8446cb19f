import type { Account } from '../account.js'
import type { Agent } from '../customer-service/agents/agent.js'
import type { Exchange } from '../exchanges.js'
import type { Simulator } from '../simulator.js'
import type { User } from '../user.js'

// What the control routes show of things.

export const viewAgent = (agent: Agent, { agents }: Account): Record<string, unknown> => ({
  account: agent.account,
  nickname: agent.nickname,
  wechatId: agent.wechatId,
  isOnline: agent.isOnline,
  autoAccept: agent.autoAccept,
  inbox: agent.inbox,
  sessions: agents.floor.sessionsOf(agent).map(({ openid, since }) => ({ openid, since })),
})

/** The customer service of an account. */
export const viewService = (account: Account): Record<string, unknown> => ({
  agents: account.agents.list().map((agent) => viewAgent(agent, account)),
  waiting: account.agents.waiting,
})

const viewUser = (user: User): Record<string, unknown> => ({
  openid: user.openid,
  nickname: user.nickname,
  isFollowing: user.isFollowing,
  blocksTemplates: user.blocksTemplates,
  seesTyping: user.seesTyping,
  menu: user.menu,
  lines: user.lines,
  remainingCustomerMessages: user.windows.remaining,
})

export const viewAccount = (account: Account): Record<string, unknown> => ({
  id: account.id,
  name: account.name,
  kind: account.kind,
  format: account.format,
  config: account.config,
  clientConfig: account.clientConfig,
  url: account.url,
  menu: account.menu,
  oneTimeTemplateId: account.subscriptions.oneTimeTemplateId,
  service: viewService(account),
  users: account.users.map(viewUser),
})

/** A line of the list; the whole exchange is asked for by its id. */
export const viewExchangeLine = (exchange: Exchange): Record<string, unknown> => ({
  id: exchange.id,
  kind: exchange.kind,
  at: exchange.at,
  account: exchange.account,
  openid: exchange.openid,
  title: exchange.title,
  attempt: exchange.attempt,
  outcome: exchange.outcome,
  status: exchange.answer?.status,
  errcode: errcodeOf(exchange),
  tookMs: exchange.tookMs,
  ok: exchange.kind === 'api' ? okOf(exchange) : exchange.verdict?.ok,
})

/** The platform's code of a refused call, for the list. */
const errcodeOf = ({ answer }: Exchange): number | undefined => {
  const code = /^\{"errcode":(-?\d+)/.exec(answer?.body ?? '')?.[1]
  return code === undefined ? undefined : Number(code)
}

const okOf = ({ outcome }: Exchange): boolean | undefined => (outcome === 'open' ? undefined : outcome === 'answered')

export const viewState = (simulator: StateOf): Record<string, unknown> => ({
  now: simulator.clock.now(),
  accounts: simulator.accounts.map(viewAccount),
  faults: simulator.faults.list(),
  exchanges: simulator.exchanges.list().map(viewExchangeLine),
})

/** What the server needs of the simulator. */
export type StateOf = Omit<Simulator, 'apiUrl' | 'mpUrl' | 'consoleUrl' | 'close'>
