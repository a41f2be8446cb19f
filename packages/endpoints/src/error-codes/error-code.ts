/** The same sentence in both languages. */
export interface InTwoLanguages {
  readonly zh: string
  readonly en: string
}

/** What an `errcode` says. */
export interface ErrorCode extends InTwoLanguages {
  /** In capitals, as one would name a constant. */
  readonly name: string
  /** The same call may succeed later, with nothing changed but the token. */
  readonly retryable: boolean
  /** The account's token is dead: a client fetches a new one and repeats the call once. */
  readonly tokenExpired: boolean
  /** Why it mostly happens; for the codes that users meet most. */
  readonly cause?: InTwoLanguages
  /** What to do about it. */
  readonly fix?: InTwoLanguages
}

/** Code, name, Chinese, English; `token` where the token is dead (which a repetition heals), `retry` where waiting helps. */
export type ErrorLine = readonly [code: number, name: string, zh: string, en: string, kind?: 'token' | 'retry']

/** Code, then cause and fix in Chinese, cause and fix in English. */
export type HelpLine = readonly [code: number, causeZh: string, fixZh: string, causeEn: string, fixEn: string]
