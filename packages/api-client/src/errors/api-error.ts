import { WxError, type WxErrorOptions } from '@wx/core'

/** What WeChat's refusal says, and what the kit knows about it. */
export interface ApiErrorFacts {
  readonly errcode: number
  /** WeChat's own words, redacted. */
  readonly errmsg: string
  /** WeChat's id of the request; `/cgi-bin/openapi/rid/get` tells more about it. */
  readonly rid: string | undefined
  /** `POST /cgi-bin/menu/create`, without query. */
  readonly endpoint: string
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** What the code means, why it comes, what to do; in the client's `locale`. */
  readonly hint: string
  /** Official page of the endpoint or of the code. */
  readonly docs: string | undefined
  /** Every other field of the answer, redacted. */
  readonly answer: Readonly<Record<string, unknown>>
}

/**
 * WeChat answered with an `errcode` other than 0. Subclasses exist for what one catches; everything else is this
 * class, told apart by `errcode`.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
 */
export class ApiError extends WxError implements ApiErrorFacts {
  readonly code: `WX_API_${string}` = 'WX_API_REFUSED'
  readonly errcode: number
  readonly errmsg: string
  readonly rid: string | undefined
  readonly endpoint: string
  readonly retryable: boolean
  readonly hint: string
  readonly docs: string | undefined
  readonly answer: Readonly<Record<string, unknown>>

  constructor(facts: ApiErrorFacts, options?: WxErrorOptions) {
    super(messageOf(facts), options)
    this.errcode = facts.errcode
    this.errmsg = facts.errmsg
    this.rid = facts.rid
    this.endpoint = facts.endpoint
    this.retryable = facts.retryable
    this.hint = facts.hint
    this.docs = facts.docs
    this.answer = facts.answer
  }
}

/** WeChat's words mostly end in the rid already. */
function messageOf({ endpoint, errcode, errmsg, rid, hint, docs }: ApiErrorFacts): string {
  const words = errmsg === '' ? '' : ` (${errmsg})`
  const request = rid === undefined || errmsg.includes(rid) ? '' : ` [rid ${rid}]`
  return `${endpoint}: errcode ${errcode}${words}${request}. ${hint}${docs === undefined ? '' : ` ${docs}`}`.trim()
}

/** The access token was refused, and so was a fresh one. */
export class AccessTokenError extends ApiError {
  override readonly code = 'WX_API_ACCESS_TOKEN'
}

/** The address this machine calls from is not on the account's list. */
export class IpNotWhitelistedError extends ApiError {
  override readonly code = 'WX_API_IP_NOT_WHITELISTED'
  /** The address as WeChat saw it: the one to put on the list. */
  readonly ip: string | undefined

  constructor(facts: ApiErrorFacts & { readonly ip: string | undefined }, options?: WxErrorOptions) {
    super(facts, options)
    this.ip = facts.ip
  }
}

/** The account (or the user) has not granted this API. */
export class PermissionError extends ApiError {
  override readonly code = 'WX_API_PERMISSION'
}

/** The user has not written within 48 hours, so nothing may be sent to them. */
export class PushWindowClosedError extends ApiError {
  override readonly code = 'WX_API_PUSH_WINDOW_CLOSED'
}

/** A quota or rate limit is used up. */
export class QuotaError extends ApiError {
  override readonly code: 'WX_API_QUOTA' | 'WX_API_PUSH_QUOTA' = 'WX_API_QUOTA'
}

/** As many customer messages were sent to this user as their last message allows. */
export class PushQuotaExceededError extends QuotaError {
  override readonly code = 'WX_API_PUSH_QUOTA'
}

/** The code of a login or of web OAuth is unknown, used or expired: start the flow again. */
export class InvalidCodeError extends ApiError {
  override readonly code = 'WX_API_INVALID_CODE'
}
