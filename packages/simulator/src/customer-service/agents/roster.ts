import { refuse } from '../../api/refusal.js'
import { Agent, type AgentWork } from './agent.js'

/** How many agents an account has at most. Official. */
const maxAgents = 100
/** Characters of a nickname, and of a kf_account before and with the account's name. Official. */
const maxNickname = 16
const maxAccount = 30
/** How long an invitation stands: not published. */
const invitationMs = 24 * 3_600_000
/** How many official accounts one WeChat id may serve. Official. */
const maxAccountsServed = 5

/**
 * The customer-service accounts of one account.
 * https://developers.weixin.qq.com/doc/service/api/customer/servicermanage/api_addkfaccount
 */
export class Roster {
  readonly #agents = new Map<string, Agent>()
  readonly #suffix: string
  readonly #work: AgentWork
  #lastId = 1000

  /** @param suffix what stands after the `@`: the account's WeChat id */
  constructor(suffix: string, work: AgentWork) {
    this.#suffix = suffix
    this.#work = work
  }

  list(): readonly Agent[] {
    return [...this.#agents.values()]
  }

  find(account: string): Agent | undefined {
    return this.#agents.get(account)
  }

  /** @throws ApiRefusal 65401 */
  get(account: string): Agent {
    return this.find(account) ?? refuse(65401, `${JSON.stringify(account)} is none of the account's agents`)
  }

  /** @throws ApiRefusal 65403, 65404, 65405, 65406 */
  add(account: string, nickname: string): Agent {
    if (!/^\w{1,10}$/.test(account.slice(0, account.indexOf('@'))) || !account.endsWith(`@${this.#suffix}`)) {
      refuse(65404, `kf_account must be up to 10 letters, digits or _, then @${this.#suffix}`)
    }
    if ([...account].length > maxAccount) refuse(65404, `kf_account has at most ${maxAccount} characters`)
    mustBeNickname(nickname)
    if (this.#agents.has(account)) refuse(65406, 'there is an agent of that kf_account')
    if (this.#agents.size >= maxAgents) refuse(65405, `an account has at most ${maxAgents} agents`)
    const agent = new Agent({ account, id: String(++this.#lastId), nickname }, this.#work)
    this.#agents.set(account, agent)
    return agent
  }

  /** @throws ApiRefusal 65401, 65403 */
  rename(account: string, nickname: string): void {
    const agent = this.get(account)
    mustBeNickname(nickname)
    agent.nickname = nickname
  }

  /** @throws ApiRefusal 65401 */
  remove(account: string): void {
    this.get(account)
    this.#agents.delete(account)
  }

  /**
   * @param served how many accounts that person serves already
   * @throws ApiRefusal 65401, 65407 – 65412
   */
  invite(account: string, wechatId: string, served: number): void {
    const agent = this.get(account)
    if (!/^[A-Za-z][\w-]{5,19}$/.test(wechatId)) refuse(65409, 'a WeChat id has 6 to 20 letters, digits, _ or -')
    if (agent.wechatId !== undefined) refuse(65412, 'somebody is bound to that agent already')
    const now = this.#work.now()
    const isOpen = (it: Agent): boolean => it.invitation !== undefined && now < it.invitation.expiresAt
    if (isOpen(agent)) refuse(65411, 'an invitation for that agent is open')
    const others = this.list()
    if (others.some((it) => it.wechatId === wechatId)) refuse(65407, 'that person is an agent of the account already')
    if (others.some((it) => isOpen(it) && it.invitation?.wechatId === wechatId)) {
      refuse(65408, 'that person has an open invitation of the account')
    }
    if (served >= maxAccountsServed) refuse(65410, `one person serves at most ${maxAccountsServed} accounts`)
    agent.invitation = { wechatId, expiresAt: now + invitationMs }
  }
}

function mustBeNickname(nickname: string): void {
  const length = [...nickname].length
  if (length < 1 || length > maxNickname) refuse(65403, `nickname has 1 to ${maxNickname} characters`)
}
