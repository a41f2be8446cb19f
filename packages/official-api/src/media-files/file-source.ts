import { readFile, stat } from 'node:fs/promises'
import { fileArgument } from '@wx/api-client'
import type { BlobLike, FileInput } from '@wx/endpoints'

/** A file that can be looked at without being used up. */
export interface ReadableSource {
  /** Bytes. */
  readonly size: number
  read(): Promise<Uint8Array>
}

/** A file that can be read once: whoever looks at it has taken it away from the upload. */
export interface StreamSource {
  /** Bytes, where the caller says so. */
  readonly size: number | undefined
  readonly read?: undefined
}

const isBlob = (value: object): value is BlobLike => 'arrayBuffer' in value && typeof value.arrayBuffer === 'function'

/**
 * Finds out what can be known of a file without taking it from whoever uploads it.
 * @throws ConfigError for what is no file
 */
export async function sourceOf(file: FileInput): Promise<ReadableSource | StreamSource> {
  fileArgument('file', file)
  if (file instanceof Uint8Array || file instanceof ArrayBuffer) return ofBytes(file)
  if (isBlob(file)) return ofBlob(file)
  if ('path' in file) return ofPath(file.path)
  if (!('data' in file)) return { size: undefined }
  const { data, length } = file
  if (data instanceof Uint8Array || data instanceof ArrayBuffer) return ofBytes(data)
  return isBlob(data) ? ofBlob(data) : { size: length }
}

function ofBytes(data: Uint8Array | ArrayBuffer): ReadableSource {
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data
  return { size: bytes.length, read: async () => bytes }
}

const ofBlob = (blob: BlobLike): ReadableSource => ({
  size: blob.size,
  read: async () => new Uint8Array(await blob.arrayBuffer()),
})

async function ofPath(path: string): Promise<ReadableSource> {
  const { size } = await stat(path)
  return { size, read: () => readFile(path) }
}
