/** What WeChat expects as an answer to a push, how soon, and how it goes on when there is none. */
export interface AckPlan {
  /** `success`: the word (or an empty body); `errcode`: `ErrCode`/`ErrMsg` in the push's own format; `json`: an object of its own. */
  readonly form: 'success' | 'errcode' | 'json'
  /** Milliseconds until WeChat drops the connection. */
  readonly deadlineMs: number
  /** Seconds between one delivery that was not acknowledged and the next; as many entries as there are repetitions. */
  readonly retryAfterSeconds: readonly number[]
  /** Acknowledging means that money or goods have changed hands: never do it for a handler that failed. */
  readonly guaranteed: boolean
}

/** The ordinary push: five seconds, three deliveries in all. */
export const plain: AckPlan = { form: 'success', deadlineMs: 5000, retryAfterSeconds: [5, 5], guaranteed: false }

/** As the ordinary push, but about money or goods. */
export const plainGuaranteed: AckPlan = { ...plain, guaranteed: true }

/** Answered with an object of the push's own kind. */
export const ownJson: AckPlan = { ...plain, form: 'json' }

/** Virtual payment: up to 15 repetitions, each after twice the time of the one before. */
export const virtualPayment: AckPlan = {
  form: 'errcode',
  deadlineMs: 5000,
  retryAfterSeconds: Array.from({ length: 15 }, (_, index) => 2 ** (index + 1)),
  guaranteed: true,
}

/** The question whether Apple should refund: answered within three seconds, with an object of its own. */
export const refundQuery: AckPlan = { ...virtualPayment, form: 'json', deadlineMs: 3000 }

const minute = 60
const hour = 3600

/** Mini-game payment: three seconds, then a plan that goes on for half a day. */
export const gamePayment: AckPlan = {
  form: 'errcode',
  deadlineMs: 3000,
  retryAfterSeconds: [
    15,
    15,
    30,
    3 * minute,
    10 * minute,
    20 * minute,
    30 * minute,
    30 * minute,
    30 * minute,
    60 * minute,
    3 * hour,
    3 * hour,
    3 * hour,
  ],
  guaranteed: true,
}

/** Mini-game goods: as above, and twice more. */
export const gameGoods: AckPlan = {
  ...gamePayment,
  retryAfterSeconds: [...gamePayment.retryAfterSeconds, 6 * hour, 6 * hour],
}
