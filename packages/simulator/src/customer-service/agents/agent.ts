import { ImpossibleActionError } from '../../errors.js'

/** Something that reached an agent. */
export interface AgentMessage {
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly at: number
  readonly openid: string
  /** The text, or what stands for a message of another type: `[image]`. */
  readonly text: string
}

/** Somebody was asked to serve under the account, and has not answered yet. */
export interface Invitation {
  readonly wechatId: string
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly expiresAt: number
}

/** What an agent does beyond its own state. */
export interface AgentWork {
  now(): number
  /** Something about an agent is another now. */
  changed(): void
  /** An agent came online, and may take who waits. */
  cameOnline(agent: Agent): Promise<void>
  take(agent: Agent, openid: string): Promise<void>
  say(agent: Agent, openid: string, text: string): void
  close(agent: Agent, openid: string): Promise<void>
  handOver(agent: Agent, openid: string, to: Agent): Promise<void>
}

export interface GoOnlineOptions {
  /** How many sessions the agent is given without taking them; 10 when not given. */
  readonly autoAccept?: number
}

/** One customer-service account and the person behind it. */
export class Agent {
  /** `name@account` */
  readonly account: string
  /** The number of the account, from 1001. */
  readonly id: string
  /** What has reached the agent, in order. */
  readonly inbox: readonly AgentMessage[]
  /** @internal */
  nickname: string
  /** @internal */
  avatarUrl = ''
  /** @internal */
  invitation: Invitation | undefined
  readonly #inbox: AgentMessage[] = []
  readonly #work: AgentWork
  #wechatId: string | undefined
  #autoAccept: number | undefined

  /** @internal */
  constructor(facts: { readonly account: string; readonly id: string; readonly nickname: string }, work: AgentWork) {
    this.account = facts.account
    this.id = facts.id
    this.nickname = facts.nickname
    this.inbox = this.#inbox
    this.#work = work
  }

  /** WeChat id of the person; undefined while nobody is bound to the account. */
  get wechatId(): string | undefined {
    return this.#wechatId
  }

  get isOnline(): boolean {
    return this.#autoAccept !== undefined
  }

  /** How many sessions the agent is given without taking them; 0 when offline. */
  get autoAccept(): number {
    return this.#autoAccept ?? 0
  }

  /** Binds a person to the account, as if invited and accepted. */
  bind(wechatId = `wx_${this.id}`): this {
    this.#wechatId = wechatId
    this.invitation = undefined
    this.#work.changed()
    return this
  }

  /**
   * The invited person accepts.
   * @throws ImpossibleActionError when nobody is invited, or the invitation is past its time
   */
  acceptInvitation(): void {
    const { invitation } = this
    if (invitation === undefined || this.#work.now() >= invitation.expiresAt) {
      throw new ImpossibleActionError(`nobody has a valid invitation for ${this.account}; see kfaccount/inviteworker`)
    }
    this.bind(invitation.wechatId)
  }

  /**
   * Comes online. Users who wait are given to the agent, up to `autoAccept`.
   * @throws ImpossibleActionError while nobody is bound to the account
   */
  async goOnline({ autoAccept = 10 }: GoOnlineOptions = {}): Promise<void> {
    if (this.#wechatId === undefined) {
      throw new ImpossibleActionError(`nobody is bound to ${this.account}; call bind(), or invite somebody first`)
    }
    this.#autoAccept = autoAccept
    this.#work.changed()
    await this.#work.cameOnline(this)
  }

  /** Goes offline; sessions stay open. */
  goOffline(): void {
    this.#autoAccept = undefined
    this.#work.changed()
  }

  /**
   * Begins a session with a user, waiting or not. Pushes `kf_create_session`.
   * @throws ImpossibleActionError when offline, or when another agent has the user
   */
  take(openid: string): Promise<void> {
    if (!this.isOnline) throw new ImpossibleActionError(`${this.account} is offline; call goOnline() first`)
    return this.#work.take(this, openid)
  }

  /**
   * Writes to a user.
   * @throws ImpossibleActionError without a session with that user
   */
  say(openid: string, text: string): void {
    this.#work.say(this, openid, text)
  }

  /**
   * Ends a session. Pushes `kf_close_session`.
   * @throws ImpossibleActionError without a session with that user
   */
  close(openid: string): Promise<void> {
    return this.#work.close(this, openid)
  }

  /**
   * Hands a session to another agent. Pushes `kf_switch_session`.
   * @throws ImpossibleActionError without a session with that user, or when the other is offline
   */
  handOver(openid: string, to: Agent): Promise<void> {
    if (!to.isOnline) throw new ImpossibleActionError(`${to.account} is offline`)
    return this.#work.handOver(this, openid, to)
  }

  /** @internal */
  hears(message: AgentMessage): void {
    this.#inbox.push(message)
  }
}
