import { ConfigError } from '@wx/core'
import type { FileInput } from '@wx/endpoints'
import { isFileInput } from './file-part.js'

/**
 * A file to upload, checked before anything is sent. A text is none: whoever gives a path means the file, and would
 * have uploaded its name.
 *
 * @param argument what it is called, for the error
 * @throws ConfigError when it is neither bytes, `Blob`, stream nor `{ path }`
 */
export function fileArgument(argument: string, value: unknown): FileInput {
  if (isFileInput(value)) return value
  if (typeof value === 'string') {
    throw new ConfigError(
      argument,
      'a text is no file: give { path } for a file on disk, or { data: Buffer.from(text) } for its content',
    )
  }
  const found = value === undefined || value === null ? `is ${value}` : 'is no file'
  throw new ConfigError(argument, `${found}: give bytes, a Blob, a stream, { path }, or { data, filename }`)
}
