import type { EventCommon } from '../../common.js'
import { plain } from '../ack.js'
import { opt, type RowsOf, req } from '../row.js'

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

export const privacyRows: RowsOf<PrivacyEvents> = {
  user_info_modified: {
    wire: 'user_info_modified',
    section: 'A6',
    doc: 'Profile data of a user was found unfit and replaced: fetch it again.',
    status: 'current',
    audience: 'both',
    ack: plain,
    replies: false,
    fields: {
      openId: opt('string', 'OpenID', 'openid'),
      appId: req('string', 'AppID', 'appid'),
      revokeInfo: opt('string', 'RevokeInfo'),
      pluginId: opt('string', 'PluginID'),
      openPid: opt('string', 'OpenPID'),
      unionId: opt('string', 'UnionID'),
    },
  },
  user_authorization_revoke: {
    wire: 'user_authorization_revoke',
    section: 'A6',
    doc: 'A user withdrew consent: delete what it covered.',
    status: 'current',
    audience: 'both',
    ack: plain,
    replies: false,
    fields: {
      openId: req('string', 'OpenID', 'openid'),
      appId: req('string', 'AppID', 'appid'),
      revokeInfo: req('string', 'RevokeInfo'),
      pluginId: opt('string', 'PluginID'),
      openPid: opt('string', 'OpenPID'),
      unionId: opt('string', 'UnionID'),
    },
  },
  user_authorization_cancellation: {
    wire: 'user_authorization_cancellation',
    section: 'A6',
    doc: 'A user closed the account: delete the data.',
    status: 'current',
    audience: 'both',
    ack: plain,
    replies: false,
    fields: {
      openId: req('string', 'OpenID', 'openid'),
      appId: req('string', 'AppID', 'appid'),
      revokeInfo: opt('string', 'RevokeInfo'),
      pluginId: opt('string', 'PluginID'),
      openPid: opt('string', 'OpenPID'),
      unionId: opt('string', 'UnionID'),
    },
  },
}
