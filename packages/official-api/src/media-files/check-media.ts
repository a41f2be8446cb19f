import type { FileInput } from '@wx/endpoints'
import { optionsOf } from '../arguments/check.js'
import { checkSize } from './check-size.js'
import { secondsOf } from './duration.js'
import { type FileFormat, formatOf } from './file-format.js'
import type { MediaLife, MediaUse } from './limits.js'

/** What was found out about a file that WeChat takes, as far as it was looked at. */
export interface MediaReport {
  readonly bytes?: number
  readonly format?: FileFormat
  /** Of a sound or film, where it could be told. */
  readonly seconds?: number
  /** What was not looked at: a stream is left to the upload, and the length of some formats cannot be read. */
  readonly skipped: readonly ('size' | 'format' | 'seconds')[]
}

/** What an encoder pads an MP3 with is no reason to refuse it. */
const paddingSeconds = 0.1

/**
 * Looks at a file before it is uploaded: size, kind by its first bytes, and for sounds how long they last.
 * A stream is not touched: of it only a `length` that was given is looked at.
 * @param use what it is to become
 * @param file bytes, `Blob`, path or stream, as for an upload
 * @param options `life`: for three days (default) or for good; the limits differ
 * @throws MediaRefusedError naming the limit and what the file has; ConfigError for what is no file
 * @see https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia
 */
export async function checkMedia(
  use: MediaUse,
  file: FileInput,
  options?: { readonly life?: MediaLife },
): Promise<MediaReport> {
  const { life = 'temporary' } = optionsOf(options)
  const { source, limit, refuse } = await checkSize({ use, life }, file)
  const bytes = source.size
  if (source.read === undefined) {
    const skipped = limit.maxSeconds === undefined ? (['format'] as const) : (['format', 'seconds'] as const)
    return bytes === undefined ? { skipped: ['size', ...skipped] } : { bytes, skipped }
  }

  const content = await source.read().catch((cause: unknown) => refuse({ reason: 'unreadable' }, cause))
  const format = formatOf(content)
  if (format === undefined || !limit.formats.includes(format)) {
    return refuse({ reason: 'wrong-format', limit: limit.formats, actual: format ?? 'nothing known' })
  }
  const seconds = secondsOf(format, content)
  if (limit.maxSeconds !== undefined && seconds !== undefined && seconds > limit.maxSeconds + paddingSeconds) {
    refuse({ reason: 'too-long', limit: limit.maxSeconds, actual: Math.round(seconds * 100) / 100 })
  }
  return {
    bytes: content.length,
    format,
    ...(seconds === undefined ? {} : { seconds }),
    skipped: limit.maxSeconds !== undefined && seconds === undefined ? ['seconds'] : [],
  }
}
