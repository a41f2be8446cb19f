/** What the simulated platform does where WeChat's behaviour can be set, or is not published. Change any of it. */
export interface PlatformSettings {
  /** UTF-8 bytes a text reply may have. Not in today's official text; longer ones have been seen to show the banner. */
  readonly maxTextBytes: number
  /** Articles shown when a user message is answered. Official, since October 2018. */
  readonly maxArticlesToMessage: number
  /** Articles shown when an event is answered. Official, since October 2018. */
  readonly maxArticlesToEvent: number
  /** Redeliver when no answer came in time. Official. */
  readonly retryOnTimeout: boolean
  /** Redeliver when the connection failed or broke. Observed. */
  readonly retryOnConnectionFailure: boolean
  /** Redeliver when the status was not 200. Not published; off: the banner comes at once. */
  readonly retryOnBadStatus: boolean
  /** Redeliver when the answer was malformed. Not published; off: the banner comes at once. */
  readonly retryOnBadAnswer: boolean
  /** Milliseconds an URL verification may take. Official for pushes; observed for the console. */
  readonly verificationDeadlineMs: number
  /** What the user of an official account reads when it fails. */
  readonly banner: string
  /** What the user of a mini program's customer service reads when it fails. */
  readonly miniProgramBanner: string
  /** Exchanges kept for the inspector; the oldest are forgotten. */
  readonly keptExchanges: number
  /** Bytes of an answer that are read; a longer one is cut off and the connection closed. */
  readonly maxAnswerBytes: number
  /** Seconds an account's token lasts. Official. */
  readonly tokenLifeSeconds: number
  /** Milliseconds a classic token works on after the next one was fetched. Official: five minutes, mostly. */
  readonly classicTokenOverlapMs: number
  /** Milliseconds before its end from when a new stable token is given. Official: five minutes. */
  readonly stableTokenRenewMs: number
}

export const defaultSettings: PlatformSettings = {
  maxTextBytes: 2048,
  maxArticlesToMessage: 1,
  maxArticlesToEvent: 8,
  retryOnTimeout: true,
  retryOnConnectionFailure: true,
  retryOnBadStatus: false,
  retryOnBadAnswer: false,
  verificationDeadlineMs: 5_000,
  banner: '该公众号提供的服务出现故障，请稍后再试',
  miniProgramBanner: '该小程序客服暂时无法提供服务，请稍后再试',
  keptExchanges: 500,
  maxAnswerBytes: 2 ** 20,
  tokenLifeSeconds: 7_200,
  classicTokenOverlapMs: 5 * 60_000,
  stableTokenRenewMs: 5 * 60_000,
}
