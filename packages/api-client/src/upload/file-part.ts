import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ConfigError } from '@wx/core'
import type { BlobLike, FileInput } from '@wx/endpoints'
import { UploadError } from '../errors/client-errors.js'
import { fileTypeNamed, fileTypeOf, signatureBytes } from './file-type.js'

/** A file that is ready to be sent: everything WeChat wants to know of it is known. */
export interface FilePart {
  readonly filename: string
  readonly contentType: string
  /** Bytes. */
  readonly length: number
  /** The bytes, from the beginning; each time anew when `isRepeatable`. */
  readonly read: () => AsyncIterable<Uint8Array>
  readonly isRepeatable: boolean
}

/** Bytes of a stream that are kept in memory, so that it can be measured and repeated. */
export const bufferedBytes: number = 16 * 1024 * 1024

/** Whether a value holds bytes: as they are, or named as `data`. */
export function isData(value: unknown): value is Exclude<FileInput, { readonly path: string }> {
  if (typeof value !== 'object' || value === null) return false
  return isRaw(value) || ('data' in value && typeof value.data === 'object' && value.data !== null && isRaw(value.data))
}

/**
 * Whether a value is something to upload, where a file is due. Elsewhere `{ path }` may be a field of JSON, often one
 * that a user typed, and no file of this machine may be read for it: there only `isData` counts.
 */
export function isFileInput(value: unknown): value is FileInput {
  if (isData(value)) return true
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string'
}

type Raw = Uint8Array | ArrayBuffer | BlobLike | AsyncIterable<Uint8Array>

const isRaw = (value: object): value is Raw =>
  value instanceof Uint8Array || value instanceof ArrayBuffer || isBlobLike(value) || isStream(value)

/**
 * Measures a file and finds out its type and a name that WeChat accepts.
 * @throws UploadError when it cannot be read, or a stream is too long to be measured; ConfigError for a name that
 *   WeChat refuses
 */
export async function filePart(input: FileInput): Promise<FilePart> {
  const { data, given } = partsOf(input)
  checkName(given.filename)
  const source = await sourceOf(data, given.length)
  const own = typeof data === 'string' ? basename(data) : 'name' in data ? data.name : undefined
  const type = fileTypeOf(source.head) ?? fileTypeNamed(given.filename ?? own ?? '')
  const blobType = typeof data === 'object' && isBlobLike(data) && data.type !== '' ? data.type : undefined
  return {
    // Where the file's own name is not plain it gets one that is, with the extension of what the bytes are.
    filename: given.filename ?? plainName(own) ?? `file.${type?.extension ?? 'bin'}`,
    contentType: given.contentType ?? blobType ?? type?.contentType ?? 'application/octet-stream',
    length: source.length,
    read: source.read,
    isRepeatable: source.isRepeatable,
  }
}

type Data = Exclude<Raw, ArrayBuffer> | string

interface Given {
  readonly filename?: string
  readonly contentType?: string
  readonly length?: number
}

function partsOf(input: FileInput): { data: Data; given: Given } {
  if (isRaw(input)) return { data: withoutBuffer(input), given: {} }
  return { data: 'path' in input ? input.path : withoutBuffer(input.data), given: input }
}

const withoutBuffer = (data: Raw): Exclude<Raw, ArrayBuffer> =>
  data instanceof ArrayBuffer ? new Uint8Array(data) : data

/** WeChat finds no file in a part whose name has more than ASCII, quotes or control characters in it (41005). */
function checkName(filename: string | undefined): void {
  if (filename === undefined || (typeof filename === 'string' && /^[ !#-~]+$/.test(filename))) return
  throw new ConfigError(
    'filename',
    'must be ASCII without quotes, or WeChat finds no file in the form (41005): leave it out, and the file gets a ' +
      'plain name with the extension of what it is',
  )
}

type Source = Pick<FilePart, 'length' | 'read' | 'isRepeatable'> & { readonly head: Uint8Array }

function sourceOf(data: Data, length: number | undefined): Promise<Source> | Source {
  if (typeof data === 'string') return ofFile(data)
  if (data instanceof Uint8Array) return ofBytes([data])
  if (isBlobLike(data)) return ofBlob(data)
  return ofStream(data, length)
}

function ofBytes(chunks: readonly Uint8Array[]): Source {
  return {
    head: Buffer.concat(chunks.slice(0, signatureBytes)).subarray(0, signatureBytes),
    length: chunks.reduce((sum, { byteLength }) => sum + byteLength, 0),
    async *read() {
      yield* chunks
    },
    isRepeatable: true,
  }
}

async function ofFile(path: string): Promise<Source> {
  try {
    const { size } = await stat(path)
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(signatureBytes), 0, signatureBytes, 0)
      return {
        head: buffer.subarray(0, bytesRead),
        length: size,
        read: () => createReadStream(path),
        isRepeatable: true,
      }
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw new UploadError(`the file ${basename(path)} cannot be read: check the path and the rights on it.`, { cause })
  }
}

async function ofBlob(blob: BlobLike): Promise<Source> {
  const whole = async (): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer())
  const head = blob instanceof Blob ? await blob.slice(0, signatureBytes).arrayBuffer() : (await whole()).buffer
  return {
    head: new Uint8Array(head, 0, Math.min(head.byteLength, signatureBytes)),
    length: blob.size,
    async *read() {
      if (blob instanceof Blob) yield* blob.stream()
      else yield await whole()
    },
    isRepeatable: true,
  }
}

/** Short ones are kept, and can be repeated; a long one must say its length, because WeChat takes no chunked bodies. */
async function ofStream(stream: AsyncIterable<Uint8Array>, length: number | undefined): Promise<Source> {
  const chunks: Uint8Array[] = []
  const rest = stream[Symbol.asyncIterator]()
  let size = 0
  while (size <= bufferedBytes) {
    const next = await rest.next()
    if (next.done === true) return measured(ofBytes(chunks), length)
    chunks.push(next.value)
    size += next.value.byteLength
    // One that says that it is long is not kept at all.
    if (length !== undefined && length > bufferedBytes) break
  }
  if (length === undefined) {
    await rest.return?.()
    throw new UploadError(
      `a stream of more than ${bufferedBytes} bytes has to say its length, because WeChat refuses bodies of unknown ` +
        'length: give { data: stream, length }, or the file by its path.',
    )
  }
  return {
    head: Buffer.concat(chunks).subarray(0, signatureBytes),
    length,
    async *read() {
      yield* chunks
      yield* { [Symbol.asyncIterator]: () => rest }
    },
    isRepeatable: false,
  }
}

function measured(source: Source, length: number | undefined): Source {
  if (length === undefined || length === source.length) return source
  throw new UploadError(`the stream has ${source.length} bytes, and said ${length}: leave length out, or correct it.`)
}

const isBlobLike = (value: object): value is BlobLike =>
  'arrayBuffer' in value && typeof value.arrayBuffer === 'function' && 'size' in value

const isStream = (value: object): value is AsyncIterable<Uint8Array> => Symbol.asyncIterator in value

/** Undefined for a name with more than letters, digits and the usual marks. */
const plainName = (name: string | undefined): string | undefined =>
  name !== undefined && /^[\w.() -]{1,100}$/.test(name) && /\.\w+$/.test(name) ? name : undefined
