/** What an acknowledgement holds: texts, numbers, structures. Written in the push's own format. */
export interface AckFields {
  readonly [name: string]: string | number | AckFields | readonly AckFields[] | undefined
}

/** What WeChat expects as an answer to a push, how soon, and how it goes on when there is none. */
export interface AckPlan {
  /** `success`: the word (or an empty body); `errcode`: `ErrCode`/`ErrMsg` in the push's own format; `json`: an object of its own. */
  readonly form: 'success' | 'errcode' | 'json'
  /**
   * What says "done" for a handler that had nothing to say. Where the form is an object of its own and this is absent,
   * only the handler can answer: what it says is a decision, or numbers nobody else knows.
   */
  readonly yes?: AckFields
  /** What says "not done, deliver it again". */
  readonly no?: AckFields
  /** Milliseconds until WeChat drops the connection. */
  readonly deadlineMs: number
  /** Seconds between one delivery that was not acknowledged and the next; as many entries as there are repetitions. */
  readonly retryAfterSeconds: readonly number[]
  /** Acknowledging means that money or goods have changed hands: never do it for a handler that failed. */
  readonly guaranteed: boolean
}

const notHandled = 'not handled yet'

/** The ordinary push: five seconds, three deliveries in all. */
export const plain: AckPlan = { form: 'success', deadlineMs: 5000, retryAfterSeconds: [5, 5], guaranteed: false }

/** As the ordinary push, but about money or goods. */
export const plainGuaranteed: AckPlan = { ...plain, guaranteed: true }

/** The merchant's side of an instant delivery. */
export const instantDelivery: AckPlan = {
  ...plainGuaranteed,
  form: 'json',
  yes: { resultcode: 0, resultmsg: 'ok' },
  no: { resultcode: 1, resultmsg: notHandled },
}

/** The courier's side of an instant delivery: every answer says more than yes. */
export const instantCarrier: AckPlan = {
  ...plainGuaranteed,
  form: 'json',
  no: { resultcode: -1, resultmsg: notHandled },
}

/** The courier's side of a parcel: the same in the spelling of the parcel pages. */
export const parcelCarrier: AckPlan = {
  ...plainGuaranteed,
  form: 'json',
  no: { ResultCode: -1, ResultMsg: notHandled },
}

/** A coupon of the trade component. A handler that knows the coupon's number on its side says it: `out_user_coupon_id`. */
export const coupon: AckPlan = {
  ...plainGuaranteed,
  form: 'json',
  yes: { ret_code: 0, ret_msg: 'ok' },
  no: { ret_code: 1, ret_msg: notHandled },
}

/** No, in the form most pushes about money use. */
export const errCodeNo: AckFields = { ErrCode: 1, ErrMsg: notHandled }

const errCode = { form: 'errcode', yes: { ErrCode: 0, ErrMsg: 'success' }, no: errCodeNo } as const

/** Virtual payment: up to 15 repetitions, each after twice the time of the one before. */
export const virtualPayment: AckPlan = {
  ...errCode,
  deadlineMs: 5000,
  retryAfterSeconds: Array.from({ length: 15 }, (_, index) => 2 ** (index + 1)),
  guaranteed: true,
}

/**
 * The question whether Apple should refund, to be answered within three seconds with `result_code` (0: do, 1: do not),
 * `result_info` and `evidence`. There is no yes without words: it would be the advice to refund.
 */
export const refundQuery: AckPlan = {
  form: 'json',
  no: errCodeNo,
  deadlineMs: 3000,
  retryAfterSeconds: virtualPayment.retryAfterSeconds,
  guaranteed: true,
}

const minute = 60
const hour = 3600

/** Mini-game payment: three seconds, then a plan that goes on for half a day. */
export const gamePayment: AckPlan = {
  ...errCode,
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
