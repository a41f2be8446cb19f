import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface ShortenFetchRequest {
  short_key: string
}

export interface ShortenFetchAnswer extends BaseAnswer {
  /** Seconds it lasts. */
  expire_seconds: number
  long_data: string
  /** Unix seconds. */
  create_time: number
}

export interface ShortenGenerateRequest {
  /** Seconds it lasts, up to 2,592,000 (30 days). */
  expire_seconds: number
  /** Up to 4 KB. */
  long_data: string
}

export interface ShortenGenerateAnswer extends BaseAnswer {
  short_key: string
}

export interface ShortenLongToShortRequest {
  /** long2short. */
  action?: string
  long_url: string
}

export interface ShortenLongToShortAnswer extends BaseAnswer {
  short_url: string
}

export interface ShortenApi {
  /**
   * The data behind a short key.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html
   */
  fetch(request: ShortenFetchRequest, options?: CallOptions): Promise<ShortenFetchAnswer>
  /**
   * Stores up to 4 KB of text under a short key, for up to 30 days.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html
   */
  generate(request: ShortenGenerateRequest, options?: CallOptions): Promise<ShortenGenerateAnswer>
  /**
   * Shortens an address.
   *
   * @deprecated Legacy: use `shorten.generate`.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/URL_Shortener.html
   */
  longToShort(request: ShortenLongToShortRequest, options?: CallOptions): Promise<ShortenLongToShortAnswer>
}

export const shortenTable = {
  fetch: {
    call: 'POST /cgi-bin/shorten/fetch',
    retry: 'safe',
    docs: 'doc/offiaccount/Account_Management/KEY_Shortener.html',
  },
  generate: { call: 'POST /cgi-bin/shorten/gen', docs: 'doc/offiaccount/Account_Management/KEY_Shortener.html' },
  longToShort: {
    call: 'POST /cgi-bin/shorturl',
    status: 'legacy',
    replacedBy: 'shorten.generate',
    permission: { may: ['verifiedService'] },
    docs: 'doc/offiaccount/Account_Management/URL_Shortener.html',
  },
} as const

/** One row for each method of {@link ShortenApi}. */
export const shortenRows: Rows<ShortenApi> = /* @__PURE__ */ expandRows<ShortenApi, typeof shortenTable>(
  'shorten',
  shortenTable,
)
