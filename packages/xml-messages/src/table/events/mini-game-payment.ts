import type { EventCommon } from '../../common.js'

/** A payload and the signature over it. */
export interface SignedPayload {
  /** JSON text: the signature covers exactly these characters, so parse it only after checking. */
  readonly payload: string
  /** Signature over `payload`. */
  readonly payEventSig: string
  /** Whether it is a test from the console. */
  readonly isMock: boolean | undefined
}

/** What every payment push of a mini game looks like. */
export interface MiniGamePayment extends EventCommon {
  /** The signed payload. */
  readonly miniGame: SignedPayload
}

/** Coins of a mini game were delivered. */
export interface MinigameCoinDeliverCompletedEvent extends MiniGamePayment {
  readonly event: 'minigame_coin_deliver_completed'
}

/** Coins of a mini game bought in the recharge centre were delivered. */
export interface MinigameRechargeCenterCoinDeliverCompletedEvent extends MiniGamePayment {
  readonly event: 'minigame_recharge_center_coin_deliver_completed'
}

/** A refund of a mini game is done. */
export interface MinigamePayRefundSuccNotifyEvent extends MiniGamePayment {
  readonly event: 'minigame_pay_refund_succ_notify'
}

/** Goods of a mini game were bought in its mall: deliver them. */
export interface MinigameH5GoodsDeliverNotifyEvent extends MiniGamePayment {
  readonly event: 'minigame_h5_goods_deliver_notify'
}

/** Goods of a mini game were bought in the game: deliver them. */
export interface MinigameGamePayGoodsDeliverNotifyEvent extends MiniGamePayment {
  readonly event: 'minigame_game_pay_goods_deliver_notify'
}

/** Payment of mini games. */
export interface MiniGamePaymentEvents {
  readonly minigame_coin_deliver_completed: MinigameCoinDeliverCompletedEvent
  readonly minigame_recharge_center_coin_deliver_completed: MinigameRechargeCenterCoinDeliverCompletedEvent
  readonly minigame_pay_refund_succ_notify: MinigamePayRefundSuccNotifyEvent
  readonly minigame_h5_goods_deliver_notify: MinigameH5GoodsDeliverNotifyEvent
  readonly minigame_game_pay_goods_deliver_notify: MinigameGamePayGoodsDeliverNotifyEvent
}
