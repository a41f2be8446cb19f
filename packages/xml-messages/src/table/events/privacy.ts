import type { EventCommon } from '../../common.js'

/** Profile data of a user was found unfit and replaced: fetch it again. */
export interface UserInfoModifiedEvent extends EventCommon {
  readonly event: 'user_info_modified'
  readonly openId: string | undefined
  readonly appId: string
  /** One or more codes of what is withdrawn. */
  readonly revokeInfo: string | undefined
  readonly pluginId: string | undefined
  readonly openPid: string | undefined
  readonly unionId: string | undefined
}

/** A user withdrew consent: delete what it covered. */
export interface UserAuthorizationRevokeEvent extends EventCommon {
  readonly event: 'user_authorization_revoke'
  readonly openId: string
  readonly appId: string
  /** One or more codes of what is withdrawn. */
  readonly revokeInfo: string
  readonly pluginId: string | undefined
  readonly openPid: string | undefined
  readonly unionId: string | undefined
}

/** A user closed the account: delete the data. */
export interface UserAuthorizationCancellationEvent extends EventCommon {
  readonly event: 'user_authorization_cancellation'
  readonly openId: string
  readonly appId: string
  /** One or more codes of what is withdrawn. */
  readonly revokeInfo: string | undefined
  readonly pluginId: string | undefined
  readonly openPid: string | undefined
  readonly unionId: string | undefined
}

/** What users decide about their data. */
export interface PrivacyEvents {
  readonly user_info_modified: UserInfoModifiedEvent
  readonly user_authorization_revoke: UserAuthorizationRevokeEvent
  readonly user_authorization_cancellation: UserAuthorizationCancellationEvent
}
