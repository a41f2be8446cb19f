import type { World } from '../../world.js'
import { chinaDay, chinaMonth } from '../china-time.js'
import type { MassContent } from './mass-content.js'

/** How a mass message stands, in WeChat's words. */
export type MassStatus = 'SENDING' | 'SEND_SUCCESS' | 'DELETE'

/** One mass message. */
export interface MassJob {
  readonly msgId: string
  readonly msgDataId: string
  readonly content: MassContent
  readonly toAll: boolean
  /** Openids it is meant for. */
  readonly receivers: readonly string[]
  status: MassStatus
}

/** How fast messages go out: thousands of ten a minute by speed. Official. */
export const realSpeeds: readonly number[] = [80, 60, 45, 30, 10]

/** Messages a follower of a service account is sent in a month, and those of a month to all. Official. */
const monthly = 4
const onceMs = 24 * 3_600_000
const perMinute = 60

interface Counted {
  readonly month: string
  readonly count: number
}

/**
 * The mass messages of one account.
 * https://developers.weixin.qq.com/doc/service/guide/product/message/Batch_Sends.html
 */
export class MassMessages {
  /** 0 (fastest) to 4. */
  speed = 0
  readonly #world: World
  readonly #jobs = new Map<string, MassJob>()
  readonly #byClientId = new Map<string, { readonly msgId: string; readonly until: number }>()
  readonly #dataIds = new Map<string, string>()
  readonly #received = new Map<string, Counted>()
  readonly #accepted: number[] = []
  /** Days, in China, on which something went to all; for subscription accounts: on which anything went out. */
  readonly #days: string[] = []

  constructor(world: World) {
    this.#world = world
  }

  get(msgId: string): MassJob | undefined {
    return this.#jobs.get(msgId)
  }

  jobs(): readonly MassJob[] {
    return [...this.#jobs.values()]
  }

  /** Id of the message that went out under that id within a day. */
  sentAs(clientMsgId: string): string | undefined {
    const sent = this.#byClientId.get(clientMsgId)
    return sent !== undefined && this.#world.clock.now() < sent.until ? sent.msgId : undefined
  }

  /** Takes a call into account; false when there were too many within a minute. */
  mayCall(): boolean {
    const now = this.#world.clock.now()
    while (this.#accepted[0] !== undefined && this.#accepted[0] <= now - 60_000) this.#accepted.shift()
    if (this.#accepted.length >= perMinute) return false
    this.#accepted.push(now)
    return true
  }

  /** Why nothing more can go to all now. */
  get usedUp(): 'today' | 'thisMonth' | undefined {
    const today = chinaDay(this.#world.clock.now())
    if (this.#days.includes(today)) return 'today'
    return this.#days.filter((day) => day.startsWith(today.slice(0, 7))).length >= monthly ? 'thisMonth' : undefined
  }

  /** One a day is all there is, whatever it goes to. */
  get usedUpToday(): boolean {
    return this.usedUp === 'today'
  }

  /** Takes a message on. @param clientMsgId the caller's own id, or what stands for it */
  accept(job: Omit<MassJob, 'msgId' | 'msgDataId' | 'status'>, clientMsgId: string, counts: boolean): MassJob {
    const { ids, clock } = this.#world
    const accepted: MassJob = {
      ...job,
      msgId: ids.messageId(),
      msgDataId: this.#dataId(job.content),
      status: 'SENDING',
    }
    this.#jobs.set(accepted.msgId, accepted)
    this.#byClientId.set(clientMsgId, { msgId: accepted.msgId, until: clock.now() + onceMs })
    if (counts) this.#days.push(chinaDay(clock.now()))
    return accepted
  }

  /** Takes one message of the follower's month; false when they are used up. */
  mayReceive(openid: string): boolean {
    const month = chinaMonth(this.#world.clock.now())
    const before = this.#received.get(openid)
    const count = before?.month === month ? before.count : 0
    if (count >= monthly) return false
    this.#received.set(openid, { month, count: count + 1 })
    return true
  }

  /** The same articles have the same id however often they are sent. */
  #dataId(content: MassContent): string {
    if (content.type !== 'mpnews') return this.#world.ids.messageId()
    const known = this.#dataIds.get(content.mediaId) ?? this.#world.ids.messageId()
    this.#dataIds.set(content.mediaId, known)
    return known
  }
}
