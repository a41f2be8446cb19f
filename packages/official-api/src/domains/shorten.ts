import type { CallOptions, ShortenApi } from '@wx/endpoints'
import { optionsOf, shortText, text, whole } from '../arguments/check.js'
import { partOf } from '../binding/answer.js'
import type { Shorthands } from './shorthands.js'

/** What is behind a short key. */
export interface KeptText {
  readonly text: string
  /** Seconds it lasts from now. */
  readonly expireSeconds: number
  /** Unix seconds. */
  readonly createdAt: number
}

/** Short keys for long texts. */
export interface ShortenDomain extends ShortenApi {
  /**
   * Keeps a text under a short key.
   *
   * @param longText up to 4 KB
   * @param options `expireSeconds`: up to 2,592,000 (30 days), which is taken when left out
   * @returns the key
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html
   */
  keep(longText: string, options?: CallOptions & { readonly expireSeconds?: number }): Promise<string>
  /**
   * The text behind a key.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html
   */
  read(key: string, options?: CallOptions): Promise<KeptText>
  /**
   * Shortens an address.
   *
   * @deprecated Legacy: use `shorten.keep`.
   */
  url(longUrl: string, options?: CallOptions): Promise<string>
}

const maxSeconds = 2_592_000
const maxBytes = 4096

export const shortenShorthands = (api: ShortenApi): Shorthands<ShortenDomain, ShortenApi> => ({
  async keep(longText, options) {
    const { expireSeconds = maxSeconds, ...rest } = optionsOf(options)
    const request = {
      long_data: shortText('longText', longText, maxBytes),
      expire_seconds: whole('expireSeconds', expireSeconds, { min: 1, max: maxSeconds }),
    }
    return partOf('shorten.generate', await api.generate(request, rest), 'short_key')
  },
  async read(key, options) {
    const answer = await api.fetch({ short_key: text('key', key) }, options)
    const { expire_seconds, create_time } = answer
    return { text: partOf('shorten.fetch', answer, 'long_data'), expireSeconds: expire_seconds, createdAt: create_time }
  },
  async url(longUrl, options) {
    const request = { action: 'long2short', long_url: text('longUrl', longUrl) }
    return partOf('shorten.longToShort', await api.longToShort(request, options), 'short_url')
  },
})
