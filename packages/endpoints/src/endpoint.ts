/** Whose endpoint it is. `both`: official accounts and mini programs; `sns`: web OAuth of a user; `openPlatform`: binding accounts together. */
export type Platform = 'officialAccount' | 'miniProgram' | 'both' | 'sns' | 'openPlatform'

export type Method = 'GET' | 'POST'

/** `METHOD /path`, with `?action=…` where several endpoints share one path. */
export type EndpointKey = `${Method} /${string}`

/** Which token goes into the query: the account's, that of a user from web OAuth, or none. */
export type TokenKind = 'access_token' | 'sns_token' | 'none'

/** How the fields travel. `json-empty`: an empty object, WeChat refuses an empty body there. */
export type BodyKind = 'json' | 'json-empty' | 'multipart' | 'binary' | 'text' | 'none'

/** What comes back. `redirect`: no call at all, the address is for a browser. */
export type AnswerKind = 'json' | 'binary' | 'binary-or-json' | 'redirect'

/**
 * `safe`: reads, or leaves the same state when it runs twice, so a client may send it again after a broken connection.
 * `never`: sends, creates, deletes, pays; only the caller may decide to repeat it.
 */
export type RetryKind = 'safe' | 'never'

/** `unknown`: no source says whether the platform still serves it. */
export type EndpointStatus = 'current' | 'legacy' | 'withdrawn' | 'unknown'

/** Calls a day unless `period` says otherwise, for an account as it starts out. */
export interface Quota {
  readonly limit: number
  /** The same for a test account. */
  readonly testAccountLimit?: number
  readonly period?: 'day' | 'month'
  /** The page that says so. */
  readonly source: string
}

/** What an account counts as when WeChat says who may call what; `verified…`: its owner has been verified (认证). */
export type AccountStanding = 'subscription' | 'verifiedSubscription' | 'service' | 'verifiedService' | 'miniProgram'

/** Who may call it, where a source says so; absent means not known, not "everybody". */
export interface Permission {
  readonly may: readonly AccountStanding[]
  /** Since when, `YYYY-MM`. */
  readonly since?: string
  /** The page that says so, of the endpoint or of the group it belongs to. */
  readonly source: string
}

/** One endpoint of WeChat's server API: facts, no behaviour. */
export interface EndpointRow {
  /** Domain and method: `menu.create`, `message.mass.send`. */
  readonly id: string
  readonly platform: Platform
  readonly domain: string
  readonly method: Method
  /** Only where it is not the API host. */
  readonly host?: string
  readonly path: string
  /** Tells apart endpoints that share a path. */
  readonly action?: string
  /** Where the action is said. */
  readonly actionIn?: 'query'
  readonly auth: TokenKind
  readonly body: BodyKind
  readonly answer: AnswerKind
  /** Request fields that go into the query. Absent: all of them for GET, none for POST. */
  readonly query?: readonly string[]
  /** Fields of `query` that go into the body as well, because the platform's sources disagree on the place. */
  readonly queryAndBody?: readonly string[]
  /** The request field that holds the file (multipart), or that is the body itself (binary, text). */
  readonly content?: string
  /** Request fields with a fixed value, sent in the query or in the body like any other. */
  readonly constants?: Readonly<Record<string, string>>
  /** Request fields a client fills from its own settings unless the caller gave them. */
  readonly credentials?: Readonly<Record<string, 'appId' | 'appSecret'>>
  /** What the address ends in after `#`, where WeChat wants it. */
  readonly fragment?: string
  /** Body fields that are 64-bit integers on the wire: a client writes a string of digits there as a bare number. */
  readonly integers?: readonly string[]
  /** Answer fields, at any depth, that WeChat sends as integers and that a client hands out as strings, exact to the last digit. */
  readonly stringIds?: readonly string[]
  readonly retry: RetryKind
  readonly status: EndpointStatus
  /** When the platform stopped serving it, `YYYY-MM-DD`. */
  readonly withdrawn?: string
  /** Id of the endpoint to use instead. */
  readonly replacedBy?: string
  readonly quota?: Quota
  readonly permission?: Permission
  /** Official page. */
  readonly docs?: string
}

/** One row for each method of a domain's interface, none more. */
export type Rows<Api> = { readonly [K in keyof Api]: EndpointRow }
