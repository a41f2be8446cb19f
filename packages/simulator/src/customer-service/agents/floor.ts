import type { WireTree } from '@wx/xml-messages'
import { ImpossibleActionError } from '../../errors.js'
import type { Chat } from '../../inbox.js'
import { secondsOf, type World } from '../../world.js'
import type { Agent, AgentWork } from './agent.js'

/** What the floor needs of the account. */
export interface ServiceHome {
  /** Original id. */
  readonly id: string
  chat(openid: string): Chat | undefined
  /** Called after every change of an agent, a session or the line of who waits. */
  changed(): void
  push(fields: WireTree): Promise<unknown>
}

/** An agent talks with a user. */
export interface ServiceSession {
  readonly openid: string
  readonly agent: Agent
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly since: number
}

/** A user who was handed over and whom no agent has taken yet. */
export interface WaitingUser {
  readonly openid: string
  /** When the user wrote last: milliseconds since 1970 of the simulator's clock. */
  readonly latest: number
}

/** A line of the chat records: an agent spoke (2002) or was spoken to (2003). */
export interface ServiceRecord {
  readonly id: number
  readonly at: number
  readonly openid: string
  readonly agent: string
  readonly opercode: 2002 | 2003
  readonly text: string
}

/** Tells the robot what became of a session; resolves when all deliveries are over. */
type Push = () => Promise<unknown>

/** How long a user's messages go to the agent; then to the robot again, although the session is open. Official. */
const forwardingMs = 30 * 60_000
const firstRecord = 20_160_000

/**
 * Sessions between agents and users of one account.
 * https://developers.weixin.qq.com/doc/service/guide/product/kf/forwarding.html
 */
export class ServiceFloor implements AgentWork {
  readonly #world: World
  readonly #home: ServiceHome
  readonly #agents: () => readonly Agent[]
  readonly #sessions = new Map<string, ServiceSession>()
  /** In the order in which they were handed over, with what they said meanwhile. */
  readonly #waiting = new Map<string, { latest: number; readonly said: string[] }>()
  readonly #records: ServiceRecord[] = []

  constructor(world: World, home: ServiceHome, agents: () => readonly Agent[]) {
    this.#world = world
    this.#home = home
    this.#agents = agents
  }

  session(openid: string): ServiceSession | undefined {
    return this.#sessions.get(openid)
  }

  sessionsOf(agent: Agent): readonly ServiceSession[] {
    return [...this.#sessions.values()].filter((it) => it.agent === agent)
  }

  /** Those who wait longest first. */
  get waiting(): readonly WaitingUser[] {
    return [...this.#waiting].map(([openid, { latest }]) => ({ openid, latest }))
  }

  get records(): readonly ServiceRecord[] {
    return this.#records
  }

  /** A user wrote: true when an agent has it now, so that the robot does not get it. */
  heard(openid: string, text: string): boolean {
    const session = this.#sessions.get(openid)
    if (session === undefined || this.now() - session.since >= forwardingMs) return false
    this.#tell(session.agent, openid, text)
    return true
  }

  /** The robot handed a user over: to this agent, to the one who is online and has least to do, or to nobody yet. */
  async transferred(openid: string, text: string, wanted?: Agent): Promise<void> {
    const agent = wanted ?? this.#sessions.get(openid)?.agent ?? this.#free()
    if (agent === undefined) {
      const waiting = this.#waiting.get(openid) ?? { latest: 0, said: [] }
      waiting.latest = this.now()
      waiting.said.push(text)
      this.#waiting.set(openid, waiting)
      this.changed()
      return
    }
    const push = this.open(agent, openid)
    this.#tell(agent, openid, text)
    await push()
  }

  /** Begins a session, goes on with the one the agent has, or takes over another's. Returns how to tell the robot. */
  open(agent: Agent, openid: string): Push {
    const before = this.#sessions.get(openid)
    this.#sessions.set(openid, { openid, agent, since: this.now() })
    const waiting = this.#waiting.get(openid)
    this.#waiting.delete(openid)
    for (const text of waiting?.said ?? []) this.#tell(agent, openid, text)
    this.changed()
    if (before?.agent === agent) return async () => {}
    if (before === undefined) return this.#event(openid, 'kf_create_session', { KfAccount: agent.account })
    return this.#event(openid, 'kf_switch_session', {
      FromKfAccount: before.agent.account,
      ToKfAccount: agent.account,
    })
  }

  /** Ends the session of that agent with that user; undefined when there is none. Returns how to tell the robot. */
  end(agent: Agent, openid: string): Push | undefined {
    if (this.#sessions.get(openid)?.agent !== agent) return undefined
    this.#sessions.delete(openid)
    this.changed()
    return this.#event(openid, 'kf_close_session', { KfAccount: agent.account })
  }

  /** Ends all sessions of an agent who is deleted. */
  leave(agent: Agent): void {
    for (const { openid } of this.sessionsOf(agent)) this.#sessions.delete(openid)
    this.changed()
  }

  changed(): void {
    this.#home.changed()
  }

  now(): number {
    return this.#world.clock.now()
  }

  async cameOnline(agent: Agent): Promise<void> {
    for (const openid of [...this.#waiting.keys()]) {
      if (this.sessionsOf(agent).length >= agent.autoAccept) return
      await this.open(agent, openid)()
    }
  }

  async take(agent: Agent, openid: string): Promise<void> {
    if (this.#home.chat(openid) === undefined) throw new ImpossibleActionError(`no user has the openid ${openid}`)
    const other = this.#sessions.get(openid)?.agent
    if (other !== undefined && other !== agent) throw new ImpossibleActionError(`${other.account} has that user`)
    await this.open(agent, openid)()
  }

  say(agent: Agent, openid: string, text: string): void {
    this.#mustHave(agent, openid)
    this.#record({ openid, agent: agent.account, opercode: 2002, text })
    this.#home.chat(openid)?.sees('agent', { type: 'text', content: text })
  }

  async close(agent: Agent, openid: string): Promise<void> {
    this.#mustHave(agent, openid)
    await this.end(agent, openid)?.()
  }

  async handOver(agent: Agent, openid: string, to: Agent): Promise<void> {
    this.#mustHave(agent, openid)
    await this.open(to, openid)()
  }

  #mustHave(agent: Agent, openid: string): void {
    if (this.#sessions.get(openid)?.agent === agent) return
    throw new ImpossibleActionError(`${agent.account} has no session with that user; call take() first`)
  }

  #free(): Agent | undefined {
    const load = (it: Agent): number => this.sessionsOf(it).length
    return this.#agents()
      .filter((it) => it.isOnline && load(it) < it.autoAccept)
      .sort((a, b) => load(a) - load(b))[0]
  }

  #tell(agent: Agent, openid: string, text: string): void {
    agent.hears({ at: this.now(), openid, text })
    this.#record({ openid, agent: agent.account, opercode: 2003, text })
    this.changed()
  }

  #record(record: Omit<ServiceRecord, 'id' | 'at'>): void {
    const id = (this.#records.at(-1)?.id ?? firstRecord) + 1
    this.#records.push({ id, at: this.now(), ...record })
  }

  #event(openid: string, event: string, fields: WireTree): Push {
    const header = { ToUserName: this.#home.id, FromUserName: openid, CreateTime: secondsOf(this.#world) }
    return () => this.#home.push({ ...header, MsgType: 'event', Event: event, ...fields })
  }
}
