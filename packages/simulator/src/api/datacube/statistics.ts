import type { Clock } from '@wx/core'
import type { WireTree } from '@wx/xml-messages'
import type { Delivery } from '../../delivery/attempt.js'
import type { SubscribeScene } from '../../profile.js'

/** Somebody began or ceased to follow. */
export interface FollowChange {
  /** Milliseconds since 1970 of the simulator's clock, as everywhere here. */
  readonly at: number
  readonly openid: string
  readonly follows: boolean
  /** `user_source` of the datacube. */
  readonly source: number
}

/** Somebody wrote. */
export interface UpstreamMessage {
  readonly at: number
  readonly openid: string
  /** `msg_type` of the datacube. */
  readonly type: number
}

/** The account's server was called. */
export interface Callback {
  readonly at: number
  readonly tookMs: number
  readonly hasFailed: boolean
}

/** https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html */
const sources: Partial<Record<SubscribeScene, number>> = {
  ADD_SCENE_SEARCH: 1,
  ADD_SCENE_PROFILE_CARD: 17,
  ADD_SCENE_QR_CODE: 30,
  ADD_SCENE_PROFILE_LINK: 57,
  ADD_SCENE_WECHAT_ADVERTISEMENT: 100,
  ADD_SCENE_REPRINT: 161,
  ADD_SCENE_CHANNELS: 200,
  ADD_SCENE_LIVESTREAM: 201,
}

/** Everything else. */
const otherSource = 0

/** https://developers.weixin.qq.com/doc/service/api/wedata/mess/api_getupstreammsg */
const messageTypes: Readonly<Record<string, number>> = {
  text: 1,
  image: 2,
  voice: 3,
  video: 4,
  shortvideo: 4,
  link: 6,
  miniprogrampage: 6,
  file: 6,
}

/** What happens to an account, as the datacube counts it. */
export class Statistics {
  readonly #clock: Clock
  readonly #follows: FollowChange[] = []
  readonly #messages: UpstreamMessage[] = []
  readonly #callbacks: Callback[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** In order of time. */
  get follows(): readonly FollowChange[] {
    return this.#follows
  }

  get messages(): readonly UpstreamMessage[] {
    return this.#messages
  }

  get callbacks(): readonly Callback[] {
    return this.#callbacks
  }

  followed(openid: string, scene: SubscribeScene | undefined): void {
    const source = (scene === undefined ? undefined : sources[scene]) ?? otherSource
    this.#follows.push({ at: this.#clock.now(), openid, follows: true, source })
  }

  unfollowed(openid: string): void {
    this.#follows.push({ at: this.#clock.now(), openid, follows: false, source: otherSource })
  }

  /** Counts what a user pushes, where it is a message of a kind that is counted. */
  pushed({ MsgType, FromUserName }: WireTree): void {
    const type = typeof MsgType === 'string' ? messageTypes[MsgType] : undefined
    if (type === undefined || typeof FromUserName !== 'string') return
    this.#messages.push({ at: this.#clock.now(), openid: FromUserName, type })
  }

  delivered(deliveries: readonly Delivery[]): void {
    for (const { at, tookMs, outcome, status } of deliveries) {
      this.#callbacks.push({ at, tookMs, hasFailed: outcome !== 'answered' || status !== 200 })
    }
  }
}
