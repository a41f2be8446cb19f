import type { WireFormat, WireTree } from './wire.js'

/** What every push has, whatever it is about. */
export interface Common {
  /** `MsgId`: digits of a 64-bit number, never a JS number. Events usually have none. */
  readonly id: string | undefined
  /** `FromUserName`: the user's openid; of some platform events, the platform's own. `''` when absent. */
  readonly source: string
  /** `ToUserName`: the account's original id (`gh_…`). `''` when absent. */
  readonly target: string
  /** `CreateTime` in unix seconds; `0` when it is absent or not a number. */
  readonly time: number
  /** How the push was written, and how a reply has to be written. */
  readonly wireFormat: WireFormat
  /** The exact text that was parsed (after decryption). */
  readonly raw: string
  /** Everything that was on the wire, untyped. */
  readonly fields: WireTree
}

/** A message a user sent. Narrow by `type`. */
export interface MessageCommon extends Common {
  readonly kind: 'message'
}

/** Something that happened. Narrow by `event`. */
export interface EventCommon extends Common {
  readonly kind: 'event'
}

/** A push to a third-party platform. Narrow by `infoType`. */
export interface PlatformCommon extends Common {
  readonly kind: 'platform'
}
