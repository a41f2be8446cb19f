import type { EventCommon } from '../../common.js'

/** A customer-service session begins. */
export interface KfCreateSessionEvent extends EventCommon {
  readonly event: 'kf_create_session'
  readonly kfAccount: string
}

/** A customer-service session ends. */
export interface KfCloseSessionEvent extends EventCommon {
  readonly event: 'kf_close_session'
  readonly kfAccount: string
}

/** A customer-service session goes from one agent to another. */
export interface KfSwitchSessionEvent extends EventCommon {
  readonly event: 'kf_switch_session'
  readonly fromKfAccount: string
  readonly toKfAccount: string
}

/** Customer-service sessions. */
export interface ServiceSessionEvents {
  readonly kf_create_session: KfCreateSessionEvent
  readonly kf_close_session: KfCloseSessionEvent
  readonly kf_switch_session: KfSwitchSessionEvent
}
