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
  /** The official calls a day, multiplied by this: 0.01 to meet 45009 soon, Infinity for none. */
  readonly quotaScale: number
  /** Calls of an account in a minute, to all endpoints together; 45011 beyond. Not published. */
  readonly callsPerMinute: number
  /** Milliseconds temporary media are kept. Official: three days. */
  readonly mediaLifeMs: number
  /** Milliseconds a template message takes to reach its user. Not published. */
  readonly templateJobMs: number
  /** Milliseconds a mass message takes to reach everybody. Not published. */
  readonly massJobMs: number
  /** Milliseconds publishing takes. Not published. */
  readonly publishJobMs: number
  /** Seconds a code of web OAuth can be traded. Official: five minutes. */
  readonly oauthCodeLifeSeconds: number
  /** Seconds a user's token of web OAuth lasts. Official. */
  readonly oauthTokenLifeSeconds: number
  /** Seconds a refresh token of web OAuth lasts. Official: thirty days. */
  readonly oauthRefreshLifeSeconds: number
  /** Seconds a ticket for pages or cards lasts, from when it was last asked for. Official: 7200; observed: from then. */
  readonly jsTicketLifeSeconds: number
  /** QR codes of an account that last for good. Official. */
  readonly maxLastingQrCodes: number
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
  quotaScale: 1,
  callsPerMinute: 1_000_000,
  mediaLifeMs: 3 * 24 * 3_600_000,
  templateJobMs: 1_000,
  massJobMs: 10_000,
  publishJobMs: 3_000,
  oauthCodeLifeSeconds: 5 * 60,
  oauthTokenLifeSeconds: 7_200,
  oauthRefreshLifeSeconds: 30 * 24 * 3_600,
  jsTicketLifeSeconds: 7_200,
  maxLastingQrCodes: 100_000,
}
