import { oneOf } from './one-of.js'

const subscribeScenes = [
  'ADD_SCENE_SEARCH',
  'ADD_SCENE_ACCOUNT_MIGRATION',
  'ADD_SCENE_PROFILE_CARD',
  'ADD_SCENE_QR_CODE',
  'ADD_SCENE_PROFILE_LINK',
  'ADD_SCENE_PROFILE_ITEM',
  'ADD_SCENE_PAID',
  'ADD_SCENE_WECHAT_ADVERTISEMENT',
  'ADD_SCENE_REPRINT',
  'ADD_SCENE_LIVESTREAM',
  'ADD_SCENE_CHANNELS',
  'ADD_SCENE_OTHERS',
] as const

/**
 * How a user came to follow.
 * https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html
 */
export type SubscribeScene = (typeof subscribeScenes)[number]

const userPlatforms = ['ios', 'android', 'other'] as const

/** The phone's system, which conditional menus can ask for. */
export type UserPlatform = (typeof userPlatforms)[number]

/** What is known of a person beside openid and nickname; all of it has a default. */
export interface ProfileOptions {
  /** Language of the phone; `zh_CN` when not given. */
  readonly language?: string
  /** The same person across accounts of one open-platform account; none when not given. */
  readonly unionid?: string | undefined
  /** The name other people can find the person by; none when not given. */
  readonly wechatId?: string | undefined
  /** `other` when not given. */
  readonly platform?: UserPlatform
  /** Unix seconds since when the user follows; the present when not given. */
  readonly subscribeTime?: number
  /** How the user came to follow; `ADD_SCENE_SEARCH` when not given. */
  readonly subscribeScene?: SubscribeScene
  /** Number of the QR code by which the user came; 0 when not given. */
  readonly qrScene?: number
  /** Text of the QR code by which the user came; empty when not given. */
  readonly qrSceneStr?: string
}

/** What the platform knows of a person. */
export interface Profile {
  readonly language: string
  readonly unionid: string | undefined
  readonly wechatId: string | undefined
  readonly platform: UserPlatform
}

/** How a user came to follow, the last time. */
export interface Subscription {
  /** Unix seconds. */
  readonly time: number
  readonly scene: SubscribeScene
  readonly qrScene: number
  readonly qrSceneStr: string
}

/** @throws ConfigError for a platform that does not exist */
export const profileOf = (options: ProfileOptions): Profile => ({
  language: options.language ?? 'zh_CN',
  unionid: options.unionid,
  wechatId: options.wechatId,
  platform: oneOf(userPlatforms, 'platform', options.platform ?? 'other'),
})

/**
 * How a user follows who does so from the start.
 * @param now unix seconds
 * @throws ConfigError for a scene that does not exist
 */
export const subscriptionOf = (options: ProfileOptions, now: number): Subscription => ({
  time: options.subscribeTime ?? now,
  scene: oneOf(subscribeScenes, 'subscribeScene', options.subscribeScene ?? 'ADD_SCENE_SEARCH'),
  qrScene: options.qrScene ?? 0,
  qrSceneStr: options.qrSceneStr ?? '',
})
