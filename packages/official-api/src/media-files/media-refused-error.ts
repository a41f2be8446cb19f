import { WxError, type WxErrorOptions } from '@wx/core'
import type { MediaUse } from './limits.js'

/** What is wrong with a file. */
export type MediaRefusal = 'unreadable' | 'empty' | 'too-large' | 'wrong-format' | 'too-long'

export interface MediaRefusedFacts {
  readonly use: MediaUse
  readonly reason: MediaRefusal
  /** Bytes, seconds, or formats; as `reason` has it. */
  readonly limit?: number | readonly string[]
  /** What the file has. */
  readonly actual?: number | string
  /** Official page with the limit. */
  readonly docs: string
}

const sentences: Readonly<Record<MediaRefusal, (facts: MediaRefusedFacts) => string>> = {
  unreadable: () => 'the file cannot be read, see the cause. Check its path and rights',
  empty: () => 'the file is empty. It was probably read before, or never written',
  'too-large': ({ limit, actual }) => `${actual} bytes are more than the ${limit} that WeChat takes. Make it smaller`,
  'wrong-format': ({ limit, actual }) =>
    `its first bytes say ${actual}, and WeChat takes ${[limit].flat().join(', ')}. Convert it; another name is not enough`,
  'too-long': ({ limit, actual }) => `it lasts ${actual} seconds, and WeChat takes ${limit}. Cut it`,
}

const article: Readonly<Record<MediaUse, 'a' | 'an'>> = {
  image: 'an',
  voice: 'a',
  video: 'a',
  thumb: 'a',
  articleImage: 'an',
}

/** A file was looked at before the upload, and WeChat would refuse it. */
export class MediaRefusedError extends WxError {
  readonly code = 'WX_MEDIA_REFUSED'
  readonly use: MediaUse
  readonly reason: MediaRefusal
  readonly limit: number | readonly string[] | undefined
  readonly actual: number | string | undefined
  readonly docs: string

  constructor(facts: MediaRefusedFacts, options?: WxErrorOptions) {
    super(
      `this file cannot be ${article[facts.use]} ${facts.use}: ${sentences[facts.reason](facts)}. ${facts.docs}`,
      options,
    )
    this.use = facts.use
    this.reason = facts.reason
    this.limit = facts.limit
    this.actual = facts.actual
    this.docs = facts.docs
  }
}
