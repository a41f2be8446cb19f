import type { EventCommon } from '../../common.js'
import { plain } from '../ack.js'
import { type RowsOf, req } from '../row.js'

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

export const serviceSessionRows: RowsOf<ServiceSessionEvents> = {
  kf_create_session: {
    wire: 'kf_create_session',
    section: 'A4',
    doc: 'A customer-service session begins.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: { kfAccount: req('string', 'KfAccount') },
  },
  kf_close_session: {
    wire: 'kf_close_session',
    section: 'A4',
    doc: 'A customer-service session ends.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: { kfAccount: req('string', 'KfAccount') },
  },
  kf_switch_session: {
    wire: 'kf_switch_session',
    section: 'A4',
    doc: 'A customer-service session goes from one agent to another.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: { fromKfAccount: req('string', 'FromKfAccount'), toKfAccount: req('string', 'ToKfAccount') },
  },
}
