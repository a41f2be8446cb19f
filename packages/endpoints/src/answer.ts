/** What every JSON answer may carry beside its own fields; a client has thrown before, when `errcode` is not 0. */
export interface BaseAnswer {
  readonly errcode?: number
  readonly errmsg?: string
}

/** The request of an endpoint that takes no fields. */
export type NoRequest = Readonly<Record<string, never>>

/** A request whose fields no source tells; WeChat's page does. */
export type OpenRequest = Readonly<Record<string, unknown>>

/** An answer whose fields no source tells. */
export type OpenAnswer = BaseAnswer & Readonly<Record<string, unknown>>
