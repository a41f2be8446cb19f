import type { EventCommon } from '../../common.js'

/** What the user decided about one template. */
export interface SubscribePopupEntry {
  readonly templateId: string
  /** `accept` or `reject`. */
  readonly subscribeStatusString: string
  /** 0 in a mini program, 1 in a web page, 2 in an article. */
  readonly popupScene: number | undefined
}

/** One template whose setting changed. */
export interface SubscribeChangeEntry {
  readonly templateId: string
  /** `accept` or `reject`. */
  readonly subscribeStatusString: string
}

/** Fate of one notification. */
export interface SubscribeSentEntry {
  readonly templateId: string
  readonly messageId: string
  readonly errorCode: number | undefined
  readonly errorStatus: string
}

/** A user answered the question whether to receive notifications. */
export interface SubscribeMsgPopupEvent extends EventCommon {
  readonly event: 'subscribe_msg_popup_event'
  readonly list: readonly SubscribePopupEntry[]
}

/** A user changed the setting for notifications later. */
export interface SubscribeMsgChangeEvent extends EventCommon {
  readonly event: 'subscribe_msg_change_event'
  readonly list: readonly SubscribeChangeEntry[]
}

/** A notification was delivered, or not. */
export interface SubscribeMsgSentEvent extends EventCommon {
  readonly event: 'subscribe_msg_sent_event'
  readonly list: readonly SubscribeSentEntry[]
}

/** Subscription notifications. */
export interface SubscriptionEvents {
  readonly subscribe_msg_popup_event: SubscribeMsgPopupEvent
  readonly subscribe_msg_change_event: SubscribeMsgChangeEvent
  readonly subscribe_msg_sent_event: SubscribeMsgSentEvent
}
