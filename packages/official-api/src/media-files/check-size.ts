import { ConfigError } from '@wx/core'
import type { FileInput } from '@wx/endpoints'
import { type ReadableSource, type StreamSource, sourceOf } from './file-source.js'
import { type MediaLife, type MediaLimit, type MediaUse, mediaLimits } from './limits.js'
import { MediaRefusedError, type MediaRefusedFacts } from './media-refused-error.js'

/** A file that is not too long, as far as that is known. */
export interface SizedFile {
  readonly source: ReadableSource | StreamSource
  readonly limit: MediaLimit
  /** Makes what is found out later an error like that of the size. */
  readonly refuse: (facts: Omit<MediaRefusedFacts, 'use' | 'docs'>, cause?: unknown) => never
}

/**
 * Looks at the size of a file, before any of it is read. That of a stream is known only where it is given.
 * @throws MediaRefusedError for one that is empty, too long, or cannot be found; ConfigError for what is no file
 */
export async function checkSize(
  { use, life }: { readonly use: MediaUse; readonly life: MediaLife },
  file: FileInput,
): Promise<SizedFile> {
  const limit: MediaLimit | undefined = mediaLimits[life]?.[use]
  if (limit === undefined) throw new ConfigError('use', `one of ${Object.keys(mediaLimits.temporary).join(', ')}`)
  const refuse: SizedFile['refuse'] = (facts, cause) => {
    throw new MediaRefusedError({ use, docs: limit.docs, ...facts }, cause === undefined ? {} : { cause })
  }
  const source = await sourceOf(file).catch((cause: unknown) => {
    if (cause instanceof ConfigError) throw cause
    return refuse({ reason: 'unreadable' }, cause)
  })
  const { size } = source
  if (size === 0) refuse({ reason: 'empty' })
  if (size !== undefined && size > limit.maxBytes) {
    refuse({ reason: 'too-large', limit: limit.maxBytes, actual: size })
  }
  return { source, limit, refuse }
}
