import { readFile, stat } from 'node:fs/promises'
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

/** Finds out what can be known of a file without taking it from whoever uploads it. */
export async function sourceOf(file: FileInput): Promise<ReadableSource | StreamSource> {
  if (file instanceof Uint8Array) return ofBytes(file)
  if (isBlob(file)) return ofBlob(file)
  if ('path' in file) return ofPath(file.path)
  if (!('data' in file)) return { size: undefined }
  const { data, length } = file
  if (data instanceof Uint8Array) return ofBytes(data)
  return isBlob(data) ? ofBlob(data) : { size: length }
}

const ofBytes = (bytes: Uint8Array): ReadableSource => ({ size: bytes.length, read: async () => bytes })

const ofBlob = (blob: BlobLike): ReadableSource => ({
  size: blob.size,
  read: async () => new Uint8Array(await blob.arrayBuffer()),
})

async function ofPath(path: string): Promise<ReadableSource> {
  const { size } = await stat(path)
  return { size, read: () => readFile(path) }
}
